/**
 * The parts of a line of points that lie within a rectangle, or within an outline. Cut in the points rather than by a clip
 * path, so that nothing outside of a crop is in the file at all.
 */
import { isWithin } from "../../shared/geometry/polygon.ts";
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

/** Each part of a line that lies within the closed line through corners, with at least one point. */
export function clipToOutline(points: readonly Point[], corners: readonly Point[]): Point[][] {
  const parts: Point[][] = [];
  let open: Point[] | undefined;
  const keep = (point: Point): void => {
    if (open) open.push(point);
    else parts.push((open = [point]));
  };
  points.forEach((to, i) => {
    const from = points[i - 1];
    const along = (t: number): Point =>
      from ? { x: from.x + t * (to.x - from.x), y: from.y + t * (to.y - from.y) } : to;
    const cuts = [0, ...(from ? crossings(from, to, corners) : []), 1];
    cuts.slice(1).forEach((end, k) => {
      const start = cuts[k] ?? 0;
      if (!isWithin(corners, along((start + end) / 2))) open = undefined;
      else {
        if (!open && from) keep(start === 0 ? from : along(start));
        keep(end === 1 ? to : along(end));
      }
    });
  });
  return parts;
}

/** How far along a segment it crosses the closed line through corners, 0..1, in order. */
function crossings(from: Point, to: Point, corners: readonly Point[]): readonly number[] {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  return corners
    .flatMap((a, i) => {
      const b = corners[(i + 1) % corners.length] ?? a;
      const [ex, ey] = [b.x - a.x, b.y - a.y];
      const across = dx * ey - dy * ex;
      if (across === 0) return [];
      const t = ((a.x - from.x) * ey - (a.y - from.y) * ex) / across;
      const s = ((a.x - from.x) * dy - (a.y - from.y) * dx) / across;
      return t > 0 && t < 1 && s >= 0 && s <= 1 ? [t] : [];
    })
    .toSorted((a, b) => a - b);
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
