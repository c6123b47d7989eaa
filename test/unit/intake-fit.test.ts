/** A sheet's corners, taken in hand: they stay a sheet, also on a page that was turned. */
import { describe, expect, test } from "vitest";
import {
  cornersOf,
  fitOf,
  turnedBack,
  turnedPoint,
  withCorner,
} from "../../client/papers/intake/fit.ts";
import { wholePicture } from "../../client/papers/intake/worker/pixels/quad.ts";

describe("corners set by hand", () => {
  test("that are the photo's own mean the whole photo", () => {
    expect(fitOf(wholePicture)).toBeUndefined();
    const moved = withCorner(wholePicture, 0, { x: 0.2, y: 0.1 });
    expect(fitOf(moved)).toEqual({ is: "sheet", corners: moved });
    expect(cornersOf(fitOf(moved))).toBe(moved);
    expect(cornersOf({ is: "straight", degrees: 3, paper: "white", grows: false })).toBe(
      wholePicture,
    );
  });

  test("never turn the sheet inside out or leave the photo", () => {
    expect(withCorner(wholePicture, 0, { x: 0.9, y: 0.95 })).toBe(wholePicture);
    expect(withCorner(wholePicture, 1, { x: 1.4, y: -3 })[1]).toEqual({ x: 1, y: 0 });
  });

  test("lie where they are seen, whichever way the page was turned", () => {
    for (const turn of [0, 1, 2, 3] as const) {
      const seen = turnedPoint({ x: 0.2, y: 0.7 }, turn);
      const back = turnedPoint(seen, turnedBack(turn));
      expect(back.x).toBeCloseTo(0.2);
      expect(back.y).toBeCloseTo(0.7);
    }
    // Turned clockwise, what was at the top left is at the top right.
    expect(turnedPoint({ x: 0, y: 0 }, 1)).toEqual({ x: 1, y: 0 });
  });
});
