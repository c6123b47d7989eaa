/**
 * Parts of a line of ink, as ranges of its own length, so that several people may take parts off one line
 * at once and all that was taken stays off.
 *
 * A place on the line is the index of a point plus the share of the way to the next: 2.25 is a quarter of
 * the way from the third point to the fourth. A line's points are never written again, so a range means
 * the same for ever, also where the line is moved or turned. Pure; test/property/ink-cut.test.ts holds it
 * to what it promises.
 */
import type { InkPoint } from "./ink.ts";
import type { Point, Size } from "./rect.ts";

export type InkRange = readonly [from: number, to: number];
/** What an eraser takes of a line. */
export type Erasing = "whole" | readonly InkRange[];

/** Places are kept to 1/4096 of the way between two points, a range rather too wide than too narrow. */
const steps = 4096;

/**
 * Where a line comes within `reach` of the straight way from `from` to `to`. `unit` is how long one unit of
 * x and of y is; `reach` in that measure, half the line's width counted in. The one range of a line of one
 * point is [0, 0].
 */
export function rangesAlong(
  points: readonly InkPoint[],
  from: Point,
  to: Point,
  reach: number,
  unit: Size,
): readonly InkRange[] {
  const scaled = ({ x, y }: Point): Point => ({ x: x * unit.w, y: y * unit.h });
  const way = { from: scaled(from), to: scaled(to), reach };
  const [only] = points;
  if (points.length === 1 && only) return within(scaled(only), scaled(only), way) ? [[0, 0]] : [];
  const found: InkRange[] = [];
  for (let i = 0; i + 1 < points.length; i++) {
    const [a, b] = [points[i], points[i + 1]];
    const part = a && b && within(scaled(a), scaled(b), way);
    if (part && part[1] > part[0]) found.push([i + part[0], i + part[1]]);
  }
  return merged(found);
}

interface Way {
  readonly from: Point;
  readonly to: Point;
  readonly reach: number;
}

/** The share of the piece from `a` to `b` that lies in reach of the way: one stretch, as that is convex. */
function within(a: Point, b: Point, way: Way): InkRange | undefined {
  const parts = [inDisc(a, b, way.from, way.reach), inDisc(a, b, way.to, way.reach)];
  const all = [...parts, inBand(a, b, way)].flatMap((part) => (part ? [part] : []));
  if (all.length === 0) return undefined;
  return [Math.min(...all.map(([s]) => s)), Math.max(...all.map(([, e]) => e))];
}

function inDisc(a: Point, b: Point, centre: Point, reach: number): InkRange | undefined {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const [ox, oy] = [a.x - centre.x, a.y - centre.y];
  const square = dx * dx + dy * dy;
  const inside = ox * ox + oy * oy - reach * reach;
  if (square === 0) return inside <= 0 ? [0, 1] : undefined;
  const half = ox * dx + oy * dy;
  const root = half * half - square * inside;
  if (root < 0) return undefined;
  const width = Math.sqrt(root);
  return clipped((-half - width) / square, (-half + width) / square);
}

/** Within the rectangle about the way, without its round ends. */
function inBand(a: Point, b: Point, { from, to, reach }: Way): InkRange | undefined {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length === 0) return undefined;
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const along = (p: Point): number => (p.x - from.x) * ux + (p.y - from.y) * uy;
  const across = (p: Point): number => (p.y - from.y) * ux - (p.x - from.x) * uy;
  const first = between(along(a), along(b), 0, length);
  const second = between(across(a), across(b), -reach, reach);
  return first && second && clipped(Math.max(first[0], second[0]), Math.min(first[1], second[1]));
}

/** Where a value that goes evenly from `a` to `b` lies between two others. */
function between(a: number, b: number, least: number, most: number): InkRange | undefined {
  if (a === b) return a >= least && a <= most ? [0, 1] : undefined;
  const [s, e] = [(least - a) / (b - a), (most - a) / (b - a)];
  return clipped(Math.min(s, e), Math.max(s, e));
}

function clipped(from: number, to: number): InkRange | undefined {
  const [s, e] = [Math.max(0, from), Math.min(1, to)];
  return s <= e ? [s, e] : undefined;
}

/** The same parts of a line in order, each once. */
export function merged(ranges: readonly InkRange[]): readonly InkRange[] {
  const out: [number, number][] = [];
  for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = out.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else out.push([from, to]);
  }
  return out;
}

/** What of `ranges` lies in none of `others`; both merged. */
export function without(
  ranges: readonly InkRange[],
  others: readonly InkRange[],
): readonly InkRange[] {
  return ranges.flatMap(([from, to]): InkRange[] => {
    const left: InkRange[] = [];
    let at = from;
    for (const [start, end] of others) {
      if (end < at || start > to) continue;
      if (start > at) left.push([at, start]);
      at = Math.max(at, end);
    }
    const isDot = from === to;
    const isTaken = others.some(([start, end]) => start <= from && end >= to);
    if (at < to || (isDot && !isTaken)) left.push([at, to]);
    return left;
  });
}

/** The parts of a line that are left when `erased`, merged, are taken off. */
export function rangesLeft(count: number, erased: readonly InkRange[]): readonly InkRange[] {
  if (count === 0) return [];
  const left = without([[0, count - 1]], erased);
  // What the rounding of two ranges leaves between them is no ink.
  return count === 1 ? left : left.filter(([from, to]) => to - from > 2 / steps);
}

/** A part of a line as a line of its own. */
export function pieceOf(points: readonly InkPoint[], [from, to]: InkRange): readonly InkPoint[] {
  const inner = points.slice(Math.floor(from) + 1, Math.ceil(to));
  const [start, end] = [pointAt(points, from), pointAt(points, to)];
  if (!start || !end) return [];
  return from === to ? [start] : [start, ...inner, end];
}

export function piecesOf(
  points: readonly InkPoint[],
  erased: readonly InkRange[],
): readonly (readonly InkPoint[])[] {
  return rangesLeft(points.length, erased).map((range) => pieceOf(points, range));
}

function pointAt(points: readonly InkPoint[], place: number): InkPoint | undefined {
  const index = Math.floor(place);
  const [a, b] = [points[index], points[index + 1]];
  const share = place - index;
  if (!a || !b || share === 0) return a;
  return {
    x: a.x + (b.x - a.x) * share,
    y: a.y + (b.y - a.y) * share,
    pressure: a.pressure + (b.pressure - a.pressure) * share,
  };
}

const version = 1;

/** Ranges as a few bytes each: places in 1/4096 as varints, each as its distance from the one before. */
export function encodeRanges(ranges: readonly InkRange[]): Uint8Array {
  const bytes: number[] = [version];
  let last = 0;
  const push = (place: number): void => {
    let value = place - last;
    last = place;
    while (value > 127) {
      bytes.push((value % 128) | 128);
      value = Math.floor(value / 128);
    }
    bytes.push(value);
  };
  const outward = merged(
    ranges.map(([from, to]) => [Math.max(0, Math.floor(from * steps)), Math.ceil(to * steps)]),
  );
  for (const [from, to] of outward) {
    push(from);
    push(to);
  }
  return Uint8Array.from(bytes);
}

/** The ranges, merged; none where the bytes are no ranges of a kind we know. Never throws. */
export function decodeRanges(bytes: Uint8Array): readonly InkRange[] {
  if (bytes[0] !== version) return [];
  const places: number[] = [];
  let last = 0;
  let value = 0;
  let scale = 1;
  for (const byte of bytes.subarray(1)) {
    value += (byte & 127) * scale;
    scale *= 128;
    if (scale > 2 ** 42) return [];
    if (byte > 127) continue;
    last += value;
    places.push(last / steps);
    value = 0;
    scale = 1;
  }
  if (scale > 1 || places.length % 2 === 1) return [];
  return merged(
    places.flatMap((from, i): InkRange[] => (i % 2 === 0 ? [[from, places[i + 1] ?? from]] : [])),
  );
}
