/**
 * The open questions about the paper being read: its wonders, each to be closed once the team is done with
 * it; those that are closed, folded away; and a way to ask about the paper as a whole.
 */
import { CircleQuestionMark } from "lucide-react";
import { type FormEvent, useMemo, useRef, useState } from "react";
import type { PaperId, RegionId } from "../../../shared/base/ids.ts";
import { type Question, questionsOfPaper } from "../../../shared/board/questions.ts";
import { useBoard, useMayWrite, useSession } from "../../sync/use-board.tsx";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { questions as say } from "../../words/en/questions.ts";
import { newNoteOn } from "./note-acts.ts";
import styles from "./paper-questions.module.css";
import { ClosedQuestions, QuestionList } from "./question-list.tsx";
import { useFocusKept } from "./use-focus-kept.ts";

export interface PaperQuestionsProps {
  readonly paper: PaperId;
  /** Shows the mark that asks. */
  readonly onChoose: (region: RegionId) => void;
}

export function PaperQuestions({ paper, onChoose }: PaperQuestionsProps) {
  const pagesOf = useBoard((view) => view.pagesOf);
  const regions = useBoard((view) => view.regions);
  const notesOn = useBoard((view) => view.notesOn);
  const all = useMemo(
    () => questionsOfPaper({ pagesOf, regions, notesOn }, paper),
    [pagesOf, regions, notesOn, paper],
  );
  const mayWrite = useMayWrite();
  const part = useRef<HTMLElement>(null);
  const open = all.filter(({ note }) => !note.closed);
  const closed = all.filter(({ note }) => note.closed);
  useFocusKept(part, open.length);
  useFocusKept(part, closed.length);
  if (all.length === 0 && !mayWrite) return null;
  const list = {
    whereOf: ({ on }: Question) => on && say.onMark(on.mark.index),
    onGo: ({ on }: Question) => on && onChoose(on.mark.region.id),
  };
  return (
    <section ref={part} className={styles["part"]} aria-label={say.open} tabIndex={-1}>
      {open.length > 0 && (
        <>
          <h3 className={styles["title"]}>{say.openCount(open.length)}</h3>
          <QuestionList {...list} some={open} />
        </>
      )}
      <ClosedQuestions {...list} some={closed} />
      {mayWrite && <Ask paper={paper} />}
    </section>
  );
}

/** A wonder about the whole first page. */
function Ask({ paper }: { readonly paper: PaperId }) {
  const session = useSession();
  const [typed, setTyped] = useState<string | undefined>();
  const button = useRef<HTMLButtonElement>(null);
  function close(): void {
    setTyped(undefined);
    // The button is there again only once the field is gone.
    requestAnimationFrame(() => button.current?.focus());
  }
  function ask(event: FormEvent): void {
    event.preventDefault();
    const words = typed?.trim() ?? "";
    if (words !== "") newNoteOn(session, { paper }, "wonder", words);
    close();
  }
  if (typed === undefined) {
    return (
      <div>
        <Button
          ref={button}
          size="small"
          variant="quiet"
          icon={CircleQuestionMark}
          onClick={() => setTyped("")}
        >
          {say.ask}
        </Button>
      </div>
    );
  }
  return (
    <form className={styles["ask"]} onSubmit={ask}>
      <TextField
        label={say.field}
        value={typed}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was asked for just now
        autoFocus
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
          event.preventDefault();
          event.stopPropagation();
          close();
        }}
      />
      <div className={styles["ends"]}>
        <Button size="small" variant="quiet" onClick={close}>
          {say.cancel}
        </Button>
        <Button size="small" variant="primary" type="submit">
          {say.put}
        </Button>
      </div>
    </form>
  );
}
