/** All heaps of the table under its cards: the tray, the piles, and the place where a new pile begins. */
import { Plus } from "lucide-react";
import { useState } from "react";
import { createPortal } from "react-dom";
import type { PileId } from "../../../shared/base/ids.ts";
import { newPile } from "../../list/acts.ts";
import { useBoard, useMayWrite, useSession } from "../../sync/use-board.tsx";
import { useStore } from "../../ui/store.ts";
import { words } from "../../words/words.ts";
import type { Table } from "../table/table.ts";
import type { TableActs } from "../table-acts.ts";
import { HeapView } from "./heap-view.tsx";
import styles from "./heaps.module.css";

export function Heaps({ table, acts }: { readonly table: Table; readonly acts: TableActs }) {
  const session = useSession();
  const piles = useBoard((view) => view.piles);
  const sorted = useBoard((view) => view.sorted);
  const layout = useStore(table.layout);
  const [fresh, setFresh] = useState<PileId | undefined>();
  const mayWrite = useMayWrite();
  const { addPile } = layout;
  return createPortal(
    <>
      <HeapView
        acts={acts}
        pile={undefined}
        heap={layout.tray}
        below={layout.firstRow}
        count={sorted.unsorted.length}
        digit={0}
        isFirst
        isLast
        isNew={false}
      />
      {piles.map((pile, i) => {
        const heap = layout.piles.get(pile.id);
        return (
          heap && (
            <HeapView
              key={pile.id}
              acts={acts}
              pile={pile}
              heap={heap}
              below={layout.firstRow}
              count={sorted.piles.get(pile.id)?.length ?? 0}
              digit={i + 1}
              isFirst={i === 0}
              isLast={i === piles.length - 1}
              isNew={pile.id === fresh}
            />
          )
        );
      })}
      {mayWrite && (
        <button
          type="button"
          className={styles["add"]}
          style={{ left: addPile.x, top: addPile.y, width: addPile.w, height: addPile.h }}
          onClick={() => setFresh(newPile(session))}
        >
          <Plus aria-hidden />
          <span>{words.board.addPile}</span>
        </button>
      )}
    </>,
    table.underlay,
  );
}
