/** Pictures of which a part shows: the part never shows more than the picture, and the picture stays where it lies. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  boxOfPart,
  coverScale,
  frameAround,
  leastCrop,
  mostStraighten,
  wholePicture,
} from "../../shared/geometry/cropped.ts";
import { type Point, pageRect, type Rect } from "../../shared/geometry/rect.ts";
import { middleOf, turnedPoint } from "../../shared/geometry/turned.ts";

const coordinate = fc.double({ min: -3000, max: 3000, noNaN: true });
const length = fc.double({ min: 20, max: 3000, noNaN: true });
const box = fc.record({ x: coordinate, y: coordinate, w: length, h: length });
const turn = fc.double({ min: 0, max: 359, noNaN: true });
const share = fc.double({ min: 0, max: 1, noNaN: true });
const part = fc.tuple(share, share, share, share).map(([x, y, w, h]) => {
  const [left, top] = [x * (1 - leastCrop), y * (1 - leastCrop)];
  return pageRect(
    left,
    top,
    leastCrop + w * (1 - leastCrop - left),
    leastCrop + h * (1 - leastCrop - top),
  );
});

/** Where a place of the picture's frame is seen. */
const seen = (at: Point, crop: ReturnType<typeof pageRect>, lies: Rect, degrees: number): Point => {
  const frame = frameAround(crop, lies);
  const upright = { x: frame.x + at.x * frame.w, y: frame.y + at.y * frame.h };
  return turnedPoint(upright, middleOf(lies), degrees);
};
const near = (a: Point, b: Point): void => {
  expect(Math.abs(a.x - b.x)).toBeLessThan(1e-4);
  expect(Math.abs(a.y - b.y)).toBeLessThan(1e-4);
};

test("whatever part is taken, each place of the picture stays where it was seen", () => {
  fc.assert(
    fc.property(box, turn, part, part, share, share, (lies, degrees, was, next, x, y) => {
      const after = boxOfPart(lies, degrees, was, next);
      near(seen({ x, y }, was, lies, degrees), seen({ x, y }, next, after, degrees));
    }),
  );
});

test("the whole picture put back lies where it was before", () => {
  fc.assert(
    fc.property(box, turn, part, (lies, degrees, crop) => {
      const cropped = boxOfPart(lies, degrees, wholePicture, crop);
      const back = boxOfPart(cropped, degrees, crop, wholePicture);
      near(back, lies);
      near({ x: back.w, y: back.h }, { x: lies.w, y: lies.h });
    }),
  );
});

test("a straightened picture covers its frame, and is no larger than that takes", () => {
  const straighten = fc.double({ min: -mostStraighten, max: mostStraighten, noNaN: true });
  fc.assert(
    fc.property(length, length, straighten, (w, h, degrees) => {
      const scale = coverScale({ w, h }, degrees);
      const corners = [-1, 1].flatMap((x) =>
        [-1, 1].map((y) => ({ x: (x * w) / 2, y: (y * h) / 2 })),
      );
      // A frame's corner in the picture's own axes lies within the grown picture, and one on its edge.
      const over = corners.map((corner) => {
        const own = turnedPoint(corner, { x: 0, y: 0 }, -degrees);
        return Math.max(Math.abs(own.x) / (w / 2), Math.abs(own.y) / (h / 2));
      });
      expect(Math.max(...over)).toBeLessThanOrEqual(scale + 1e-9);
      expect(Math.max(...over)).toBeGreaterThanOrEqual(scale - 1e-9);
    }),
  );
});
