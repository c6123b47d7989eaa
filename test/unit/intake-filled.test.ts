/** What is sent shows its masks and nothing of what lay under them, looked at in colours or in a JPEG's own planes. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  fill,
  isFilled,
  isFilledInPlanes,
} from "../../client/papers/intake/worker/pixels/filled.ts";

const size = { w: 12, h: 8 };
type Colour = readonly [number, number, number];
const mask: Colour = [fill.r, fill.g, fill.b];
const pencil: Colour = [fill.r - 40, fill.g - 40, fill.b - 40];

/** Pixels of one colour but for one. */
function pixels(other?: { readonly at: number; readonly colour: Colour }): Uint8ClampedArray {
  const all = new Uint8ClampedArray(size.w * size.h * 4).fill(255);
  for (let at = 0; at < size.w * size.h; at++)
    all.set(at === other?.at ? other.colour : mask, at * 4);
  return all;
}

/** The same as a JPEG keeps it (JFIF 1.02), colours of two pixels by two in the middle of theirs. */
function planes(rgba: Uint8ClampedArray) {
  const { w, h } = size;
  const half = { w: w / 2, h: h / 2 };
  const bytes = new Uint8ClampedArray(w * h + 2 * half.w * half.h);
  const colour = (x: number, y: number, shares: Colour): number =>
    shares.reduce((sum, share, i) => sum + share * (rgba[(y * w + x) * 4 + i] ?? 0), 0);
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) bytes[y * w + x] = colour(x, y, [0.299, 0.587, 0.114]);
  const layout = [
    { offset: 0, stride: w },
    { offset: w * h, stride: half.w },
    { offset: w * h + half.w * half.h, stride: half.w },
  ];
  const shares = [
    [-0.168736, -0.331264, 0.5],
    [0.5, -0.418688, -0.081312],
  ] as const;
  shares.forEach((share, plane) => {
    for (let y = 0; y < half.h; y++)
      for (let x = 0; x < half.w; x++) {
        const four = [0, 1].flatMap((dx) =>
          [0, 1].map((dy) => colour(2 * x + dx, 2 * y + dy, share)),
        );
        const mean = four.reduce((sum, each) => sum + each, 0) / 4;
        bytes[w * h + plane * half.w * half.h + y * half.w + x] = 128 + mean;
      }
  });
  return [new Uint8Array(bytes), layout, size] as const;
}

describe("a mask in what is sent", () => {
  test("is seen to be filled, also where encoding has changed it a little", () => {
    expect(isFilled(pixels())).toBe(true);
    expect(isFilledInPlanes(...planes(pixels()))).toBe(true);
    const [bytes, layout] = planes(pixels());
    expect(
      isFilledInPlanes(
        bytes.map((value) => value + 3),
        layout,
        size,
      ),
    ).toBe(true);
  });

  test("is seen not to be, by a single pixel of faint pencil anywhere", () => {
    fc.assert(
      fc.property(fc.nat(size.w * size.h - 1), (at) => {
        const spoilt = pixels({ at, colour: pencil });
        expect(isFilled(spoilt)).toBe(false);
        expect(isFilledInPlanes(...planes(spoilt))).toBe(false);
      }),
    );
  });

  test("is seen not to be where it is of another colour of the same lightness", () => {
    const other: Colour = [fill.r - 40, fill.g + 14, fill.b + 32];
    const all = pixels();
    for (let at = 0; at < size.w * size.h; at++) all.set(other, at * 4);
    expect(isFilled(all)).toBe(false);
    expect(isFilledInPlanes(...planes(all))).toBe(false);
  });

  test("is not seen at all where a plane is missing", () => {
    const [bytes, layout] = planes(pixels());
    expect(isFilledInPlanes(bytes, layout.slice(0, 2), size)).toBe(false);
  });
});
