/**
 * Where everything self-arranging lies on the table, in board units: the tray of unsorted papers on
 * the left, then the piles from left to right, each a grid that grows downwards.
 *
 * Pure: the same view gives the same layout in every browser, so nobody writes positions for papers
 * and two screens can never disagree. Free things (notes, strokes) carry their own place and are not
 * here.
 */
import type { PageId, PaperId, PileId } from "../base/ids.ts";
import { type Rect, union } from "../geometry/rect.ts";
import type { BoardView } from "./reader.ts";

/** Board units. */
export const table = {
  pageWidth: 160,
  pageGap: 6,
  cellGap: 20,
  /** The strip under each paper that shows its code. */
  labelHeight: 24,
  pilePadding: 24,
  pileHeader: 72,
  pileGap: 56,
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
  readonly bounds: Rect;
}

/** How many pages of one paper lie open side by side; the reader shows the rest. */
export const openPages = 2;

export function layoutBoard(view: BoardView): Layout {
  const cell = cellOf(view);
  const columns = columnsFor(view.papers.size, cell.w > table.pageWidth * 1.5);
  const width = columns * cell.w + (columns - 1) * table.cellGap + 2 * table.pilePadding;
  const papers = new Map<PaperId, Rect>();
  const pages = new Map<PageId, Rect>();

  function layHeap(index: number, ids: readonly PaperId[]): Heap {
    const x = index * (width + table.pileGap);
    ids.forEach((id, i) => {
      const card: Rect = {
        x: x + table.pilePadding + (i % columns) * (cell.w + table.cellGap),
        y: table.pileHeader + Math.floor(i / columns) * (cell.h + table.cellGap),
        ...cell,
      };
      papers.set(id, card);
      layPages(view, id, card, pages);
    });
    const rows = Math.max(2, Math.ceil(ids.length / columns));
    const h = table.pileHeader + rows * (cell.h + table.cellGap) + table.pilePadding;
    return {
      frame: { x, y: 0, w: width, h },
      header: { x, y: 0, w: width, h: table.pileHeader },
    };
  }

  const tray = layHeap(0, view.sorted.unsorted);
  const piles = new Map(
    view.piles.map(({ id }, i) => [id, layHeap(i + 1, view.sorted.piles.get(id) ?? [])]),
  );
  const bounds = union([tray.frame, ...[...piles.values()].map(({ frame }) => frame)]);
  return { tray, piles, papers, pages, bounds: bounds ?? tray.frame };
}

/** One cell for all papers, as wide and high as the largest needs, so that rows and columns line up. */
function cellOf(view: BoardView): { readonly w: number; readonly h: number } {
  let open = 1;
  let tallest = view.pages.size === 0 ? 11 / 8.5 : 0;
  for (const pages of view.pagesOf.values()) {
    open = Math.max(open, Math.min(openPages, pages.length));
    for (const { size } of pages) tallest = Math.max(tallest, Math.min(2, size.h / size.w));
  }
  return {
    w: open * table.pageWidth + (open - 1) * table.pageGap,
    h: Math.round(tallest * table.pageWidth) + table.labelHeight,
  };
}

/** Wide enough that four heaps of a class set make about the shape of a screen. */
function columnsFor(papers: number, wide: boolean): number {
  const columns = Math.ceil(Math.sqrt(papers / 1.8));
  return Math.min(wide ? 6 : 12, Math.max(wide ? 2 : 3, wide ? Math.ceil(columns / 1.6) : columns));
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
