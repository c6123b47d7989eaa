/** What the columns on the cards say of one paper, beside it in the reader. */
import type { PaperId } from "../../shared/base/ids.ts";
import { columnsOnCards } from "../../shared/numbers/columns.ts";
import { WithheldLine } from "../papers/tags/withheld-line.tsx";
import { useBoard } from "../sync/use-board.tsx";
import { words } from "../words/words.ts";
import { titleOf } from "./group-words.ts";
import styles from "./paper-numbers.module.css";

export function PaperNumbers({ paper }: { readonly paper: PaperId }) {
  const columns = useBoard((view) => view.columns);
  const said = columnsOnCards(columns).flatMap((column) => {
    const value = column.values.get(paper);
    return value === undefined
      ? []
      : [{ id: column.id, title: titleOf(column), value: words.board.value(value) }];
  });
  const rests = useBoard((view) => view.resting?.papers.has(paper) ?? false);
  if (rests) return <WithheldLine />;
  if (said.length === 0) return null;
  return (
    <dl className={styles["numbers"]} aria-label={words.board.numbers}>
      {said.map(({ id, title, value }) => (
        <div key={id} className={styles["one"]}>
          <dt className={styles["title"]}>{title}</dt>
          <dd className={styles["value"]}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
