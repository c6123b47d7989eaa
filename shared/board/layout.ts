/**
 * Where everything self-arranging lies on the table, in board units: the tray of unsorted papers on
 * the left, then the piles from left to right, each a grid that grows downwards, a fan or a stack.
 *
 * Pure: the same view gives the same layout in every browser, so nobody writes positions for papers
 * and two screens can never disagree. One person may lay a fan or stack out for themselves: that moves
 * its own papers, downwards if need be, and nothing else, so that colleagues' hands still point at the
 * same places. Free things (notes, strokes) carry their own place and are not here.
 * test/property/layout.test.ts holds it to every paper once and none over another in a grid.
 */
import type { PageId, PaperId, PileId } from "../base/ids.ts";
import { type Point, type Rect, type Size, union } from "../geometry/rect.ts";
import type { DrawnPage } from "../geometry/turned-page.ts";
import type { Arrangement, Pile } from "../sorting/piles.ts";
import type { BoardView } from "./reader.ts";

/** Board units. */
export const table = {
  pageWidth: 160,
  pageGap: 6,
  cellGap: 16,
  /** The strip under each paper that shows its code: room for large letters on a table seen whole. */
  labelHeight: 34,
  pilePadding: 24,
  pileHeader: 96,
  pileGap: 44,
  /** The slot behind the last pile from which a new one is made. */
  addPileWidth: 96,
  /** What shows of each paper in a fan: room for its code in large letters. */
  fanStep: 64,
  /** How far each paper of a stack lies from the one below it, to both sides. */
  lean: 4,
} as const;

/** Of a stack so many edges show; what lies deeper lies flush. */
const edgesShown = 5;

export interface Heap {
  /** The whole area that takes drops. */
  readonly frame: Rect;
  readonly header: Rect;
  /** How its papers lie here, for whom it is laid out now. */
  readonly lies: Arrangement;
}

export interface Layout {
  readonly tray: Heap;
  readonly piles: ReadonlyMap<PileId, Heap>;
  /** A paper's whole card: its pages and its label. */
  readonly papers: ReadonlyMap<PaperId, Rect>;
  /** Papers that lie over or under others: 1 the lowest of its heap. */
  readonly depths: ReadonlyMap<PaperId, number>;
  /** Each page that lies open on the table: the first two of a paper. */
  readonly pages: ReadonlyMap<PageId, DrawnPage>;
  /** Where the first row of papers, or a stack, ends in every heap. */
  readonly firstRow: number;
  /** Where a new pile would begin. */
  readonly addPile: Rect;
  readonly bounds: Rect;
}

/** How many pages of one paper lie open side by side; the reader shows the rest. */
export const openPages = 2;

/** `laidOut`: a fan or stack that the person who looks has spread for themselves. */
export function layoutBoard(view: BoardView, laidOut?: PileId): Layout {
  const cell = cellOf(view);
  const columns = columnsFor(view.papers.size, view.piles.length, cell);
  const heaps = [
    { ids: view.sorted.unsorted, across: columns.tray, lies: "grid" as const, isLaidOut: false },
    ...view.piles.map((pile) => ({
      ids: view.sorted.piles.get(pile.id) ?? [],
      across: pile.folded ? 1 : columns.pile,
      lies: liesAs(pile),
      isLaidOut: pile.id === laidOut && !pile.folded,
    })),
  ].map((heap) => ({ ...heap, w: heapWidth(heap.across, cell) }));
  // All heaps are as high as the highest: one calm row, and a wide target for every drop.
  const rows = Math.max(
    leastRows,
    ...heaps.map(({ ids, lies, w, across }) => rowsFor(ids.length, perRow(lies, w, across, cell))),
  );
  const h = heapHeight(rows, cell);
  const papers = new Map<PaperId, Rect>();
  const depths = new Map<PaperId, number>();
  const pages = new Map<PageId, DrawnPage>();
  let x = 0;
  const laid = heaps.map((heap): Heap => {
    const { ids, across, w, isLaidOut } = heap;
    const lies = isLaidOut ? "grid" : heap.lies;
    const own = isLaidOut ? heapHeight(rowsFor(ids.length, across), cell) : 0;
    const frame = { x, y: 0, w, h: Math.max(h, own) };
    ids.forEach((id, i) => {
      const card = { ...placeOf(lies, i, frame, across, cell), ...cell };
      papers.set(id, card);
      if (lies !== "grid" && ids.length > 1) depths.set(id, i + 1);
      layPages(view, id, card, pages);
    });
    x += w + table.pileGap;
    return { frame, header: { ...frame, h: table.pileHeader }, lies };
  });
  const [tray, ...rest] = laid as [Heap, ...Heap[]];
  const piles = new Map(
    view.piles.flatMap(({ id }, i): [PileId, Heap][] => {
      const heap = rest[i];
      return heap ? [[id, heap]] : [];
    }),
  );
  const addPile = { x, y: 0, w: table.addPileWidth, h };
  const bounds = union([addPile, ...laid.map(({ frame }) => frame)]) ?? tray.frame;
  const firstRow = table.pileHeader + cell.h + edgesShown * table.lean;
  return { tray, piles, papers, depths, pages, firstRow, addPile, bounds };
}

/** What is folded away lies as a stack, whatever it was. */
const liesAs = ({ arrangement, folded }: Pile): Arrangement => (folded ? "stack" : arrangement);

/** How many papers of a heap come before the next row begins. */
function perRow(lies: Arrangement, w: number, columns: number, cell: Size): number {
  switch (lies) {
    case "grid":
      return columns;
    case "fan":
      return 1 + Math.floor((w - 2 * table.pilePadding - cell.w) / table.fanStep);
    case "stack":
      return Number.POSITIVE_INFINITY;
  }
}

/**
 * The corner of a heap's paper by its number alone: sorting one paper moves no other but those that
 * come after it in the same heap.
 */
function placeOf(lies: Arrangement, i: number, frame: Rect, columns: number, cell: Size): Point {
  const x = frame.x + table.pilePadding;
  if (lies === "stack") {
    const lean = Math.min(i, edgesShown) * table.lean;
    const spare = frame.w - 2 * table.pilePadding - cell.w - edgesShown * table.lean;
    return { x: x + Math.max(0, spare / 2) + lean, y: table.pileHeader + lean };
  }
  const inRow = perRow(lies, frame.w, columns, cell);
  const step = lies === "fan" ? table.fanStep : cell.w + table.cellGap;
  return {
    x: x + (i % inRow) * step,
    y: table.pileHeader + Math.floor(i / inRow) * (cell.h + table.cellGap),
  };
}

/** Height over width below which a page gets no flatter card: a strip still wants to be hit. */
const flattest = 0.25;

/** One cell for all papers, as wide and high as the largest needs, so that rows and columns line up. */
function cellOf(view: BoardView): Size {
  let open = 1;
  let tallest = view.pages.size === 0 ? 11 / 8.5 : flattest;
  for (const pages of view.pagesOf.values()) {
    open = Math.max(open, Math.min(openPages, pages.length));
    for (const { size } of pages) tallest = Math.max(tallest, Math.min(2, size.h / size.w));
  }
  return {
    w: open * table.pageWidth + (open - 1) * table.pageGap,
    h: Math.round(tallest * table.pageWidth) + table.labelHeight,
  };
}

const leastRows = 2;

const rowsFor = (papers: number, columns: number): number => Math.ceil(papers / columns);

const heapWidth = (columns: number, cell: Size): number =>
  columns * cell.w + (columns - 1) * table.cellGap + 2 * table.pilePadding;

const heapHeight = (rows: number, cell: Size): number =>
  table.pileHeader + rows * (cell.h + table.cellGap) - table.cellGap + table.pilePadding;

/** The shape of the screens that boards are seen on whole, bars taken off: width over height. */
const screenShape = 2.15;
/** How much of all papers one pile is expected to hold at the end. */
const largestShare = 0.45;

/**
 * How many columns the tray and each pile get, so that the table is largest on a screen both while all
 * papers lie unsorted and when all are sorted. Depends on counts alone, never on who lies where: no
 * paper jumps because another one was sorted.
 */
function columnsFor(
  papers: number,
  piles: number,
  cell: Size,
): { readonly tray: number; readonly pile: number } {
  let best = { tray: 3, pile: 2 };
  let bestScale = 0;
  for (let tray = 3; tray <= 24; tray++) {
    for (let pile = 2; pile <= 12; pile++) {
      const rows = Math.max(
        leastRows,
        rowsFor(papers, tray),
        rowsFor(Math.ceil(papers * largestShare), pile),
      );
      const width =
        heapWidth(tray, cell) +
        piles * (heapWidth(pile, cell) + table.pileGap) +
        table.pileGap +
        table.addPileWidth;
      const scale = Math.min(screenShape / width, 1 / heapHeight(rows, cell));
      if (scale > bestScale) {
        best = { tray, pile };
        bestScale = scale;
      }
    }
  }
  return best;
}

/** Fits each open page into its share of the card, at the top, keeping its shape. */
function layPages(view: BoardView, id: PaperId, card: Rect, into: Map<PageId, DrawnPage>): void {
  const most = card.h - table.labelHeight;
  (view.pagesOf.get(id) ?? []).slice(0, openPages).forEach((page, i) => {
    const scale = Math.min(table.pageWidth / page.size.w, most / page.size.h);
    const w = page.size.w * scale;
    const slot = card.x + i * (table.pageWidth + table.pageGap);
    into.set(page.id, {
      x: slot + (table.pageWidth - w) / 2,
      y: card.y,
      w,
      h: page.size.h * scale,
      turn: page.turn,
    });
  });
}
