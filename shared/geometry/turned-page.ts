/**
 * Pages that lie turned by quarters: where a place on a page is seen, and which place on it is seen there.
 *
 * What is on a page is kept in fractions of the page as it was scanned, whichever way it is turned; this
 * is the one place that knows how the two lie on each other. Turns are clockwise.
 * test/property/turned-page.test.ts holds it to going there and back.
 */
import {
  type PagePoint,
  type PageRect,
  type Point,
  pagePoint,
  type Rect,
  type Size,
} from "./rect.ts";

const quarterTurns = [0, 90, 180, 270] as const;
/** Degrees clockwise. */
export type QuarterTurn = (typeof quarterTurns)[number];

/** Where a page is drawn: the upright rectangle in which it is seen, and how far it is turned in there. */
export interface DrawnPage extends Rect {
  readonly turn: QuarterTurn;
}

/** What is no quarter turn counts as none. */
export function readQuarterTurn(value: unknown): QuarterTurn {
  return quarterTurns.find((turn) => turn === value) ?? 0;
}

/** One quarter further to the right, or back to the left. */
export function turnedFurther(turn: QuarterTurn, by: 90 | -90): QuarterTurn {
  return readQuarterTurn((turn + by + 360) % 360);
}

/** The size as it is seen turned; of one that is seen turned, the size it has upright. */
export function turnedSize({ w, h }: Size, turn: QuarterTurn): Size {
  return turn % 180 === 0 ? { w, h } : { w: h, h: w };
}

/** How large the page is drawn, measured along its own width and height. */
export const ownSize = (drawn: DrawnPage): Size => turnedSize(drawn, drawn.turn);

/** A way across the screen as a way across the page, both in the same unit. */
export function wayOnPage({ x, y }: Point, turn: QuarterTurn): Point {
  switch (turn) {
    case 0:
      return { x, y };
    case 90:
      return { x: y, y: 0 - x };
    case 180:
      return { x: 0 - x, y: 0 - y };
    case 270:
      return { x: 0 - y, y: x };
  }
}

/** A place on the page, in its own fractions, as fractions of the page as it is seen. */
function seenPoint({ x, y }: Point, turn: QuarterTurn): Point {
  switch (turn) {
    case 0:
      return { x, y };
    case 90:
      return { x: 1 - y, y: x };
    case 180:
      return { x: 1 - x, y: 1 - y };
    case 270:
      return { x: y, y: 1 - x };
  }
}

const back = { 0: 0, 90: 270, 180: 180, 270: 90 } as const;

/** A part of the page, in its own fractions, as fractions of the page as it is seen. */
export function seenRect({ x, y, w, h }: Rect, turn: QuarterTurn): Rect {
  const size = turnedSize({ w, h }, turn);
  switch (turn) {
    case 0:
      return { x, y, ...size };
    case 90:
      return { x: 1 - y - h, y: x, ...size };
    case 180:
      return { x: 1 - x - w, y: 1 - y - h, ...size };
    case 270:
      return { x: y, y: 1 - x - w, ...size };
  }
}

/** A part of the page as it is seen, in the page's own fractions. */
export const unseenRect = (rect: Rect, turn: QuarterTurn): Rect => seenRect(rect, back[turn]);

/** Where a point of a page lies, given where the page is drawn. */
export function fromPage(point: PagePoint, drawn: DrawnPage): Point {
  const { x, y } = seenPoint(point, drawn.turn);
  return { x: drawn.x + x * drawn.w, y: drawn.y + y * drawn.h };
}

/** Where a rectangle of a page lies, given where the page is drawn. */
export function rectFromPage(rect: PageRect, drawn: DrawnPage): Rect {
  const { x, y, w, h } = seenRect(rect, drawn.turn);
  return { x: drawn.x + x * drawn.w, y: drawn.y + y * drawn.h, w: w * drawn.w, h: h * drawn.h };
}

/** A point of the space in which the page is drawn in fractions of the page, beyond 0 and 1 beside it. */
export function besidePage(point: Point, drawn: DrawnPage): Point {
  const seen = { x: (point.x - drawn.x) / drawn.w, y: (point.y - drawn.y) / drawn.h };
  return seenPoint(seen, back[drawn.turn]);
}

/** The page fraction under a point of the space in which the page is drawn, kept on the page. */
export function toPage(point: Point, drawn: DrawnPage): PagePoint {
  const { x, y } = besidePage(point, drawn);
  return pagePoint(x, y);
}

/** Where the page's own top left corner is drawn, and where its width and its height lead from there. */
export interface PageAxes {
  readonly corner: Point;
  readonly across: Point;
  readonly down: Point;
}

export function pageAxes(drawn: DrawnPage): PageAxes {
  const at = (x: number, y: number): Point => fromPage(pagePoint(x, y), drawn);
  const corner = at(0, 0);
  const from = ({ x, y }: Point): Point => ({ x: x - corner.x, y: y - corner.y });
  return { corner, across: from(at(1, 0)), down: from(at(0, 1)) };
}

/**
 * The page as it lies where the whole of it would be shown at the scale of a part, that part (in the
 * page's own fractions) filling `rect`.
 */
export function pageAround(part: Rect, rect: Rect, turn: QuarterTurn): DrawnPage {
  const seen = seenRect(part, turn);
  const [w, h] = [rect.w / seen.w, rect.h / seen.h];
  return { x: rect.x - seen.x * w, y: rect.y - seen.y * h, w, h, turn };
}
