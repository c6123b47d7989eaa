/** Empty pages are told from written ones, whatever the scanner's veil and noise. */
import { describe, expect, test } from "vitest";
import { isBlank } from "../../client/papers/intake/worker/blankness.ts";
import { seededRandom } from "../../shared/base/random.ts";

const size = { w: 600, h: 776 };

/** A page whose lightness at each pixel `light` says, 0..255. */
function page(light: (x: number, y: number) => number): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(size.w * size.h * 4);
  for (let i = 0; i < size.w * size.h; i++) {
    pixels.fill(light(i % size.w, Math.floor(i / size.w)), i * 4, i * 4 + 3);
    pixels[i * 4 + 3] = 255;
  }
  return pixels;
}

describe("a blank page", () => {
  test("is one that is white all over", () => {
    expect(
      isBlank(
        page(() => 255),
        size,
      ),
    ).toBe(true);
  });

  test("is an empty scan with a grey veil, noise and a dark edge", () => {
    const random = seededRandom(7);
    const scan = page((x, y) => (x < 12 ? 90 : 235 - y / 60 + random() * 6));
    expect(isBlank(scan, size)).toBe(true);
  });

  test("is not one with a single short word in faint pencil", () => {
    const random = seededRandom(7);
    // Four strokes, 1 pixel wide and 15 high: "yes" at this size.
    const word = page((x, y) => {
      const onStroke = y > 200 && y < 215 && [100, 105, 110, 115].includes(x);
      return 240 + random() * 6 - (onStroke ? 40 : 0);
    });
    expect(isBlank(word, size)).toBe(false);
  });
});
