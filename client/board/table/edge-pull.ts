/** A drag that stays near an edge of the view pulls the table along: pure but for counting frames. */
import type { Point, Size } from "../../../shared/geometry/rect.ts";

const edgePx = 36;
const mostPx = 14;
/** A hand that only passes the edge, on its way to a panel, does not pull. */
const framesUntilPull = 18;

/**
 * Asked once a frame while something is dragged: how far to pan, in screen pixels. Undefined while the
 * pointer is away from all edges or beyond them, and then the waiting begins anew.
 */
export function createEdgePull(): (screen: Point, size: Size) => Point | undefined {
  let frames = 0;
  return (screen, size) => {
    const isInside = screen.x >= 0 && screen.y >= 0 && screen.x <= size.w && screen.y <= size.h;
    const pull = { x: along(screen.x, size.w), y: along(screen.y, size.h) };
    if (!isInside || (pull.x === 0 && pull.y === 0)) {
      frames = 0;
      return undefined;
    }
    frames++;
    return frames < framesUntilPull ? { x: 0, y: 0 } : pull;
  };
}

/** The pull of a pointer at `at` on a side `length` long. */
function along(at: number, length: number): number {
  if (at < edgePx) return Math.min(mostPx, (edgePx - at) / 2);
  if (at > length - edgePx) return -Math.min(mostPx, (at - length + edgePx) / 2);
  return 0;
}
