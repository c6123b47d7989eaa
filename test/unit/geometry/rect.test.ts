import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  contains,
  grown,
  intersects,
  pagePoint,
  pageRect,
  type Rect,
  rectBetween,
  union,
} from "../../../shared/geometry/rect.ts";
import { rectFromPage, toPage } from "../../../shared/geometry/turned-page.ts";

const number = fc.double({ min: -1000, max: 1000, noNaN: true });
const length = fc.double({ min: 0.1, max: 1000, noNaN: true });
const rect: fc.Arbitrary<Rect> = fc.record({ x: number, y: number, w: length, h: length });
const point = fc.record({ x: number, y: number });
const anyNumber = fc.oneof(fc.double(), fc.constantFrom(NaN, Infinity, -Infinity, 0, 1));
const within = (value: number) => value >= 0 && value <= 1;

describe("page fractions", () => {
  test("lie on the page, whatever they were made of", () => {
    fc.assert(
      fc.property(anyNumber, anyNumber, anyNumber, anyNumber, (x, y, w, h) => {
        const at = pagePoint(x, y);
        expect([at.x, at.y].every(within)).toBe(true);
        const area = pageRect(x, y, w, h);
        expect([area.x, area.y, area.w, area.h].every(within)).toBe(true);
        expect(area.x + area.w).toBeLessThanOrEqual(1 + 1e-12);
        expect(area.y + area.h).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  test("of a rectangle on the page are the rectangle", () => {
    expect(pageRect(0.1, 0.2, 0.3, 0.4)).toMatchObject({ x: 0.1, y: 0.2 });
    expect(pageRect(0.1, 0.2, 0.3, 0.4).w).toBeCloseTo(0.3);
    expect(pageRect(0.1, 0.2, 0.3, 0.4).h).toBeCloseTo(0.4);
  });

  test("of a rectangle half beside the page are the half on it", () => {
    expect(pageRect(-0.5, 0.75, 1, 1)).toEqual({ x: 0, y: 0.75, w: 0.5, h: 0.25 });
    expect(pageRect(2, 0, 1, 1).w).toBe(0);
  });

  test("of a page drawn in no space at all are still on the page", () => {
    const nowhere = { x: 5, y: 5, w: 0, h: 0, turn: 0 } as const;
    expect(toPage({ x: 5, y: 5 }, nowhere)).toEqual({ x: 0, y: 0 });
    expect(toPage({ x: 9, y: 1 }, nowhere)).toEqual({ x: 1, y: 0 });
  });

  test("a rectangle of a page keeps its corners where they are drawn", () => {
    const drawn = { x: 100, y: 50, w: 200, h: 400, turn: 0 } as const;
    expect(rectFromPage(pageRect(0.25, 0.5, 0.5, 0.25), drawn)).toEqual({
      x: 150,
      y: 250,
      w: 100,
      h: 100,
    });
  });
});

describe("rectangles", () => {
  test("between two corners hold both, whichever comes first", () => {
    fc.assert(
      fc.property(point, point, (a, b) => {
        const between = rectBetween(a, b);
        expect(rectBetween(b, a)).toEqual(between);
        const roomy = grown(between, 1e-9);
        expect(contains(roomy, a) && contains(roomy, b)).toBe(true);
      }),
    );
  });

  test("meet exactly when their spans meet in both directions", () => {
    fc.assert(
      fc.property(rect, rect, (a, b) => {
        expect(intersects(a, b)).toBe(intersects(b, a));
        const apart = a.x + a.w < b.x || b.x + b.w < a.x || a.y + a.h < b.y || b.y + b.h < a.y;
        expect(intersects(a, b)).toBe(!apart);
      }),
    );
  });

  test("around all hold each, and no smaller one does", () => {
    fc.assert(
      fc.property(fc.array(rect, { minLength: 1, maxLength: 8 }), (rects) => {
        const all = union(rects);
        const last = (at: "x" | "y", by: "w" | "h") => Math.max(...rects.map((r) => r[at] + r[by]));
        expect(all?.x).toBe(Math.min(...rects.map(({ x }) => x)));
        expect(all?.y).toBe(Math.min(...rects.map(({ y }) => y)));
        expect((all?.x ?? 0) + (all?.w ?? 0)).toBeCloseTo(last("x", "w"));
        expect((all?.y ?? 0) + (all?.h ?? 0)).toBeCloseTo(last("y", "h"));
      }),
    );
  });

  test("around nothing are nothing", () => {
    expect(union([])).toBeUndefined();
  });
});
