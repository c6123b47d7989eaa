/**
 * How a picture that was scanned upright fills a box in which it is seen turned, in shares of that box: for
 * an element at the box's top left corner that turns about its own top left corner.
 */
import type { Size } from "../../shared/geometry/rect.ts";
import { type QuarterTurn, turnedSize } from "../../shared/geometry/turned-page.ts";

export interface TurnedStyle {
  readonly width: string;
  readonly height: string;
  readonly transform: string;
}

const transforms: { readonly [turn in QuarterTurn]: string } = {
  0: "none",
  90: "rotate(90deg) translateY(-100%)",
  180: "rotate(180deg) translate(-100%, -100%)",
  270: "rotate(270deg) translateX(-100%)",
};

/** `seen` has the box's shape: the picture's size as it is seen, in any unit. */
export function turnedStyle(seen: Size, turn: QuarterTurn): TurnedStyle {
  const own = turnedSize(seen, turn);
  return {
    width: `${(100 * own.w) / seen.w}%`,
    height: `${(100 * own.h) / seen.h}%`,
    transform: transforms[turn],
  };
}
