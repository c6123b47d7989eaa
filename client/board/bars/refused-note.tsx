/** Why the server does not take anything from this page any more, and the way on. */
import { CircleAlert } from "lucide-react";
import { errors } from "../../../shared/protocol/errors.ts";
import { useRefusal, useStatus } from "../../sync/use-board.tsx";
import { Button } from "../../ui/button.tsx";
import { words } from "../../words/words.ts";
import styles from "./refused-note.module.css";

export function RefusedNote() {
  const status = useStatus();
  const refusal = useRefusal();
  if (status !== "refused" || !refusal) return null;
  const passes = errors[refusal].retryable;
  return (
    <div className={styles["note"]} role="alert">
      <CircleAlert size={20} aria-hidden />
      <p>
        {!passes && <strong>{words.board.refusedTitle} </strong>}
        {words.refusals[refusal]}
      </p>
      {!passes && (
        <Button size="small" onClick={() => location.reload()}>
          {words.board.reload}
        </Button>
      )}
    </div>
  );
}
