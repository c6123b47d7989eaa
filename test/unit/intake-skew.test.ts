/** A scan's skew is told to a tenth of a degree, and nothing is turned that need not be. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lightness, type Raster } from "../../client/papers/intake/worker/pixels/raster.ts";
import * as skew from "../../client/papers/intake/worker/pixels/skew.ts";
import { drawn, jpegRaster, skewedScan } from "../fixtures/drawn-sheets.ts";

const findSkew = (page: Raster): number => skew.findSkew(lightness(page));
const losesInk = (page: Raster, degrees: number): boolean =>
  skew.losesInk(lightness(page), degrees);

describe("a scan that lies askew", () => {
  test("is told by how much, from -10 to 10 degrees", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.6, max: 10, noNaN: true }), fc.boolean(), (angle, left) => {
        const degrees = left ? -angle : angle;
        expect(Math.abs(findSkew(skewedScan(degrees)) - degrees)).toBeLessThan(0.15);
      }),
      { numRuns: 8 },
    );
  });

  test("is left alone where it is straight, or nearly", () => {
    for (const degrees of [0, 0.2, -0.25]) expect(findSkew(skewedScan(degrees))).toBe(0);
  });

  test("is not told from an empty page, a single slanting line, or scribble", () => {
    expect(findSkew(skewedScan(0, undefined, () => 0))).toBe(0);
    const line = (u: number, v: number): number => (Math.abs(v - 0.2 - u * 0.1) < 0.003 ? 0.9 : 0);
    expect(findSkew(skewedScan(0, undefined, line))).toBe(0);
    const scribble = drawn({ w: 600, h: 776 }, (x, y) => {
      const ring = Math.hypot(x - 300 + 40 * Math.sin(y * 0.03), y - 380) % 37;
      return ring < 2 && Math.hypot(x - 300, y - 380) < 220 ? [60, 60, 70] : [232, 230, 226];
    });
    expect(findSkew(scribble)).toBe(0);
  });

  test("is told of a ruled page that lies on its side too", () => {
    const upright = skewedScan(3, { w: 776, h: 600 }, (u, v) =>
      u > 0.1 && u < 0.9 && v > 0.1 && v < 0.9 && (u * 25) % 1 < 0.06 ? 0.4 : 0,
    );
    expect(findSkew(upright)).toBeGreaterThan(2.8);
    expect(findSkew(upright)).toBeLessThan(3.2);
    expect(
      findSkew(jpegRaster("test/fixtures/papers/photos/sideways-exif-6.jpg", 600, "width")),
    ).toBeCloseTo(0.4, 0);
  });

  test("loses nothing at the corners when it is turned straight, where there is writing", () => {
    expect(losesInk(skewedScan(8), 8)).toBe(false);
    const corner = (u: number, v: number): number => (u < 0.06 && v < 0.02 ? 0.9 : 0);
    const toTheEdge = drawn({ w: 600, h: 776 }, (x, y) => {
      const ink = corner(x / 600, y / 776);
      return [230 * (1 - ink), 230 * (1 - ink), 230 * (1 - ink)];
    });
    expect(losesInk(toTheEdge, 5)).toBe(true);
  });
});
