/**
 * Areas drawn by hand: an outline within the rectangle around it, and whether a point lies within.
 * test/unit/geometry/polygon.test.ts.
 */
import { inkTouches } from "./ink-line.ts";
import {
  type PagePoint,
  type PageRect,
  type Point,
  pagePoint,
  pageRect,
  type Rect,
} from "./rect.ts";

/**
 * Corners in fractions of the rectangle around them, from its top left; the last is joined to the first.
 * So whoever moves or stretches the rectangle takes the outline along.
 */
export type Outline = readonly Point[];

/** A part of a page: a rectangle, or what an outline in that encloses. */
export interface Area {
  readonly rect: PageRect;
  readonly outline?: Outline | undefined;
}

/** More corners than a hand can tell apart; a longer line is thinned by the tool that draws it. */
export const mostCorners = 200;

/** The area that corners on a page enclose; one without width or height where they lie on a line. */
export function areaAround(corners: readonly PagePoint[]): Area {
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const rect = pageRect(left, top, Math.max(...xs) - left, Math.max(...ys) - top);
  const part = (at: number, start: number, length: number): number =>
    length > 0 ? (at - start) / length : 0;
  const outline = corners.map(({ x, y }) => ({
    x: part(x, rect.x, rect.w),
    y: part(y, rect.y, rect.h),
  }));
  return { rect, outline };
}

/** Where the corners of an outline in `rect` lie. */
export function cornersIn(outline: Outline, rect: Rect): readonly Point[] {
  return outline.map(({ x, y }) => ({ x: rect.x + x * rect.w, y: rect.y + y * rect.h }));
}

/** Where the corners of an area lie on its page; undefined for a rectangle. */
export function cornersOnPage({ rect, outline }: Area): readonly PagePoint[] | undefined {
  return outline && cornersIn(outline, rect).map(({ x, y }) => pagePoint(x, y));
}

/**
 * Whether a closed line runs round a point an odd number of times (crossing number; the last point is
 * joined to the first). False for fewer than three points.
 */
export function isWithin(line: readonly Point[], { x, y }: Point): boolean {
  let inside = false;
  for (let i = 0, last = line.length - 1; i < line.length; last = i++) {
    const a = line[i] as Point;
    const b = line[last] as Point;
    const crosses = a.y > y !== b.y > y;
    if (crosses && x < a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x)) inside = !inside;
  }
  return inside;
}

/** Whether a point lies within `reach` of the closed line through corners. */
export function isOnOutline(corners: readonly Point[], point: Point, reach: number): boolean {
  const line = [...corners, ...corners.slice(0, 1)];
  return inkTouches(line, point, point, reach, { w: 1, h: 1 });
}
