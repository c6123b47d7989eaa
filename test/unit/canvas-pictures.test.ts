import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type PictureTier, tierFor, toEvict } from "../../client/canvas/picture-tiers.ts";

const tiers: readonly PictureTier[] = [200, 640, 1275, 1700].map((w) => ({
  w,
  h: Math.round(w * 1.3),
  url: `/${w}`,
}));
const widthAt = (shownPx: number): number | undefined => tiers[tierFor(tiers, shownPx)]?.w;

describe("the sizes of a picture", () => {
  test("the smallest that is sharp is shown", () => {
    expect(widthAt(60)).toBe(200);
    expect(widthAt(201)).toBe(200);
    expect(widthAt(400)).toBe(640);
    expect(widthAt(1300)).toBe(1275);
  });

  test("beyond the scan's own pixels there is nothing sharper than the scan", () => {
    expect(widthAt(9000)).toBe(1700);
  });
});

describe("the budget of decoded pixels", () => {
  test("what was not seen for the longest goes first, and no more than must", () => {
    const held = [1, 2, 3].map((n) => ({ key: n, pixels: 10, inView: false, lastShown: n }));
    expect(toEvict(held, 20)).toEqual([1]);
    expect(toEvict(held, 30)).toEqual([]);
  });

  test("what is in view is never let go, and the rest fits if it can", () => {
    const one = fc.record({
      key: fc.integer(),
      pixels: fc.integer({ min: 1, max: 100 }),
      inView: fc.boolean(),
      lastShown: fc.integer(),
    });
    fc.assert(
      fc.property(fc.array(one), fc.integer({ min: 0, max: 2000 }), (all, budget) => {
        const held = all.map((each, key) => ({ ...each, key }));
        const gone = new Set(toEvict(held, budget));
        const kept = held.filter(({ key }) => !gone.has(key));
        expect(held.some(({ key, inView }) => inView && gone.has(key))).toBe(false);
        const total = kept.reduce((sum, { pixels }) => sum + pixels, 0);
        expect(total <= budget || kept.every(({ inView }) => inView)).toBe(true);
      }),
    );
  });
});
