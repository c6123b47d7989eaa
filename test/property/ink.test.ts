import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeInk, encodeInk, type InkPoint, maxInkPoints } from "../../shared/geometry/ink.ts";

const points = (reach: number): fc.Arbitrary<InkPoint[]> =>
  fc.array(
    fc.record({
      x: fc.double({ min: -reach, max: reach, noNaN: true }),
      y: fc.double({ min: -reach, max: reach, noNaN: true }),
      pressure: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { minLength: 1, maxLength: 60 },
  );

/** The farthest that any point of `b` lies from its point of `a`, and the most its pressure differs. */
function distance(a: readonly InkPoint[], b: readonly InkPoint[]) {
  const pairs = a.map((point, i) => [point, b[i] ?? { x: NaN, y: NaN, pressure: NaN }] as const);
  const most = (of: (p: InkPoint, q: InkPoint) => number): number =>
    Math.max(...pairs.map(([p, q]) => of(p, q)));
  return {
    place: most((p, q) => Math.max(Math.abs(p.x - q.x), Math.abs(p.y - q.y))),
    pressure: most((p, q) => Math.abs(p.pressure - q.pressure)),
  };
}

describe("ink", () => {
  test("on a page comes back within a 30,000th of the page", () => {
    fc.assert(
      fc.property(points(1.2), (stroke) => {
        const ink = decodeInk(encodeInk(stroke, "page"));
        expect(ink?.space).toBe("page");
        expect(ink?.points).toHaveLength(stroke.length);
        const { place, pressure } = distance(stroke, ink?.points ?? []);
        expect(place).toBeLessThanOrEqual(1 / 30_000);
        expect(pressure).toBeLessThanOrEqual(1 / 500);
      }),
    );
  });

  test("on the table comes back within a hundredth of a unit, however far away", () => {
    fc.assert(
      fc.property(fc.oneof(points(5000), points(1e9)), (stroke) => {
        const ink = decodeInk(encodeInk(stroke, "board"));
        expect(ink?.space).toBe("board");
        expect(distance(stroke, ink?.points ?? []).place).toBeLessThanOrEqual(1 / 100);
      }),
    );
  });

  test("encoded again is the very same bytes", () => {
    fc.assert(
      fc.property(points(2000), (stroke) => {
        const bytes = encodeInk(stroke, "board");
        expect(encodeInk(decodeInk(bytes)?.points ?? [], "board")).toEqual(bytes);
      }),
    );
  });

  test("of a hundred points written by a hand takes about four hundred bytes", () => {
    const stroke = Array.from({ length: 100 }, (_, i) => ({
      x: 0.2 + 0.003 * i,
      y: 0.5 + 0.02 * Math.sin(i / 6),
      pressure: 0.5,
    }));
    expect(encodeInk(stroke, "page").byteLength).toBeLessThan(510);
    expect(
      encodeInk(
        stroke.map((p) => ({ ...p, x: p.x * 500, y: p.y * 500 })),
        "board",
      ).byteLength,
    ).toBeLessThan(510);
  });

  test("from arbitrary bytes is a stroke of drawable points, or none", () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc
        .tuple(fc.constantFrom(0, 1, 2), fc.uint8Array({ maxLength: 200 }))
        .map(([space, rest]) => Uint8Array.of(1, space, ...rest)),
    );
    fc.assert(
      fc.property(bytes, (any) => {
        const ink = decodeInk(any);
        for (const { x, y, pressure } of ink?.points ?? []) {
          expect(Math.abs(x)).toBeLessThanOrEqual(1e9);
          expect(Math.abs(y)).toBeLessThanOrEqual(1e9);
          expect(pressure).toBeGreaterThanOrEqual(0);
          expect(pressure).toBeLessThanOrEqual(1);
        }
        expect(ink === undefined || ink.points.length > 0).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test("cut off in the middle of a point is no stroke", () => {
    const whole = encodeInk(
      [
        { x: 0.5, y: 0.5, pressure: 1 },
        { x: 0.6, y: 0.7, pressure: 0.5 },
      ],
      "page",
    );
    const read = Array.from({ length: whole.length + 1 }, (_, length) =>
      decodeInk(whole.subarray(0, length)),
    );
    expect(read.filter((ink) => ink !== undefined).map((ink) => ink.points.length)).toEqual([1, 2]);
  });

  test("leaves out points that are nowhere, and ends all the same", () => {
    const at = (x: number) => ({ x, y: 0.5, pressure: 0.5 });
    const stroke = [at(NaN), at(0.25), at(Infinity), at(-Infinity), at(0.75)];
    const xs = decodeInk(encodeInk(stroke, "page"))?.points.map(({ x }) => x);
    expect(xs).toEqual([0.25, 0.75]);
    expect(decodeInk(encodeInk([at(NaN)], "page"))).toBeUndefined();
    expect(decodeInk(encodeInk([at(1e300)], "board"))?.points[0]?.x).toBe(1e9);
    expect(
      decodeInk(encodeInk([{ ...at(0), pressure: NaN }], "page"))?.points[0]?.pressure,
    ).toBeCloseTo(0.5, 2);
  });

  test("holds the most points there may be, and no more", () => {
    const long = Array.from({ length: maxInkPoints + 5 }, (_, i) => ({ x: i, y: 0, pressure: 0 }));
    const bytes = encodeInk(long, "board");
    expect(decodeInk(bytes)?.points).toHaveLength(maxInkPoints);
    expect(decodeInk(Uint8Array.of(...bytes, 0, 0, 0))).toBeUndefined();
  });
});
