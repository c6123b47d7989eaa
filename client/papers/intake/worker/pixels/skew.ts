/**
 * By how much a scan lies askew.
 *
 * Pure. Lines of writing, rules and boxes are sharpest in profile when looked along: the angle at which
 * the sums over rows, or columns, change most from one to the next is the skew. One long slanting line
 * in a drawing does that too, so upper and lower half must agree.
 * test/unit/intake-skew.test.ts holds it to its promises.
 */
import { blurred, type Grey, halved, roomFor } from "./raster.ts";

/** Less than this is left alone, more is not looked for. Degrees. */
const leastSkew = 0.4;
const mostSkew = 12;
/** From angle to angle in the halved picture, and then around the best one in the whole. Degrees. */
const coarse = 0.6;
const fine = 0.05;
/** How much sharper than the usual angle the best one must be. */
const leastPeak = 1.35;
/** Of what speaks for an angle, the most that one line may bring. */
const mostOfOneLine = 0.6;
/** Room for the lines across a page of 600 pixels' width at any angle, and the one at its top, or its middle. */
const lines = 4096;
const middle = lines / 3;

/**
 * Degrees by which what lies on the page is turned clockwise; 0 where it stands straight, or where
 * nothing on it tells. `grey` is the page's lightness, about 600 pixels wide.
 */
export function findSkew(grey: Grey): number {
  const half = halved(grey);
  aroundHalf = blurred(half, 5, aroundHalf).data;
  const rough = inkOf(half, aroundHalf);
  const whole = sharpest(rough, 0, rough.count);
  if (whole.peak < leastPeak || Math.abs(whole.degrees) > mostSkew - coarse) return 0;
  aroundWhole = blurred(grey, 10, aroundWhole).data;
  const degrees = refined(inkOf(grey, aroundWhole), whole);
  if (Math.abs(degrees) < leastSkew) return 0;
  // Dots come row by row: the middle one lies half way down the writing.
  const middleDot = rough.count >> 1;
  if (isOneLine(rough, degrees, whole.along)) return 0;
  const halves = [sharpest(rough, 0, middleDot), sharpest(rough, middleDot, rough.count)];
  const agree = halves.every((each) => each.peak < 1.15 || Math.abs(each.degrees - degrees) < 0.9);
  return agree ? degrees : 0;
}

/** Dots of ink, from the top row down; `x` from the middle of the page. */
interface Ink {
  readonly count: number;
  /** No line at any angle looked along lies further from the page's top, or its middle. */
  readonly reach: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly weight: Float32Array;
}

/** The surroundings of a whole page's pixels, and of a halved one's; never seen outside this file. */
let aroundWhole = roomFor(0);
let aroundHalf = roomFor(0);

/** More dots than this say the same more slowly: then only every second, third … one is taken. */
const mostDots = 12_000;

/** What is darker than its surroundings, without the outermost 4 %, where scanners cast shadows. */
function inkOf({ data, w, h }: Grey, around: Float32Array): Ink {
  const left = Math.round(w * 0.04);
  const top = Math.round(h * 0.04);
  const isInk = (at: number): boolean => (around[at] ?? 0) - (data[at] ?? 0) > 8;
  let all = 0;
  for (let y = top; y < h - top; y++)
    for (let at = y * w + left; at < y * w + w - left; at++) if (isInk(at)) all++;
  const step = Math.max(1, Math.ceil(all / mostDots));
  const count = Math.floor(all / step);
  const ink = {
    count,
    reach: Math.ceil(Math.max(w, h) * (1 + Math.tan((mostSkew * Math.PI) / 180))) + 1,
    x: new Float32Array(count),
    y: new Float32Array(count),
    weight: new Float32Array(count),
  };
  let dot = 0;
  for (let y = top; y < h - top; y++)
    for (let x = left; x < w - left; x++) {
      const at = y * w + x;
      if (!isInk(at) || dot++ % step !== 0) continue;
      const i = (dot - 1) / step;
      ink.x[i] = x - w / 2;
      ink.y[i] = y;
      // Deep black counts little more than pencil: a printed bar is no better guide than writing.
      ink.weight[i] = Math.min(40, (around[at] ?? 0) - (data[at] ?? 0));
    }
  return ink;
}

interface Sharpest {
  readonly degrees: number;
  /** Which sums tell it. */
  readonly along: Along;
  /** How much sharper it is than the usual angle. */
  readonly peak: number;
}

/** Of all angles, for the dots `from` to `to`. */
function sharpest(ink: Ink, from: number, to: number): Sharpest {
  if (to - from < 40) return { degrees: 0, along: "rows", peak: 0 };
  const angles = Array.from(
    { length: 2 * Math.round(mostSkew / coarse) + 1 },
    (_, i) => i * coarse - mostSkew,
  );
  const [rows, columns] = (["rows", "columns"] as const).map((along): Sharpest => {
    const scores = angles.map((degrees) => sharpness(ink, degrees, along, from, to));
    const top = Math.max(...scores);
    return { degrees: angles[scores.indexOf(top)] ?? 0, along, peak: top / medianOf(scores) };
  }) as [Sharpest, Sharpest];
  return rows.peak >= columns.peak ? rows : columns;
}

/** The sharpest angle near a rough one. */
function refined(ink: Ink, { degrees, along }: Sharpest): number {
  const around = Array.from(
    { length: 2 * Math.round(coarse / fine) + 1 },
    (_, i) => degrees - coarse + i * fine,
  );
  const scores = around.map((each) => sharpness(ink, each, along, 0, ink.count));
  return around[scores.indexOf(Math.max(...scores))] ?? degrees;
}

type Along = "rows" | "columns";

/** How much the sums along lines at this angle differ from one line to the next. */
function sharpness(ink: Ink, degrees: number, along: Along, from: number, to: number): number {
  const each = changes(ink, degrees, along, from, to);
  let all = 0;
  for (let i = 0; i < each.length; i++) all += each[i] ?? 0;
  return all;
}

/** Whether a single line makes most of what speaks for this angle: a stroke of a drawing, not writing. */
function isOneLine(ink: Ink, degrees: number, along: Along): boolean {
  const each = changes(ink, degrees, along, 0, ink.count);
  const all = each.reduce((sum, change) => sum + change, 0);
  const top = each.indexOf(Math.max(...each));
  const line = each.subarray(Math.max(0, top - 4), top + 5);
  return line.reduce((sum, change) => sum + change, 0) > mostOfOneLine * all;
}

/** What `changes` answers with, until it is asked again: it is asked three hundred times a page. */
const sums = new Float32Array(lines);

/** From each line at this angle to the next, the squared difference of their sums of ink. */
function changes(ink: Ink, degrees: number, along: Along, from: number, to: number): Float32Array {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const [places, others, lean] = along === "rows" ? [ink.y, ink.x, -slope] : [ink.x, ink.y, slope];
  const first = Math.max(0, Math.floor(middle) - ink.reach);
  const end = Math.min(lines, Math.ceil(middle) + ink.reach);
  sums.fill(0, first, end);
  for (let i = from; i < to; i++) {
    const place = (places[i] ?? 0) + (others[i] ?? 0) * lean + middle;
    const before = place | 0;
    const weight = ink.weight[i] ?? 0;
    const beyond = weight * (place - before);
    sums[before] = (sums[before] ?? 0) + weight - beyond;
    sums[before + 1] = (sums[before + 1] ?? 0) + beyond;
  }
  for (let i = end - 1; i > first; i--) sums[i] = ((sums[i] ?? 0) - (sums[i - 1] ?? 0)) ** 2;
  return sums.subarray(first, end);
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

/** Dots of ink that may be lost: specks at a page's corner are not writing. */
const specks = 12;

/** Whether writing would fall off a page of the same size that is turned back by `degrees`. */
export function losesInk(grey: Grey, degrees: number): boolean {
  const { data, w, h } = grey;
  aroundWhole = blurred(grey, 10, aroundWhole).data;
  const around = aroundWhole;
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  let lost = 0;
  for (let y = 2; y < h - 2; y++)
    for (let x = 2; x < w - 2; x++) {
      const dx = x + 0.5 - w / 2;
      const dy = y + 0.5 - h / 2;
      const isInside =
        Math.abs(dx * cos + dy * sin) < w / 2 && Math.abs(dy * cos - dx * sin) < h / 2;
      if (isInside) continue;
      const at = y * w + x;
      if ((around[at] ?? 0) - (data[at] ?? 0) > 20 && ++lost > specks) return true;
    }
  return false;
}
