/**
 * Numbers beside papers: the columns that were brought in, one of them as bars, and what can be done with
 * the papers behind a bar.
 *
 * Owns which column is looked at and which bars are chosen, for this person alone; what is dimmed at the
 * table outlives the panel (numbers-filter.tsx). No number stands here without a way to its papers.
 */
import { Table2, TableProperties } from "lucide-react";
import { useMemo, useRef, useState } from "react";
import type { ColumnId } from "../../shared/base/ids.ts";
import type { PaperFilter } from "../../shared/numbers/groups.ts";
import type { TagFilter } from "../../shared/papers/tags.ts";
import { papersInOrder } from "../papers/reading/reading-order.ts";
import { WithheldLine } from "../papers/tags/withheld-line.tsx";
import { useBoard, useMayWrite } from "../sync/use-board.tsx";
import { Button } from "../ui/button.tsx";
import { closesOnEscape, SidePanel } from "../ui/side-panel.tsx";
import { numbers as say } from "../words/en/numbers.ts";
import { words } from "../words/words.ts";
import { ColumnList } from "./column-list.tsx";
import { ColumnLook } from "./column-look.tsx";
import type { NumbersHands } from "./numbers-hands.ts";
import styles from "./numbers-panel.module.css";

export interface NumbersPanelProps {
  readonly hands: NumbersHands;
  /** What is kept bright now: by its numbers, or by something else. */
  readonly filter: PaperFilter | TagFilter | undefined;
  readonly onClose: () => void;
}

export function NumbersPanel({ hands, filter: bright, onClose }: NumbersPanelProps) {
  const filter = bright && "column" in bright ? bright : undefined;
  const columns = useBoard((view) => view.columns);
  const piles = useBoard((view) => view.piles);
  const sorted = useBoard((view) => view.sorted);
  const mayWrite = useMayWrite();
  const [asked, setAsked] = useState<ColumnId | undefined>(filter?.column);
  const heading = useRef<HTMLHeadingElement>(null);
  const papers = useMemo(() => papersInOrder({ piles, sorted }), [piles, sorted]);
  const column = columns.find(({ id }) => id === asked) ?? columns[0];
  return (
    <SidePanel
      title={words.board.numbers}
      close={say.close}
      onClose={onClose}
      heading={heading}
      onKeyDown={closesOnEscape(onClose)}
    >
      <div className={styles["body"]}>
        <WithheldLine />
        {column ? (
          <>
            <ColumnList
              columns={columns}
              looked={column.id}
              onLook={setAsked}
              onGone={() => heading.current?.focus()}
            />
            <ColumnLook
              key={column.id}
              column={column}
              papers={papers}
              hands={hands}
              filter={filter?.column === column.id ? filter : undefined}
            />
          </>
        ) : (
          <div className={styles["empty"]}>
            <Table2 size={36} strokeWidth={1.5} aria-hidden />
            <h3 className={styles["emptyTitle"]}>{say.none}</h3>
            <p>{mayWrite ? say.noneHelp : say.noneToVisitors}</p>
          </div>
        )}
        <div className={styles["ways"]}>
          {mayWrite && (
            <Button
              icon={TableProperties}
              variant={column ? "plain" : "primary"}
              onClick={hands.bringIn}
            >
              {say.bringIn}
            </Button>
          )}
          {papers.length > 0 && (
            <Button variant={column ? "plain" : "quiet"} onClick={hands.draw}>
              {say.draw}
            </Button>
          )}
        </div>
      </div>
    </SidePanel>
  );
}
