/** What the numbers do to the board: each one act of this person, so one step of undo. */
import type { ColumnId, PaperId } from "../../shared/base/ids.ts";
import {
  bringInColumns,
  type ColumnToBring,
  deleteColumns,
  showOnCards,
} from "../../shared/numbers/column-edits.ts";
import { columnsOnCards, columnsRoot, most } from "../../shared/numbers/columns.ts";
import { setAlive } from "../../shared/records/records.ts";
import { describePile, renamePile } from "../../shared/sorting/piles.ts";
import { newPile, sendPapers } from "../list/acts.ts";
import type { Acting } from "../needs/acting.ts";

export function bringIn(session: Acting, columns: readonly ColumnToBring[]): void {
  const { doc, newId } = session;
  session.act((origin) => {
    bringInColumns(doc, columns, session.reader.whole().columns, newId, origin);
  });
}

/** False where as many are on the cards as there is room for. */
export function putOnCards(session: Acting, id: ColumnId, onCards: boolean): boolean {
  const shown = columnsOnCards(session.reader.view().columns);
  if (onCards && shown.length >= most.onCards) return false;
  session.act((origin) => showOnCards(session.doc, id, onCards, origin));
  return true;
}

/** Takes a column off the board; the returned function brings it back. */
export function removeColumn(session: Acting, id: ColumnId): () => void {
  session.act((origin) => deleteColumns(session.doc, [id], origin));
  return () => session.act((origin) => setAlive(session.doc, columnsRoot, [id], true, origin));
}

export interface PileToMake {
  readonly name: string;
  /** What belongs in it. */
  readonly criterion: string;
  readonly papers: readonly PaperId[];
}

/** A new pile for each, with its papers; piles without papers are not made. */
export function makePiles(session: Acting, piles: readonly PileToMake[]): number {
  const filled = piles.filter(({ papers }) => papers.length > 0);
  session.act((origin) => {
    for (const { name, criterion, papers } of filled) {
      const id = newPile(session);
      renamePile(session.doc, id, name, origin);
      describePile(session.doc, id, criterion, origin);
      sendPapers(session, papers, id);
    }
  });
  return filled.length;
}
