/**
 * The handles round what is selected, and what becomes of boxes when one of them is pulled.
 *
 * Pure geometry in board units: where handles stand, and a box after its handle went to a point. A turned
 * box is resized along its own sides; what lies opposite stays where it is.
 * test/unit/tools-handles.test.ts holds it to that.
 */
import type { Point, Rect } from "../../shared/geometry/rect.ts";
import { middleOf, turnedPoint, turnOf } from "../../shared/geometry/turned.ts";

/** What the handles stand round: one thing as it lies, or several in an upright frame. */
export interface Held {
  readonly box: Rect;
  /** Degrees clockwise. */
  readonly turn: number;
}

/** As fractions of the box; `turn` stands over its upper side. */
const places = {
  nw: { x: 0, y: 0 },
  n: { x: 0.5, y: 0 },
  ne: { x: 1, y: 0 },
  e: { x: 1, y: 0.5 },
  se: { x: 1, y: 1 },
  s: { x: 0.5, y: 1 },
  sw: { x: 0, y: 1 },
  w: { x: 0, y: 0.5 },
} as const;

export type SizeHandle = keyof typeof places;
export type Handle = SizeHandle | "turn";
export const sizeHandles = Object.keys(places) as readonly SizeHandle[];

/** `over`: how far above the box the handle for turning stands, in board units. */
export function handlePoint({ box, turn }: Held, handle: Handle, over: number): Point {
  const at =
    handle === "turn"
      ? { x: box.x + box.w / 2, y: box.y - over }
      : { x: box.x + box.w * places[handle].x, y: box.y + box.h * places[handle].y };
  return turnedPoint(at, middleOf(box), turn);
}

export interface HandleReach {
  /** How near a pointer has to come, in board units. */
  readonly reach: number;
  readonly over: number;
  /** Handles that are there at all. */
  readonly handles: readonly Handle[];
}

/** The handle under a point: corners before sides, since on something small they lie close. */
export function handleAt(held: Held, point: Point, how: HandleReach): Handle | undefined {
  const near = how.handles.filter((handle) => {
    const { x, y } = handlePoint(held, handle, how.over);
    return Math.hypot(point.x - x, point.y - y) <= how.reach;
  });
  return near.toSorted((a, b) => b.length - a.length)[0];
}

export interface Resizing {
  /** The sides keep their proportion. */
  readonly keepShape: boolean;
  /** Both sides move alike, the middle stays. */
  readonly fromMiddle: boolean;
  /** No side becomes shorter than this. */
  readonly least: number;
}

/** The box when `handle` went to `to`. */
export function resized(held: Held, handle: SizeHandle, to: Point, how: Resizing): Rect {
  const { box, turn } = held;
  const middle = middleOf(box);
  const pull = turnedPoint(to, middle, -turn);
  const side = places[handle];
  const anchor = how.fromMiddle
    ? middle
    : { x: box.x + box.w * (1 - side.x), y: box.y + box.h * (1 - side.y) };
  const times = how.fromMiddle ? 2 : 1;
  /** Length of a side; a handle on the middle of the other side leaves it as it is. */
  const along = (at: number, from: number, place: number, now: number): number =>
    place === 0.5 ? now : Math.max(how.least, (place === 1 ? at - from : from - at) * times);
  let w = along(pull.x, anchor.x, side.x, box.w);
  let h = along(pull.y, anchor.y, side.y, box.h);
  if (how.keepShape) {
    const least = Math.max(how.least / box.w, how.least / box.h);
    const wanted =
      side.x === 0.5 ? h / box.h : side.y === 0.5 ? w / box.w : Math.max(w / box.w, h / box.h);
    const scale = Math.max(least, wanted);
    [w, h] = [box.w * scale, box.h * scale];
  }
  const share = how.fromMiddle ? { x: 0.5, y: 0.5 } : { x: 1 - side.x, y: 1 - side.y };
  const next = { x: anchor.x - w * share.x, y: anchor.y - h * share.y, w, h };
  // The box turns about its middle, which moved: what has to stay is put back to where it was.
  const was = turnedPoint(anchor, middle, turn);
  const is = turnedPoint(anchor, middleOf(next), turn);
  return { ...next, x: next.x + was.x - is.x, y: next.y + was.y - is.y };
}

/** A thing within a frame that went from one box to another, both upright. */
export function movedWith({ box, turn }: Held, from: Rect, to: Rect): Rect {
  const [sx, sy] = [scaleOf(from.w, to.w), scaleOf(from.h, to.h)];
  const middle = middleOf(box);
  const [w, h] = sidesAfter(box, turn, sx, sy);
  return {
    x: to.x + (middle.x - from.x) * sx - w / 2,
    y: to.y + (middle.y - from.y) * sy - h / 2,
    w,
    h,
  };
}

const scaleOf = (from: number, to: number): number => (from > 0 ? to / from : 1);

/** What stands askew cannot be stretched along the frame without bending: it grows as a whole. */
function sidesAfter(box: Rect, turn: number, sx: number, sy: number): readonly [number, number] {
  const offUpright = Math.abs(turn - Math.round(turn / 90) * 90);
  if (offUpright > 1) {
    const scale = Math.sqrt(sx * sy);
    return [box.w * scale, box.h * scale];
  }
  const isOnItsSide = Math.round(turn / 90) % 2 === 1;
  return isOnItsSide ? [box.w * sy, box.h * sx] : [box.w * sx, box.h * sy];
}

/** A thing turned with others about one point. */
export function turnedWith({ box, turn }: Held, about: Point, by: number): Held {
  const middle = turnedPoint(middleOf(box), about, by);
  return {
    box: { ...box, x: middle.x - box.w / 2, y: middle.y - box.h / 2 },
    turn: turnOf(turn + by),
  };
}
