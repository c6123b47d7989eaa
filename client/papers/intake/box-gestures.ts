/** What a hand does to a box: pure, in fractions of the page. test/property/intake-masks.test.ts holds it to its promises. */
import {
  type PagePoint,
  type PageRect,
  pageRect,
  rectBetween,
} from "../../../shared/geometry/rect.ts";
import { leastSide } from "./masks.ts";

export const corners = ["topLeft", "topRight", "bottomLeft", "bottomRight"] as const;
export type Corner = (typeof corners)[number];

/** The box from one corner to the other. */
export function drawnBox(from: PagePoint, to: PagePoint): PageRect {
  return rectBetween(from, to);
}

/** Whether something was drawn, rather than the page just pressed. */
export function isBox({ w, h }: PageRect): boolean {
  return w >= leastSide && h >= leastSide / 2;
}

/** The box with one corner dragged to a point; the opposite corner stays, and it never gets too small to hold. */
export function draggedCorner(box: PageRect, corner: Corner, to: PagePoint): PageRect {
  const right = box.x + box.w;
  const bottom = box.y + box.h;
  const isLeft = corner === "topLeft" || corner === "bottomLeft";
  const isTop = corner === "topLeft" || corner === "topRight";
  const x = isLeft ? Math.min(to.x, right - leastSide) : box.x;
  const y = isTop ? Math.min(to.y, bottom - leastSide) : box.y;
  const w = (isLeft ? right : Math.max(to.x, box.x + leastSide)) - x;
  const h = (isTop ? bottom : Math.max(to.y, box.y + leastSide)) - y;
  return pageRect(x, y, w, h);
}
