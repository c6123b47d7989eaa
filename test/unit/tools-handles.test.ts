import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Held,
  handleAt,
  handlePoint,
  movedWith,
  resized,
  sizeHandles,
  turnedWith,
} from "../../client/tools/handles.ts";
import { middleOf, turnedPoint } from "../../shared/geometry/turned.ts";

const number = fc.double({ min: -2000, max: 2000, noNaN: true });
const side = fc.double({ min: 20, max: 900, noNaN: true });
const helds: fc.Arbitrary<Held> = fc.record({
  box: fc.record({ x: number, y: number, w: side, h: side }),
  turn: fc.double({ min: 0, max: 359, noNaN: true }),
});
const handles = fc.constantFrom(...sizeHandles);
const opposite = {
  nw: "se",
  n: "s",
  ne: "sw",
  e: "w",
  se: "nw",
  s: "n",
  sw: "ne",
  w: "e",
} as const;
const free = { keepShape: false, fromMiddle: false, least: 10 };

test("whatever handle goes wherever, what lies opposite stays, and no side is too short", () => {
  fc.assert(
    fc.property(helds, handles, number, number, fc.boolean(), (held, handle, x, y, keepShape) => {
      const box = resized(held, handle, { x, y }, { ...free, keepShape });
      const was = handlePoint(held, opposite[handle], 0);
      const is = handlePoint({ box, turn: held.turn }, opposite[handle], 0);
      expect(Math.hypot(was.x - is.x, was.y - is.y)).toBeLessThan(1e-6);
      expect(Math.min(box.w, box.h)).toBeGreaterThanOrEqual(10 - 1e-9);
      const off = Math.abs(box.w / box.h - held.box.w / held.box.h);
      expect(!keepShape || off < 1e-6).toBe(true);
    }),
  );
});

test("a corner goes where it is pulled, as far as a box of some size can", () => {
  fc.assert(
    fc.property(helds, number, number, (held, x, y) => {
      const box = resized(held, "se", { x, y }, free);
      const local = turnedPoint({ x, y }, middleOf(held.box), -held.turn);
      if (local.x - held.box.x < 10 || local.y - held.box.y < 10) return;
      const corner = handlePoint({ box, turn: held.turn }, "se", 0);
      expect(Math.hypot(corner.x - x, corner.y - y)).toBeLessThan(1e-6);
    }),
  );
});

test("from the middle both sides go alike", () => {
  const held = { box: { x: 0, y: 0, w: 100, h: 50 }, turn: 0 };
  expect(resized(held, "e", { x: 120, y: 0 }, { ...free, fromMiddle: true })).toEqual({
    x: -20,
    y: 0,
    w: 140,
    h: 50,
  });
});

test("a side's handle keeps the other side, or with it the proportion", () => {
  const held = { box: { x: 0, y: 0, w: 100, h: 50 }, turn: 0 };
  expect(resized(held, "s", { x: 999, y: 75 }, free)).toEqual({ x: 0, y: 0, w: 100, h: 75 });
  expect(resized(held, "s", { x: 999, y: 100 }, { ...free, keepShape: true })).toEqual({
    x: -50,
    y: 0,
    w: 200,
    h: 100,
  });
});

test("things in a frame keep their share of it; what lies on its side swaps sides; askew it grows whole", () => {
  const from = { x: 0, y: 0, w: 100, h: 100 };
  const to = { x: 0, y: 0, w: 200, h: 100 };
  const thing = { x: 10, y: 10, w: 20, h: 10 };
  expect(movedWith({ box: thing, turn: 0 }, from, to)).toEqual({ x: 20, y: 10, w: 40, h: 10 });
  expect(movedWith({ box: thing, turn: 90 }, from, to)).toMatchObject({ w: 20, h: 20 });
  const askew = movedWith({ box: thing, turn: 45 }, from, to);
  expect(askew.w / askew.h).toBeCloseTo(2);
  expect(movedWith({ box: thing, turn: 0 }, { ...from, w: 0 }, to).w).toBe(20);
});

test("things turned together keep their distance to the middle", () => {
  const turned = turnedWith({ box: { x: 10, y: -5, w: 10, h: 10 }, turn: 350 }, { x: 0, y: 0 }, 90);
  expect(turned.turn).toBe(80);
  expect(middleOf(turned.box).x).toBeCloseTo(0);
  expect(middleOf(turned.box).y).toBeCloseTo(15);
});

test("a corner is under the pointer before a side is, and nothing where nothing stands", () => {
  const held = { box: { x: 0, y: 0, w: 4, h: 4 }, turn: 0 };
  const how = { reach: 5, over: 30, handles: [...sizeHandles, "turn"] as const };
  expect(handleAt(held, { x: 4, y: 4 }, how)).toHaveLength(2);
  expect(handleAt(held, { x: 2, y: -30 }, how)).toBe("turn");
  expect(handleAt(held, { x: 60, y: 60 }, how)).toBeUndefined();
});
