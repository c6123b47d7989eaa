/**
 * The board as plain immutable records, kept current as the document changes.
 *
 * Whatever did not change keeps its identity, so views may compare by reference. Never throws on what
 * another client wrote: what makes no sense is left out or falls back. What was read is remembered by
 * shared/records and joined by derive.ts; edits are elsewhere, one file a thing.
 */
import type * as Y from "yjs";
import type {
  ColumnId,
  EvidenceId,
  NeedId,
  NextStepId,
  NoteId,
  PageId,
  PaperId,
  PileId,
  RegionId,
  ResourceId,
  ShapeId,
  StrokeId,
} from "../base/ids.ts";
import { type Column, columnsRoot, readColumn } from "../numbers/columns.ts";
import {
  type Page,
  type Paper,
  pagesRoot,
  papersRoot,
  readPage,
  readPaper,
} from "../papers/papers.ts";
import { type Region, readRegion, regionsRoot } from "../papers/regions.ts";
import { createRecordCache } from "../records/record-cache.ts";
import { type Record, sameValue } from "../records/records.ts";
import { byOrder, type Pile, pilesRoot, readPile } from "../sorting/piles.ts";
import { type Place, readPlace, type Sorted } from "../sorting/places.ts";
import { createDeriver } from "./derive.ts";
import { type BoardMeta, metaRoot, readMeta } from "./meta.ts";
import {
  type ClaimId,
  type Evidence,
  evidenceRoot,
  type Need,
  needsRoot,
  readEvidence,
  readNeed,
} from "./needs.ts";
import { type NextStep, nextStepsRoot, readNextStep } from "./next-steps.ts";
import { type Note, notesRoot, readNote } from "./notes.ts";
import { type Resource, readResource, resourcesRoot } from "./resources.ts";
import { readShape, type Shape, shapesRoot } from "./shapes.ts";
import { readStroke, type Stroke, strokesRoot } from "./strokes.ts";
import type { Resting } from "./veil.ts";

/**
 * Everything alive on a board. Maps are never changed after they are handed out, and iterate in no order
 * that means anything unless it is said: whoever lists or numbers things sorts them.
 */
export interface BoardView {
  readonly meta: BoardMeta;
  /** Left to right. */
  readonly piles: readonly Pile[];
  /** Those with a page at least. */
  readonly papers: ReadonlyMap<PaperId, Paper>;
  /** Each paper's place, in a living pile or among the unsorted. */
  readonly places: ReadonlyMap<PaperId, Place>;
  readonly sorted: Sorted;
  readonly pages: ReadonlyMap<PageId, Page>;
  /** Pages of each paper in reading order. */
  readonly pagesOf: ReadonlyMap<PaperId, readonly Page[]>;
  /** Regions whose page and paper are alive, and so with all below. */
  readonly regions: ReadonlyMap<RegionId, Region>;
  /** From the bottom up: a later one lies on top. */
  readonly notes: ReadonlyMap<NoteId, Note>;
  /** First made first. */
  readonly notesOn: ReadonlyMap<RegionId, readonly Note[]>;
  /** From the bottom up. */
  readonly strokes: ReadonlyMap<StrokeId, Stroke>;
  /** From the bottom up. Notes and shapes lie among each other: things.ts joins them. */
  readonly shapes: ReadonlyMap<ShapeId, Shape>;
  /** In order, each of a living pile or of the whole board. */
  readonly needs: readonly Need[];
  /** Evidence of each need, and of notes, in order, each target once, only where its target is alive. */
  readonly evidenceOf: ReadonlyMap<ClaimId, readonly Evidence[]>;
  /** What is put to each need, in order. */
  readonly resourcesOf: ReadonlyMap<NeedId, readonly Resource[]>;
  /** The next steps of each need, in order. */
  readonly stepsOf: ReadonlyMap<NeedId, readonly NextStep[]>;
  /** Papers whose places are not to be seen or changed now, nor their tags and numbers seen: veil.ts. */
  readonly resting?: Resting | undefined;
  /** Whether there are such tags or numbers. */
  readonly isWithheld?: boolean | undefined;
  /** Unsorted papers that the team read differently and has not settled, first to be talked about first. */
  readonly between?: readonly PaperId[] | undefined;
  /** Of the tables brought in, in order; with values of living papers alone. */
  readonly columns: readonly Column[];
}

export interface BoardReader {
  view(): BoardView;
  /** Also what is not to be seen now: for edits that have to know it, never to be shown. */
  whole(): BoardView;
  /** Calls back after each transaction that changed the view; the returned function stops it. */
  subscribe(listener: () => void): () => void;
  /** Calls back if what is to be shown is another now. */
  refresh(): void;
  destroy(): void;
}

/** `shown`: what of the board is to be seen, the same for the same view; by default all of it. */
export function createBoardReader(
  doc: Y.Doc,
  shown: (view: BoardView) => BoardView = (view) => view,
): BoardReader {
  const listeners = new Set<() => void>();
  let stale = true;
  const changed = (): void => {
    stale = true;
  };
  const papers = createRecordCache<PaperId, Paper>(doc, papersRoot, readPaper, changed);
  const places = createRecordCache<PaperId, Place>(doc, papersRoot, readPlaceOf, changed);
  const pages = createRecordCache<PageId, Page>(doc, pagesRoot, readPage, changed);
  const piles = createRecordCache<PileId, Pile>(doc, pilesRoot, readPile, changed);
  const regions = createRecordCache<RegionId, Region>(doc, regionsRoot, readRegion, changed);
  const notes = createRecordCache<NoteId, Note>(doc, notesRoot, readNote, changed, byOrder);
  const strokes = createRecordCache<StrokeId, Stroke>(
    doc,
    strokesRoot,
    readStroke,
    changed,
    byOrder,
  );
  const shapes = createRecordCache<ShapeId, Shape>(doc, shapesRoot, readShape, changed, byOrder);
  const needs = createRecordCache<NeedId, Need>(doc, needsRoot, readNeed, changed);
  const evidence = createRecordCache<EvidenceId, Evidence>(
    doc,
    evidenceRoot,
    readEvidence,
    changed,
  );
  const resources = createRecordCache<ResourceId, Resource>(
    doc,
    resourcesRoot,
    readResource,
    changed,
  );
  const steps = createRecordCache<NextStepId, NextStep>(doc, nextStepsRoot, readNextStep, changed);
  const columns = createRecordCache<ColumnId, Column>(doc, columnsRoot, readColumn, changed);
  const roots = [
    papers,
    places,
    pages,
    piles,
    regions,
    notes,
    strokes,
    shapes,
    needs,
    evidence,
    resources,
    steps,
    columns,
  ];
  const metaRegisters = doc.getMap(metaRoot);
  metaRegisters.observe(changed);

  const derive = createDeriver();
  let meta = readMeta(doc);
  let view: BoardView | undefined;
  /** The view that listeners know of. */
  let announced: BoardView | undefined;

  function current(): BoardView {
    if (view && !stale) return view;
    stale = false;
    const next = readMeta(doc);
    if (!sameValue(meta, next)) meta = next;
    view = derive({
      meta,
      papers: papers.read(),
      places: places.read(),
      pages: pages.read(),
      piles: piles.read(),
      regions: regions.read(),
      notes: notes.read(),
      strokes: strokes.read(),
      shapes: shapes.read(),
      needs: needs.read(),
      evidence: evidence.read(),
      resources: resources.read(),
      steps: steps.read(),
      columns: columns.read(),
    });
    return view;
  }

  const seen = (): BoardView => shown(current());

  // Others may have asked for the view since the change: what counts is what was announced last.
  function announce(): void {
    if (listeners.size === 0 || announced === seen()) return;
    announced = seen();
    for (const listener of listeners) listener();
  }
  doc.on("afterAllTransactions", announce);

  return {
    view: seen,
    whole: current,
    subscribe(listener) {
      if (listeners.size === 0) announced = seen();
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    refresh: announce,
    destroy() {
      listeners.clear();
      doc.off("afterAllTransactions", announce);
      metaRegisters.unobserve(changed);
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
