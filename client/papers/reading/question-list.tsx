/** Questions one below the other, each with the way to where it is asked, and to close it or open it again. */
import { CircleCheck, RotateCcw } from "lucide-react";
import type { Question } from "../../../shared/board/questions.ts";
import { useMayWrite, useSession } from "../../sync/use-board.tsx";
import { Button } from "../../ui/button.tsx";
import { questions as say } from "../../words/en/questions.ts";
import { setClosed } from "./note-acts.ts";
import styles from "./question-list.module.css";

export interface QuestionListProps {
  readonly some: readonly Question[];
  /** Where it is asked, in words. */
  readonly whereOf: (question: Question) => string | undefined;
  readonly onGo: (question: Question) => void;
  /** One was closed or opened again: it leaves this list, and the focus with it. */
  readonly onGone?: () => void;
}

export function QuestionList({ some, whereOf, onGo, onGone }: QuestionListProps) {
  const session = useSession();
  const mayWrite = useMayWrite();
  return (
    <ul className={styles["questions"]}>
      {some.map((question) => {
        const { note } = question;
        const where = whereOf(question);
        return (
          <li key={note.id} className={styles["question"]}>
            <button
              type="button"
              className={styles["words"]}
              data-closed={note.closed}
              onClick={() => onGo(question)}
            >
              <span>{note.words}</span>
              {where && <span className={styles["where"]}>{where}</span>}
            </button>
            {mayWrite && (
              <Button
                size="small"
                variant="quiet"
                icon={note.closed ? RotateCcw : CircleCheck}
                aria-label={note.closed ? say.reopenOf(note.words) : say.closeOf(note.words)}
                onClick={() => {
                  setClosed(session, note.id, !note.closed);
                  onGone?.();
                }}
              >
                {note.closed ? say.reopen : say.close}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Those that are closed, folded away; nothing where there are none. */
export function ClosedQuestions(props: QuestionListProps) {
  const count = props.some.length;
  if (count === 0) return null;
  return (
    <details>
      <summary className={styles["summary"]}>{say.closed(count)}</summary>
      <QuestionList {...props} />
    </details>
  );
}
