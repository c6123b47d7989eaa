import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inkTouches, simplifyInk, smoothInk } from "../../shared/geometry/ink-line.ts";

const unit = { w: 1000, h: 1300 };
const points = fc.array(
  fc.record({
    x: fc.double({ min: 0, max: 1, noNaN: true }),
    y: fc.double({ min: 0, max: 1, noNaN: true }),
    pressure: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  { minLength: 1, maxLength: 60 },
);

describe("thinning a line", () => {
  test("keeps its ends, and every point left out lies near what is kept", () => {
    fc.assert(
      fc.property(points, (line) => {
        const kept = simplifyInk(line, unit, 2);
        expect(kept[0]).toBe(line[0]);
        expect(kept.at(-1)).toBe(line.at(-1));
        for (const point of line) expect(inkTouches(kept, point, point, 2.001, unit)).toBe(true);
      }),
    );
  });

  test("tolerance counts the page's shape: the same fraction is longer down the page", () => {
    const bump = (dx: number, dy: number) => [
      { x: 0.1, y: 0.1, pressure: 0.5 },
      { x: 0.2 + dx, y: 0.2 + dy, pressure: 0.5 },
      { x: 0.3, y: 0.3, pressure: 0.5 },
    ];
    const wide = { w: 10_000, h: 1 };
    expect(simplifyInk(bump(0, 0.05), wide, 1)).toHaveLength(2);
    expect(simplifyInk(bump(0, 0.05), { w: 1, h: 10_000 }, 1)).toHaveLength(2);
    expect(simplifyInk(bump(0, 0.05), unit, 1)).toHaveLength(3);
  });
});

describe("smoothing a line", () => {
  test("keeps its ends and takes out a tremble", () => {
    const line = [0, 1, 0, 1, 0].map((y, x) => ({ x, y, pressure: 0.5 }));
    const smooth = smoothInk(line);
    expect(smooth[0]).toBe(line[0]);
    expect(smooth.at(-1)).toBe(line.at(-1));
    expect(smooth.slice(1, -1).map(({ y }) => y)).toEqual([0.5, 0.5, 0.5]);
  });
});

describe("touching a line", () => {
  test("a crossing counts even when no point is near", () => {
    const line = [
      { x: 0, y: 0.5 },
      { x: 1, y: 0.5 },
    ];
    expect(inkTouches(line, { x: 0.5, y: 0 }, { x: 0.5, y: 1 }, 0, unit)).toBe(true);
    expect(inkTouches(line, { x: 0.5, y: 0 }, { x: 0.5, y: 0.4 }, 100, unit)).toBe(false);
  });
});
