/**
 * "Bring in papers": the dialog from files to papers on the board. Used inside a `BoardProvider`.
 *
 * Owns which step is shown and its buttons; what happens is in intake.ts. Closing it while there is
 * work in it asks first; ending it leaves nothing behind, here or on the board.
 */
import { ClipboardList } from "lucide-react";
import {
  type DragEvent,
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useEffectEvent,
  useState,
} from "react";
import type { AskTeam } from "../../sync/team-lane.ts";
import { useBoard, useSession } from "../../sync/use-board.tsx";
import { Button } from "../../ui/button.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { useStore } from "../../ui/store.ts";
import { toast } from "../../ui/toast.tsx";
import { useLeaveWarning } from "../../ui/use-leave-warning.ts";
import { keys as keyWords } from "../../words/en/keys.ts";
import { papers as paperWords } from "../../words/en/papers.ts";
import { tasks as taskWords } from "../../words/en/tasks.ts";
import { type KeyBook, keyBookText, withNames } from "../keys/key-book.ts";
import styles from "./bring-in-papers.module.css";
import { addOrSay, ChooseStep } from "./choose-step.tsx";
import { droppedFiles } from "./dropped-files.ts";
import { createIntake, type Intake } from "./intake.ts";
import { type IntakeState, papersAtHand, papersToSend } from "./intake-state.ts";
import { LookStep } from "./look-step.tsx";
import { NamesStep } from "./names-step.tsx";
import { PagesStep } from "./pages-step.tsx";
import { SendStep } from "./send-step.tsx";
import { StepFooter } from "./step-footer.tsx";
import { StepList } from "./step-list.tsx";

const says = paperWords;

export interface BringInPapersProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** Files dropped on the board: read at once. */
  readonly files?: readonly File[] | undefined;
  /** Asks for the team, whose kept tasks are offered; undefined for who is not of it. */
  readonly askTeam?: AskTeam | undefined;
  /** Bring in the practice set, without any step in between. */
  readonly practice?: boolean | undefined;
}

export function BringInPapers(props: BringInPapersProps) {
  return props.open ? <OpenIntake {...props} /> : null;
}

function OpenIntake({ onClose, files, practice = false, askTeam }: BringInPapersProps) {
  const session = useSession();
  const [intake] = useState(() => createIntake(session));
  const [leaving, setLeaving] = useState(false);
  const [tasking, setTasking] = useState(false);
  const [usesPhone, setUsesPhone] = useState(false);
  const onPicture = useCallback((picture: File) => intake.addFiles([picture]), [intake]);
  const state = useStore(intake.state);
  const said = useBoard((view) => view.meta.task);
  const { step, sending } = state;
  const waits = sending?.is === "stopped" && sending.waits;
  const hasWork = state.pages.length > 0 && sending?.is !== "done" && !waits;
  const codes = sending?.codes ?? [];
  const book = keyBookOf(state, codes);
  const bookText = keyBookText(book);
  /** The key book as it was last kept, in this page alone; another one is not kept yet. */
  const [kept, setKept] = useState("");
  const isKept = book.length === 0 || kept === bookText;
  /** The key book is asked for before there are papers on the table, by itself or on the way out. */
  const [keeping, setKeeping] = useState<"now" | "leaving">();

  useEffect(() => {
    if (practice) void intake.practise();
    else if (files && files.length > 0) intake.addFiles(files);
    return () => intake.end();
  }, [intake, files, practice]);

  const finish = useEffectEvent((papers: number) => {
    // Whoever typed names is asked to keep them before they go.
    if (!isKept) return;
    toast({ kind: "good", title: says.send.done(papers), detail: says.send.doneDetail });
    onClose();
  });
  useEffect(() => {
    if (sending?.is === "done") finish(sending.codes.length);
  }, [sending]);
  const isKeeping = sending?.is === "done" && book.length > 0;
  // Masked pages wait in this browser, names do not.
  const namesGo = (isKeeping || waits) && !isKept;
  // Closing the tab would let go of pages that were read.
  useLeaveWarning(hasWork || namesGo);
  usePaste(step === "choose" || step === "pages", intake.addFiles);

  const close = (): void => {
    if (namesGo && waits && keeping === undefined) setKeeping("leaving");
    else if (hasWork || namesGo) setLeaving(true);
    else onClose();
  };
  const keep = (): void => setKept(bookText);
  const doneKeeping = (): void => {
    if (keeping === "leaving") return close();
    setKeeping(undefined);
  };
  const namesGoing = leaving && namesGo && (
    <Confirm
      title={keyWords.notKeptTitle}
      text={keyWords.notKeptText}
      no={keyWords.notKeptStay}
      yes={keyWords.notKeptClose}
      onNo={() => setLeaving(false)}
      onYes={onClose}
    />
  );
  if (isKeeping) {
    return (
      <Suspense fallback={null}>
        <KeepDialog
          lead={[keyWords.keepLead(codes.length), kept !== "" && !isKept && keyWords.changedSince]
            .filter(Boolean)
            .join(" ")}
          book={book}
          onKept={keep}
          onClose={close}
        >
          {namesGoing}
        </KeepDialog>
      </Suspense>
    );
  }
  const isPractice = practice || (step === "send" && state.files.length === 0);
  const sendingPapers = step === "send" ? papersToSend(state).length : 0;
  return (
    <>
      <Dialog
        open
        sticky
        onClose={() => (state.fitting ? intake.toFit(undefined) : close())}
        title={isPractice ? says.practiceTitle : says.title}
        size={step === "send" ? "small" : step === "choose" ? "large" : "full"}
        footer={<StepFooter intake={intake} state={state} practice={isPractice} onClose={close} />}
      >
        {step === "send" && sending ? (
          <SendStep
            sending={sending}
            papers={sendingPapers}
            practice={isPractice}
            paused={state.paused}
            onKeepNames={isKept || isPractice ? undefined : () => setKeeping("now")}
          />
        ) : (
          <DropArea intake={intake} enabled={step === "choose" || step === "pages"}>
            <div className={styles["head"]}>
              <StepList step={step} />
              {askTeam && step !== "choose" && (
                <Button size="small" icon={ClipboardList} onClick={() => setTasking(true)}>
                  {taskWords.task}
                </Button>
              )}
            </div>
            <div className={styles["content"]}>
              <StepBody intake={intake} step={step} onPhone={() => setUsesPhone(true)} />
            </div>
          </DropArea>
        )}
      </Dialog>
      {keeping ? (
        <Suspense fallback={null}>
          <KeepDialog lead={keyWords.keepWaiting} book={book} onKept={keep} onClose={doneKeeping}>
            {namesGoing}
          </KeepDialog>
        </Suspense>
      ) : (
        namesGoing
      )}
      {tasking && askTeam && (
        <Suspense fallback={null}>
          <TaskDialog
            task={{ ...said, ...state.task }}
            onTask={intake.setTask}
            settings={{
              pages: state.perPaper,
              masks: state.masks.byNumber,
              nameless: [...state.masks.nameless],
            }}
            onUse={intake.useTemplate}
            askTeam={askTeam}
            onClose={() => setTasking(false)}
          />
        </Suspense>
      )}
      {usesPhone && (step === "choose" || step === "pages") && (
        <Suspense fallback={null}>
          <PhoneDialog onPicture={onPicture} onClose={() => setUsesPhone(false)} />
        </Suspense>
      )}
      <Dialog
        open={leaving && hasWork}
        onClose={() => setLeaving(false)}
        title={says.leave.title}
        size="small"
        footer={
          <>
            <Button
              variant="quiet"
              onClick={() => {
                intake.letGo();
                onClose();
              }}
            >
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

/** Who is who comes when somebody wants to say it. */
const PupilsStep = lazy(() =>
  import("../keys/pupils-step.tsx").then((part) => ({ default: part.PupilsStep })),
);
const TaskDialog = lazy(() =>
  import("../tasks/task-dialog.tsx").then((part) => ({ default: part.TaskDialog })),
);
const KeepDialog = lazy(() =>
  import("../keys/keep-dialog.tsx").then((part) => ({ default: part.KeepDialog })),
);

const isAnyNamed = (state: IntakeState): boolean =>
  papersAtHand(state).some(({ name }) => name.trim() !== "");

/** The key book with the papers that were named; empty where none was. */
function keyBookOf(state: IntakeState, codes: readonly string[]): KeyBook {
  if (codes.length === 0 || !isAnyNamed(state)) return [];
  const named = papersAtHand(state).map(({ name }, i) => ({ name, code: codes[i] ?? "" }));
  return withNames(state.pupils.book, named, state.pupils.group);
}

/** Codes and locks come when somebody wants to use a phone. */
const PhoneDialog = lazy(() =>
  import("../phone/phone-dialog.tsx").then((part) => ({ default: part.PhoneDialog })),
);

function StepBody(props: {
  readonly intake: Intake;
  readonly step: IntakeState["step"];
  readonly onPhone: () => void;
}) {
  const { intake, step, onPhone } = props;
  switch (step) {
    case "choose":
      return <ChooseStep intake={intake} onPhone={onPhone} />;
    case "pages":
      return <PagesStep intake={intake} onPhone={onPhone} />;
    case "names":
      return <NamesStep intake={intake} />;
    case "look":
      return <LookStep intake={intake} />;
    case "pupils":
      return (
        <Suspense fallback={null}>
          <PupilsStep intake={intake} />
        </Suspense>
      );
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
        if (!props.enabled) return;
        void droppedFiles(event.dataTransfer).then((files) => addOrSay(props.intake, files));
      }}
    >
      {props.children}
      {over && <p className={styles["dropNow"]}>{says.choose.dropNow}</p>}
    </div>
  );
}

/** Pictures and PDFs from the clipboard come in like dropped ones. */
function usePaste(enabled: boolean, add: (files: readonly File[]) => void): void {
  useEffect(() => {
    if (!enabled) return;
    const paste = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      add(files);
    };
    addEventListener("paste", paste);
    return () => removeEventListener("paste", paste);
  }, [enabled, add]);
}
