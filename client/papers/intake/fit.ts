/**
 * What was done to a page when it was read, before anything else: turned straight, or cut out of the
 * photo and flattened. Undefined stands for nothing: the page as it was read.
 *
 * Pure; corners are fractions of the page as it was read, before quarter turns.
 * test/unit/intake-fit.test.ts holds it to its promises.
 */
import type { Point } from "../../../shared/geometry/rect.ts";
import type { Turn } from "./stack.ts";
import { isSheet, mapQuad, type Quad, wholePicture } from "./worker/pixels/quad.ts";

export type Fit = Straight | { readonly is: "sheet"; readonly corners: Quad };

/** A scan turned straight. That is done whenever it is drawn, so that its pixels are not copied twice. */
export interface Straight {
  readonly is: "straight";
  /** By which what lies on the page was turned clockwise. */
  readonly degrees: number;
  /** What goes on beyond the page's edges, as CSS has it. */
  readonly paper: string;
  /** The page grows to hold writing that would fall off its corners. */
  readonly grows: boolean;
}

/** The corners to begin with when a person takes them in hand. */
export function cornersOf(fit: Fit | undefined): Quad {
  return fit?.is === "sheet" ? fit.corners : wholePicture;
}

/** The fit that these corners make: none where they are the picture's own. */
export function fitOf(corners: Quad): Fit | undefined {
  const isWhole = corners.every(({ x, y }, i) => {
    const end = wholePicture[i] ?? { x, y };
    return Math.abs(x - end.x) < 0.002 && Math.abs(y - end.y) < 0.002;
  });
  return isWhole ? undefined : { is: "sheet", corners };
}

/**
 * The corners with one moved to a point, kept on the picture; as they were where that would turn the
 * sheet inside out.
 */
export function withCorner(corners: Quad, index: number, to: Point): Quad {
  const kept = { x: Math.min(1, Math.max(0, to.x)), y: Math.min(1, Math.max(0, to.y)) };
  const next = mapQuad(corners, (corner, i) => (i === index ? kept : corner));
  return isSheet(next) ? next : corners;
}

/** Where a point of the picture lies once it is turned clockwise by quarters. */
export function turnedPoint({ x, y }: Point, turn: Turn): Point {
  switch (turn) {
    case 0:
      return { x, y };
    case 1:
      return { x: 1 - y, y: x };
    case 2:
      return { x: 1 - x, y: 1 - y };
    case 3:
      return { x: y, y: 1 - x };
  }
}

/** The quarter turns that undo `turn`. */
export function turnedBack(turn: Turn): Turn {
  return ((4 - turn) % 4) as Turn;
}
