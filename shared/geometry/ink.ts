/**
 * A pen stroke as one binary value: points delta-coded as zigzag varints, so that a stroke of 100
 * points takes about 400 bytes and never becomes an array in the document.
 *
 * Knows no colours and no tools. test/property/ink.test.ts holds it to its round trip.
 */
import type { Point } from "./rect.ts";

/** `pressure` is 0..1; 0.5 where the device tells none. */
export interface InkPoint extends Point {
  readonly pressure: number;
}

const unknownPressure = 0.5;

const version = 1;
/** Coordinates are kept to 1/`steps` of their unit: page fractions finely, board units to a 64th. */
const stepsOf = { page: 16_384, board: 64 } as const;
export type InkSpace = keyof typeof stepsOf;

/** How far a point may lie from the corner, in its unit: what is farther is no stroke of a hand. */
const farthest = 1e9;

/** A longer stroke is cut by the tool that draws it. */
export const maxInkPoints = 20_000;

/** Points that are nowhere (not finite) are left out, points too far away brought nearer. */
export function encodeInk(points: readonly InkPoint[], space: InkSpace): Uint8Array {
  const bytes: number[] = [version, space === "page" ? 0 : 1];
  const steps = stepsOf[space];
  let x = 0;
  let y = 0;
  const push = (delta: number): void => {
    let value = delta < 0 ? -2 * delta - 1 : 2 * delta;
    while (value > 127) {
      bytes.push((value % 128) | 128);
      value = Math.floor(value / 128);
    }
    bytes.push(value);
  };
  const near = (value: number): number => Math.min(farthest, Math.max(-farthest, value));
  const drawable = points.filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
  for (const point of drawable.slice(0, maxInkPoints)) {
    const nextX = Math.round(near(point.x) * steps);
    const nextY = Math.round(near(point.y) * steps);
    push(nextX - x);
    push(nextY - y);
    const pressure = Number.isNaN(point.pressure) ? unknownPressure : point.pressure;
    bytes.push(Math.round(Math.min(1, Math.max(0, pressure)) * 255));
    x = nextX;
    y = nextY;
  }
  return Uint8Array.from(bytes);
}

/** The points of a stroke; undefined if the bytes are no stroke of a kind we know. Never throws. */
export function decodeInk(
  bytes: Uint8Array,
): { readonly space: InkSpace; readonly points: readonly InkPoint[] } | undefined {
  if (bytes[0] !== version || (bytes[1] !== 0 && bytes[1] !== 1)) return undefined;
  const space: InkSpace = bytes[1] === 0 ? "page" : "board";
  const steps = stepsOf[space];
  const points: InkPoint[] = [];
  let at = 2;
  const pull = (): number | undefined => {
    let value = 0;
    for (let scale = 1; scale <= 2 ** 42; scale *= 128) {
      const byte = bytes[at++];
      if (byte === undefined) return undefined;
      value += (byte & 127) * scale;
      if (byte < 128) return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
    }
    return undefined;
  };
  let x = 0;
  let y = 0;
  while (at < bytes.length) {
    const dx = pull();
    const dy = pull();
    const pressure = bytes[at++];
    if (dx === undefined || dy === undefined || pressure === undefined) return undefined;
    if (points.length === maxInkPoints) return undefined;
    x += dx;
    y += dy;
    if (Math.max(Math.abs(x), Math.abs(y)) > farthest * steps) return undefined;
    points.push({ x: x / steps, y: y / steps, pressure: pressure / 255 });
  }
  return points.length > 0 ? { space, points } : undefined;
}
