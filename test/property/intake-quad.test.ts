/** However a sheet lies in the photo, its four corners are found, and what is on it lands where it was. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findSheet } from "../../client/papers/intake/worker/pixels/find-sheet.ts";
import { flatten, homography, onQuad } from "../../client/papers/intake/worker/pixels/flatten.ts";
import {
  flatSize,
  inOrder,
  isSheet,
  mapQuad,
  type Quad,
  wholePicture,
} from "../../client/papers/intake/worker/pixels/quad.ts";
import { deskPhoto, drawn } from "../fixtures/drawn-sheets.ts";

const shift = fc.double({ min: -0.08, max: 0.08, noNaN: true });
const rough: Quad = [
  { x: 0.2, y: 0.15 },
  { x: 0.8, y: 0.15 },
  { x: 0.8, y: 0.85 },
  { x: 0.2, y: 0.85 },
];
const anyQuad = fc
  .array(shift, { minLength: 8, maxLength: 8 })
  .map((by) =>
    mapQuad(rough, ({ x, y }, i) => ({ x: x + (by[2 * i] ?? 0), y: y + (by[2 * i + 1] ?? 0) })),
  );

describe("a sheet of which the corners are known", () => {
  test("is found by itself within 1 % of the photo, wherever it lies", () => {
    fc.assert(
      fc.property(anyQuad, fc.nat(99), (quad, seed) => {
        const found = findSheet(deskPhoto(quad, { w: 480, h: 360 }, undefined, seed));
        expect(typeof found).toBe("object");
        (found as Quad).forEach(({ x, y }, i) => {
          expect(Math.abs(x - (quad[i]?.x ?? 0))).toBeLessThan(0.01);
          expect(Math.abs(y - (quad[i]?.y ?? 0))).toBeLessThan(0.01);
        });
      }),
      { numRuns: 25 },
    );
  });

  test("has its corners at the flat page's corners", () => {
    fc.assert(
      fc.property(anyQuad, (quad) => {
        const map = homography(quad);
        wholePicture.forEach((corner, i) => {
          const at = onQuad(map, corner);
          expect(at.x).toBeCloseTo(quad[i]?.x ?? 0, 9);
          expect(at.y).toBeCloseTo(quad[i]?.y ?? 0, 9);
        });
      }),
    );
  });

  test("keeps a mark where it is on the sheet", () => {
    fc.assert(
      fc.property(
        anyQuad,
        fc.record({
          x: fc.double({ min: 0.15, max: 0.85, noNaN: true }),
          y: fc.double({ min: 0.15, max: 0.85, noNaN: true }),
        }),
        (quad, mark) => {
          const size = { w: 200, h: 160 };
          const inPhoto = mapQuad(quad, ({ x, y }) => ({ x: x * size.w, y: y * size.h }));
          const at = onQuad(homography(inPhoto), mark);
          const photo = drawn(
            size,
            (x, y) => (Math.hypot(x - at.x, y - at.y) < 5 ? [0, 0, 0] : [255, 255, 255]),
            0,
          );
          const flat = flatten(photo, inPhoto, { w: 120, h: 120 });
          const dark = { x: 0, y: 0, n: 0 };
          for (let i = 0; i < flat.w * flat.h; i++)
            if ((flat.data[i * 4] ?? 255) < 128) {
              dark.x += (i % flat.w) + 0.5;
              dark.y += Math.floor(i / flat.w) + 0.5;
              dark.n++;
            }
          expect(dark.x / dark.n / 120).toBeCloseTo(mark.x, 1);
          expect(dark.y / dark.n / 120).toBeCloseTo(mark.y, 1);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("photographed by a camera comes out in its true shape, whatever the slant", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(11 / 8.5, Math.SQRT2, 8.5 / 11, 1),
        fc.double({ min: -0.5, max: 0.5, noNaN: true }),
        fc.double({ min: -0.5, max: 0.5, noNaN: true }),
        (shape, tip, lean) => {
          const size = { w: 4000, h: 3000 };
          const quad = seen(shape, tip, lean, size);
          const flat = flatSize(quad, size);
          expect(flat.h / flat.w / shape).toBeGreaterThan(0.9);
          expect(flat.h / flat.w / shape).toBeLessThan(1.1);
        },
      ),
    );
  });

  test("has its corners in one order, from whichever they are named", () => {
    fc.assert(
      fc.property(anyQuad, fc.nat(23), (quad, shuffle) => {
        const left = [...quad];
        const mixed = [4, 3, 2, 1].map((n) => left.splice(shuffle % n, 1)[0] ?? { x: 0, y: 0 });
        expect(inOrder(mixed)).toEqual(quad);
        expect(isSheet(quad)).toBe(true);
        expect(isSheet([quad[0], quad[2], quad[1], quad[3]])).toBe(false);
      }),
    );
  });
});

/** The corners that a camera of a phone's focal length sees of a sheet turned about two axes, in pixels. */
function seen(shape: number, tip: number, lean: number, size: { w: number; h: number }): Quad {
  const f = 0.75 * size.w;
  return mapQuad(wholePicture, ({ x, y }) => {
    const u = x - 0.5;
    const v = (y - 0.5) * shape;
    const [y1, z1] = [v * Math.cos(tip), v * Math.sin(tip)];
    const [x2, z2] = [
      u * Math.cos(lean) + z1 * Math.sin(lean),
      z1 * Math.cos(lean) - u * Math.sin(lean),
    ];
    const away = 2.2 + z2;
    return { x: size.w / 2 + (f * x2) / away, y: size.h / 2 + (f * y1) / away };
  });
}
