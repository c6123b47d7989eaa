/**
 * Where papers would land when they are let go: which heap, before which paper, and where to show it.
 * Pure; test/unit/board-drop-place.test.ts.
 */
import type { PaperId, PileId } from "../../../shared/base/ids.ts";
import { type Heap, type Layout, table } from "../../../shared/board/layout.ts";
import type { Point, Rect } from "../../../shared/geometry/rect.ts";
import type { Arrangement } from "../../../shared/sorting/piles.ts";
import type { Sorted } from "../../../shared/sorting/places.ts";

export interface DropPlace {
  /** Undefined = the tray of unsorted papers. */
  readonly pile: PileId | undefined;
  /** How many of the heap's papers, the dragged ones not counted, come before. */
  readonly index: number;
  /** The gap to show, in board units. */
  readonly gap: Rect;
}

/** How far above a heap a drop still counts for it. */
const reach = 60;

/** The place for papers let go at `at`; undefined over no heap: they go home. */
export function dropPlaceAt(
  layout: Layout,
  sorted: Sorted,
  at: Point,
  dragged: ReadonlySet<string>,
): DropPlace | undefined {
  const heaps: (readonly [PileId | undefined, Heap, readonly PaperId[]])[] = [
    [undefined, layout.tray, sorted.unsorted],
    ...[...layout.piles].map(([id, heap]) => [id, heap, sorted.piles.get(id) ?? []] as const),
  ];
  for (const [pile, { frame, lies }, papers] of heaps) {
    const beside = table.pileGap / 2;
    const inside =
      at.x >= frame.x - beside &&
      at.x <= frame.x + frame.w + beside &&
      at.y >= frame.y - reach &&
      at.y <= frame.y + frame.h + reach;
    if (!inside) continue;
    const others = papers.filter((id) => !dragged.has(id));
    const index = lies === "stack" ? others.length : indexAt(layout, lies, others, at);
    return { pile, index, gap: gapAt(layout, frame, others, index) };
  }
  return undefined;
}

/**
 * The first paper that comes after the point in reading order is the one to go before. On a stack papers
 * go on top.
 */
function indexAt(layout: Layout, lies: Arrangement, papers: readonly PaperId[], at: Point): number {
  const index = papers.findIndex((id) => {
    const card = layout.papers.get(id);
    if (!card) return false;
    const below = at.y < card.y - table.cellGap / 2;
    const inRow = at.y <= card.y + card.h + table.cellGap / 2;
    return below || (inRow && at.x < card.x + (lies === "fan" ? table.fanStep : card.w) / 2);
  });
  return index < 0 ? papers.length : index;
}

const gapWidth = 5;

function gapAt(layout: Layout, frame: Rect, papers: readonly PaperId[], index: number): Rect {
  const before = papers[index - 1];
  const after = papers[index];
  const left = before && layout.papers.get(before);
  const right = after && layout.papers.get(after);
  // Where a row ends, the gap is shown at the end of it rather than before the next row.
  if (left && (!right || right.y > left.y)) {
    return {
      x: left.x + left.w + (table.cellGap - gapWidth) / 2,
      y: left.y,
      w: gapWidth,
      h: left.h,
    };
  }
  if (right) {
    return { x: right.x - (table.cellGap + gapWidth) / 2, y: right.y, w: gapWidth, h: right.h };
  }
  const x = frame.x + table.pilePadding - (table.cellGap + gapWidth) / 2;
  const y = table.pileHeader;
  return { x, y, w: gapWidth, h: Math.min(240, frame.h - table.pileHeader - table.pilePadding) };
}
