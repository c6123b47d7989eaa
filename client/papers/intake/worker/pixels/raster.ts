/**
 * Pixels as plain arrays, the way `ImageData` holds them, and the few things done to all of them.
 *
 * Everything in this folder is pure: arrays in, arrays out, no canvas, so that it runs in a test as in
 * the intake's worker.
 */
import type { Size } from "../../../../../shared/geometry/rect.ts";

/** RGBA, four bytes a pixel, rows from the top. */
export interface Raster extends Size {
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** One number a pixel, 0 black to 255 white. */
export interface Grey extends Size {
  readonly data: Float32Array;
}

/**
 * An array of this length to be written over: the last one where it fits. To be given two megabytes of
 * fresh memory takes longer than what is done with them, and a page asks for a dozen.
 */
export function roomFor(length: number, last?: Room): Room {
  return last?.length === length ? last : new Float32Array(length);
}

export type Room = Float32Array;

/** Lightness as the eye has it. */
export function lightness({ data, w, h }: Raster, room?: Room): Grey {
  const grey = roomFor(w * h, room);
  for (let i = 0, at = 0; i < grey.length; i++, at += 4)
    grey[i] = ((data[at] ?? 0) * 3 + (data[at + 1] ?? 0) * 6 + (data[at + 2] ?? 0)) / 10;
  return { data: grey, w, h };
}

/** The least of the three colours: white paper stands out from wood and cloth of any lightness. */
export function whiteness({ data, w, h }: Raster): Grey {
  const grey = new Float32Array(w * h);
  for (let i = 0, at = 0; i < grey.length; i++, at += 4)
    grey[i] = Math.min(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0);
  return { data: grey, w, h };
}

/** Never seen outside `blurred`. */
let across = roomFor(0);

/** Each pixel the mean of the square `radius` pixels around it; cost does not grow with the radius. */
export function blurred(grey: Grey, radius: number, room?: Room): Grey {
  const { w, h } = grey;
  across = roomFor(w * h, across);
  blurAcross(grey, radius, across);
  const out = roomFor(w * h, room);
  blurDown({ data: across, w, h }, radius, out);
  return { data: out, w, h };
}

function blurAcross({ data, w, h }: Grey, radius: number, out: Room): void {
  for (let y = 0; y < h; y++) {
    const row = y * w;
    let sum = 0;
    let count = 0;
    for (let x = -radius; x < w; x++) {
      const enters = x + radius;
      if (enters < w) {
        sum += data[row + enters] ?? 0;
        count++;
      }
      const leaves = x - radius - 1;
      if (leaves >= 0) {
        sum -= data[row + leaves] ?? 0;
        count--;
      }
      if (x >= 0) out[row + x] = sum / count;
    }
  }
}

/** All columns at once, row by row: memory is read in its own order. */
function blurDown({ data, w, h }: Grey, radius: number, out: Room): void {
  const sums = new Float64Array(w);
  let count = 0;
  for (let y = -radius; y < h; y++) {
    const enters = (y + radius) * w;
    if (y + radius < h) {
      for (let x = 0; x < w; x++) sums[x] = (sums[x] ?? 0) + (data[enters + x] ?? 0);
      count++;
    }
    const leaves = (y - radius - 1) * w;
    if (leaves >= 0) {
      for (let x = 0; x < w; x++) sums[x] = (sums[x] ?? 0) - (data[leaves + x] ?? 0);
      count--;
    }
    if (y >= 0) for (let x = 0; x < w; x++) out[y * w + x] = (sums[x] ?? 0) / count;
  }
}

/** The picture at half its width and height. */
export function halved({ data, w, h }: Grey): Grey {
  const half = { w: w >> 1, h: h >> 1 };
  const out = new Float32Array(half.w * half.h);
  for (let y = 0; y < half.h; y++)
    for (let x = 0; x < half.w; x++) {
      const at = 2 * y * w + 2 * x;
      const sum =
        (data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + w] ?? 0) + (data[at + w + 1] ?? 0);
      out[y * half.w + x] = sum / 4;
    }
  return { data: out, ...half };
}
