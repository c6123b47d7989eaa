/** A mask covers at least what was drawn, on the pages it was drawn for. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { corners, draggedCorner, drawnBox } from "../../client/papers/intake/box-gestures.ts";
import {
  addedBox,
  boxesOn,
  leastSide,
  movedBox,
  noMasks,
  openNumbers,
  pixelBox,
  resizedBox,
  stripsOver,
  suggestedBox,
  withBoxes,
  withExtra,
  withNameless,
} from "../../client/papers/intake/masks.ts";
import { type PageRect, pagePoint, pageRect } from "../../shared/geometry/rect.ts";

const fraction = fc.double({ min: 0, max: 1, noNaN: true });
const anyPoint = fc.tuple(fraction, fraction).map(([x, y]) => pagePoint(x, y));
const anyBox = fc.tuple(fraction, fraction, fraction, fraction).map(([x, y, w, h]) => {
  const width = leastSide + w * (1 - leastSide);
  const height = leastSide + h * (1 - leastSide);
  return pageRect(x * (1 - width), y * (1 - height), width, height);
});
const anySize = fc.record({
  w: fc.integer({ min: 1, max: 3000 }),
  h: fc.integer({ min: 1, max: 4000 }),
});

const isOnPage = ({ x, y, w, h }: PageRect): boolean =>
  x >= 0 && y >= 0 && w > 0 && h > 0 && x + w <= 1 + 1e-9 && y + h <= 1 + 1e-9;

describe("a mask", () => {
  test("fills every pixel it touches, and none beyond the picture", () => {
    fc.assert(
      fc.property(anyBox, anySize, (box, size) => {
        const pixels = pixelBox(box, size);
        expect(pixels.x).toBeLessThanOrEqual(box.x * size.w);
        expect(pixels.y).toBeLessThanOrEqual(box.y * size.h);
        expect(pixels.x + pixels.w).toBeGreaterThanOrEqual(
          Math.min(size.w, (box.x + box.w) * size.w),
        );
        expect(pixels.y + pixels.h).toBeGreaterThanOrEqual(
          Math.min(size.h, (box.y + box.h) * size.h),
        );
        expect(pixels.x + pixels.w).toBeLessThanOrEqual(size.w);
        expect(pixels.y + pixels.h).toBeLessThanOrEqual(size.h);
        for (const n of Object.values(pixels)) expect(Number.isInteger(n)).toBe(true);
      }),
    );
  });

  test("holds for its page of every paper, and an extra box for its own page alone", () => {
    const box = pageRect(0.1, 0.1, 0.5, 0.1);
    const more = pageRect(0.2, 0.5, 0.2, 0.1);
    const masks = withExtra(withBoxes(noMasks, 1, [box]), 7, [more]);
    expect(boxesOn(masks, 1, 3)).toEqual([box]);
    expect(boxesOn(masks, 1, 7)).toEqual([box, more]);
    expect(boxesOn(masks, 0, 7)).toEqual([more]);
    expect(boxesOn(masks, 0, 3)).toEqual([]);
  });

  test("may be left out only where the teacher said that there are no names", () => {
    expect(openNumbers(noMasks, 2)).toEqual([0, 1]);
    const first = withBoxes(noMasks, 0, [suggestedBox]);
    expect(openNumbers(first, 2)).toEqual([1]);
    expect(openNumbers(withNameless(first, 1, true), 2)).toEqual([]);
    expect(openNumbers(withNameless(withNameless(first, 1, true), 1, false), 2)).toEqual([1]);
    expect(openNumbers(withBoxes(first, 0, []), 1)).toEqual([0]);
    expect(boxesOn(withNameless(first, 0, true), 0, 1)).toEqual([]);
  });

  test("stays whole on the page, however it is moved and stretched", () => {
    fc.assert(
      fc.property(
        anyBox,
        fc.double({ min: -2, max: 2, noNaN: true }),
        fc.double({ min: -2, max: 2, noNaN: true }),
        (box, dx, dy) => {
          const moved = movedBox(box, dx, dy);
          expect(isOnPage(moved)).toBe(true);
          expect(moved.w).toBeCloseTo(box.w);
          expect(moved.h).toBeCloseTo(box.h);
          expect(isOnPage(resizedBox(box, dx, dy))).toBe(true);
          expect(isOnPage(addedBox([box]))).toBe(true);
        },
      ),
    );
  });

  test("drawn from any corner to any other covers both points", () => {
    fc.assert(
      fc.property(anyPoint, anyPoint, (from, to) => {
        const box = drawnBox(from, to);
        for (const { x, y } of [from, to]) {
          expect(x).toBeGreaterThanOrEqual(box.x);
          expect(x).toBeLessThanOrEqual(box.x + box.w + 1e-12);
          expect(y).toBeGreaterThanOrEqual(box.y);
          expect(y).toBeLessThanOrEqual(box.y + box.h + 1e-12);
        }
      }),
    );
  });

  test("keeps the corner that is not dragged, and never gets too small to hold", () => {
    fc.assert(
      fc.property(anyBox, fc.constantFrom(...corners), anyPoint, (box, corner, to) => {
        const next = draggedCorner(box, corner, to);
        expect(next.w).toBeGreaterThanOrEqual(leastSide - 1e-9);
        expect(next.h).toBeGreaterThanOrEqual(leastSide - 1e-9);
        const right = (each: PageRect): number => each.x + each.w;
        const bottom = (each: PageRect): number => each.y + each.h;
        const [side, level] = [
          corner.endsWith("Right") ? ({ x }: PageRect) => x : right,
          corner.startsWith("bottom") ? ({ y }: PageRect) => y : bottom,
        ];
        expect(side(next)).toBeCloseTo(side(box));
        expect(level(next)).toBeCloseTo(level(box));
      }),
    );
  });
});

describe("the look-through", () => {
  test("shows the whole of every box, in strips that do not overlap", () => {
    fc.assert(
      fc.property(fc.array(anyBox, { minLength: 1, maxLength: 5 }), (boxes) => {
        const strips = stripsOver(boxes, 0.03);
        for (const box of boxes) {
          const shown = strips.some(
            ({ y, h }) => y <= box.y + 1e-9 && y + h >= box.y + box.h - 1e-9,
          );
          expect(shown).toBe(true);
        }
        strips.slice(1).forEach((strip, i) => {
          const above = strips[i];
          expect(above && strip.y > above.y + above.h - 1e-9).toBe(true);
        });
        expect(strips.every(({ x, w }) => x === 0 && w === 1)).toBe(true);
      }),
    );
  });
});
