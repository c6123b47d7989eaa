/**
 * A board as it is shown while some of its papers are being sorted alone: wherever those lie, they are
 * shown unsorted, so that nobody sees a placement before their own; and without the tags and numbers that
 * say whose they are or what somebody thought of them, so that they are everybody's pupils'.
 *
 * Every view and every file made of the board reads it through here, so nothing else has to know. Notes
 * stay: they are what a team says to each other, and the view in which one sorts shows none.
 *
 * Pure, with a memory: the same view for the same board and the same papers. What it leaves as it was
 * keeps its identity. test/unit/board/veil.test.ts.
 */
import type { PageId, PaperId } from "../base/ids.ts";
import type { Column } from "../numbers/columns.ts";
import { type Place, type Sorted, sortPapers } from "../sorting/places.ts";
import type { BoardView } from "./reader.ts";

export interface Resting {
  readonly papers: ReadonlySet<PaperId>;
  /** A round is on, for everybody; or it was revealed, and this person has not sorted them yet. */
  readonly why: "round" | "own";
  /** They were revealed: the order they lie in would tell where each was put, so they are shown in another. */
  readonly isRevealed: boolean;
}

export function createVeil(): (view: BoardView, resting: Resting | undefined) => BoardView {
  const placesOf = remembered(veiledPlaces);
  const papersOf = remembered(untaggedPapers);
  const regionsOf = remembered(untaggedRegions);
  const columnsOf = remembered(columnsWithout);
  let last:
    | { readonly view: BoardView; readonly resting: Resting; readonly veiled: BoardView }
    | undefined;

  return (view, resting) => {
    if (!resting) {
      last = undefined;
      return view;
    }
    if (last?.view === view && last.resting === resting) return last.veiled;
    const known = {
      papers: papersOf(view.papers, resting),
      regions: regionsOf(view.regions, view.pages, resting),
      columns: columnsOf(view.columns, resting),
    };
    const isWithheld =
      known.papers !== view.papers ||
      known.regions !== view.regions ||
      known.columns !== view.columns;
    const places = placesOf(view.places, view.sorted, resting);
    const veiled = { ...view, ...places, ...known, resting, isWithheld };
    last = { view, resting, veiled };
    return veiled;
  };
}

function veiledPlaces(
  all: BoardView["places"],
  sorted: Sorted,
  { papers, isRevealed }: Resting,
): Pick<BoardView, "places" | "sorted"> {
  const places = new Map<PaperId, Place>();
  for (const [paper, place] of all) {
    const isHidden = papers.has(paper) && (isRevealed || place.pile !== undefined);
    // By their ids, then, which are random.
    places.set(paper, isHidden ? { pile: undefined, order: "" } : place);
  }
  return { places, sorted: sortPapers(places, [...sorted.piles.keys()]) };
}

function untaggedPapers(all: BoardView["papers"], { papers }: Resting): BoardView["papers"] {
  return changed(all, (paper) => (papers.has(paper.id) ? untagged(paper) : paper));
}

function untaggedRegions(
  all: BoardView["regions"],
  pages: BoardView["pages"],
  { papers }: Resting,
): BoardView["regions"] {
  const rests = (page: PageId): boolean => {
    const paper = pages.get(page)?.paper;
    return paper !== undefined && papers.has(paper);
  };
  return changed(all, (region) => (rests(region.page) ? untagged(region) : region));
}

/** The columns themselves stay; of a paper that rests they know nothing. */
function columnsWithout(all: readonly Column[], { papers }: Resting): readonly Column[] {
  const says = ({ values }: Column): boolean => [...papers].some((paper) => values.has(paper));
  if (!all.some(says)) return all;
  return all.map((column) =>
    says(column)
      ? { ...column, values: new Map([...column.values].filter(([paper]) => !papers.has(paper))) }
      : column,
  );
}

/** The same map where nothing in it is another. */
function changed<Id, T>(all: ReadonlyMap<Id, T>, change: (one: T) => T): ReadonlyMap<Id, T> {
  const entries = [...all].map(([id, one]) => [id, change(one)] as const);
  return entries.some(([id, one]) => all.get(id) !== one) ? new Map(entries) : all;
}

const bare = new WeakMap<object, object>();
/** The same without tags, and the same one each time: what is drawn from it need not be drawn again. */
function untagged<T extends { readonly tags: readonly string[] }>(thing: T): T {
  if (thing.tags.length === 0) return thing;
  const known = bare.get(thing) ?? { ...thing, tags: [] };
  bare.set(thing, known);
  return known as T;
}

/** What `make` came to, until one of the parts that it is made of is another. */
function remembered<Of extends readonly unknown[], T>(make: (...of: Of) => T): (...of: Of) => T {
  let last: { readonly of: Of; readonly made: T } | undefined;
  return (...of) => {
    if (!last || of.some((part, i) => part !== last?.of[i])) last = { of, made: make(...of) };
    return last.made;
  };
}
