/** Pages turned by quarters: whatever is put on one is found where it was put, whichever way it lies. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Point, pagePoint, pageRect, type Rect } from "../../shared/geometry/rect.ts";
import {
  besidePage,
  type DrawnPage,
  fromPage,
  ownSize,
  pageAround,
  pageAxes,
  type QuarterTurn,
  readQuarterTurn,
  rectFromPage,
  seenRect,
  toPage,
  turnedFurther,
  turnedSize,
  wayOnPage,
} from "../../shared/geometry/turned-page.ts";

const fraction = fc.double({ min: 0, max: 1, noNaN: true });
const coordinate = fc.double({ min: -5000, max: 5000, noNaN: true });
const length = fc.double({ min: 1, max: 5000, noNaN: true });
const quarter = fc.constantFrom<QuarterTurn>(0, 90, 180, 270);
const drawnPage = fc.record({ x: coordinate, y: coordinate, w: length, h: length, turn: quarter });
const point = fc.tuple(fraction, fraction).map(([x, y]) => pagePoint(x, y));
const rect = fc
  .tuple(fraction, fraction, fraction, fraction)
  .map(([x, y, w, h]) => pageRect(x, y, w, h));

const near = (a: Point, b: Point, within = 1e-6): void => {
  expect(Math.abs(a.x - b.x)).toBeLessThan(within);
  expect(Math.abs(a.y - b.y)).toBeLessThan(within);
};
const sameRect = (a: Rect, b: Rect): void => {
  near(a, b);
  near({ x: a.w, y: a.h }, { x: b.w, y: b.h });
};
const middle = ({ x, y, w, h }: Rect): Point => ({ x: x + w / 2, y: y + h / 2 });

test("a place on a page is found again where it is seen", () => {
  fc.assert(
    fc.property(point, drawnPage, (at, drawn) => near(toPage(fromPage(at, drawn), drawn), at)),
  );
});

test("a point beside a page is beside it in the page's own fractions too, and comes back", () => {
  fc.assert(
    fc.property(coordinate, coordinate, drawnPage, (x, y, drawn) => {
      const { corner, across, down } = pageAxes(drawn);
      const on = besidePage({ x, y }, drawn);
      const again = {
        x: corner.x + on.x * across.x + on.y * down.x,
        y: corner.y + on.x * across.y + on.y * down.y,
      };
      near(again, { x, y }, 1e-3);
    }),
  );
});

test("a region is seen around its own corners, as large as it is", () => {
  fc.assert(
    fc.property(rect, drawnPage, (part, drawn) => {
      const seen = rectFromPage(part, drawn);
      const centre = pagePoint(part.x + part.w / 2, part.y + part.h / 2);
      near(middle(seen), fromPage(centre, drawn));
      const own = ownSize(drawn);
      const size = turnedSize({ w: part.w * own.w, h: part.h * own.h }, drawn.turn);
      near({ x: seen.w, y: seen.h }, { x: size.w, y: size.h });
    }),
  );
});

test("to the right four times, or right and left, is as before; to the right is clockwise", () => {
  fc.assert(
    fc.property(rect, quarter, (part, turn) => {
      const right = turnedFurther(turn, 90);
      expect(turnedFurther(right, -90)).toBe(turn);
      let at = turn;
      for (let i = 0; i < 4; i++) at = turnedFurther(at, 90);
      expect(at).toBe(turn);
      // What was seen at the top is seen at the right, one quarter further.
      const before = seenRect(part, turn);
      const after = seenRect(part, right);
      near(after, { x: 1 - before.y - before.h, y: before.x });
    }),
  );
});

test("a way across the screen and back is no way, and a step on the screen is that step on the page", () => {
  fc.assert(
    fc.property(point, drawnPage, coordinate, coordinate, (at, drawn, dx, dy) => {
      const from = fromPage(at, drawn);
      const a = besidePage(from, drawn);
      const b = besidePage({ x: from.x + dx, y: from.y + dy }, drawn);
      const own = ownSize(drawn);
      const way = wayOnPage({ x: dx, y: dy }, drawn.turn);
      near({ x: (b.x - a.x) * own.w, y: (b.y - a.y) * own.h }, way, 1e-3);
    }),
  );
});

test("a crop fills its frame, and the page around it is turned as the page is", () => {
  const part = fc
    .tuple(fraction, fraction, fraction, fraction)
    .map(([x, y, w, h]) => pageRect(x * 0.9, y * 0.9, 0.05 + w * 0.05, 0.05 + h * 0.05));
  fc.assert(
    fc.property(part, drawnPage, (crop, { turn, ...frame }) => {
      const around: DrawnPage = pageAround(crop, frame, turn);
      sameRect(rectFromPage(crop, around), frame);
    }),
  );
});

test("what is no quarter turn is read as none", () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      fc.pre(![90, 180, 270].includes(value as number));
      expect(readQuarterTurn(value)).toBe(0);
    }),
  );
});
