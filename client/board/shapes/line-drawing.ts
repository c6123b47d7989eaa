/**
 * How lines, arrow heads and dashes are drawn, as numbers: near as SVG, far on a canvas, and for hands that
 * point at them. Pure; test/unit/shape-drawing.test.ts.
 */
import type { LinePath } from "../../../shared/board/connectors.ts";
import { boundsOfPath } from "../../../shared/board/connectors.ts";
import type { Dash, Fill, Shape, TextSize, Weight } from "../../../shared/board/shapes.ts";
import {
  grown,
  intersects,
  type Point,
  type Rect,
  rectBetween,
  type Size,
} from "../../../shared/geometry/rect.ts";

/** Board units. */
export const weightUnits: { readonly [weight in Weight]: number } = {
  thin: 2,
  medium: 4,
  thick: 8,
};
export const letterUnits: { readonly [size in TextSize]: number } = {
  small: 16,
  medium: 24,
  large: 40,
  huge: 72,
};

/** Only what has an inside is filled, whatever another client wrote. */
export const fillOf = ({ kind, fill }: Pick<Shape, "kind" | "fill">): Fill =>
  kind === "box" || kind === "ellipse" || kind === "frame" ? fill : "none";

/** So many gaps in one outline are drawn at most: it takes a browser seconds to cut a line into millions. */
const mostGaps = 1_000;

/**
 * Lengths drawn and left out in turn, for round line ends, in an outline of the length `outline`; empty for a
 * line without gaps. In one that is longer than any screen shows, they are longer too.
 */
export function gapsOf(dash: Dash, width: number, outline: number): readonly number[] {
  const [drawn, left] = dash === "dotted" ? [0.01, width * 2] : [width * 2.5, width * 2.5];
  const grown = Math.max(1, outline / ((drawn + left) * mostGaps));
  return dash === "solid" ? [] : [dash === "dotted" ? drawn : drawn * grown, left * grown];
}

/** How long the outline of a box or an ellipse is at most. */
export const edgeLengthOf = ({ w, h }: Size): number => 2 * (w + h);

/** How long a path is at most. */
export const lengthOf = ({ from, over, to }: LinePath): number =>
  distance(from, over) + distance(over, to);

/** A path in the notation of SVG, as seen from `origin`. */
export function pathData({ from, over, to }: LinePath, origin: Point): string {
  const at = ({ x, y }: Point): string => `${short(x - origin.x)} ${short(y - origin.y)}`;
  return `M${at(from)}Q${at(over)} ${at(to)}`;
}

const short = (value: number): string => String(Math.round(value * 100) / 100);

/** An arrow's head at the end of its path: one wing, the tip, the other wing. */
export function headOf(path: LinePath, width: number): readonly [Point, Point, Point] {
  const { to } = path;
  // A curve arrives as from its control point; one that lies at the end itself, as from its beginning.
  const back = distance(path.over, to) > 0.5 ? path.over : path.from;
  const angle = Math.atan2(to.y - back.y, to.x - back.x);
  const length = Math.min(headLength(width), Math.max(width, distance(path.from, to) * 0.6));
  const wing = (turn: number): Point => ({
    x: to.x - Math.cos(angle + turn) * length,
    y: to.y - Math.sin(angle + turn) * length,
  });
  return [wing(0.5), to, wing(-0.5)];
}

const headLength = (width: number): number => 10 + width * 3;

/** Where a curve is at `t`, 0 its beginning and 1 its end. */
export function pointOn({ from, over, to }: LinePath, t: number): Point {
  const u = 1 - t;
  const along = (a: number, b: number, c: number): number => u * u * a + 2 * u * t * b + t * t * c;
  return { x: along(from.x, over.x, to.x), y: along(from.y, over.y, to.y) };
}

/** Around all that is drawn of a line, its head included. */
export function boundsOfLine(
  path: LinePath,
  { kind, weight }: Pick<Shape, "kind" | "weight">,
): Rect {
  const width = weightUnits[weight];
  return grown(boundsOfPath(path), kind === "arrow" ? headLength(width) / 2 : width / 2 + 1);
}

const pieces = 16;

/** How far a point lies from the line. */
export function distanceTo(path: LinePath, at: Point): number {
  let best = Infinity;
  let from = path.from;
  for (let i = 1; i <= pieces; i++) {
    const to = pointOn(path, i / pieces);
    best = Math.min(best, distanceToPiece(from, to, at));
    from = to;
  }
  return best;
}

/** Whether the line touches a rectangle. */
export function lineTouches(path: LinePath, rect: Rect): boolean {
  if (!intersects(boundsOfPath(path), rect)) return false;
  let from = path.from;
  for (let i = 1; i <= pieces; i++) {
    const to = pointOn(path, i / pieces);
    if (intersects(rectBetween(from, to), rect) && pieceTouches(from, to, rect)) return true;
    from = to;
  }
  return false;
}

/** Whether the straight way crosses the rectangle: not all its corners lie on one side of it. */
function pieceTouches(from: Point, to: Point, { x, y, w, h }: Rect): boolean {
  const side = (px: number, py: number): number =>
    Math.sign((to.x - from.x) * (py - from.y) - (to.y - from.y) * (px - from.x));
  const sides = new Set([side(x, y), side(x + w, y), side(x, y + h), side(x + w, y + h)]);
  return sides.size > 1 || sides.has(0);
}

function distanceToPiece(from: Point, to: Point, at: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : ((at.x - from.x) * dx + (at.y - from.y) * dy) / length;
  const way = Math.min(1, Math.max(0, share));
  return distance(at, { x: from.x + dx * way, y: from.y + dy * way });
}

const distance = (a: Point, b: Point): number => Math.hypot(b.x - a.x, b.y - a.y);
