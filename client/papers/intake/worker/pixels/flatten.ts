/**
 * A sheet photographed at a slant, seen straight from above.
 *
 * Pure. Samples between pixels, so that thin pencil lines stay whole.
 * test/property/intake-quad.test.ts holds it to its promises.
 */
import type { Point, Size } from "../../../../../shared/geometry/rect.ts";
import type { Quad } from "./quad.ts";
import type { Raster } from "./raster.ts";

/**
 * What takes the unit square's corners to the quad's: x = (a u + b v + c) / (g u + h v + 1), y alike
 * with d, e, f. Source: Heckbert, "Fundamentals of texture mapping" (1989), section 2.2.3.
 */
type Homography = readonly [number, number, number, number, number, number, number, number];

export function homography([p0, p1, p2, p3]: Quad): Homography {
  const sx = p0.x - p1.x + p2.x - p3.x;
  const sy = p0.y - p1.y + p2.y - p3.y;
  const dx1 = p1.x - p2.x;
  const dx2 = p3.x - p2.x;
  const dy1 = p1.y - p2.y;
  const dy2 = p3.y - p2.y;
  const det = dx1 * dy2 - dx2 * dy1;
  const g = (sx * dy2 - dx2 * sy) / det;
  const h = (dx1 * sy - sx * dy1) / det;
  return [
    p1.x - p0.x + g * p1.x,
    p3.x - p0.x + h * p3.x,
    p0.x,
    p1.y - p0.y + g * p1.y,
    p3.y - p0.y + h * p3.y,
    p0.y,
    g,
    h,
  ];
}

export function onQuad([a, b, c, d, e, f, g, h]: Homography, { x: u, y: v }: Point): Point {
  const w = g * u + h * v + 1;
  return { x: (a * u + b * v + c) / w, y: (d * u + e * v + f) / w };
}

/** The part of `from` inside `quad` (in its pixels), filling a picture of `size`. */
export function flatten(from: Raster, quad: Quad, size: Size): Raster {
  const { data, w, h } = from;
  const [a, b, c, d, e, f, g, k] = homography(quad);
  const out = new Uint8ClampedArray(size.w * size.h * 4);
  const right = w - 1.001;
  const bottom = h - 1.001;
  let to = 0;
  for (let row = 0; row < size.h; row++) {
    const v = (row + 0.5) / size.h;
    for (let column = 0; column < size.w; column++) {
      const u = (column + 0.5) / size.w;
      const scale = 1 / (g * u + k * v + 1);
      const x = Math.min(right, Math.max(0, (a * u + b * v + c) * scale - 0.5));
      const y = Math.min(bottom, Math.max(0, (d * u + e * v + f) * scale - 0.5));
      const left = x | 0;
      const top = y | 0;
      const fx = x - left;
      const fy = y - top;
      const tl = (1 - fx) * (1 - fy);
      const tr = fx * (1 - fy);
      const bl = (1 - fx) * fy;
      const br = fx * fy;
      const at = (top * w + left) * 4;
      const under = at + w * 4;
      for (let i = 0; i < 3; i++)
        out[to + i] =
          (data[at + i] ?? 0) * tl +
          (data[at + 4 + i] ?? 0) * tr +
          (data[under + i] ?? 0) * bl +
          (data[under + 4 + i] ?? 0) * br;
      out[to + 3] = 255;
      to += 4;
    }
  }
  return { data: out, w: size.w, h: size.h };
}
