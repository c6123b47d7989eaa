/**
 * Joins the roots of a board into its view: what stands on something dead is left out, what belongs
 * together is grouped.
 *
 * Pure, with a memory: a part is made anew only when one of the parts it is made from changed, and
 * whatever then comes out as before keeps its identity.
 */
import type { NeedId, NoteId, PageId, PaperId, RegionId } from "../base/ids.ts";
import type { Column } from "../numbers/columns.ts";
import type { Page } from "../papers/papers.ts";
import { sameValue } from "../records/records.ts";
import { byOrder, type Pile } from "../sorting/piles.ts";
import { type Place, type Sorted, sortPapers } from "../sorting/places.ts";
import type { Evidence, Need } from "./needs.ts";
import type { NextStep } from "./next-steps.ts";
import type { Note } from "./notes.ts";
import type { BoardView } from "./reader.ts";
import type { Resource } from "./resources.ts";

type Same<K extends keyof BoardView> = Pick<BoardView, K>;

/** Everything alive by itself, whatever it stands on; notes, strokes and shapes from the bottom up. */
export interface Raw
  extends Same<
    "meta" | "papers" | "places" | "pages" | "regions" | "notes" | "strokes" | "shapes"
  > {
  readonly piles: ReadonlyMap<Pile["id"], Pile>;
  readonly needs: ReadonlyMap<NeedId, Need>;
  readonly evidence: ReadonlyMap<Evidence["id"], Evidence>;
  readonly resources: ReadonlyMap<Resource["id"], Resource>;
  readonly steps: ReadonlyMap<NextStep["id"], NextStep>;
  readonly columns: ReadonlyMap<Column["id"], Column>;
}

/** One view after the other: the very same one where no part changed. */
export function createDeriver(): (raw: Raw) => BoardView {
  const piles = memo((_last: readonly Pile[] | undefined, all: Raw["piles"]): readonly Pile[] =>
    [...all.values()].toSorted(byOrder),
  );
  const papers = memo(livePapers);
  const pages = memo((last: Raw["pages"] | undefined, all: Raw["pages"], of: Raw["papers"]) =>
    filtered(all, (page) => of.has(page.paper), last),
  );
  const pagesOf = memo(groupPages);
  const places = memo(livePlaces);
  const sorted = memo(sort);
  const regions = memo((last: Raw["regions"] | undefined, all: Raw["regions"], on: Raw["pages"]) =>
    filtered(all, (region) => on.has(region.page), last),
  );
  const notes = memo((last: Raw["notes"] | undefined, all: Raw["notes"], on: Raw["regions"]) =>
    filtered(all, (note) => note.region === undefined || on.has(note.region), last),
  );
  const notesOn = memo(groupNotes);
  const strokes = memo((last: Raw["strokes"] | undefined, all: Raw["strokes"], on: Raw["pages"]) =>
    filtered(all, (stroke) => stroke.page === undefined || on.has(stroke.page), last),
  );
  const needs = memo(liveNeeds);
  const evidenceOf = memo(liveEvidence);
  const resourcesOf = memo(putToNeeds<Resource>);
  const stepsOf = memo(putToNeeds<NextStep>);
  const columns = memo(liveColumns);
  let view: BoardView | undefined;

  return (raw) => {
    const heaps = piles(raw.piles);
    const livingPapers = papers(raw.papers, raw.pages);
    const livingPages = pages(raw.pages, livingPapers);
    const livingPlaces = places(raw.places, livingPapers, raw.piles);
    const livingRegions = regions(raw.regions, livingPages);
    const livingNotes = notes(raw.notes, livingRegions);
    const next: BoardView = {
      meta: raw.meta,
      piles: heaps,
      papers: livingPapers,
      places: livingPlaces,
      sorted: sorted(livingPlaces, heaps),
      pages: livingPages,
      pagesOf: pagesOf(livingPages),
      regions: livingRegions,
      notes: livingNotes,
      notesOn: notesOn(livingNotes),
      strokes: strokes(raw.strokes, livingPages),
      shapes: raw.shapes,
      needs: needs(raw.needs, raw.piles),
      evidenceOf: evidenceOf(
        raw.evidence,
        raw.needs,
        livingNotes,
        livingPapers,
        livingRegions,
        livingPages,
      ),
      resourcesOf: resourcesOf(raw.resources, raw.needs),
      stepsOf: stepsOf(raw.steps, raw.needs),
      columns: columns(raw.columns, livingPapers),
    };
    const last = view;
    const parts = Object.keys(next) as (keyof BoardView)[];
    if (!last || parts.some((part) => next[part] !== last[part])) view = next;
    return view ?? next;
  };
}

/** A paper without a page has nothing to show yet: its pages are still on their way. */
function livePapers(
  last: Raw["papers"] | undefined,
  all: Raw["papers"],
  pages: Raw["pages"],
): BoardView["papers"] {
  const withPages = new Set<PaperId>();
  for (const page of pages.values()) withPages.add(page.paper);
  return filtered(all, (paper) => withPages.has(paper.id), last);
}

function groupPages(
  last: BoardView["pagesOf"] | undefined,
  pages: Raw["pages"],
): ReadonlyMap<PaperId, readonly Page[]> {
  return grouped([...pages.values()].toSorted(byOrder), (page) => page.paper, last);
}

function groupNotes(
  last: BoardView["notesOn"] | undefined,
  notes: Raw["notes"],
): ReadonlyMap<RegionId, readonly Note[]> {
  return grouped(notes.values(), (note) => note.region, last);
}

/** A place in a pile that is gone is a place among the unsorted. */
function livePlaces(
  last: BoardView["places"] | undefined,
  all: Raw["places"],
  papers: Raw["papers"],
  piles: Raw["piles"],
): BoardView["places"] {
  const living = new Map<PaperId, Place>();
  for (const [id, place] of all) {
    if (!papers.has(id)) continue;
    const gone = place.pile !== undefined && !piles.has(place.pile);
    living.set(id, gone ? { pile: undefined, order: place.order } : place);
  }
  return settled(living, last);
}

function sort(last: Sorted | undefined, places: Raw["places"], piles: readonly Pile[]): Sorted {
  const next = sortPapers(
    places,
    piles.map(({ id }) => id),
  );
  const unsorted = last && sameValue(next.unsorted, last.unsorted) ? last.unsorted : next.unsorted;
  const heaps = settled(new Map(next.piles), last?.piles);
  return last && heaps === last.piles && unsorted === last.unsorted
    ? last
    : { piles: heaps, unsorted };
}

/** A need seen in a pile that is gone is a need of the whole board. */
function liveNeeds(
  last: readonly Need[] | undefined,
  all: Raw["needs"],
  piles: Raw["piles"],
): readonly Need[] {
  const known = new Map(last?.map((need) => [need.id, need]));
  const next = [...all.values()].toSorted(byOrder).map((need): Need => {
    if (need.pile === undefined || piles.has(need.pile)) return need;
    const homeless: Need = { ...need, pile: undefined };
    const before = known.get(need.id);
    return before && sameValue(before, homeless) ? before : homeless;
  });
  return last && sameValue(last, next) ? last : next;
}

function liveEvidence(
  last: BoardView["evidenceOf"] | undefined,
  all: Raw["evidence"],
  needs: Raw["needs"],
  notes: Raw["notes"],
  papers: Raw["papers"],
  regions: Raw["regions"],
  pages: ReadonlyMap<PageId, Page>,
): BoardView["evidenceOf"] {
  const seen = new Set<string>();
  const living = [...all.values()].toSorted(byOrder).flatMap((item): Evidence[] => {
    const region = item.region && regions.get(item.region);
    const isFor = item.ofNote ? notes.has(item.need as NoteId) : needs.has(item.need as NeedId);
    if (!isFor || (item.region !== undefined && !region)) return [];
    // The region says whose paper it is; the register is for evidence that cites a whole paper.
    const paper = (region && pages.get(region.page)?.paper) ?? item.paper;
    const target = `${item.need} ${item.region === undefined ? "paper" : "region"} ${item.region ?? paper}`;
    if (!papers.has(paper) || seen.has(target)) return [];
    seen.add(target);
    return [paper === item.paper ? item : { ...item, paper }];
  });
  return grouped(living, (item) => item.need, last);
}

/** What names its need, grouped by it; what was put to a need that is gone is gone with it. */
function putToNeeds<
  T extends { readonly id: string; readonly need: NeedId; readonly order: string },
>(
  last: ReadonlyMap<NeedId, readonly T[]> | undefined,
  all: ReadonlyMap<string, T>,
  needs: Raw["needs"],
): ReadonlyMap<NeedId, readonly T[]> {
  const living = [...all.values()].filter(({ need }) => needs.has(need));
  return grouped(living.toSorted(byOrder), ({ need }) => need, last);
}

/** A column that reads as before keeps its identity, whatever was written to it. */
function liveColumns(
  last: readonly Column[] | undefined,
  all: Raw["columns"],
  papers: Raw["papers"],
): readonly Column[] {
  const known = new Map(last?.map((column) => [column.id, column]));
  const next = [...all.values()].toSorted(byOrder).map((column): Column => {
    const before = known.get(column.id);
    const living = new Map([...column.values].filter(([paper]) => papers.has(paper)));
    const values = before && sameEntries(living, before.values) ? before.values : living;
    const read: Column = { ...column, values };
    return before && sameValue(before, read) ? before : read;
  });
  return last && sameValue(last, next) ? last : next;
}

/** Those to keep; `all` itself where that is everything. */
function filtered<K, T>(
  all: ReadonlyMap<K, T>,
  keep: (item: T) => boolean,
  last: ReadonlyMap<K, T> | undefined,
): ReadonlyMap<K, T> {
  let everything = true;
  for (const item of all.values()) {
    if (keep(item)) continue;
    everything = false;
    break;
  }
  const next = everything ? all : new Map([...all].filter(([, item]) => keep(item)));
  return last && sameEntries(next, last) ? last : next;
}

function sameEntries<K, T>(a: ReadonlyMap<K, T>, b: ReadonlyMap<K, T>): boolean {
  if (a.size !== b.size) return false;
  const others = b.entries();
  for (const [key, value] of a) {
    const [otherKey, other] = others.next().value ?? [];
    if (key !== otherKey || value !== other) return false;
  }
  return true;
}

function grouped<K, T>(
  items: Iterable<T>,
  keyOf: (item: T) => K | undefined,
  last: ReadonlyMap<K, readonly T[]> | undefined,
): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return settled(groups, last);
}

/** `next` with every value that equals its forerunner replaced by it; `last` itself where all do, in the same order. */
function settled<K, T>(next: Map<K, T>, last: ReadonlyMap<K, T> | undefined): ReadonlyMap<K, T> {
  if (!last) return next;
  let same = next.size === last.size;
  const order = last.keys();
  for (const [key, value] of next) {
    const known = last.get(key);
    if (known === undefined || !sameValue(known, value)) same = false;
    else if (known !== value) next.set(key, known);
    if (same && order.next().value !== key) same = false;
  }
  return same ? last : next;
}

/** Remembers the last result, by the identity of every argument; `make` gets it as its first argument. */
function memo<Args extends readonly unknown[], T>(
  make: (last: T | undefined, ...args: Args) => T,
): (...args: Args) => T {
  let last: { readonly args: Args; readonly value: T } | undefined;
  return (...args) => {
    if (!last || args.some((arg, i) => arg !== last?.args[i])) {
      last = { args, value: make(last?.value, ...args) };
    }
    return last.value;
  };
}
