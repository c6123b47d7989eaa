/**
 * Whether pixels are all of the colour that masks are filled with. Pure; test/unit/intake-filled.test.ts.
 */
import type { Size } from "../../../../../shared/geometry/rect.ts";

/** A warm stone grey: plainly no writing, and darker than any paper. */
export const fill = { r: 206, g: 199, b: 188 } as const;
/** What encoding may change, each way; a faint pencil is 40 darker than paper. */
const tolerance = 16;

const isFill = (r: number, g: number, b: number): boolean =>
  Math.abs(r - fill.r) <= tolerance &&
  Math.abs(g - fill.g) <= tolerance &&
  Math.abs(b - fill.b) <= tolerance;

/** `pixels` is RGBA. */
export function isFilled(pixels: Uint8ClampedArray): boolean {
  for (let i = 0; i < pixels.length; i += 4)
    if (!isFill(pixels[i] ?? 0, pixels[i + 1] ?? 0, pixels[i + 2] ?? 0)) return false;
  return true;
}

/** Where a plane's samples begin, and how far it is from row to row. Bytes. */
export interface PlaneLayout {
  readonly offset: number;
  readonly stride: number;
}

/**
 * The same of lightness, blueness and redness as JPEG keeps them, the colours at half the width and height.
 * Source: JFIF 1.02, conversion to RGB.
 */
export function isFilledInPlanes(
  planes: Uint8Array,
  [light, blue, red]: readonly PlaneLayout[],
  { w, h }: Size,
): boolean {
  if (!light || !blue || !red) return false;
  const at = ({ offset, stride }: PlaneLayout, x: number, y: number): number =>
    planes[offset + y * stride + x] ?? 0;
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) {
      const lightness = at(light, x, y);
      const cb = at(blue, x >> 1, y >> 1) - 128;
      const cr = at(red, x >> 1, y >> 1) - 128;
      const r = lightness + 1.402 * cr;
      const g = lightness - 0.344136 * cb - 0.714136 * cr;
      const b = lightness + 1.772 * cb;
      if (!isFill(r, g, b)) return false;
    }
  return true;
}
