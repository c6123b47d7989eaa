/**
 * Finds the sheet of paper in a photo of a desk.
 *
 * Pure. The largest white area gives four rough sides; each is then laid along the strongest step from
 * desk to paper nearby. How much of each side really has such a step is the confidence: a guess that
 * the picture does not bear out is no answer. test/unit/intake-find-sheet.test.ts and
 * test/property/intake-quad.test.ts hold it to its promises.
 */
import type { Point } from "../../../../../shared/geometry/rect.ts";
import { inOrder, isSheet, mapQuad, type Quad, quadArea, wholePicture } from "./quad.ts";
import { blurred, type Grey, type Raster, whiteness } from "./raster.ts";
import { whiteArea } from "./white-area.ts";

/**
 * "whole": the sheet fills the picture, there is nothing to cut off. "unsure": perhaps there is one, but
 * it is for a person to say where.
 */
export type FoundSheet = Quad | "whole" | "unsure";

/** Width or height, whichever is longer, that pictures are looked at in here. Pixels. */
export const findAtSide = 800;

const least = {
  /** Of the picture's area. */
  area: 0.12,
  /** White pixels among those inside the sides. */
  fill: 0.86,
  /** Share of a side along which the paper's edge is seen. */
  seen: 0.6,
  /** Degrees between neighbouring sides. */
  angle: 50,
} as const;
/** Nearer to the picture's edge than this, as a fraction, a side is the picture's own. */
const margin = 0.012;

export function findSheet(picture: Raster): FoundSheet {
  const paper = blurred(whiteness(picture), 1);
  const area = whiteArea(paper);
  if (!area) return "unsure";
  if (isPaperAround(paper)) return "whole";
  const inFractions = (quad: Quad): Quad =>
    mapQuad(quad, ({ x, y }) => ({ x: x / paper.w, y: y / paper.h }));
  if (isWhole(inFractions(area.quad))) return "whole";
  if (area.fill < least.fill) return "unsure";
  const sides = area.quad.map((from, i) => laidAlong(paper, from, area.quad[(i + 1) % 4] ?? from));
  const own = sides.filter((side) => side.seen === undefined).length;
  const seen = sides.every((side) => (side.seen ?? 1) >= least.seen);
  const corners = sides.map((side, i) => meet(sides[(i + 3) % 4] ?? side, side));
  // A sheet that runs out of the picture on one side is still a sheet; on two it may be anything.
  if (!seen || own > 1 || !corners.every((corner) => corner !== undefined)) return "unsure";
  const quad = inFractions(inOrder(corners as readonly Point[]));
  return isBelievable(quad, paper) ? mapQuad(quad, onPicture) : "unsure";
}

const onPicture = ({ x, y }: Point): Point => ({
  x: Math.min(1, Math.max(0, x)),
  y: Math.min(1, Math.max(0, y)),
});

/** Whether the picture's edge is paper nearly all the way round: then the sheet fills it. */
function isPaperAround({ data, w, h }: Grey): boolean {
  const inset = Math.round(Math.max(w, h) * margin);
  const edge: number[] = [];
  for (let x = inset; x < w - inset; x += 2)
    edge.push(data[inset * w + x] ?? 0, data[(h - 1 - inset) * w + x] ?? 0);
  for (let y = inset; y < h - inset; y += 2)
    edge.push(data[y * w + inset] ?? 0, data[y * w + w - 1 - inset] ?? 0);
  const lightest = valueAbove(data, 0.8);
  return edge.filter((value) => value > lightest * 0.82).length > edge.length * 0.9;
}

/** The value that a share of all values does not exceed. */
function valueAbove(data: Float32Array, share: number): number {
  const counts = new Uint32Array(256);
  for (const value of data) {
    const step = Math.min(255, value | 0);
    counts[step] = (counts[step] ?? 0) + 1;
  }
  let left = data.length * share;
  let value = 0;
  while (value < 255 && (left -= counts[value] ?? 0) > 0) value++;
  return value;
}

function isWhole(quad: Quad): boolean {
  return quad.every((corner, i) => {
    const end = wholePicture[i] ?? corner;
    return Math.abs(corner.x - end.x) < 0.03 && Math.abs(corner.y - end.y) < 0.03;
  });
}

function isBelievable(quad: Quad, { w, h }: Grey): boolean {
  if (!isSheet(quad) || quadArea(quad) < least.area) return false;
  const inside = quad.every(({ x, y }) => x > -0.03 && x < 1.03 && y > -0.03 && y < 1.03);
  return (
    inside &&
    quad.every((corner, i) => {
      const before = quad[(i + 3) % 4] ?? corner;
      const after = quad[(i + 1) % 4] ?? corner;
      const angle = Math.abs(
        Math.atan2((before.y - corner.y) * h, (before.x - corner.x) * w) -
          Math.atan2((after.y - corner.y) * h, (after.x - corner.x) * w),
      );
      const degrees = (Math.min(angle, 2 * Math.PI - angle) * 180) / Math.PI;
      return degrees > least.angle && degrees < 180 - least.angle;
    })
  );
}

interface Side {
  /** A point of it, and its direction, of length 1. */
  readonly at: Point;
  readonly along: Point;
  /** The share of it along which the paper's edge is seen; undefined for the picture's own edge. */
  readonly seen: number | undefined;
}

const samples = 72;
/** A step of whiteness across a paper's edge. */
const leastStep = 14;

/** The line along the step from dark to white nearest the rough side, which runs clockwise round the sheet. */
function laidAlong(paper: Grey, from: Point, to: Point): Side {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  if (isPicturesEdge(paper, from, to)) return { at: from, along, seen: undefined };
  const inward = { x: -along.y, y: along.x };
  const reach = Math.max(6, Math.round(Math.max(paper.w, paper.h) * 0.02));
  const steps: (Point & { readonly step: number })[] = [];
  for (let i = 0; i < samples; i++) {
    const way = length * (0.06 + (0.88 * (i + 0.5)) / samples);
    const x = from.x + along.x * way;
    const y = from.y + along.y * way;
    let best = { x, y, step: 0 };
    for (let out = -reach; out <= reach; out++) {
      const px = x + inward.x * out;
      const py = y + inward.y * out;
      const inside = valueAt(paper, px + inward.x * 1.5, py + inward.y * 1.5);
      const outside = valueAt(paper, px - inward.x * 1.5, py - inward.y * 1.5);
      const step = inside - outside;
      if (step > best.step) best = { x: px, y: py, step };
    }
    if (best.step >= leastStep) steps.push(best);
  }
  return { ...fitted(steps, from, along), seen: supported(steps, from, along) };
}

/** Least squares through the points, those far off left out round by round. */
function fitted(points: readonly Point[], from: Point, along: Point): Pick<Side, "at" | "along"> {
  let line = { at: from, along };
  for (let round = 0, within = Infinity; round < 5; round++) {
    const near = points.filter((point) => Math.abs(offLine(line, point)) <= within);
    if (near.length < 8) break;
    const mx = near.reduce((sum, { x }) => sum + x, 0) / near.length;
    const my = near.reduce((sum, { y }) => sum + y, 0) / near.length;
    let xx = 0;
    let xy = 0;
    let yy = 0;
    for (const { x, y } of near) {
      xx += (x - mx) ** 2;
      xy += (x - mx) * (y - my);
      yy += (y - my) ** 2;
    }
    const angle = Math.atan2(2 * xy, xx - yy) / 2;
    const direction = { x: Math.cos(angle), y: Math.sin(angle) };
    const isAhead = direction.x * along.x + direction.y * along.y > 0;
    line = {
      at: { x: mx, y: my },
      along: isAhead ? direction : { x: -direction.x, y: -direction.y },
    };
    const off = near.map((point) => Math.abs(offLine(line, point))).toSorted((a, b) => a - b);
    within = Math.max(1.5, 2.5 * (off[Math.floor(off.length / 2)] ?? 0));
  }
  return line;
}

function supported(points: readonly Point[], from: Point, along: Point): number {
  const line = fitted(points, from, along);
  return points.filter((point) => Math.abs(offLine(line, point)) <= 2).length / samples;
}

const offLine = ({ at, along }: Pick<Side, "at" | "along">, { x, y }: Point): number =>
  (y - at.y) * along.x - (x - at.x) * along.y;

function isPicturesEdge({ w, h }: Grey, from: Point, to: Point): boolean {
  const near = (a: number, b: number, end: number): boolean =>
    Math.abs(a - end) < margin * Math.max(w, h) && Math.abs(b - end) < margin * Math.max(w, h);
  return (
    near(from.x, to.x, 0) ||
    near(from.x, to.x, w - 1) ||
    near(from.y, to.y, 0) ||
    near(from.y, to.y, h - 1)
  );
}

function valueAt({ data, w, h }: Grey, x: number, y: number): number {
  const column = Math.min(w - 1, Math.max(0, Math.round(x)));
  const row = Math.min(h - 1, Math.max(0, Math.round(y)));
  return data[row * w + column] ?? 0;
}

function meet(a: Side, b: Side): Point | undefined {
  const det = a.along.x * b.along.y - a.along.y * b.along.x;
  if (Math.abs(det) < 0.05) return undefined;
  const way = ((b.at.x - a.at.x) * b.along.y - (b.at.y - a.at.y) * b.along.x) / det;
  // Pixels are points at their middles: half a pixel makes them lengths.
  return { x: a.at.x + a.along.x * way + 0.5, y: a.at.y + a.along.y * way + 0.5 };
}
