/**
 * Moving papers between heaps, as acts of this person: one undo step each. And what is selected next,
 * so that a stack can be sorted with one key a paper.
 */
import type { PaperId, PileId } from "../../../shared/base/ids.ts";
import type { BoardView } from "../../../shared/board/reader.ts";
import type { Place } from "../../../shared/sorting/places.ts";
import { ordersFor } from "../../../shared/sorting/reorder.ts";
import { papersIn, sendPapers } from "../../list/acts.ts";
import type { BoardSession } from "../../sync/board-session.ts";
import type { DropPlace } from "./drop-place.ts";

/** All papers as they lie: the unsorted, then each pile from left to right. */
export function papersInOrder(view: BoardView): readonly PaperId[] {
  return [...view.sorted.unsorted, ...view.piles.flatMap(({ id }) => papersIn(view, id))];
}

/**
 * What to write so that papers lie at a place within a heap, in the order they lie in now. Empty where
 * they lie there already.
 */
export function placesAfterDrop(
  view: BoardView,
  papers: ReadonlySet<string>,
  { pile, index }: Pick<DropPlace, "pile" | "index">,
): readonly (readonly [PaperId, Place])[] {
  const moving = papersInOrder(view).filter((id) => papers.has(id));
  const heap = papersIn(view, pile);
  const others = heap.filter((id) => !papers.has(id));
  const wanted = [...others.slice(0, index), ...moving, ...others.slice(index)];
  if (isEqual(wanted, heap)) return [];
  const now = wanted.map((id) => ({ id, order: view.places.get(id)?.order ?? "" }));
  return [...ordersFor(now, papers)].map(([id, order]) => [id, { pile, order }] as const);
}

/**
 * Sends papers to the end of a heap and says what to select then: after one paper from the tray the
 * next one there, so that keys sort a stack at speed; otherwise what was selected.
 */
export function sendAndAdvance(
  session: BoardSession,
  papers: readonly PaperId[],
  pile: PileId | undefined,
): readonly PaperId[] {
  const tray = session.reader.view().sorted.unsorted;
  const only = papers.length === 1 ? papers[0] : undefined;
  const at = only === undefined ? -1 : tray.indexOf(only);
  sendPapers(session, papers, pile);
  if (at < 0 || pile === undefined) return papers;
  const left = session.reader.view().sorted.unsorted;
  const next = left[at] ?? left.at(-1);
  return next === undefined ? papers : [next];
}

const isEqual = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, i) => id === b[i]);
