import fc from "fast-check";
import { expect, test } from "vitest";
import { noSnap, snapped } from "../../client/tools/guides.ts";

const other = { x: 100, y: 0, w: 50, h: 50 };

test("near an edge it comes into line, and a guide spans both", () => {
  const snap = snapped({ x: 103, y: 200, w: 30, h: 20 }, [other], 5);
  expect(snap.by).toEqual({ x: -3, y: 0 });
  expect(snap.guides).toEqual([{ axis: "x", at: 100, from: 0, to: 220 }]);
});

test("the nearest line wins, middles among them", () => {
  expect(snapped({ x: 114, y: 300, w: 20, h: 20 }, [other], 6).by.x).toBe(1);
});

test("both axes come into line at once", () => {
  expect(snapped({ x: 152, y: 49, w: 10, h: 10 }, [other], 5).by).toEqual({ x: -2, y: 1 });
});

test("with nothing near, nothing happens", () => {
  expect(snapped({ x: 300, y: 300, w: 10, h: 10 }, [other], 5)).toBe(noSnap);
  expect(snapped({ x: 300, y: 300, w: 10, h: 10 }, [], 5)).toBe(noSnap);
});

test("it is never moved farther than the reach, and every guide touches an edge or middle of it", () => {
  const number = fc.integer({ min: -200, max: 200 });
  const rect = fc.record({ x: number, y: number, w: fc.nat(80), h: fc.nat(80) });
  fc.assert(
    fc.property(rect, fc.array(rect, { maxLength: 8 }), fc.nat(12), (moving, others, reach) => {
      const { by, guides } = snapped(moving, others, reach);
      expect(Math.max(Math.abs(by.x), Math.abs(by.y))).toBeLessThanOrEqual(reach);
      for (const { axis, at } of guides) {
        const length = axis === "x" ? moving.w : moving.h;
        const start = moving[axis] + by[axis];
        expect(
          [start, start + length / 2, start + length].some((line) => Math.abs(line - at) < 1e-6),
        ).toBe(true);
      }
    }),
  );
});
