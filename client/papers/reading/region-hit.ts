/** What of a page's regions lies under a point of the screen. Pure; screen pixels. */
import {
  contains,
  grown,
  type Point,
  type Rect,
  rectFromPage,
} from "../../../shared/geometry/rect.ts";
import type { RegionMark } from "../../canvas/page-marks.ts";
import type { Grip } from "../../tools/reshape-tool.ts";

/** The smallest region under the point, so that one inside another can be reached. */
export function regionAt(
  regions: readonly RegionMark[],
  point: Point,
  drawn: Rect,
  slopPx: number,
): RegionMark | undefined {
  const area = ({ rect }: RegionMark): number => rect.w * rect.h;
  return regions
    .filter(({ rect }) => contains(grown(rectFromPage(rect, drawn), slopPx), point))
    .toSorted((a, b) => area(a) - area(b))[0];
}

const sides = [-1, 0, 1] as const;

/** Which handle of a frame lies under the point: corners before sides; `whole` on its edge and inside. */
export function gripAt(frame: Rect, point: Point, reachPx: number): Grip | undefined {
  const near = (side: -1 | 0 | 1, start: number, length: number, at: number): boolean =>
    side === 0
      ? at > start + reachPx && at < start + length - reachPx
      : Math.abs(at - (side < 0 ? start : start + length)) <= reachPx;
  const grips = sides
    .flatMap((x) => sides.map((y) => ({ x, y })))
    .filter(({ x, y }) => x !== 0 || y !== 0)
    .toSorted((a, b) => Math.abs(b.x) + Math.abs(b.y) - Math.abs(a.x) - Math.abs(a.y));
  const found = grips.find(
    ({ x, y }) => near(x, frame.x, frame.w, point.x) && near(y, frame.y, frame.h, point.y),
  );
  if (found) return found;
  return contains(frame, point) ? "whole" : undefined;
}

/** The cursor that tells what a grip does. */
export function cursorOf(grip: Grip): string {
  if (grip === "whole") return "move";
  if (grip.x === 0) return "ns-resize";
  if (grip.y === 0) return "ew-resize";
  return grip.x === grip.y ? "nwse-resize" : "nesw-resize";
}
