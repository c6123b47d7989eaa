import fc from "fast-check";
import { expect, test } from "vitest";
import { aligned, alignments, distributed, tidied } from "../../client/tools/arrange.ts";
import { intersects, type Point, type Rect } from "../../shared/geometry/rect.ts";

const number = fc.integer({ min: -1000, max: 1000 });
const side = fc.integer({ min: 10, max: 300 });
const rects = fc.array(fc.record({ x: number, y: number, w: side, h: side }), {
  minLength: 1,
  maxLength: 12,
});
const after = (all: readonly Rect[], moves: readonly Point[]): readonly Rect[] =>
  all.map((rect, i) => ({
    ...rect,
    x: rect.x + (moves[i]?.x ?? 0),
    y: rect.y + (moves[i]?.y ?? 0),
  }));

test("aligned things share that edge or middle, and the outermost does not move", () => {
  const edge = {
    left: ({ x }: Rect) => x,
    centre: ({ x, w }: Rect) => x + w / 2,
    right: ({ x, w }: Rect) => x + w,
    top: ({ y }: Rect) => y,
    middle: ({ y, h }: Rect) => y + h / 2,
    bottom: ({ y, h }: Rect) => y + h,
  };
  fc.assert(
    fc.property(rects, fc.constantFrom(...alignments), (all, how) => {
      const there = after(all, aligned(all, how));
      expect(new Set(there.map((rect) => Math.round(edge[how](rect) * 2)))).toHaveProperty(
        "size",
        1,
      );
      const moves = aligned(all, how);
      const isToMiddle = how === "centre" || how === "middle";
      expect(isToMiddle || moves.some(({ x, y }) => x === 0 && y === 0)).toBe(true);
    }),
  );
});

test("distributed things have even gaps within the same outer edges; two stay as they are", () => {
  fc.assert(
    fc.property(rects, fc.constantFrom("x" as const, "y" as const), (all, axis) => {
      const length = axis === "x" ? "w" : "h";
      const there = after(all, distributed(all, axis));
      expect(there).toHaveLength(all.length);
      const stays = there.every(({ x, y }, i) => x === all[i]?.x && y === all[i]?.y);
      expect(all.length > 2 || stays).toBe(true);
      const order = all
        .map((before, i) => ({ start: before[axis], rect: there[i] as Rect }))
        .toSorted((a, b) => a.start - b.start)
        .map(({ rect }) => rect);
      const gaps = order
        .slice(1)
        .map((rect, i) => rect[axis] - (order[i] as Rect)[axis] - (order[i] as Rect)[length]);
      const end = (of: readonly Rect[]) => Math.max(...of.map((rect) => rect[axis] + rect[length]));
      if (all.length < 3 || Math.min(...gaps) < 0) return;
      expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThan(1e-6);
      expect(end(there)).toBeCloseTo(end(all), 6);
    }),
  );
});

test("three boxes of one size with uneven gaps get even ones", () => {
  const box = (x: number): Rect => ({ x, y: 0, w: 10, h: 10 });
  expect(distributed([box(0), box(90), box(20)], "x")).toEqual([
    { x: 0, y: 0 },
    { x: 0, y: 0 },
    { x: 25, y: 0 },
  ]);
});

test("tidied things lie nowhere over each other, and begin where the topmost left was", () => {
  fc.assert(
    fc.property(rects, (all) => {
      const there = after(all, tidied(all, 20));
      there.forEach((a, i) =>
        there.slice(i + 1).forEach((b) => expect(intersects(a, b)).toBe(false)),
      );
      if (all.length < 2) return;
      expect(Math.min(...there.map(({ x }) => x))).toBe(Math.min(...all.map(({ x }) => x)));
      expect(Math.min(...there.map(({ y }) => y))).toBe(Math.min(...all.map(({ y }) => y)));
    }),
  );
});

test("a row that is a row already stays one", () => {
  const row = Array.from({ length: 4 }, (_, i): Rect => ({ x: i * 210, y: i, w: 100, h: 50 }));
  const there = after(row, tidied(row, 20));
  expect(new Set(there.map(({ y }) => y)).size).toBeLessThanOrEqual(2);
  expect(there.map(({ x }) => x)[0]).toBe(0);
});
