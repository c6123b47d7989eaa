/**
 * What the list does to the board: each function one act of this person, so one undo step.
 *
 * Knows ids and the board's view, no rows, no keys and no words; everything written goes through the
 * edit functions of `shared/`.
 */
import type {
  EvidenceId,
  NeedId,
  NoteId,
  PaperId,
  PileId,
  RegionId,
  ShapeId,
  StrokeId,
} from "../../shared/base/ids.ts";
import { layoutBoard, table } from "../../shared/board/layout.ts";
import { deleteEvidence, evidenceRoot, needsRoot } from "../../shared/board/needs.ts";
import { addNote, deleteNotes, noteSize, notesRoot } from "../../shared/board/notes.ts";
import type { BoardView } from "../../shared/board/reader.ts";
import { shapesRoot } from "../../shared/board/shapes.ts";
import { deleteStrokes, strokesRoot } from "../../shared/board/strokes.ts";
import { deletePapers, papersRoot, turnPages } from "../../shared/papers/papers.ts";
import { deleteRegions, regionsRoot } from "../../shared/papers/regions.ts";
import { setAlive } from "../../shared/records/records.ts";
import {
  type Arrangement,
  addPile,
  arrangePile,
  deletePile,
  foldPile,
  movePile,
  type NewPile,
  orderBetween,
  type Pile,
  pileColours,
  pileMarks,
  pilesRoot,
} from "../../shared/sorting/piles.ts";
import { placePaper, sendToPile } from "../../shared/sorting/places.ts";
import { ordersFor, stepped } from "../../shared/sorting/reorder.ts";
import type { Acting } from "../needs/acting.ts";

/** The papers of a pile (undefined = the unsorted), first on top. */
export function papersIn(view: BoardView, pile: PileId | undefined): readonly PaperId[] {
  return (pile === undefined ? view.sorted.unsorted : view.sorted.piles.get(pile)) ?? [];
}

/** Those that may be moved now: not while they are sorted alone, whoever asks. */
export function movable(view: BoardView, papers: readonly PaperId[]): readonly PaperId[] {
  const { resting } = view;
  return resting ? papers.filter((paper) => !resting.papers.has(paper)) : papers;
}

/** Sends papers to the end of a pile; returns those that were not there already and may be moved. */
export function sendPapers(
  session: Acting,
  papers: readonly PaperId[],
  pile: PileId | undefined,
): readonly PaperId[] {
  const view = session.reader.view();
  const there = papersIn(view, pile);
  const coming = movable(view, papers).filter(
    (paper) => view.papers.has(paper) && !there.includes(paper),
  );
  const last = there.at(-1);
  const lastOrder = last && view.places.get(last)?.order;
  if (coming.length > 0) {
    session.act((origin) => sendToPile(session.doc, coming, pile, lastOrder, origin));
  }
  return coming;
}

/** Moves papers one step up or down, each within its own pile; returns whether any could move. */
export function stepPapers(session: Acting, papers: readonly PaperId[], by: -1 | 1): boolean {
  const view = session.reader.view();
  const moved = new Set<string>(movable(view, papers));
  const heaps = [view.sorted.unsorted, ...view.sorted.piles.values()];
  const orders = heaps.flatMap((heap) => {
    const now = heap.map((id) => ({ id, order: view.places.get(id)?.order ?? "" }));
    const wanted = stepped(now, moved, by);
    if (wanted.every(({ id }, i) => id === heap[i])) return [];
    return [...ordersFor(wanted, moved)].filter(([id]) => !view.resting?.papers.has(id));
  });
  if (orders.length === 0) return false;
  session.act((origin) =>
    session.doc.transact(() => {
      for (const [paper, order] of orders) {
        placePaper(session.doc, paper, { pile: view.places.get(paper)?.pile, order }, origin);
      }
    }, origin),
  );
  return true;
}

/** Turns every page of papers a quarter to the right or to the left; returns how many pages. */
export function turnPapers(session: Acting, papers: readonly PaperId[], by: 90 | -90): number {
  const { pagesOf } = session.reader.view();
  const pages = papers.flatMap((paper) => pagesOf.get(paper) ?? []).map(({ id }) => id);
  if (pages.length > 0) session.act((origin) => turnPages(session.doc, pages, by, origin));
  return pages.length;
}

/** Moves a pile one place to the left (-1) or right (1); returns whether it could. */
export function stepPile(session: Acting, pile: PileId, by: -1 | 1): boolean {
  const { piles } = session.reader.view();
  const moved = new Set<string>([pile]);
  const wanted = stepped(piles, moved, by);
  if (wanted.every(({ id }, i) => id === piles[i]?.id)) return false;
  session.act((origin) => {
    for (const [id, order] of ordersFor(wanted, moved)) movePile(session.doc, id, order, origin);
  });
  return true;
}

/** Lays a pile's papers out in another way, which opens it if it was folded away. */
export function layPile(session: Acting, pile: Pile, how: Arrangement): void {
  session.act((origin) =>
    session.doc.transact(() => {
      arrangePile(session.doc, pile.id, how, origin);
      foldPile(session.doc, pile.id, false, origin);
    }, origin),
  );
}

/** A new pile behind the others, without a name, with a mark and a colour the fewest others have. */
export function newPile(session: Acting): PileId {
  const { piles } = session.reader.view();
  const id = session.newId<PileId>();
  const pile: NewPile = {
    id,
    name: "",
    stock: undefined,
    criterion: "",
    mark: leastUsed(
      pileMarks,
      piles.map(({ mark }) => mark),
    ),
    colour: leastUsed(
      pileColours,
      piles.map(({ colour }) => colour),
    ),
    order: orderBetween(piles.at(-1)?.order, undefined),
  };
  session.act((origin) => addPile(session.doc, pile, origin));
  return id;
}

function leastUsed<T>(choices: readonly [T, ...T[]], used: readonly T[]): T {
  const count = (choice: T): number => used.filter((one) => one === choice).length;
  return choices.reduce((best, choice) => (count(choice) < count(best) ? choice : best));
}

/** A new note on the table, without words, where nothing lies yet: to the right of all piles. */
export function newTableNote(session: Acting): NoteId {
  const view = session.reader.view();
  const { bounds } = layoutBoard(view);
  const x = bounds.x + bounds.w + table.pileGap;
  const inColumn = [...view.notes.values()].filter(
    (note) => note.region === undefined && note.pos.x < x + noteSize.w && note.pos.x >= x,
  );
  const y = Math.max(bounds.y, ...inColumn.map(({ pos, size }) => pos.y + size.h + table.cellGap));
  const id = session.newId<NoteId>();
  const by = session.me.memberId;
  session.act((origin) => addNote(session.doc, { id, stance: "plain", pos: { x, y }, by }, origin));
  return id;
}

/** Things to take off the board together. */
export interface Removal {
  readonly papers: readonly PaperId[];
  readonly piles: readonly PileId[];
  readonly regions: readonly RegionId[];
  readonly notes: readonly NoteId[];
  readonly strokes: readonly StrokeId[];
  readonly shapes?: readonly ShapeId[];
  readonly needs?: readonly NeedId[];
  readonly evidence?: readonly EvidenceId[];
}

/**
 * Takes things off the board as one act. A region that loses its last note goes with it, unless a need
 * stands on it. The returned function brings exactly these things back, whatever was done since.
 */
export function remove(session: Acting, removal: Removal): () => void {
  const { doc } = session;
  const view = session.reader.view();
  const notes = new Set(removal.notes);
  const bare = [...notes].flatMap((id) => {
    const region = view.notes.get(id)?.region;
    if (region === undefined || isEvidence(view, region)) return [];
    return (view.notesOn.get(region) ?? []).every((note) => notes.has(note.id)) ? [region] : [];
  });
  const regions = [...new Set([...removal.regions, ...bare])];
  session.act((origin) =>
    doc.transact(() => {
      deletePapers(doc, removal.papers, origin);
      for (const pile of removal.piles) deletePile(doc, pile, origin);
      deleteNotes(doc, removal.notes, origin);
      deleteRegions(doc, regions, origin);
      deleteStrokes(doc, removal.strokes, origin);
      setAlive(doc, shapesRoot, removal.shapes ?? [], false, origin);
      setAlive(doc, needsRoot, removal.needs ?? [], false, origin);
      deleteEvidence(doc, removal.evidence ?? [], origin);
    }, origin),
  );
  return () =>
    session.act((origin) =>
      doc.transact(() => {
        setAlive(doc, papersRoot, removal.papers, true, origin);
        setAlive(doc, pilesRoot, removal.piles, true, origin);
        setAlive(doc, regionsRoot, regions, true, origin);
        setAlive(doc, notesRoot, removal.notes, true, origin);
        setAlive(doc, strokesRoot, removal.strokes, true, origin);
        setAlive(doc, shapesRoot, removal.shapes ?? [], true, origin);
        setAlive(doc, needsRoot, removal.needs ?? [], true, origin);
        setAlive(doc, evidenceRoot, removal.evidence ?? [], true, origin);
      }, origin),
    );
}

function isEvidence(view: BoardView, region: RegionId): boolean {
  return [...view.evidenceOf.values()].some((items) => items.some((one) => one.region === region));
}
