/**
 * Moving papers between heaps, as acts of this person: one undo step each. And what is selected next,
 * so that a stack can be sorted with one key a paper. Papers that are sorted alone are not moved.
 */
import type { PaperId, PileId } from "../../../shared/base/ids.ts";
import type { Layout } from "../../../shared/board/layout.ts";
import type { BoardView } from "../../../shared/board/reader.ts";
import type { Place } from "../../../shared/sorting/places.ts";
import { ordersFor } from "../../../shared/sorting/reorder.ts";
import { movable, papersIn, sendPapers } from "../../list/acts.ts";
import type { BoardSession } from "../../sync/board-session.ts";
import { toast } from "../../ui/toast.tsx";
import { words } from "../../words/words.ts";
import type { DropPlace } from "./drop-place.ts";
import { type Direction, neighbour } from "./neighbours.ts";

/** All papers as they lie: the unsorted, then each pile from left to right. */
export function papersInOrder(view: BoardView): readonly PaperId[] {
  return [...view.sorted.unsorted, ...view.piles.flatMap(({ id }) => papersIn(view, id))];
}

/**
 * The paper that an arrow key goes to: the nearest in its direction, but through a stack, whose papers
 * lie in one place, by their order.
 */
export function nextPaper(
  view: BoardView,
  layout: Layout,
  from: string | undefined,
  direction: Direction,
): PaperId | undefined {
  const order = papersInOrder(view);
  const at = layout.papers.get(from as PaperId);
  if (!at) return order[0];
  const pile = view.places.get(from as PaperId)?.pile;
  const heap = papersIn(view, pile);
  const isStack = pile !== undefined && layout.piles.get(pile)?.lies === "stack";
  const step = direction === "right" || direction === "down" ? 1 : -1;
  const within = isStack ? heap[heap.indexOf(from as PaperId) + step] : undefined;
  const others = isStack ? order.filter((id) => !heap.includes(id)) : order;
  const cards = others.flatMap((id) => {
    const rect = layout.papers.get(id);
    return rect ? [{ id, rect }] : [];
  });
  return within ?? neighbour(cards, at, direction);
}

/** Says why papers that are sorted alone stay where they are. */
export function sayResting({ resting }: BoardView): void {
  if (resting) toast({ title: words.sorting.resting(resting.why) });
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
  const moving = movable(
    view,
    papersInOrder(view).filter((id) => papers.has(id)),
  );
  const heap = papersIn(view, pile);
  const others = heap.filter((id) => !moving.includes(id));
  const wanted = [...others.slice(0, index), ...moving, ...others.slice(index)];
  if (isEqual(wanted, heap)) return [];
  const now = wanted.map((id) => ({ id, order: view.places.get(id)?.order ?? "" }));
  // One that is shown here, and lies elsewhere, is not moved by the room others need.
  return [...ordersFor(now, new Set(moving))].flatMap(([id, order]) =>
    view.resting?.papers.has(id) ? [] : [[id, { pile, order }] as const],
  );
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
