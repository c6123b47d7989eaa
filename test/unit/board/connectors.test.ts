import { expect, test } from "vitest";
import { boundsOfPath, pathOf } from "../../../shared/board/connectors.ts";
import { freeEnd, type LineEnd } from "../../../shared/board/shapes.ts";
import type { Rect } from "../../../shared/geometry/rect.ts";

const boxes: { readonly [id: string]: Rect } = {
  left: { x: 0, y: 0, w: 100, h: 100 },
  right: { x: 300, y: 0, w: 100, h: 100 },
};
const boxOf = (id: string, turn = 0) => {
  const box = boxes[id];
  return box && { box, turn };
};
const onto = (on: string, at = { x: -1, y: -1 }): LineEnd => ({
  at,
  on,
  side: { x: 0.5, y: 0.5 },
});

test("a line between two things runs from edge to edge, and follows them", () => {
  const line = { ends: { from: onto("left"), to: onto("right") }, bend: 0 };
  expect(pathOf(line, boxOf)).toMatchObject({ from: { x: 106, y: 50 }, to: { x: 294, y: 50 } });
  const lower = (id: string) => {
    const { box = { x: 0, y: 0, w: 1, h: 1 } } = boxOf(id) ?? {};
    return { box: { ...box, y: box.y + 200 }, turn: 0 };
  };
  expect(pathOf(line, lower)?.from).toEqual({ x: 106, y: 250 });
});

test("an end whose thing is gone stays where it was last put", () => {
  const line = {
    ends: { from: onto("gone", { x: 7, y: 8 }), to: freeEnd({ x: 90, y: 8 }) },
    bend: 0,
  };
  expect(pathOf(line, boxOf)).toMatchObject({ from: { x: 7, y: 8 }, to: { x: 90, y: 8 } });
});

test("a line from within a thing to that thing is drawn all the same", () => {
  const line = { ends: { from: freeEnd({ x: 20, y: 20 }), to: onto("left") }, bend: 0 };
  expect(pathOf(line, boxOf)?.to).toEqual({ x: 50, y: 50 });
});

test("an end stops at the edge of a turned thing as that is seen", () => {
  const flat = (id: string) => {
    const box = id === "strip" ? { x: 0, y: 0, w: 200, h: 20 } : undefined;
    return box && { box, turn: 90 };
  };
  const line = { ends: { from: onto("strip"), to: freeEnd({ x: 400, y: 10 }) }, bend: 0 };
  const { from } = pathOf(line, flat) ?? { from: { x: 0, y: 0 } };
  expect(from.x).toBeCloseTo(116);
  expect(from.y).toBeCloseTo(10);
});

test("a bent line swings out to its right by the share asked, and its bounds hold it", () => {
  const line = {
    ends: { from: freeEnd({ x: 0, y: 0 }), to: freeEnd({ x: 100, y: 0 }) },
    bend: 0.2,
  };
  const path = pathOf(line, boxOf);
  expect(path?.over).toEqual({ x: 50, y: 40 });
  expect(path && boundsOfPath(path)).toEqual({ x: 0, y: 0, w: 100, h: 20 });
});

test("two things at one place, and a line of no length, break nothing", () => {
  const on = { ends: { from: onto("left"), to: onto("left") }, bend: 0.5 };
  const none = { ends: { from: freeEnd({ x: 5, y: 5 }), to: freeEnd({ x: 5, y: 5 }) }, bend: 1 };
  for (const line of [on, none]) {
    const path = pathOf(line, boxOf);
    expect(path && Object.values(path).every(({ x, y }) => Number.isFinite(x + y))).toBe(true);
  }
  expect(pathOf({ ends: undefined, bend: 0 }, boxOf)).toBeUndefined();
});
