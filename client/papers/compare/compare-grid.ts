/**
 * How many columns papers stand in beside each other, so that each is shown as large as can be. Pure;
 * test/unit/compare-grid.test.ts.
 */
import type { Size } from "../../../shared/geometry/rect.ts";

/** What stands above each page in its pane. Pixels. */
const headPx = 52;

/** `room` in pixels, `shape` a page's height over its width. The fewest columns of those that do best. */
export function columnsFor(count: number, room: Size, shape: number): number {
  let best = 1;
  let bestWidth = 0;
  for (let columns = 1; columns <= count; columns++) {
    const w = room.w / columns;
    const h = room.h / Math.ceil(count / columns) - headPx;
    const width = Math.min(w, h / shape);
    if (width > bestWidth * 1.01) {
      best = columns;
      bestWidth = width;
    }
  }
  return best;
}
