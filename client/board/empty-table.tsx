/** What a table without papers says: the two ways to bring some. */
import { FileStack, Sparkles } from "lucide-react";
import { useBoard, useMayWrite } from "../sync/use-board.tsx";
import { Button } from "../ui/button.tsx";
import { words } from "../words/words.ts";
import { useHands } from "./board-context.ts";
import styles from "./empty-table.module.css";
import { change } from "./table-state.ts";

export function EmptyTable() {
  const { state } = useHands();
  const isEmpty = useBoard((view) => view.papers.size === 0);
  const mayWrite = useMayWrite();
  if (!isEmpty) return null;
  return (
    <section className={styles["empty"]} aria-labelledby="empty-title">
      <h2 id="empty-title" className={styles["title"]}>
        {words.board.emptyTitle}
      </h2>
      <p className={styles["text"]}>
        {mayWrite ? words.board.emptyText : words.board.emptyToVisitors}
      </p>
      {mayWrite && (
        <div className={styles["ways"]}>
          <Button
            variant="primary"
            icon={FileStack}
            onClick={() => change(state, { dialog: "bringIn" })}
          >
            {words.board.bringIn}
          </Button>
          <Button icon={Sparkles} onClick={() => change(state, { dialog: "practice" })}>
            {words.board.practice}
          </Button>
        </div>
      )}
    </section>
  );
}
