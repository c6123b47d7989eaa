/**
 * Whether a page shows anything at all. Pure; test/unit/intake-blankness.test.ts holds it to that.
 *
 * Looks for edges rather than darkness: the grey veil and the noise of an empty scan are not writing, a
 * faint pencil line is.
 */
import type { Size } from "../../../../shared/geometry/rect.ts";

/** A step of lightness, of 255, between neighbours that noise at reduced size does not make. */
const edge = 14;
/** Share of the page's pixels at edges below which it counts as blank: a short word has about 0.0005. */
const leastEdges = 0.0002;

/** `pixels` is RGBA of a page at reduced size, about 600 pixels wide. The outermost 4 % (shadows of the scanner) are passed over. */
export function isBlank(pixels: Uint8ClampedArray, { w, h }: Size): boolean {
  const light = (x: number, y: number): number => {
    const at = (y * w + x) * 4;
    return ((pixels[at] ?? 0) + (pixels[at + 1] ?? 0) * 2 + (pixels[at + 2] ?? 0)) / 4;
  };
  const left = Math.ceil(w * 0.04);
  const top = Math.ceil(h * 0.04);
  let edges = 0;
  for (let y = top; y < h - top - 1; y++) {
    for (let x = left; x < w - left - 1; x++) {
      const here = light(x, y);
      if (Math.abs(here - light(x + 1, y)) > edge || Math.abs(here - light(x, y + 1)) > edge)
        edges++;
    }
  }
  return edges < leastEdges * w * h;
}
