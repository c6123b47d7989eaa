/** The guiding question over the table: asked for, never demanded, edited where it stands. */
import { askQuestion } from "../../../shared/board/meta.ts";
import { useBoard, useMayWrite, useSession } from "../../sync/use-board.tsx";
import { words } from "../../words/words.ts";
import { EditableWords } from "../editable-words.tsx";
import styles from "./question.module.css";

export function Question() {
  const session = useSession();
  const question = useBoard((view) => view.meta.question);
  const mayWrite = useMayWrite();
  if (!mayWrite && question === "") return null;
  return (
    <div className={styles["question"]} data-asked={question !== "" || undefined}>
      <EditableWords
        value={question}
        placeholder={words.board.questionPrompt}
        label={words.board.questionField}
        maxLength={300}
        onChange={(next) => session.act((origin) => askQuestion(session.doc, next, origin))}
      />
    </div>
  );
}
