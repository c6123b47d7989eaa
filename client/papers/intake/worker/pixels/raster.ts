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

/** Lightness as the eye has it. */
export function lightness({ data, w, h }: Raster): Grey {
  const grey = new Float32Array(w * h);
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

/** Each pixel the mean of the square `radius` pixels around it; cost does not grow with the radius. */
export function blurred(grey: Grey, radius: number): Grey {
  return along(along(grey, radius, grey.w, grey.h, 1, grey.w), radius, grey.h, grey.w, grey.w, 1);
}

/** Running means along lines of `length` pixels, `step` apart, the lines `next` apart. */
function along(
  { data, w, h }: Grey,
  radius: number,
  length: number,
  lines: number,
  step: number,
  next: number,
): Grey {
  const out = new Float32Array(data.length);
  for (let line = 0; line < lines; line++) {
    const start = line * next;
    let sum = 0;
    let count = 0;
    for (let i = -radius; i < length; i++) {
      const enters = i + radius;
      if (enters < length) {
        sum += data[start + enters * step] ?? 0;
        count++;
      }
      const leaves = i - radius - 1;
      if (leaves >= 0) {
        sum -= data[start + leaves * step] ?? 0;
        count--;
      }
      if (i >= 0) out[start + i * step] = sum / count;
    }
  }
  return { data: out, w, h };
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
