/**
 * A board as it is shown while some of its papers are being sorted alone: wherever those lie, they are
 * shown unsorted, so that nobody sees a placement before their own.
 *
 * Pure, with a memory: the same view for the same board and the same papers. What it leaves as it was
 * keeps its identity. test/unit/board/veil.test.ts.
 */
import type { PaperId } from "../base/ids.ts";
import { type Place, sortPapers } from "../sorting/places.ts";
import type { BoardView } from "./reader.ts";

export interface Resting {
  readonly papers: ReadonlySet<PaperId>;
  /** A round is on, for everybody; or it was revealed, and this person has not sorted them yet. */
  readonly why: "round" | "own";
  /** They were revealed: the order they lie in would tell where each was put, so they are shown in another. */
  readonly isRevealed: boolean;
}

export function createVeil(): (view: BoardView, resting: Resting | undefined) => BoardView {
  let last:
    | { readonly view: BoardView; readonly resting: Resting; readonly veiled: BoardView }
    | undefined;

  return (view, resting) => {
    if (!resting) {
      last = undefined;
      return view;
    }
    if (last?.view === view && last.resting === resting) return last.veiled;
    const isSame =
      last?.resting === resting &&
      last.view.places === view.places &&
      last.view.sorted === view.sorted;
    const { places, sorted } = isSame && last ? last.veiled : veiledPlaces(view, resting);
    const veiled = { ...view, places, sorted, resting };
    last = { view, resting, veiled };
    return veiled;
  };
}

function veiledPlaces(
  view: BoardView,
  { papers, isRevealed }: Resting,
): Pick<BoardView, "places" | "sorted"> {
  const places = new Map<PaperId, Place>();
  for (const [paper, place] of view.places) {
    const isHidden = papers.has(paper) && (isRevealed || place.pile !== undefined);
    // By their ids, then, which are random.
    places.set(paper, isHidden ? { pile: undefined, order: "" } : place);
  }
  return {
    places,
    sorted: sortPapers(
      places,
      view.piles.map(({ id }) => id),
    ),
  };
}
