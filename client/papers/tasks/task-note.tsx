/** The task of the board, where one works on its papers; nothing where nobody said any. */
import { ClipboardList } from "lucide-react";
import { useBoard } from "../../sync/use-board.tsx";
import { tasks as say } from "../../words/en/tasks.ts";
import styles from "./task-note.module.css";

export interface TaskNoteProps {
  /** One line until somebody asks: where the paper needs the room. */
  readonly isFolded?: boolean;
}

export function TaskNote({ isFolded = false }: TaskNoteProps) {
  const { prompt, lookFor } = useBoard((view) => view.meta.task);
  const parts = [
    { heading: say.prompt, text: prompt },
    { heading: say.lookFor, text: lookFor },
  ].filter(({ text }) => text !== "");
  if (parts.length === 0) return null;
  return (
    <details className={styles["note"]} open={!isFolded}>
      <summary className={styles["summary"]}>
        <ClipboardList size={18} strokeWidth={1.9} aria-hidden />
        {say.task}
      </summary>
      <dl className={styles["parts"]}>
        {parts.map(({ heading, text }) => (
          <div key={heading}>
            <dt className={styles["heading"]}>{heading}</dt>
            <dd className={styles["text"]}>{text}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
