/**
 * The session as a tree of rows: session, piles, papers, marks; needs and what each stands on; and what lies free
 * on the table.
 *
 * Pure: the rows that can be seen, from the board and what is folded open. Knows no React and no words.
 * A row that says the same as before is the same object as before, so that a list of hundreds draws
 * again only what changed. What each row is: rows.ts. test/unit/list-tree.test.ts holds it to showing every paper
 * exactly once.
 */
import type {
  NeedId,
  NoteId,
  PaperId,
  PileId,
  RegionId,
  ShapeId,
  StrokeId,
} from "../../shared/base/ids.ts";
import type { BoardView } from "../../shared/board/reader.ts";
import { hasWords } from "../../shared/board/shapes.ts";
import { standingOf } from "../../shared/board/standing.ts";
import type { Pile } from "../../shared/sorting/piles.ts";
import type { Block } from "../../shared/text/blocks.ts";
import { createMarkIndex, type ListedMark, type ListedMarks } from "./marks.ts";
import { growNeeds } from "./need-rows.ts";
import {
  type InkRow,
  inkKey,
  isExpanded,
  type MarkRow,
  needKey,
  needsKey,
  noteKey,
  type PaperRow,
  type PileRow,
  paperKey,
  pileKey,
  type Row,
  type RowKey,
  regionKey,
  type SessionRow,
  type ShapeRow,
  type Spot,
  sameRow,
  sessionKey,
  shapeKey,
  type TableRow,
  tableKey,
} from "./rows.ts";
import {
  createThingIndex,
  type ListedThing,
  type ListedThings,
  listThings,
  namedEnd,
} from "./things.ts";

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
