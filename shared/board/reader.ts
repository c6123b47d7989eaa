/**
 * The board as plain immutable records, kept current as the document changes.
 *
 * Owns the memory of what was read: only records touched by a transaction are read again, and whatever
 * did not change keeps its identity, so views may compare by reference. Never throws on what another
 * client wrote: what makes no sense is left out or falls back. Edits are elsewhere, one file a thing.
 */
import type * as Y from "yjs";
import type {
  EvidenceId,
  NeedId,
  NoteId,
  PageId,
  PaperId,
  PileId,
  RegionId,
  StrokeId,
} from "../base/ids.ts";
import {
  type Page,
  type Paper,
  pagesRoot,
  papersRoot,
  readPage,
  readPaper,
} from "../papers/papers.ts";
import { type Region, readRegion, regionsRoot } from "../papers/regions.ts";
import { type Record, recordsOf } from "../records/records.ts";
import { byOrder, type Pile, pilesRoot, readPile } from "../sorting/piles.ts";
import { type Place, readPlace, type Sorted, sortPapers } from "../sorting/places.ts";
import { type BoardMeta, metaRoot, readMeta } from "./meta.ts";
import {
  type Evidence,
  evidenceRoot,
  type Need,
  needsRoot,
  readEvidence,
  readNeed,
} from "./needs.ts";
import { type Note, notesRoot, readNote } from "./notes.ts";
import { readStroke, type Stroke, strokesRoot } from "./strokes.ts";

/** Everything alive on a board. Maps are never changed after they are handed out. */
export interface BoardView {
  readonly meta: BoardMeta;
  /** Left to right. */
  readonly piles: readonly Pile[];
  readonly papers: ReadonlyMap<PaperId, Paper>;
  readonly places: ReadonlyMap<PaperId, Place>;
  readonly sorted: Sorted;
  readonly pages: ReadonlyMap<PageId, Page>;
  /** Pages of each paper in reading order. */
  readonly pagesOf: ReadonlyMap<PaperId, readonly Page[]>;
  /** Regions whose page and paper are alive, and so with all below. */
  readonly regions: ReadonlyMap<RegionId, Region>;
  readonly notes: ReadonlyMap<NoteId, Note>;
  readonly notesOn: ReadonlyMap<RegionId, readonly Note[]>;
  readonly strokes: ReadonlyMap<StrokeId, Stroke>;
  readonly needs: readonly Need[];
  /** Evidence of each need, in order, each target once, only where its target is alive. */
  readonly evidenceOf: ReadonlyMap<NeedId, readonly Evidence[]>;
}

export interface BoardReader {
  view(): BoardView;
  /** Calls back after each transaction that changed the view; the returned function stops it. */
  subscribe(listener: () => void): () => void;
  destroy(): void;
}

export function createBoardReader(doc: Y.Doc): BoardReader {
  const listeners = new Set<() => void>();
  const changed = (): void => {
    view = undefined;
  };
  const papers = cachedRoot<PaperId, Paper>(doc, papersRoot, readPaper, changed);
  const places = cachedRoot<PaperId, Place>(doc, papersRoot, readPlaceOf, changed);
  const pages = cachedRoot<PageId, Page>(doc, pagesRoot, readPage, changed);
  const piles = cachedRoot<PileId, Pile>(doc, pilesRoot, readPile, changed);
  const regions = cachedRoot<RegionId, Region>(doc, regionsRoot, readRegion, changed);
  const notes = cachedRoot<NoteId, Note>(doc, notesRoot, readNote, changed);
  const strokes = cachedRoot<StrokeId, Stroke>(doc, strokesRoot, readStroke, changed);
  const needs = cachedRoot<NeedId, Need>(doc, needsRoot, readNeed, changed);
  const evidence = cachedRoot<EvidenceId, Evidence>(doc, evidenceRoot, readEvidence, changed);
  const roots = [papers, places, pages, piles, regions, notes, strokes, needs, evidence];
  const meta = doc.getMap(metaRoot);
  meta.observe(changed);

  let view: BoardView | undefined;
  const derive = createDeriver();
  function current(): BoardView {
    view ??= derive({
      meta: readMeta(doc),
      papers: papers.read(),
      places: places.read(),
      pages: pages.read(),
      piles: piles.read(),
      regions: regions.read(),
      notes: notes.read(),
      strokes: strokes.read(),
      needs: needs.read(),
      evidence: evidence.read(),
    });
    return view;
  }

  const announce = (): void => {
    if (view === undefined) for (const listener of listeners) listener();
  };
  doc.on("afterAllTransactions", announce);

  return {
    view: current,
    subscribe(listener) {
      current();
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    destroy() {
      listeners.clear();
      doc.off("afterAllTransactions", announce);
      meta.unobserve(changed);
      for (const root of roots) root.destroy();
    },
  };
}

/** Reads a board once, for exports and tests. */
export function readBoard(doc: Y.Doc): BoardView {
  const reader = createBoardReader(doc);
  const view = reader.view();
  reader.destroy();
  return view;
}

const readPlaceOf = (_id: PaperId, record: Record): Place => readPlace(record);

/** One root's records as read, re-reading only those that a transaction touched. */
function cachedRoot<Id extends string, T>(
  doc: Y.Doc,
  root: string,
  read: (id: Id, record: Record) => T | undefined,
  changed: () => void,
) {
  const records = recordsOf(doc, root);
  const cache = new Map<string, T>();
  const stale = new Set<string>(records.keys());
  let snapshot: ReadonlyMap<Id, T> | undefined;

  function onChange(events: Y.YEvent<Y.AbstractType<unknown>>[]): void {
    for (const event of events) {
      const id = event.path[0];
      if (typeof id === "string") stale.add(id);
      else for (const key of event.changes.keys.keys()) stale.add(key);
    }
    changed();
  }
  records.observeDeep(onChange);

  return {
    read(): ReadonlyMap<Id, T> {
      if (snapshot && stale.size === 0) return snapshot;
      for (const id of stale) {
        const record = records.get(id);
        // Anyone could have written a plain value where a record belongs.
        const value = isRecord(record) ? read(id as Id, record) : undefined;
        if (value === undefined) cache.delete(id);
        else cache.set(id, value);
      }
      stale.clear();
      snapshot = new Map(cache) as Map<Id, T>;
      return snapshot;
    },
    destroy: (): void => records.unobserveDeep(onChange),
  };
}

const isRecord = (value: unknown): value is Record =>
  typeof value === "object" && value !== null && "observeDeep" in value && "set" in value;

interface Raw {
  readonly meta: BoardMeta;
  readonly papers: ReadonlyMap<PaperId, Paper>;
  readonly places: ReadonlyMap<PaperId, Place>;
  readonly pages: ReadonlyMap<PageId, Page>;
  readonly piles: ReadonlyMap<PileId, Pile>;
  readonly regions: ReadonlyMap<RegionId, Region>;
  readonly notes: ReadonlyMap<NoteId, Note>;
  readonly strokes: ReadonlyMap<StrokeId, Stroke>;
  readonly needs: ReadonlyMap<NeedId, Need>;
  readonly evidence: ReadonlyMap<EvidenceId, Evidence>;
}

/** Joins the roots; each joined part is made anew only when one of the parts it is made from changed. */
function createDeriver(): (raw: Raw) => BoardView {
  const piles = memo((all: Raw["piles"]) => [...all.values()].toSorted(byOrder));
  const papers = memo(livePapers);
  const pages = memo(livePages);
  const pagesOf = memo(groupPages);
  const places = memo(livePlaces);
  const sorted = memo((at: Raw["places"], heaps: readonly Pile[]) =>
    sortPapers(
      at,
      heaps.map(({ id }) => id),
    ),
  );
  const regions = memo((all: Raw["regions"], on: Raw["pages"]) =>
    filtered(all, (region) => on.has(region.page)),
  );
  const notes = memo((all: Raw["notes"], on: Raw["regions"]) =>
    filtered(all, (note) => note.region === undefined || on.has(note.region)),
  );
  const notesOn = memo((all: Raw["notes"]) =>
    grouped([...all.values()].toSorted(byId), (note) => note.region),
  );
  const strokes = memo((all: Raw["strokes"], on: Raw["pages"]) =>
    filtered(all, (stroke) => stroke.page === undefined || on.has(stroke.page)),
  );
  const needs = memo((all: Raw["needs"]) => [...all.values()].toSorted(byOrder));
  const evidenceOf = memo(liveEvidence);

  return (raw) => {
    const heaps = piles(raw.piles);
    const livingPapers = papers(raw.papers, raw.pages);
    const livingPages = pages(raw.pages, livingPapers);
    const livingPlaces = places(raw.places, livingPapers);
    const livingRegions = regions(raw.regions, livingPages);
    const livingNotes = notes(raw.notes, livingRegions);
    return {
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
      needs: needs(raw.needs),
      evidenceOf: evidenceOf(raw.evidence, raw.needs, livingPapers, livingRegions, livingPages),
    };
  };
}

/** A paper without a page has nothing to show yet: its pages are still on their way. */
function livePapers(all: Raw["papers"], pages: Raw["pages"]): Raw["papers"] {
  const withPages = new Set([...pages.values()].map((page) => page.paper));
  return filtered(all, (paper) => withPages.has(paper.id));
}

function livePages(all: Raw["pages"], papers: Raw["papers"]): Raw["pages"] {
  return filtered(all, (page) => papers.has(page.paper));
}

function livePlaces(all: Raw["places"], papers: Raw["papers"]): Raw["places"] {
  return new Map([...all].filter(([id]) => papers.has(id)));
}

function groupPages(pages: Raw["pages"]): ReadonlyMap<PaperId, readonly Page[]> {
  return grouped([...pages.values()].toSorted(byOrder), (page) => page.paper);
}

function liveEvidence(
  all: Raw["evidence"],
  needs: Raw["needs"],
  papers: Raw["papers"],
  regions: Raw["regions"],
  pages: Raw["pages"],
): ReadonlyMap<NeedId, readonly Evidence[]> {
  const seen = new Set<string>();
  const living = [...all.values()].toSorted(byOrder).flatMap((item): Evidence[] => {
    const region = item.region && regions.get(item.region);
    if (!needs.has(item.need) || (item.region !== undefined && !region)) return [];
    // The region says whose paper it is; the register is for evidence that cites a whole paper.
    const paper = (region && pages.get(region.page)?.paper) ?? item.paper;
    const target = `${item.need} ${item.region ?? paper}`;
    if (!papers.has(paper) || seen.has(target)) return [];
    seen.add(target);
    return [paper === item.paper ? item : { ...item, paper }];
  });
  return grouped(living, (item) => item.need);
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

function filtered<K, T>(all: ReadonlyMap<K, T>, keep: (item: T) => boolean): ReadonlyMap<K, T> {
  return new Map([...all].filter(([, item]) => keep(item)));
}

function grouped<K, T>(
  items: readonly T[],
  keyOf: (item: T) => K | undefined,
): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Remembers the last result, by the identity of every argument. */
function memo<Args extends readonly unknown[], T>(
  make: (...args: Args) => T,
): (...args: Args) => T {
  let last: { readonly args: Args; readonly value: T } | undefined;
  return (...args) => {
    if (!last || args.some((arg, i) => arg !== last?.args[i]))
      last = { args, value: make(...args) };
    return last.value;
  };
}
