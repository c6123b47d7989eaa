/**
 * Lines of ink as lines: smoothing what a hand drew, thinning it, and asking what touches it.
 *
 * Where distances matter, `unit` says how long one unit of x and of y is (a page's fractions differ in
 * the two directions); lengths are then in that common measure, such as screen pixels.
 * test/unit/ink-line.test.ts holds it to its promises.
 */
import type { InkPoint } from "./ink.ts";
import type { Point, Size } from "./rect.ts";

/** Each inner point drawn to the middle of its neighbours, (1 2 1)/4, ends kept: takes out the tremble. */
export function smoothInk(points: readonly InkPoint[]): readonly InkPoint[] {
  return points.map((point, i) => {
    const before = points[i - 1];
    const after = points[i + 1];
    if (!before || !after) return point;
    return {
      x: (before.x + 2 * point.x + after.x) / 4,
      y: (before.y + 2 * point.y + after.y) / 4,
      pressure: (before.pressure + 2 * point.pressure + after.pressure) / 4,
    };
  });
}

/** How much a change of pressure from none to full counts as, in the measure of `tolerance`. */
const pressureWeight = 12;

/**
 * Leaves out points that lie within `tolerance` of the line through those kept, pressure counted in.
 * Source: Ramer 1972, Douglas and Peucker 1973; with a stack, not recursion, for long strokes.
 */
export function simplifyInk(
  points: readonly InkPoint[],
  unit: Size,
  tolerance: number,
): readonly InkPoint[] {
  const kept = new Uint8Array(points.length);
  const stack: [number, number][] = [[0, points.length - 1]];
  kept[0] = 1;
  kept[points.length - 1] = 1;
  for (let span = stack.pop(); span; span = stack.pop()) {
    const [first, last] = span;
    const from = points[first];
    const to = points[last];
    if (!from || !to) continue;
    let farthest = -1;
    let most = tolerance;
    for (let i = first + 1; i < last; i++) {
      const point = points[i];
      if (!point) continue;
      const away = distanceFromLine(point, from, to, unit);
      if (away > most) {
        most = away;
        farthest = i;
      }
    }
    if (farthest < 0) continue;
    kept[farthest] = 1;
    stack.push([first, farthest], [farthest, last]);
  }
  return points.filter((_, i) => kept[i] === 1);
}

function distanceFromLine(point: InkPoint, from: InkPoint, to: InkPoint, unit: Size): number {
  const ax = (to.x - from.x) * unit.w;
  const ay = (to.y - from.y) * unit.h;
  const az = (to.pressure - from.pressure) * pressureWeight;
  const px = (point.x - from.x) * unit.w;
  const py = (point.y - from.y) * unit.h;
  const pz = (point.pressure - from.pressure) * pressureWeight;
  const length = ax * ax + ay * ay + az * az;
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, (px * ax + py * ay + pz * az) / length));
  return Math.hypot(px - t * ax, py - t * ay, pz - t * az);
}

/**
 * Whether a line through `points` comes within `reach` of the straight way from `from` to `to`.
 * `reach` counts half the stroke's width in; a stroke of one point is a dot.
 */
export function inkTouches(
  points: readonly Point[],
  from: Point,
  to: Point,
  reach: number,
  unit: Size,
): boolean {
  const scaled = (point: Point): Point => ({ x: point.x * unit.w, y: point.y * unit.h });
  const a = scaled(from);
  const b = scaled(to);
  let last: Point | undefined;
  for (const point of points) {
    const at = scaled(point);
    if (distanceBetween(last ?? at, at, a, b) <= reach) return true;
    last = at;
  }
  return false;
}

/** The least distance between two straight pieces, 0 where they cross. */
function distanceBetween(a: Point, b: Point, c: Point, d: Point): number {
  if (cross(a, b, c, d)) return 0;
  return Math.min(
    distanceTo(a, c, d),
    distanceTo(b, c, d),
    distanceTo(c, a, b),
    distanceTo(d, a, b),
  );
}

const side = (a: Point, b: Point, p: Point): number =>
  Math.sign((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x));

/** Whether the pieces cross properly; touching ends are caught by the distances. */
function cross(a: Point, b: Point, c: Point, d: Point): boolean {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

function distanceTo(point: Point, from: Point, to: Point): number {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = dx * dx + dy * dy;
  const along = (point.x - from.x) * dx + (point.y - from.y) * dy;
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, along / length));
  return Math.hypot(point.x - from.x - t * dx, point.y - from.y - t * dy);
}
