/**
 * Rectangles turned about their middle. Turns are in degrees clockwise, 0 up to but not including 360.
 * test/unit/geometry/turned.test.ts holds it to going there and back.
 */
import type { Point, Rect } from "./rect.ts";
import { contains, union } from "./rect.ts";

export const middleOf = ({ x, y, w, h }: Rect): Point => ({ x: x + w / 2, y: y + h / 2 });

/** Any number of degrees as one from 0 up to 360. */
export function turnOf(degrees: number): number {
  const turn = degrees % 360;
  // What lies a rounding error below 0 would round up to 360.
  return turn < 0 ? (turn + 360) % 360 : turn + 0;
}

export function turnedPoint(point: Point, about: Point, turn: number): Point {
  if (turn === 0) return point;
  const angle = (turn * Math.PI) / 180;
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const [x, y] = [point.x - about.x, point.y - about.y];
  return { x: about.x + x * cos - y * sin, y: about.y + x * sin + y * cos };
}

/** The corners of a turned rectangle, clockwise from what was its top left. */
export function cornersOf(rect: Rect, turn: number): readonly [Point, Point, Point, Point] {
  const { x, y, w, h } = rect;
  const about = middleOf(rect);
  const at = (x: number, y: number): Point => turnedPoint({ x, y }, about, turn);
  return [at(x, y), at(x + w, y), at(x + w, y + h), at(x, y + h)];
}

/** The upright rectangle around a turned one. */
export function boundsOf(rect: Rect, turn: number): Rect {
  if (turn === 0) return rect;
  return union(cornersOf(rect, turn).map((corner) => ({ ...corner, w: 0, h: 0 }))) ?? rect;
}

export function containsTurned(rect: Rect, turn: number, point: Point): boolean {
  return contains(rect, turnedPoint(point, middleOf(rect), -turn));
}
