/**
 * The parts of a line of points that lie within a rectangle. Cut in the points rather than by a clip
 * path, so that nothing outside of a crop is in the file at all.
 */
import type { Point, Rect } from "../../shared/geometry/rect.ts";

/** Each part with at least one point. A line of one point inside is one part. */
export function clipLine(points: readonly Point[], rect: Rect): Point[][] {
  const parts: Point[][] = [];
  let open: Point[] | undefined;
  points.forEach((to, i) => {
    const from = points[i - 1] ?? to;
    const cut = clipSegment(from, to, rect);
    if (!cut) {
      open = undefined;
      return;
    }
    const [a, b] = cut;
    if (!open || a !== from) parts.push((open = [a]));
    if (points.length > 1 && i > 0) open.push(b);
    if (b !== to) open = undefined;
  });
  return parts;
}

/** The part of a segment inside, its own ends kept as they are; Liang and Barsky 1984. */
function clipSegment(from: Point, to: Point, rect: Rect): readonly [Point, Point] | undefined {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  let enter = 0;
  let leave = 1;
  for (const [step, room] of [
    [-dx, from.x - rect.x],
    [dx, rect.x + rect.w - from.x],
    [-dy, from.y - rect.y],
    [dy, rect.y + rect.h - from.y],
  ] as const) {
    if (step === 0) {
      if (room < 0) return undefined;
    } else if (step < 0) enter = Math.max(enter, room / step);
    else leave = Math.min(leave, room / step);
  }
  if (enter > leave) return undefined;
  const along = (t: number): Point => ({ x: from.x + t * dx, y: from.y + t * dy });
  return [enter === 0 ? from : along(enter), leave === 1 ? to : along(leave)];
}
