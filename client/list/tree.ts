/**
 * The session as a tree of rows: session, piles, papers, marks; needs and what each stands on; and what lies free
 * on the table.
 *
 * Pure: the rows that can be seen, from the board and what is folded open. Knows no React and no words.
 * A row that says the same as before is the same object as before, so that a list of hundreds draws
 * again only what changed. test/unit/list-tree.test.ts holds it to showing every paper exactly once.
 */
import type {
  EvidenceId,
  MemberId,
  NeedId,
  NoteId,
  PageId,
  PaperId,
  PileId,
  RegionId,
  ShapeId,
  StrokeId,
  ThreadId,
} from "../../shared/base/ids.ts";
import type { Evidence, Need } from "../../shared/board/needs.ts";
import type { Stance } from "../../shared/board/notes.ts";
import type { BoardView } from "../../shared/board/reader.ts";
import { hasWords, type ShapeKind } from "../../shared/board/shapes.ts";
import { standingOf } from "../../shared/board/standing.ts";
import type { Page } from "../../shared/papers/papers.ts";
import type { Pile } from "../../shared/sorting/piles.ts";
import type { Block } from "../../shared/text/blocks.ts";
import { groupNeeds } from "../needs/need-acts.ts";
import { createMarkIndex, type ListedMark, type ListedMarks } from "./marks.ts";
import {
  createThingIndex,
  type ListedThing,
  type ListedThings,
  listThings,
  namedEnd,
} from "./things.ts";

/** One row's name in the tree, the same for as long as the thing lives, wherever it moves. */
export type RowKey = string;

interface Place {
  readonly key: RowKey;
  readonly parent: RowKey | undefined;
  /** 1 for the session. */
  readonly level: number;
  /** 1..setSize among the rows of its parent. */
  readonly position: number;
  readonly setSize: number;
  /** Undefined for a row that has nothing below it. */
  readonly expanded: boolean | undefined;
}

export interface SessionRow extends Place {
  readonly kind: "session";
  readonly title: string;
  readonly question: string;
}
export interface PileRow extends Place {
  readonly kind: "pile";
  /** Undefined for the unsorted. */
  readonly pile: Pile | undefined;
  readonly count: number;
  /** The key that sends papers here: 0 for the unsorted, 1..9 for the first nine piles. */
  readonly digit: number | undefined;
}
export interface PaperRow extends Place {
  readonly kind: "paper";
  readonly paper: PaperId;
  readonly code: string;
  readonly pile: PileId | undefined;
  readonly pages: number;
  /** Notices, wonders and marked regions without words. */
  readonly marks: number;
  readonly strokes: number;
  /** Read differently, and not settled. */
  readonly between: boolean;
  /** Why the team left it in this pile, after they had read it differently; "" where nothing was said. */
  readonly reason: string;
  /** The team's words on it; "" where there are none. */
  readonly tags: string;
  /** Open threads of talk about it, its marks and their notes; put there by thread-rows.ts. */
  readonly threads?: number;
  /** Its first page. */
  readonly first: Page | undefined;
}
/** A marked region: one row for each note on it, or one for the region while it has none. */
export interface MarkRow extends Place {
  readonly kind: "mark";
  readonly paper: PaperId;
  readonly region: RegionId;
  readonly page: PageId;
  /** 1 for the first page of its paper. */
  readonly pageNumber: number;
  readonly pages: number;
  /** Its number on the paper, as drawn there. */
  readonly index: number;
  readonly note: NoteId | undefined;
  readonly stance: Stance | undefined;
  /** Of a wonder: as a question it is closed. */
  readonly closed: boolean;
  readonly words: string;
  /** The same words with their look. */
  readonly blocks: readonly Block[];
  readonly by: MemberId;
  /** How many needs cite the region. */
  readonly cited: number;
  /** Of the region, said once where several notes stand on it. */
  readonly tags: string;
}
/** All the ink on one paper, or free on the table (`paper` undefined). */
export interface InkRow extends Place {
  readonly kind: "ink";
  readonly paper: PaperId | undefined;
  readonly strokes: readonly StrokeId[];
}
export interface TableRow extends Place {
  readonly kind: "table";
  readonly count: number;
}
/** A note free on the table. */
export interface NoteRow extends Place {
  readonly kind: "note";
  readonly note: NoteId;
  readonly stance: Stance;
  /** Of a wonder: as a question it is closed. */
  readonly closed: boolean;
  readonly words: string;
  /** The same words with their look. */
  readonly blocks: readonly Block[];
  readonly by: MemberId;
  /** The codes of the papers it stands on; "" where there are none. */
  readonly standsOn: string;
}
/** A shape on the table; a frame has what it owns below it. */
export interface ShapeRow extends Place {
  readonly kind: "shape";
  readonly shape: ShapeId;
  readonly shapeKind: ShapeKind;
  /** What it says; what a frame or an image is called. */
  readonly words: string;
  /** What it says, with its look. */
  readonly blocks: readonly Block[];
  /** What a line joins, in their own words; undefined for an end that is free, and for all else. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** How many things a frame owns. */
  readonly count: number;
  readonly by: MemberId;
}
/** An open thread of talk about the thing above it: see thread-rows.ts. */
export interface ThreadRow extends Place {
  readonly kind: "thread";
  readonly thread: ThreadId;
  /** The words it begins with. */
  readonly words: string;
  readonly by: MemberId;
  /** How many answers there are. */
  readonly replies: number;
}
/** All needs of the board, in the order of the piles they were seen in. */
export interface NeedsRow extends Place {
  readonly kind: "needs";
  readonly count: number;
}
export interface NeedRow extends Place {
  readonly kind: "need";
  readonly need: NeedId;
  readonly words: string;
  /** The same words with their look. */
  readonly blocks: readonly Block[];
  /** The pile it was seen in; undefined for the whole board. */
  readonly pile: Pile | undefined;
  /** How many papers it stands on. */
  readonly papers: number;
  readonly hunch: boolean;
  /** How many things that could meet it are put to it, and how many next steps there are. */
  readonly resources: number;
  readonly steps: number;
}
/** What a need stands on: a marked region, or a whole paper. */
export interface EvidenceRow extends Place {
  readonly kind: "evidence";
  readonly evidence: EvidenceId;
  readonly need: NeedId;
  readonly paper: PaperId;
  readonly code: string;
  readonly region: RegionId | undefined;
  /** 1 for the first page of its paper, for a region; undefined where the paper has one page only. */
  readonly pageNumber: number | undefined;
  /** What was written on the region. */
  readonly words: string;
}
export type Row =
  | SessionRow
  | PileRow
  | PaperRow
  | MarkRow
  | InkRow
  | TableRow
  | NoteRow
  | ShapeRow
  | NeedsRow
  | NeedRow
  | EvidenceRow
  | ThreadRow;

export const sessionKey: RowKey = "session";
export const unsortedKey: RowKey = "unsorted";
export const tableKey: RowKey = "table";
export const needsKey: RowKey = "needs";
export const pileKey = (pile: PileId | undefined): RowKey =>
  pile === undefined ? unsortedKey : `pile:${pile}`;
export const paperKey = (paper: PaperId): RowKey => `paper:${paper}`;
export const noteKey = (note: NoteId): RowKey => `note:${note}`;
export const shapeKey = (shape: ShapeId): RowKey => `shape:${shape}`;
export const regionKey = (region: RegionId): RowKey => `region:${region}`;
export const needKey = (need: NeedId): RowKey => `need:${need}`;
const inkKey = (paper: PaperId | undefined): RowKey => `ink:${paper ?? ""}`;

/** Papers and needs start folded, everything above them open; `toggled` holds the rows that are the other way. */
export function isExpanded(key: RowKey, toggled: ReadonlySet<RowKey>): boolean {
  return toggled.has(key) === /^(paper|need):/.test(key);
}

/** The rows from the session down to a pile, a paper, a marked region, a need, a note or a shape; empty for what has none. */
export function wayTo(view: BoardView, id: string): readonly RowKey[] {
  if (view.piles.some((pile) => pile.id === id)) return [sessionKey, pileKey(id as PileId)];
  const region = view.regions.get(id as RegionId);
  const paper = region ? view.pages.get(region.page)?.paper : (id as PaperId);
  if (paper !== undefined && view.papers.has(paper)) {
    const down = [sessionKey, pileKey(view.places.get(paper)?.pile), paperKey(paper)];
    const [note] = (region && view.notesOn.get(region.id)) ?? [];
    return region ? [...down, note ? noteKey(note.id) : regionKey(region.id)] : down;
  }
  if (view.needs.some((need) => need.id === id)) {
    return [sessionKey, needsKey, needKey(id as NeedId)];
  }
  const isNote = view.notes.has(id as NoteId);
  if (!isNote && !view.shapes.has(id as ShapeId)) return [];
  const frames = listThings(view).around(id).map(shapeKey);
  return [
    sessionKey,
    tableKey,
    ...frames,
    isNote ? noteKey(id as NoteId) : shapeKey(id as ShapeId),
  ];
}

export interface Tree {
  /** The rows that can be seen, first to last. */
  rows(view: BoardView, toggled: ReadonlySet<RowKey>): readonly Row[];
}

export function createTree(): Tree {
  const marksOf = createMarkIndex();
  const thingsIn = createThingIndex();
  let known: ReadonlyMap<RowKey, Row> = new Map();
  let last: { view: BoardView; toggled: ReadonlySet<RowKey>; rows: readonly Row[] } | undefined;

  return {
    rows(view, toggled) {
      if (last?.view === view && last.toggled === toggled) return last.rows;
      const rows = grow(view, toggled, marksOf(view), thingsIn(view)).map((row) => {
        const before = known.get(row.key);
        return before && sameRow(before, row) ? before : row;
      });
      known = new Map(rows.map((row) => [row.key, row]));
      last = { view, toggled, rows };
      return rows;
    },
  };
}

function grow(
  view: BoardView,
  toggled: ReadonlySet<RowKey>,
  marks: ListedMarks,
  things: ListedThings,
): readonly Row[] {
  const { title, question } = view.meta;
  const expanded = isExpanded(sessionKey, toggled);
  const place = { key: sessionKey, parent: undefined, level: 1, position: 1, setSize: 1 };
  const session: SessionRow = { kind: "session", ...place, expanded, title, question };
  if (!expanded) return [session];

  const free = things.in(undefined).length + (marks.inkOn(undefined).length > 0 ? 1 : 0);
  const setSize = 1 + view.piles.length + (view.needs.length > 0 ? 1 : 0) + (free > 0 ? 1 : 0);
  const heaps: readonly (Pile | undefined)[] = [undefined, ...view.piles];
  return [
    session,
    ...heaps.flatMap((pile, i) => growPile(view, toggled, marks, pile, i, setSize)),
    ...(view.needs.length > 0 ? growNeeds(view, toggled, heaps.length + 1, setSize) : []),
    ...(free > 0 ? growTable(view, toggled, marks, things, free, setSize) : []),
  ];
}

function growPile(
  view: BoardView,
  toggled: ReadonlySet<RowKey>,
  marks: ListedMarks,
  pile: Pile | undefined,
  index: number,
  setSize: number,
): readonly Row[] {
  const papers = (pile ? view.sorted.piles.get(pile.id) : view.sorted.unsorted) ?? [];
  const key = pileKey(pile?.id);
  const expanded = papers.length > 0 ? isExpanded(key, toggled) : undefined;
  const row: PileRow = {
    kind: "pile",
    key,
    parent: sessionKey,
    level: 2,
    position: index + 1,
    setSize,
    expanded,
    pile,
    count: papers.length,
    digit: index <= 9 ? index : undefined,
  };
  if (!expanded) return [row];
  return [
    row,
    ...papers.flatMap((paper, i) => {
      const place = { parent: key, level: 3, position: i + 1, setSize: papers.length };
      return growPaper(view, toggled, marks, paper, pile?.id, place);
    }),
  ];
}

type Spot = Pick<Place, "level" | "position" | "setSize"> & { readonly parent: RowKey };

function growPaper(
  view: BoardView,
  toggled: ReadonlySet<RowKey>,
  marks: ListedMarks,
  paper: PaperId,
  pile: PileId | undefined,
  spot: Spot,
): readonly Row[] {
  const key = paperKey(paper);
  const on = marks.on(paper);
  const strokes = marks.inkOn(paper);
  const children = on.length + (strokes.length > 0 ? 1 : 0);
  const expanded = children > 0 ? isExpanded(key, toggled) : undefined;
  const pages = view.pagesOf.get(paper) ?? [];
  const row: PaperRow = {
    kind: "paper",
    key,
    ...spot,
    expanded,
    paper,
    code: view.papers.get(paper)?.code ?? "?",
    pile,
    pages: pages.length,
    marks: on.length,
    strokes: strokes.length,
    between: view.between?.includes(paper) ?? false,
    reason: view.places.get(paper)?.settled?.reason ?? "",
    tags: view.papers.get(paper)?.tags.join(", ") ?? "",
    first: pages[0],
  };
  if (!expanded) return [row];
  const below = { parent: key, level: 4, setSize: children };
  return [
    row,
    ...on.map((mark, i) => markRow(mark, row, { ...below, position: i + 1 })),
    ...(strokes.length > 0 ? [inkRow(paper, strokes, { ...below, position: children })] : []),
  ];
}

function growNeeds(
  view: BoardView,
  toggled: ReadonlySet<RowKey>,
  position: number,
  setSize: number,
): readonly Row[] {
  const expanded = isExpanded(needsKey, toggled);
  const place = { parent: sessionKey, level: 2, position, setSize };
  const count = view.needs.length;
  const row: NeedsRow = { kind: "needs", key: needsKey, ...place, expanded, count };
  if (!expanded) return [row];
  const inOrder = groupNeeds(view).flatMap(({ pile, needs }) =>
    needs.map((need) => ({ pile, need })),
  );
  const below = { parent: needsKey, level: 3, setSize: count };
  return [
    row,
    ...inOrder.flatMap(({ pile, need }, i) =>
      growNeed(view, toggled, need, pile, { ...below, position: i + 1 }),
    ),
  ];
}

function growNeed(
  view: BoardView,
  toggled: ReadonlySet<RowKey>,
  { id, words, blocks }: Need,
  pile: Pile | undefined,
  spot: Spot,
): readonly Row[] {
  const key = needKey(id);
  const { evidence, papers, hunch } = standingOf(view, id);
  const expanded = evidence.length > 0 ? isExpanded(key, toggled) : undefined;
  const row: NeedRow = {
    kind: "need",
    key,
    ...spot,
    expanded,
    need: id,
    words,
    blocks,
    pile,
    papers: papers.length,
    hunch,
    resources: view.resourcesOf.get(id)?.length ?? 0,
    steps: view.stepsOf.get(id)?.length ?? 0,
  };
  if (!expanded) return [row];
  const below = { parent: key, level: 4, setSize: evidence.length };
  return [
    row,
    ...evidence.map((item, i) => evidenceRow(view, id, item, { ...below, position: i + 1 })),
  ];
}

function evidenceRow(
  view: BoardView,
  need: NeedId,
  { id, paper, region }: Evidence,
  spot: Spot,
): EvidenceRow {
  const pages = view.pagesOf.get(paper) ?? [];
  const page = region && view.regions.get(region)?.page;
  const notes = (region && view.notesOn.get(region)) || [];
  return {
    kind: "evidence",
    key: `evidence:${id}`,
    ...spot,
    expanded: undefined,
    evidence: id,
    need,
    paper,
    code: view.papers.get(paper)?.code ?? "?",
    region,
    pageNumber:
      page && pages.length > 1 ? pages.findIndex((one) => one.id === page) + 1 : undefined,
    words: notes
      .map((note) => note.words.trim())
      .filter((said) => said !== "")
      .join(" · "),
  };
}

function growTable(
  view: BoardView,
  toggled: ReadonlySet<RowKey>,
  marks: ListedMarks,
  things: ListedThings,
  count: number,
  setSize: number,
): readonly Row[] {
  const expanded = isExpanded(tableKey, toggled);
  const place = { parent: sessionKey, level: 2, position: setSize, setSize };
  const row: TableRow = { kind: "table", key: tableKey, ...place, expanded, count };
  if (!expanded) return [row];
  const below = { parent: tableKey, level: 3, setSize: count };
  const strokes = marks.inkOn(undefined);
  return [
    row,
    ...growThings(view, toggled, things, undefined, below),
    ...(strokes.length > 0 ? [inkRow(undefined, strokes, { ...below, position: count })] : []),
  ];
}

function growThings(
  view: BoardView,
  toggled: ReadonlySet<RowKey>,
  things: ListedThings,
  frame: ShapeId | undefined,
  below: Omit<Spot, "position">,
): readonly Row[] {
  return things.in(frame).flatMap((thing, i): readonly Row[] => {
    const spot = { ...below, position: i + 1 };
    if (thing.kind === "note") {
      const { id, stance, closed, words, blocks, by } = thing.note;
      const place = { key: noteKey(id), ...spot, expanded: undefined };
      const standsOn = standingOf(view, id)
        .papers.map((paper) => view.papers.get(paper)?.code ?? "?")
        .join(", ");
      return [{ kind: "note", ...place, note: id, stance, closed, words, blocks, by, standsOn }];
    }
    const row = shapeRow(view, thing, things.in(thing.shape.id).length, spot, toggled);
    if (!row.expanded) return [row];
    const inside = { parent: row.key, level: row.level + 1, setSize: row.count };
    return [row, ...growThings(view, toggled, things, thing.shape.id, inside)];
  });
}

function shapeRow(
  view: BoardView,
  { shape }: ListedThing & { readonly kind: "shape" },
  count: number,
  spot: Spot,
  toggled: ReadonlySet<RowKey>,
): ShapeRow {
  const { id, ends, by } = shape;
  const key = shapeKey(id);
  return {
    kind: "shape",
    key,
    ...spot,
    expanded: count > 0 ? isExpanded(key, toggled) : undefined,
    shape: id,
    shapeKind: shape.kind,
    words: hasWords(shape) ? shape.words : shape.name,
    blocks: hasWords(shape) ? shape.blocks : noBlocks,
    from: ends && namedEnd(view, ends.from),
    to: ends && namedEnd(view, ends.to),
    count,
    by,
  };
}

function markRow(
  { mark, note, cited }: ListedMark,
  { paper, pages }: PaperRow,
  spot: Spot,
): MarkRow {
  const { region, page, pageNumber, index } = mark;
  return {
    kind: "mark",
    key: note ? noteKey(note.id) : regionKey(region.id),
    ...spot,
    expanded: undefined,
    paper,
    region: region.id,
    page: page.id,
    pageNumber,
    pages,
    index,
    note: note?.id,
    stance: note?.stance,
    closed: note?.closed ?? false,
    words: note?.words ?? "",
    blocks: note?.blocks ?? noBlocks,
    by: note?.by ?? region.by,
    cited,
    tags: note === undefined || note.id === mark.notes[0]?.id ? region.tags.join(", ") : "",
  };
}

function inkRow(paper: PaperId | undefined, strokes: readonly StrokeId[], spot: Spot): InkRow {
  return { kind: "ink", key: inkKey(paper), ...spot, expanded: undefined, paper, strokes };
}

const noBlocks: readonly Block[] = [];

/** Rows are flat but for `pile`, `first`, `blocks` and `strokes`, which keep their identity while unchanged. */
export function sameRow(a: Row, b: Row): boolean {
  const after: { readonly [name: string]: unknown } = { ...b };
  const before = Object.entries(a);
  return (
    before.length === Object.keys(after).length &&
    before.every(([name, value]) => Object.is(value, after[name]))
  );
}
