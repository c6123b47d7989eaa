/**
 * "Bring in papers": the dialog from files to papers on the board. Used inside a `BoardProvider`.
 *
 * Owns which step is shown and its buttons; what happens is in intake.ts. Closing it while there is
 * work in it asks first; ending it leaves nothing behind, here or on the board.
 */
import { type DragEvent, useEffect, useEffectEvent, useState } from "react";
import { useSession } from "../../sync/use-board.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { useStore } from "../../ui/store.ts";
import { toast } from "../../ui/toast.tsx";
import { words } from "../../words/words.ts";
import styles from "./bring-in-papers.module.css";
import { ChooseStep } from "./choose-step.tsx";
import { createIntake, type Intake } from "./intake.ts";
import { type IntakeState, papersToSend } from "./intake-state.ts";
import { LookStep } from "./look-step.tsx";
import { NamesStep } from "./names-step.tsx";
import { PagesStep } from "./pages-step.tsx";
import { SendStep } from "./send-step.tsx";
import { StepFooter } from "./step-footer.tsx";
import { StepList } from "./step-list.tsx";

const says = words.papers;

export interface BringInPapersProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** Files dropped on the board: read at once. */
  readonly files?: readonly File[] | undefined;
  /** Bring in the practice set, without any step in between. */
  readonly practice?: boolean | undefined;
}

export function BringInPapers(props: BringInPapersProps) {
  return props.open ? <OpenIntake {...props} /> : null;
}

function OpenIntake({ onClose, files, practice = false }: BringInPapersProps) {
  const session = useSession();
  const [intake] = useState(() => createIntake(session));
  const [leaving, setLeaving] = useState(false);
  const state = useStore(intake.state);
  const { step, sending } = state;
  const hasWork = state.pages.length > 0 && sending?.is !== "done";

  useEffect(() => {
    if (practice) void intake.practise();
    else if (files && files.length > 0) intake.addFiles(files);
    return () => intake.end();
  }, [intake, files, practice]);

  const finish = useEffectEvent((papers: number) => {
    toast({ kind: "good", title: says.send.done(papers), detail: says.send.doneDetail });
    onClose();
  });
  useEffect(() => {
    if (sending?.is === "done") finish(sending.papers);
  }, [sending]);
  useWarning(hasWork);

  const close = (): void => {
    if (hasWork) setLeaving(true);
    else onClose();
  };
  const isPractice = practice || (step === "send" && state.files.length === 0);
  const sendingPapers = step === "send" ? papersToSend(state).length : 0;
  return (
    <>
      <Dialog
        open
        sticky
        onClose={close}
        title={isPractice ? says.practiceTitle : says.title}
        size={step === "send" ? "small" : step === "choose" ? "large" : "full"}
        footer={<StepFooter intake={intake} state={state} practice={isPractice} onClose={close} />}
      >
        {step === "send" && sending ? (
          <SendStep sending={sending} papers={sendingPapers} practice={isPractice} />
        ) : (
          <DropArea intake={intake} enabled={step === "choose" || step === "pages"}>
            <StepList step={step} />
            <div className={styles["content"]}>
              <StepBody intake={intake} step={step} />
            </div>
          </DropArea>
        )}
      </Dialog>
      <Dialog
        open={leaving && hasWork}
        onClose={() => setLeaving(false)}
        title={says.leave.title}
        size="small"
        footer={
          <>
            <Button variant="quiet" onClick={onClose}>
              {says.leave.leave}
            </Button>
            <Button variant="primary" onClick={() => setLeaving(false)}>
              {says.leave.stay}
            </Button>
          </>
        }
      >
        <p>{says.leave.text}</p>
      </Dialog>
    </>
  );
}

function StepBody({
  intake,
  step,
}: {
  readonly intake: Intake;
  readonly step: IntakeState["step"];
}) {
  switch (step) {
    case "choose":
      return <ChooseStep intake={intake} />;
    case "pages":
      return <PagesStep intake={intake} />;
    case "names":
      return <NamesStep intake={intake} />;
    case "look":
      return <LookStep intake={intake} />;
    case "send":
      return null;
  }
}

/** The whole of a step takes files that are let go over it. */
function DropArea(props: {
  readonly intake: Intake;
  readonly enabled: boolean;
  readonly children: React.ReactNode;
}) {
  const [over, setOver] = useState(false);
  const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes("Files");
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- dropping has a button beside it
    <div
      className={styles["body"]}
      data-over={over || undefined}
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        // Without this the browser would leave the page and show the file.
        event.preventDefault();
        setOver(props.enabled);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        event.stopPropagation();
        setOver(false);
        if (props.enabled) props.intake.addFiles([...event.dataTransfer.files]);
      }}
    >
      {props.children}
      {over && <p className={styles["dropNow"]}>{says.choose.dropNow}</p>}
    </div>
  );
}

/** Closing the tab would let go of pages that were read. */
function useWarning(hasWork: boolean): void {
  useEffect(() => {
    if (!hasWork) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [hasWork]);
}
