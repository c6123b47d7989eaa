/**
 * A paper thrown towards a pile: which one is meant. Pure; test/unit/sorting/swipe.test.ts.
 */
import type { Point } from "../../shared/geometry/rect.ts";

/** A shorter way is a hand that rests, not a throw. */
export const leastSwipePx = 56;
/** Further off than this (as the cosine of the angle) no pile is meant. */
const leastCosine = Math.cos((40 * Math.PI) / 180);

/** The target that lies most nearly in the direction of `by` from `from`; undefined where none does. */
export function swipedTo<Id>(
  by: Point,
  from: Point,
  targets: readonly { readonly id: Id; readonly at: Point }[],
): Id | undefined {
  const way = Math.hypot(by.x, by.y);
  if (way < leastSwipePx) return undefined;
  let best: { readonly id: Id; readonly cosine: number } | undefined;
  for (const { id, at } of targets) {
    const to = { x: at.x - from.x, y: at.y - from.y };
    const distance = Math.hypot(to.x, to.y);
    const cosine = distance === 0 ? 0 : (by.x * to.x + by.y * to.y) / (way * distance);
    if (cosine >= leastCosine && (!best || cosine > best.cosine)) best = { id, cosine };
  }
  return best?.id;
}
