/** Where a small panel stands beside something, within the window, without covering it if it can. Pure. */
import type { Point, Rect, Size } from "../../../shared/geometry/rect.ts";

const gap = 12;
const margin = 8;

/** Right of `anchor`, else left, below, above; else wherever it fits, over the anchor. */
export function beside(anchor: Rect, panel: Size, window: Rect): Point {
  const left = window.x + margin;
  const top = window.y + margin;
  const right = window.x + window.w - margin - panel.w;
  const bottom = window.y + window.h - margin - panel.h;
  const x = clamp(anchor.x, left, right);
  const y = clamp(anchor.y, top, bottom);
  const isIn = (at: number, least: number, most: number): boolean => at >= least && at <= most;
  const rightOf = anchor.x + anchor.w + gap;
  if (isIn(rightOf, left, right)) return { x: rightOf, y };
  const leftOf = anchor.x - gap - panel.w;
  if (isIn(leftOf, left, right)) return { x: leftOf, y };
  const below = anchor.y + anchor.h + gap;
  if (isIn(below, top, bottom)) return { x, y: below };
  const above = anchor.y - gap - panel.h;
  if (isIn(above, top, bottom)) return { x, y: above };
  return { x: right, y: bottom };
}

const clamp = (value: number, least: number, most: number): number =>
  Math.max(least, Math.min(most, value));
