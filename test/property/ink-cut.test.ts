import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { InkPoint } from "../../shared/geometry/ink.ts";
import {
  decodeRanges,
  encodeRanges,
  type InkRange,
  merged,
  piecesOf,
  rangesAlong,
  rangesLeft,
  without,
} from "../../shared/geometry/ink-cut.ts";
import { inkTouches } from "../../shared/geometry/ink-line.ts";
import type { Point } from "../../shared/geometry/rect.ts";

const place = fc.double({ min: 0, max: 300, noNaN: true });
const point = fc.record({ x: place, y: place });
const line: fc.Arbitrary<readonly InkPoint[]> = fc.array(
  fc.record({ x: place, y: place, pressure: fc.double({ min: 0, max: 1, noNaN: true }) }),
  { minLength: 1, maxLength: 30 },
);
const way = fc.array(point, { minLength: 1, maxLength: 6 });
const reach = fc.double({ min: 1, max: 40, noNaN: true });
const unit = fc.record({
  w: fc.double({ min: 0.5, max: 3, noNaN: true }),
  h: fc.double({ min: 0.5, max: 3, noNaN: true }),
});
const ranges = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 80_000 }), fc.integer({ min: 1, max: 9000 })), {
    maxLength: 8,
  })
  .map((all) => all.map(([from, length]): InkRange => [from / 4096, (from + length) / 4096]));

/** The straight pieces of an eraser's way; of a tap, the one from the place to itself. */
const legs = (points: readonly Point[]): (readonly [Point, Point])[] =>
  points.map((to, i) => [points[i - 1] ?? to, to]);

function erased(points: readonly InkPoint[], on: readonly Point[], by: number, unitOf: UnitOf) {
  const found = legs(on).flatMap(([from, to]) => rangesAlong(points, from, to, by, unitOf));
  // As the document keeps them.
  return decodeRanges(encodeRanges(found));
}
type UnitOf = { readonly w: number; readonly h: number };

/** How far a place lies from the eraser's way. */
function away(at: Point, on: readonly Point[], { w, h }: UnitOf): number {
  return Math.min(
    ...legs(on).map(([a, b]) => {
      const [ax, ay, bx, by] = [a.x * w, a.y * h, b.x * w, b.y * h];
      const [dx, dy] = [bx - ax, by - ay];
      const square = dx * dx + dy * dy;
      const [px, py] = [at.x * w - ax, at.y * h - ay];
      const t = square === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / square));
      return Math.hypot(px - t * dx, py - t * dy);
    }),
  );
}

/** The line's place at a share of the way between two of its points. */
function placeAt(points: readonly InkPoint[], place: number): InkPoint {
  const i = Math.min(points.length - 1, Math.floor(place));
  const [a, b] = [points[i], points[i + 1] ?? points[i]];
  if (!a || !b) throw new Error("the place lies on the line");
  const t = place - i;
  return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t, pressure: a.pressure };
}

describe("a line of ink that parts were erased from", () => {
  test("never touches the eraser's way with what remains of it", () => {
    fc.assert(
      fc.property(line, way, reach, unit, (points, on, by, scale) => {
        const left = piecesOf(points, erased(points, on, by, scale));
        for (const piece of left) {
          for (const [from, to] of legs(on)) {
            // What is computed twice may differ by a rounding error.
            expect(inkTouches(piece, from, to, by - 1e-6, scale)).toBe(false);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  test("loses nothing that the eraser did not reach", () => {
    fc.assert(
      fc.property(
        line,
        way,
        reach,
        unit,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (...given) => {
          const [points, on, by, scale, share] = given;
          const cut = erased(points, on, by, scale);
          const place = share * (points.length - 1);
          const isGone = cut.some(([from, to]) => place >= from && place <= to);
          const i = Math.floor(place);
          const [a, b] = [points[i], points[i + 1] ?? points[i]];
          const length = a && b ? Math.hypot((b.x - a.x) * scale.w, (b.y - a.y) * scale.h) : 0;
          // A range is kept to 1/4096 of the way between two points, rather too wide.
          const slack = (2 * length) / 4096 + 1e-6;
          const distance = away(placeAt(points, place), on, scale);
          expect(isGone && distance > by + slack).toBe(false);
        },
      ),
      { numRuns: 400 },
    );
  });

  test("is the same whichever erasing came first, and whatever came twice", () => {
    fc.assert(
      fc.property(ranges, ranges, (a, b) => {
        expect(merged([...a, ...b])).toEqual(merged([...b, ...a, ...b]));
        expect(merged([...merged(a), ...without(merged(b), merged(a))])).toEqual(
          merged([...a, ...b]),
        );
      }),
    );
  });

  test("is made of pieces that begin and end where the ranges say, in order", () => {
    fc.assert(
      fc.property(line, ranges, (points, cut) => {
        const left = rangesLeft(points.length, merged(cut));
        const pieces = piecesOf(points, merged(cut));
        expect(pieces).toHaveLength(left.length);
        pieces.forEach((piece, i) => {
          const [from, to] = left[i] ?? [0, 0];
          const [first, last] = [piece.at(0), piece.at(-1)];
          const [start, end] = [placeAt(points, from), placeAt(points, to)];
          expect(Math.hypot((first?.x ?? NaN) - start.x, (first?.y ?? NaN) - start.y)).toBeLessThan(
            1e-6,
          );
          expect(Math.hypot((last?.x ?? NaN) - end.x, (last?.y ?? NaN) - end.y)).toBeLessThan(1e-6);
        });
      }),
    );
  });

  test("comes back from the document as it went in, and from any bytes at all as ranges in order", () => {
    fc.assert(
      fc.property(ranges, (some) => {
        expect(decodeRanges(encodeRanges(some))).toEqual(merged(some));
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        for (const any of [bytes, Uint8Array.of(1, ...bytes)]) {
          const read = decodeRanges(any);
          expect(merged(read)).toEqual(read);
          expect(read.every(([from, to]) => from >= 0 && to >= from)).toBe(true);
        }
      }),
    );
  });
});
