/**
 * Where a line runs, given where the things lie that its ends are bound to.
 *
 * Pure, and the only place that knows: the table, the list's words, hit tests and the PDF ask here. An
 * end bound to a thing points to a place inside that thing and stops at its edge; an end whose thing is
 * gone stays where it was last put. test/unit/board/connectors.test.ts holds it to that.
 */
import { contains, type Point, type Rect, rectBetween, union } from "../geometry/rect.ts";
import { middleOf, turnedPoint } from "../geometry/turned.ts";
import type { LineEnd, Shape } from "./shapes.ts";

/** The box of a thing or paper before its turn, in board units; undefined for what is not there. */
export type BoxOf = (id: string) => { readonly box: Rect; readonly turn: number } | undefined;

export interface LinePath {
  readonly from: Point;
  readonly to: Point;
  /** The control point of a quadratic curve; the middle of a straight line. */
  readonly over: Point;
}

/** Between the edge of a thing and the head of the line that points to it. Board units. */
const gap = 6;

export function pathOf(line: Pick<Shape, "ends" | "bend">, boxOf: BoxOf): LinePath | undefined {
  const aims = aimsOf(line, boxOf);
  if (!line.ends || !aims) return undefined;
  const { from, to } = line.ends;
  const over = swung(aims.from, aims.to, line.bend);
  const start = stopAtEdge(from, aims.from, over, boxOf);
  const end = stopAtEdge(to, aims.to, over, boxOf);
  return { from: start, to: end, over: line.bend === 0 ? middle(start, end) : over };
}

/** Where both ends point to, before they stop at the edges of what they are bound to. */
export function aimsOf(
  { ends }: Pick<Shape, "ends">,
  boxOf: BoxOf,
): { readonly from: Point; readonly to: Point } | undefined {
  return ends && { from: aimOf(ends.from, boxOf), to: aimOf(ends.to, boxOf) };
}

/** The upright rectangle around a path. */
export function boundsOfPath({ from, to, over }: LinePath): Rect {
  // The curve goes half of the way to its control point.
  const top = { x: (from.x + to.x + 2 * over.x) / 4, y: (from.y + to.y + 2 * over.y) / 4 };
  const point = (at: Point): Rect => ({ ...at, w: 0, h: 0 });
  return union([point(from), point(to), point(top)]) ?? rectBetween(from, to);
}

/** Where an end aims at: inside the thing it is bound to. */
function aimOf(end: LineEnd, boxOf: BoxOf): Point {
  const on = end.on === undefined ? undefined : boxOf(end.on);
  if (!on) return end.at;
  const { box, turn } = on;
  const inside = { x: box.x + end.side.x * box.w, y: box.y + end.side.y * box.h };
  return turnedPoint(inside, middleOf(box), turn);
}

/** From the edge on, as seen from `over`; the aim itself where the line comes from within the thing. */
function stopAtEdge(end: LineEnd, aim: Point, over: Point, boxOf: BoxOf): Point {
  const on = end.on === undefined ? undefined : boxOf(end.on);
  if (!on) return aim;
  const about = middleOf(on.box);
  const box = { ...on.box };
  const [inner, outer] = [aim, over].map((point) => turnedPoint(point, about, -on.turn)) as [
    Point,
    Point,
  ];
  if (contains(box, outer)) return aim;
  return turnedPoint(crossing(box, inner, outer), about, on.turn);
}

/** Where the way from `inner` (inside) to `outer` (outside) leaves the box, and a little farther. */
function crossing(box: Rect, inner: Point, outer: Point): Point {
  const [dx, dy] = [outer.x - inner.x, outer.y - inner.y];
  const ways = [
    dx > 0 ? (box.x + box.w - inner.x) / dx : dx < 0 ? (box.x - inner.x) / dx : Infinity,
    dy > 0 ? (box.y + box.h - inner.y) / dy : dy < 0 ? (box.y - inner.y) / dy : Infinity,
  ];
  const length = Math.hypot(dx, dy);
  const way = Math.min(1, Math.max(0, Math.min(...ways)) + gap / length);
  return { x: inner.x + dx * way, y: inner.y + dy * way };
}

/** The control point of a line that swings out to the right of its way by `bend` of its length. */
function swung(from: Point, to: Point, bend: number): Point {
  const at = middle(from, to);
  // Twice: the curve itself goes half of the way there.
  return { x: at.x - (to.y - from.y) * bend * 2, y: at.y + (to.x - from.x) * bend * 2 };
}

const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
