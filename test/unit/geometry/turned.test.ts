import fc from "fast-check";
import { expect, test } from "vitest";
import {
  boundsOf,
  containsTurned,
  cornersOf,
  middleOf,
  turnedPoint,
  turnOf,
} from "../../../shared/geometry/turned.ts";

const number = fc.double({ min: -1e5, max: 1e5, noNaN: true });
const side = fc.double({ min: 0.01, max: 1e4, noNaN: true });
const rects = fc.record({ x: number, y: number, w: side, h: side });
const turns = fc.double({ min: -1000, max: 1000, noNaN: true });

test("a point turned there and back is where it was", () => {
  fc.assert(
    fc.property(fc.record({ x: number, y: number }), rects, turns, (point, rect, turn) => {
      const back = turnedPoint(turnedPoint(point, middleOf(rect), turn), middleOf(rect), -turn);
      expect(Math.hypot(back.x - point.x, back.y - point.y)).toBeLessThan(1e-4);
    }),
  );
});

test("a quarter turn to the right brings the top left corner to the top right", () => {
  const [first] = cornersOf({ x: 0, y: 0, w: 4, h: 2 }, 90);
  expect(first.x).toBeCloseTo(3);
  expect(first.y).toBeCloseTo(-1);
});

test("the upright rectangle around a turned one holds all its corners, and no more", () => {
  fc.assert(
    fc.property(rects, turns, (rect, turn) => {
      const { x, y, w, h } = boundsOf(rect, turn);
      const corners = cornersOf(rect, turn);
      expect(Math.min(...corners.map((corner) => corner.x))).toBeCloseTo(x, 4);
      expect(Math.max(...corners.map((corner) => corner.y))).toBeCloseTo(y + h, 4);
      expect(Math.max(...corners.map((corner) => corner.x))).toBeCloseTo(x + w, 4);
    }),
  );
});

test("a point is within a turned rectangle where the rectangle, turned back, holds it", () => {
  const strip = { x: 0, y: 0, w: 100, h: 10 };
  expect(containsTurned(strip, 0, { x: 95, y: 5 })).toBe(true);
  expect(containsTurned(strip, 90, { x: 95, y: 5 })).toBe(false);
  expect(containsTurned(strip, 90, { x: 50, y: 50 })).toBe(true);
});

test("a turn is told as 0 up to 360, however often somebody went round", () => {
  expect([-90, 720, 359.5, -720, -1e-15].map(turnOf)).toEqual([270, 0, 359.5, 0, 0]);
  fc.assert(
    fc.property(turns, (turn) => {
      expect(turnOf(turn)).toBeGreaterThanOrEqual(0);
      expect(turnOf(turn)).toBeLessThan(360);
    }),
  );
});
