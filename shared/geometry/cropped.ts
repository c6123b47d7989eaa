/**
 * Pictures of which a part shows: where the whole picture lies behind the part, straightened so that no
 * empty corner is ever seen.
 *
 * A picture fills its frame; straightened, it is turned about the frame's middle and grown until it covers
 * the frame again. The crop is in fractions of the frame. test/property/cropped.test.ts holds it to that.
 */
import { type PageRect, type Point, pageRect, type Rect, type Size } from "./rect.ts";
import { middleOf, turnedPoint } from "./turned.ts";

export const wholePicture = pageRect(0, 0, 1, 1);

/** What shows of a picture. */
export interface Cropping {
  readonly crop: PageRect;
  /** Degrees clockwise, at most `mostStraighten` either way. */
  readonly straighten: number;
}

export const mostStraighten = 15;
/** No part is narrower or lower, in fractions of the frame. */
export const leastCrop = 0.02;

/** How much larger than its frame a picture has to be that is turned in it and still covers it. */
export function coverScale({ w, h }: Size, degrees: number): number {
  const angle = (Math.abs(degrees) * Math.PI) / 180;
  return Math.cos(angle) + Math.max(w / h, h / w) * Math.sin(angle);
}

/** Where the whole frame lies, given the box that its part fills. */
export function frameAround(crop: PageRect, box: Rect): Rect {
  const [w, h] = [box.w / crop.w, box.h / crop.h];
  return { x: box.x - crop.x * w, y: box.y - crop.y * h, w, h };
}

/**
 * The box of another part of the same picture, where the picture stays where it lies: a box that is turned
 * by `turn` degrees about its own middle, and so is the one it becomes.
 */
export function boxOfPart(box: Rect, turn: number, was: PageRect, crop: PageRect): Rect {
  const frame = frameAround(was, box);
  const [w, h] = [crop.w * frame.w, crop.h * frame.h];
  const upright = { x: frame.x + crop.x * frame.w, y: frame.y + crop.y * frame.h, w, h };
  const middle: Point = turnedPoint(middleOf(upright), middleOf(box), turn);
  return { x: middle.x - w / 2, y: middle.y - h / 2, w, h };
}
