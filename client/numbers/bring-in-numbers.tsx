/**
 * Bringing in numbers: a table is pasted or opened, its rows meet their papers, columns are chosen. One
 * step of undo. The table itself stays in this browser and is forgotten when the dialog closes.
 */
import { Table2, Undo2 } from "lucide-react";
import { useMemo, useState } from "react";
import { guessKey, matchByCode, matchInOrder } from "../../shared/numbers/matching.ts";
import { type Cells, readTable, type Table } from "../../shared/numbers/tables.ts";
import { papersInOrder } from "../papers/reading/reading-order.ts";
import { useBoard, useSession } from "../sync/use-board.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { toast } from "../ui/toast.tsx";
import { numbers as say } from "../words/en/numbers.ts";
import styles from "./bring-in-numbers.module.css";
import { type Choices, choicesAtFirst, columnsToBring, problemsOf } from "./bringing.ts";
import { ChooseTable } from "./choose-table.tsx";
import { ColumnChoices } from "./column-choices.tsx";
import { bringIn } from "./number-acts.ts";
import { RowsAndPapers, type Way } from "./rows-and-papers.tsx";

export interface BringInNumbersProps {
  readonly onClose: () => void;
  /** They are on the board. */
  readonly onDone: () => void;
}

/** What was read of a table, and what a person says of it. */
interface Read {
  readonly cells: Cells;
  readonly table: Table;
  readonly way: Way;
  readonly key: number | undefined;
  readonly choices: Choices;
}

export function BringInNumbers({ onClose, onDone }: BringInNumbersProps) {
  const session = useSession();
  const papers = useBoard((view) => view.papers);
  const piles = useBoard((view) => view.piles);
  const sorted = useBoard((view) => view.sorted);
  const there = useBoard((view) => view.columns);
  const inOrder = useMemo(
    () => papersInOrder({ piles, sorted }).flatMap((id) => papers.get(id) ?? []),
    [papers, piles, sorted],
  );
  const [read, setRead] = useState<Read | undefined>();

  function take(cells: Cells, table: Table): void {
    const key = guessKey(table, inOrder)?.index;
    const choices = choicesAtFirst(table, key, there, say.columnNumber);
    setRead({ cells, table, way: "code", key, choices });
  }
  function nameByFirstRow(hasHeader: boolean): void {
    const answer = read && readTable(read.cells, hasHeader);
    if (answer?.ok) take(read?.cells ?? [], answer.table);
  }

  const keys = read?.table.columns.find(({ index }) => index === read.key)?.cells ?? [];
  const match = read && (read.way === "code" ? matchByCode : matchInOrder)(keys, inOrder);
  const problems = read ? problemsOf(read.choices, there) : new Map();
  const taken = read ? [...read.choices.values()].filter(({ isTaken }) => isTaken).length : 0;
  const canBring = match !== undefined && match.rows.size > 0 && taken > 0 && problems.size === 0;

  function bring(): void {
    if (!read || !match) return;
    const columns = columnsToBring(read.table, match, read.choices);
    bringIn(session, columns);
    toast({ kind: "good", title: say.broughtIn(columns.length, match.rows.size) });
    onDone();
  }

  return (
    <Dialog
      open
      sticky={read !== undefined}
      size="large"
      title={say.bringIn}
      description={say.bringInAbout}
      onClose={onClose}
      footer={
        read && (
          <>
            <Button icon={Undo2} onClick={() => setRead(undefined)}>
              {say.otherTable}
            </Button>
            <Button variant="primary" icon={Table2} disabled={!canBring} onClick={bring}>
              {say.bringInColumns(taken)}
            </Button>
          </>
        )
      }
    >
      {read && match ? (
        <div className={styles["look"]}>
          <RowsAndPapers
            table={read.table}
            papers={inOrder}
            match={match}
            keys={keys}
            way={read.way}
            keyColumn={read.key}
            onWay={(way) => setRead({ ...read, way })}
            onKey={(key) => {
              const choices = choicesAtFirst(read.table, key, there, say.columnNumber);
              setRead({ ...read, key, choices });
            }}
            onHeader={nameByFirstRow}
          />
          <ColumnChoices
            table={read.table}
            keyColumn={read.key}
            choices={read.choices}
            problems={problems}
            there={there}
            onChange={(choices) => setRead({ ...read, choices })}
          />
        </div>
      ) : (
        <ChooseTable onTable={take} />
      )}
    </Dialog>
  );
}
