import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  between,
  type Camera,
  fitted,
  panned,
  rectToScreen,
  revealing,
  toBoard,
  toScreen,
  viewOf,
  zoomedTo,
} from "../../client/canvas/camera.ts";

const limits = { least: 0.2, most: 40 };
const size = { w: 1300, h: 700 };
const insets = { top: 70, right: 24, bottom: 76, left: 84 };

const coordinate = fc.double({ min: -5000, max: 5000, noNaN: true });
const point = fc.record({ x: coordinate, y: coordinate });
const camera: fc.Arbitrary<Camera> = fc.record({
  x: coordinate,
  y: coordinate,
  scale: fc.double({ min: 0.2, max: 40, noNaN: true }),
});

describe("the camera", () => {
  test("a board point put on the screen and back is the same point", () => {
    fc.assert(
      fc.property(camera, point, (view, at) => {
        const back = toBoard(view, toScreen(view, at));
        expect(back.x).toBeCloseTo(at.x, 6);
        expect(back.y).toBeCloseTo(at.y, 6);
      }),
    );
  });

  test("zooming keeps the point under the pointer where it is", () => {
    fc.assert(
      fc.property(
        camera,
        point,
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        (view, at, to) => {
          const under = toBoard(view, at);
          const after = toScreen(zoomedTo(view, to, at, limits), under);
          expect(after.x).toBeCloseTo(at.x, 4);
          expect(after.y).toBeCloseTo(at.y, 4);
        },
      ),
    );
  });

  test("zoom stays within its limits, whatever is asked", () => {
    const at = { x: 10, y: 10 };
    expect(zoomedTo({ x: 0, y: 0, scale: 1 }, 900, at, limits).scale).toBe(40);
    expect(zoomedTo({ x: 0, y: 0, scale: 1 }, 0, at, limits).scale).toBe(0.2);
  });

  test("a pan moves the table with the hand", () => {
    const before: Camera = { x: 100, y: 50, scale: 2 };
    const at = toScreen(before, { x: 120, y: 60 });
    const after = toScreen(panned(before, { x: 30, y: -8 }), { x: 120, y: 60 });
    expect(after).toEqual({ x: at.x + 30, y: at.y - 8 });
  });

  test("fitting shows all of the content beside the bars, and no larger than allowed", () => {
    const bounds = { x: -200, y: 40, w: 3000, h: 1400 };
    const box = rectToScreen(fitted(bounds, size, insets, limits), bounds);
    expect(box.x).toBeGreaterThanOrEqual(insets.left - 0.001);
    expect(box.y).toBeGreaterThanOrEqual(insets.top - 0.001);
    expect(box.x + box.w).toBeLessThanOrEqual(size.w - insets.right + 0.001);
    expect(box.y + box.h).toBeLessThanOrEqual(size.h - insets.bottom + 0.001);
    const small = fitted({ x: 0, y: 0, w: 10, h: 10 }, size, insets, { least: 0, most: 1.1 });
    expect(small.scale).toBe(1.1);
  });

  test("what is in view already is not moved for being shown", () => {
    const view: Camera = { x: 0, y: 0, scale: 1 };
    expect(revealing(view, { x: 300, y: 300, w: 100, h: 100 }, size, insets)).toBe(view);
  });

  test("what is out of view comes in by the shortest way", () => {
    const view: Camera = { x: 0, y: 0, scale: 1 };
    const moved = revealing(view, { x: 1400, y: 300, w: 100, h: 100 }, size, insets);
    expect(moved.y).toBe(0);
    expect(toScreen(moved, { x: 1500, y: 0 }).x).toBeCloseTo(size.w - insets.right);
  });

  test("a glide begins and ends where it should and keeps the common point still", () => {
    const a: Camera = { x: 0, y: 0, scale: 1 };
    const at = { x: 400, y: 300 };
    const b = zoomedTo(a, 8, at, limits);
    expect(between(a, b, 0)).toBe(a);
    expect(between(a, b, 1)).toBe(b);
    const under = toBoard(a, at);
    for (const t of [0.2, 0.5, 0.9]) {
      const on = toScreen(between(a, b, t), under);
      expect(on.x).toBeCloseTo(at.x, 6);
      expect(on.y).toBeCloseTo(at.y, 6);
    }
  });

  test("a glide without zooming goes straight", () => {
    const half = between({ x: 0, y: 0, scale: 2 }, { x: 100, y: 40, scale: 2 }, 0.5);
    expect(half).toEqual({ x: 50, y: 20, scale: 2 });
  });

  test("the view is as much of the table as its pixels hold", () => {
    expect(viewOf({ x: 5, y: 6, scale: 2 }, size)).toEqual({ x: 5, y: 6, w: 650, h: 350 });
  });
});
