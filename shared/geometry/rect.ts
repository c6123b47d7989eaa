/**
 * Points and rectangles in the two spaces of the product: board units (the table) and page fractions
 * (0..1 from the page's top left). The two are distinct types, so that neither compiles as the other.
 */
declare const space: unique symbol;

export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Size {
  readonly w: number;
  readonly h: number;
}
/** Top left corner and size, in board units or pixels as the name of the value says. */
export interface Rect extends Point, Size {}

/** A point in page fractions, 0..1 from the top left. */
export type PagePoint = Point & { readonly [space]: "page" };
/** A rectangle in page fractions, 0..1 from the top left. */
export type PageRect = Rect & { readonly [space]: "page" };

/** What is not a number counts as 0. */
const clamp01 = (value: number): number => (value > 0 ? Math.min(1, value) : 0);

export function pagePoint(x: number, y: number): PagePoint {
  return { x: clamp01(x), y: clamp01(y) } as PagePoint;
}

/** The part of the rectangle that lies on the page; without area where nothing does. */
export function pageRect(x: number, y: number, w: number, h: number): PageRect {
  const left = clamp01(x);
  const top = clamp01(y);
  const right = Math.max(left, clamp01(x + w));
  const bottom = Math.max(top, clamp01(y + h));
  return { x: left, y: top, w: right - left, h: bottom - top } as PageRect;
}

/** The rectangle with `a` and `b` as opposite corners. */
export function rectBetween<P extends Point>(a: P, b: P): P extends PagePoint ? PageRect : Rect {
  return {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    w: Math.abs(a.x - b.x),
    h: Math.abs(a.y - b.y),
  } as P extends PagePoint ? PageRect : Rect;
}

export function contains(rect: Rect, point: Point): boolean {
  return (
    point.x >= rect.x &&
    point.y >= rect.y &&
    point.x <= rect.x + rect.w &&
    point.y <= rect.y + rect.h
  );
}

export function intersects(a: Rect, b: Rect): boolean {
  return a.x <= b.x + b.w && b.x <= a.x + a.w && a.y <= b.y + b.h && b.y <= a.y + a.h;
}

export function grown(rect: Rect, by: number): Rect {
  return { x: rect.x - by, y: rect.y - by, w: rect.w + 2 * by, h: rect.h + 2 * by };
}

/** The smallest rectangle around all, or undefined around nothing. */
export function union(rects: Iterable<Rect>): Rect | undefined {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const r of rects) {
    left = Math.min(left, r.x);
    top = Math.min(top, r.y);
    right = Math.max(right, r.x + r.w);
    bottom = Math.max(bottom, r.y + r.h);
  }
  return left > right ? undefined : { x: left, y: top, w: right - left, h: bottom - top };
}
