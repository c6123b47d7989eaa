/** What of a page's regions lies under a point of the screen. Pure; screen pixels. */
import {
  type Area,
  cornersOnPage,
  isOnOutline,
  isWithin,
} from "../../../shared/geometry/polygon.ts";
import { contains, grown, type Point, type Rect } from "../../../shared/geometry/rect.ts";
import {
  type DrawnPage,
  fromPage,
  type QuarterTurn,
  rectFromPage,
  wayOnPage,
} from "../../../shared/geometry/turned-page.ts";
import type { RegionMark } from "../../canvas/page-marks.ts";
import type { Grip } from "../../tools/reshape-tool.ts";

/** The smallest region under the point, so that one inside another can be reached. */
export function regionAt(
  regions: readonly RegionMark[],
  point: Point,
  drawn: DrawnPage,
  slopPx: number,
): RegionMark | undefined {
  const area = ({ rect }: RegionMark): number => rect.w * rect.h;
  return regions
    .filter((mark) => isOn(mark, point, drawn, slopPx))
    .toSorted((a, b) => area(a) - area(b))[0];
}

function isOn(area: Area, point: Point, drawn: DrawnPage, slopPx: number): boolean {
  if (!contains(grown(rectFromPage(area.rect, drawn), slopPx), point)) return false;
  const corners = cornersOnPage(area)?.map((corner) => fromPage(corner, drawn));
  return !corners || isWithin(corners, point) || isOnOutline(corners, point, slopPx);
}

/** An outline of more corners is a drawn line: it is moved and stretched as a whole, and drawn anew. */
const mostGrips = 16;

/** The corners that can be taken one by one, as they lie on the screen; undefined where none can. */
export function cornerGrips(area: Area, drawn: DrawnPage): readonly Point[] | undefined {
  if (!area.outline || area.outline.length > mostGrips) return undefined;
  return cornersOnPage(area)?.map((corner) => fromPage(corner, drawn));
}

/** Which corner lies under the point; `whole` within the outline. */
export function cornerAt(
  corners: readonly Point[],
  point: Point,
  reachPx: number,
): number | "whole" | undefined {
  const away = ({ x, y }: Point): number => Math.hypot(x - point.x, y - point.y);
  const [nearest] = [...corners.keys()].toSorted(
    (a, b) => away(corners[a] as Point) - away(corners[b] as Point),
  );
  if (nearest !== undefined && away(corners[nearest] as Point) <= reachPx) return nearest;
  return isWithin(corners, point) ? "whole" : undefined;
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

/** Which side of the page's own a grip takes, that was found on the page as it is seen. */
export function gripOnPage(grip: Grip, turn: QuarterTurn): Grip {
  return grip === "whole" ? grip : (wayOnPage(grip, turn) as Grip);
}

/** The cursor that tells what a grip does, as it is seen. */
export function cursorOf(grip: Grip): string {
  if (grip === "whole") return "move";
  if (grip.x === 0) return "ns-resize";
  if (grip.y === 0) return "ew-resize";
  return grip.x === grip.y ? "nwse-resize" : "nesw-resize";
}
