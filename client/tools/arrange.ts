/**
 * Lining things up: where each of some rectangles has to go so that they stand in line, evenly apart, or
 * in a tidy grid. Pure; board units. Each answer says by how far a thing moves, in the order it was asked
 * in. test/unit/tools-arrange.test.ts.
 */
import { type Point, type Rect, union } from "../../shared/geometry/rect.ts";

export const alignments = ["left", "centre", "right", "top", "middle", "bottom"] as const;
export type Alignment = (typeof alignments)[number];

const still: Point = { x: 0, y: 0 };

/** To the outermost edge, or to the middle, of all of them. */
export function aligned(rects: readonly Rect[], how: Alignment): readonly Point[] {
  const all = union(rects);
  if (!all) return [];
  return rects.map(({ x, y, w, h }): Point => {
    switch (how) {
      case "left":
        return { x: all.x - x, y: 0 };
      case "centre":
        return { x: all.x + all.w / 2 - (x + w / 2), y: 0 };
      case "right":
        return { x: all.x + all.w - (x + w), y: 0 };
      case "top":
        return { x: 0, y: all.y - y };
      case "middle":
        return { x: 0, y: all.y + all.h / 2 - (y + h / 2) };
      case "bottom":
        return { x: 0, y: all.y + all.h - (y + h) };
    }
  });
}

/** Even gaps between three or more; the outermost two stay. */
export function distributed(rects: readonly Rect[], axis: "x" | "y"): readonly Point[] {
  const side = axis === "x" ? "w" : "h";
  if (rects.length < 3) return rects.map(() => still);
  const order = rects
    .map((rect, index) => ({ rect, index }))
    .toSorted((a, b) => a.rect[axis] - b.rect[axis] || a.index - b.index);
  const [first, last] = [order[0], order.at(-1)];
  if (!first || !last) return [];
  const ends = order.map(({ rect }) => rect[axis] + rect[side]);
  const room = Math.max(...ends) - first.rect[axis];
  const gap = (room - rects.reduce((sum, rect) => sum + rect[side], 0)) / (rects.length - 1);
  const moves: Point[] = rects.map(() => still);
  let at = first.rect[axis];
  for (const { rect, index } of order) {
    moves[index] = { ...still, [axis]: at - rect[axis] };
    at += rect[side] + gap;
  }
  return moves;
}

/**
 * A grid that keeps who stands left of whom and above whom as far as a grid can: rows from the top, each
 * from the left, as nearly square as the things are.
 */
export function tidied(rects: readonly Rect[], gap: number): readonly Point[] {
  const all = union(rects);
  if (!all || rects.length < 2) return rects.map(() => still);
  const w = Math.max(...rects.map((rect) => rect.w));
  const h = Math.max(...rects.map((rect) => rect.h));
  const shape = Math.sqrt(Math.max(all.w, w) / (w + gap) / (Math.max(all.h, h) / (h + gap)));
  const columns = Math.min(
    rects.length,
    Math.max(1, Math.round(Math.sqrt(rects.length) * Math.min(2, Math.max(0.5, shape)))),
  );
  const byHeight = rects
    .map((rect, index) => ({ rect, index }))
    .toSorted((a, b) => a.rect.y - b.rect.y || a.rect.x - b.rect.x);
  const moves: Point[] = rects.map(() => still);
  let y = all.y;
  for (let start = 0; start < byHeight.length; start += columns) {
    const row = byHeight.slice(start, start + columns).toSorted((a, b) => a.rect.x - b.rect.x);
    row.forEach(({ rect, index }, i) => {
      moves[index] = { x: all.x + i * (w + gap) - rect.x, y: y - rect.y };
    });
    y += Math.max(...row.map(({ rect }) => rect.h)) + gap;
  }
  return moves;
}
