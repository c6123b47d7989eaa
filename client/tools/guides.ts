/**
 * Alignment guides: while something is dragged, how far it has to be nudged to stand in line with what
 * lies near, and the lines that say with what. Pure; board units. test/unit/tools-guides.test.ts.
 */
import { type Point, type Rect, union } from "../../shared/geometry/rect.ts";

/** A line along one axis: `at` on that axis, over `from` to `to` on the other. */
export interface Guide {
  readonly axis: "x" | "y";
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Snap {
  /** To be added to where the hand holds it. */
  readonly by: Point;
  readonly guides: readonly Guide[];
}

export const noSnap: Snap = { by: { x: 0, y: 0 }, guides: [] };

/** `reach`: how far off still counts as meant. The nearest line wins on each axis. */
export function snapped(moving: Rect, others: readonly Rect[], reach: number): Snap {
  const x = nearest(moving, others, "x", reach);
  const y = nearest(moving, others, "y", reach);
  if (x === undefined && y === undefined) return noSnap;
  const by = { x: x ?? 0, y: y ?? 0 };
  const there = { ...moving, x: moving.x + by.x, y: moving.y + by.y };
  return {
    by,
    guides: [
      ...(x === undefined ? [] : guidesOn(there, others, "x")),
      ...(y === undefined ? [] : guidesOn(there, others, "y")),
    ],
  };
}

/** Its two edges and its middle. */
const linesOf = (rect: Rect, axis: "x" | "y"): readonly number[] => {
  const length = axis === "x" ? rect.w : rect.h;
  return [rect[axis], rect[axis] + length / 2, rect[axis] + length];
};

function nearest(
  moving: Rect,
  others: readonly Rect[],
  axis: "x" | "y",
  reach: number,
): number | undefined {
  const mine = linesOf(moving, axis);
  let best: number | undefined;
  for (const other of others) {
    for (const theirs of linesOf(other, axis)) {
      for (const line of mine) {
        const by = theirs - line;
        if (Math.abs(by) <= reach && (best === undefined || Math.abs(by) < Math.abs(best)))
          best = by;
      }
    }
  }
  return best;
}

/** How nearly equal two lines have to be to be one. */
const same = 1e-6;

function guidesOn(there: Rect, others: readonly Rect[], axis: "x" | "y"): readonly Guide[] {
  return linesOf(there, axis).flatMap((at): readonly Guide[] => {
    const met = others.filter((other) =>
      linesOf(other, axis).some((line) => Math.abs(line - at) < same),
    );
    const span = met.length > 0 ? union([there, ...met]) : undefined;
    if (!span) return [];
    return [
      axis === "x"
        ? { axis, at, from: span.y, to: span.y + span.h }
        : { axis, at, from: span.x, to: span.x + span.w },
    ];
  });
}
