/**
 * Where everything self-arranging lies on the table, in board units: the tray of unsorted papers on
 * the left, then the piles from left to right, each a grid that grows downwards.
 *
 * Pure: the same view gives the same layout in every browser, so nobody writes positions for papers
 * and two screens can never disagree. Free things (notes, strokes) carry their own place and are not
 * here. test/property/layout.test.ts holds it to every paper once and none over another.
 */
import type { PageId, PaperId, PileId } from "../base/ids.ts";
import { type Rect, type Size, union } from "../geometry/rect.ts";
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
} as const;

export interface Heap {
  /** The whole area that takes drops. */
  readonly frame: Rect;
  readonly header: Rect;
}

export interface Layout {
  readonly tray: Heap;
  readonly piles: ReadonlyMap<PileId, Heap>;
  /** A paper's whole card: its pages and its label. */
  readonly papers: ReadonlyMap<PaperId, Rect>;
  /** Each page that lies open on the table: the first two of a paper. */
  readonly pages: ReadonlyMap<PageId, Rect>;
  /** Where a new pile would begin. */
  readonly addPile: Rect;
  readonly bounds: Rect;
}

/** How many pages of one paper lie open side by side; the reader shows the rest. */
export const openPages = 2;

export function layoutBoard(view: BoardView): Layout {
  const cell = cellOf(view);
  const columns = columnsFor(view.papers.size, view.piles.length, cell);
  const papers = new Map<PaperId, Rect>();
  const pages = new Map<PageId, Rect>();
  const heaps = [
    { columns: columns.tray, ids: view.sorted.unsorted },
    ...view.piles.map(({ id }) => ({
      columns: columns.pile,
      ids: view.sorted.piles.get(id) ?? [],
    })),
  ];
  // All heaps are as high as the highest: one calm row, and a wide target for every drop.
  const rows = Math.max(leastRows, ...heaps.map((heap) => rowsFor(heap.ids.length, heap.columns)));
  const h = heapHeight(rows, cell);
  let x = 0;
  const laid = heaps.map((heap): Heap => {
    const w = heapWidth(heap.columns, cell);
    const frame = { x, y: 0, w, h };
    heap.ids.forEach((id, i) => {
      const card: Rect = {
        x: frame.x + table.pilePadding + (i % heap.columns) * (cell.w + table.cellGap),
        y: table.pileHeader + Math.floor(i / heap.columns) * (cell.h + table.cellGap),
        ...cell,
      };
      papers.set(id, card);
      layPages(view, id, card, pages);
    });
    x += w + table.pileGap;
    return { frame, header: { ...frame, h: table.pileHeader } };
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
  return { tray, piles, papers, pages, addPile, bounds };
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
function layPages(view: BoardView, id: PaperId, card: Rect, into: Map<PageId, Rect>): void {
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
    });
  });
}
