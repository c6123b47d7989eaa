import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  byLikeness,
  isNearEnough,
  keyOf,
  rectOf,
  scaleThrough,
  sheetRound,
  tilePx,
  tilesIn,
  tilesToDrop,
} from "../../client/canvas/far-tiles.ts";
import { restacked } from "../../client/canvas/stacking.ts";
import { most, type Plane, whichPlane } from "../../client/canvas/which-plane.ts";
import { contains, intersects } from "../../shared/geometry/rect.ts";

const sight = { scale: 1, objects: 10, isZooming: false, isPushed: false };

describe("near or far", () => {
  test("few things are cards at any scale, very many never", () => {
    expect(whichPlane("near", { ...sight, scale: 0.05 })).toBe("near");
    expect(whichPlane("near", { ...sight, objects: most.objects + 1, scale: 2 })).toBe("far");
  });

  test("many things whose words cannot be read are sketches", () => {
    const many = { ...sight, objects: most.illegible + 1 };
    expect(whichPlane("near", { ...many, scale: 0.4 })).toBe("far");
    expect(whichPlane("near", { ...many, scale: 0.6 })).toBe("near");
  });

  test("a hand that trembles at the threshold does not change the plane back and forth", () => {
    const steps = fc.array(
      fc.record({ scale: fc.constantFrom(0.49, 0.51), objects: fc.constantFrom(395, 405) }),
    );
    fc.assert(
      fc.property(steps, (all) => {
        let plane: Plane = "near";
        let changes = 0;
        for (const step of all) {
          const next: Plane = whichPlane(plane, { ...sight, ...step });
          if (next !== plane) changes++;
          plane = next;
        }
        expect(changes).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("while the scale changes many things are sketches, and cards again at rest", () => {
    const legible = { ...sight, scale: 2, objects: most.zooming + 1 };
    expect(whichPlane("near", { ...legible, isZooming: true })).toBe("far");
    expect(whichPlane("far", { ...legible, isZooming: false })).toBe("near");
    expect(whichPlane("near", { ...sight, scale: 2, isZooming: true })).toBe("near");
  });
});

test("few things in view at the edge of many stay sketches while the table is pushed", () => {
  expect(whichPlane("far", { ...sight, scale: 0.2, isPushed: true })).toBe("far");
  expect(whichPlane("near", { ...sight, scale: 0.2, isPushed: true })).toBe("near");
  expect(whichPlane("far", { ...sight, scale: 0.2 })).toBe("near");
});

const view = fc.record({
  x: fc.integer({ min: -5000, max: 5000 }),
  y: fc.integer({ min: -5000, max: 5000 }),
  w: fc.integer({ min: 10, max: 3000 }),
  h: fc.integer({ min: 10, max: 3000 }),
});

describe("tiles", () => {
  test("cover the view, each once", () => {
    fc.assert(
      fc.property(view, fc.double({ min: 0.05, max: 4, noNaN: true }), (seen, k) => {
        const tiles = tilesIn(seen, k);
        expect(new Set(tiles.map(keyOf)).size).toBe(tiles.length);
        expect(tiles.every((at) => intersects(rectOf(at), seen))).toBe(true);
        const corners = [0, 0.999].flatMap((x) =>
          [0, 0.999].map((y) => ({ x: seen.x + seen.w * x, y: seen.y + seen.h * y })),
        );
        for (const corner of corners) {
          expect(tiles.some((at) => contains(rectOf(at), corner))).toBe(true);
        }
      }),
    );
  });

  test("are put together on a sheet that has all of the view, at its scale and on the way through it", () => {
    fc.assert(
      fc.property(view, fc.double({ min: 0.05, max: 4, noNaN: true }), (seen, k) => {
        const size = { w: seen.w * k, h: seen.h * k };
        fc.pre(Math.min(size.w, size.h) > 50);
        for (const scale of [k, scaleThrough(k)]) {
          const { left, top, width, height } = sheetRound(seen, size, 1, scale);
          expect(isNearEnough(scale, k)).toBe(true);
          expect(left).toBeLessThanOrEqual(Math.floor(seen.x * scale));
          expect(top).toBeLessThanOrEqual(Math.floor(seen.y * scale));
          expect(left + width).toBeGreaterThanOrEqual(Math.ceil((seen.x + seen.w) * scale));
          expect(top + height).toBeGreaterThanOrEqual(Math.ceil((seen.y + seen.h) * scale));
        }
      }),
    );
  });

  test("on the way through a scale are shown no more than twice as large as drawn, and never smaller", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.02, max: 8, noNaN: true }), (k) => {
        const shown = k / scaleThrough(k);
        expect(shown).toBeLessThanOrEqual(2);
        expect(shown).toBeGreaterThan(1 - 1e-9);
      }),
    );
  });

  test("stand in for others where they are alike, rather a little coarse than much too fine", () => {
    expect(byLikeness([8, 1, 0.5, 2], 1).at(-1)).toBe(1);
    expect(byLikeness([4, 0.5, 0.3], 0.9).at(-1)).toBe(0.5);
    expect(byLikeness([2, 0.5], 1).at(-1)).toBe(0.5);
    expect(rectOf({ k: 2, column: 2, row: -1 })).toEqual({
      x: tilePx,
      y: -tilePx / 2,
      w: tilePx / 2,
      h: tilePx / 2,
    });
  });

  test("those longest unused are let go, never those in use", () => {
    const used = new Map([
      ["a", 1],
      ["b", 2],
      ["c", 3],
    ]);
    expect(tilesToDrop(used, 3, () => false)).toEqual([]);
    expect(tilesToDrop(used, 1, (key) => key === "a")).toEqual(["b", "c"]);
  });
});

describe("heights", () => {
  test("rise, and what has room keeps its own", () => {
    const some = fc.array(fc.option(fc.integer({ min: 1, max: 9000 }), { nil: undefined }));
    fc.assert(
      fc.property(some, (heights) => {
        const out = restacked(heights);
        expect(out).toHaveLength(heights.length);
        expect(out.every((height, i) => height > (out[i - 1] ?? 0))).toBe(true);
      }),
    );
    const [first = 0, second = 0] = restacked([undefined, undefined]);
    expect(restacked([first, undefined, second])).toEqual([first, (first + second) / 2, second]);
  });
});
