/** Which card an arrow key goes to: pure geometry; test/unit/board-neighbours.test.ts. */
import type { Rect } from "../../../shared/geometry/rect.ts";

export type Direction = "left" | "right" | "up" | "down";

interface Placed<Id extends string> {
  readonly id: Id;
  readonly rect: Rect;
}

/** Straying sideways counts this many times as much as the way itself. */
const sideways = 2.2;

/** The nearest card in a direction, those straight ahead first; undefined at the edge. */
export function neighbour<Id extends string>(
  cards: Iterable<Placed<Id>>,
  from: Rect,
  direction: Direction,
): Id | undefined {
  const middle = middleOf(from);
  let best: Id | undefined;
  let bestWay = Infinity;
  for (const { id, rect } of cards) {
    const at = middleOf(rect);
    const dx = at.x - middle.x;
    const dy = at.y - middle.y;
    const [ahead, beside] =
      direction === "left"
        ? [-dx, dy]
        : direction === "right"
          ? [dx, dy]
          : direction === "up"
            ? [-dy, dx]
            : [dy, dx];
    if (ahead < 1) continue;
    const way = ahead + sideways * Math.abs(beside);
    if (way < bestWay) {
      best = id;
      bestWay = way;
    }
  }
  return best;
}

const middleOf = (rect: Rect) => ({ x: rect.x + rect.w / 2, y: rect.y + rect.h / 2 });
