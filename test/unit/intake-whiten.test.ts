/** Whitening evens the paper out and keeps what is written on it. */
import { describe, expect, test } from "vitest";
import { whiten } from "../../client/papers/intake/worker/pixels/whiten.ts";
import { drawn } from "../fixtures/drawn-sheets.ts";

const size = { w: 640, h: 800 };
/** Light falls off to a corner, as under a lamp, and the paper is yellowish. */
const lit = (x: number, y: number): number => 1 - 0.45 * (x / size.w) * (y / size.h);
const page = (ink: (x: number, y: number) => number) =>
  drawn(size, (x, y) => {
    const light = lit(x, y) * (1 - ink(x, y));
    return [235 * light, 228 * light, 205 * light];
  });
const at = (picture: ReturnType<typeof page>, x: number, y: number): readonly number[] => [
  ...picture.data.subarray((y * size.w + x) * 4, (y * size.w + x) * 4 + 3),
];

describe("whitening", () => {
  test("makes bare paper white in the light and in the shade", () => {
    const picture = page(() => 0);
    whiten(picture);
    let grey = 0;
    for (let i = 0; i < size.w * size.h; i++) if ((picture.data[i * 4 + 2] ?? 0) < 250) grey++;
    expect(grey / (size.w * size.h)).toBeLessThan(0.002);
  });

  test("keeps faint pencil as far from the paper as it was, and ink dark, anywhere on the page", () => {
    const pencil = (x: number, y: number): number => (y % 40 < 3 && x > 40 ? 0.14 : 0);
    const picture = page(pencil);
    const [before = 0] = at(picture, 600, 761);
    const [paperBefore = 0] = at(picture, 600, 781);
    whiten(picture);
    for (const [x, y] of [
      [60, 41],
      [600, 41],
      [60, 761],
      [600, 761],
    ] as const) {
      const [value = 255] = at(picture, x, y);
      expect(value).toBeLessThan(235);
      expect(255 - value).toBeGreaterThanOrEqual(paperBefore - before);
    }
    const pen = page((x, y) => (y % 40 < 4 && x > 40 ? 0.75 : 0));
    whiten(pen);
    expect(at(pen, 600, 761)[0]).toBeLessThan(110);
  });

  test("leaves a dark drawing dark, and colours their hue", () => {
    const picture = drawn(size, (x, y) => {
      const light = lit(x, y);
      if (x > 200 && x < 440 && y > 300 && y < 460) return [60 * light, 58 * light, 55 * light];
      if (x > 100 && x < 180 && y > 100 && y < 130) return [205 * light, 40 * light, 40 * light];
      return [235 * light, 228 * light, 205 * light];
    });
    whiten(picture);
    expect(at(picture, 320, 380)[0]).toBeLessThan(110);
    const [red = 0, green = 0] = at(picture, 140, 115);
    expect(red - green).toBeGreaterThan(120);
  });
});
