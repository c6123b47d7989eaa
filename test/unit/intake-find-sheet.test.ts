/** The sheet in a photo is found where it lies, or not at all. */
import { describe, expect, test } from "vitest";
import { findSheet } from "../../client/papers/intake/worker/pixels/find-sheet.ts";
import { flatten } from "../../client/papers/intake/worker/pixels/flatten.ts";
import { flatSize, mapQuad, type Quad } from "../../client/papers/intake/worker/pixels/quad.ts";
import { lightness } from "../../client/papers/intake/worker/pixels/raster.ts";
import { findSkew } from "../../client/papers/intake/worker/pixels/skew.ts";
import { deskPhoto, drawn, jpegRaster, skewedScan } from "../fixtures/drawn-sheets.ts";

const desk = "test/fixtures/papers/photos/sheet-on-a-desk.jpg";
const lying: Quad = [
  { x: 0.22, y: 0.1 },
  { x: 0.74, y: 0.06 },
  { x: 0.83, y: 0.92 },
  { x: 0.14, y: 0.9 },
];

describe("the sheet in a photo", () => {
  test("is found on a desk of wood to a few pixels, and is of Letter's shape when flat", () => {
    const found = findSheet(jpegRaster(desk, 800));
    if (typeof found === "string") throw new Error(found);
    const inPhoto = mapQuad(found, ({ x, y }) => ({ x: x * 2000, y: y * 1500 }));
    const corners: readonly (readonly [number, number])[] = [
      [420, 130],
      [1500, 60],
      [1720, 1420],
      [250, 1380],
    ];
    inPhoto.forEach(({ x, y }, i) => {
      expect(Math.hypot(x - (corners[i]?.[0] ?? 0), y - (corners[i]?.[1] ?? 0))).toBeLessThan(4);
    });
    const flat = flatSize(inPhoto, { w: 2000, h: 1500 });
    expect(flat.h / flat.w).toBeCloseTo(11 / 8.5, 2);
    const photo = jpegRaster(desk, 2000);
    const page = flatten(photo, inPhoto, { w: 600, h: 776 });
    // The lines on this sheet stand half a degree askew on the paper itself.
    expect(Math.abs(findSkew(lightness(page)))).toBeLessThan(1);
    // No desk is left at the edges.
    for (const at of [0, 599, 775 * 600, 776 * 600 - 1])
      expect(page.data[at * 4 + 2]).toBeGreaterThan(90);
  });

  test.each<{ readonly name: string; readonly colour: readonly [number, number, number] }>([
    { name: "dark wood", colour: [60, 42, 30] },
    { name: "light wood", colour: [196, 164, 120] },
    { name: "grey plastic", colour: [140, 142, 145] },
    { name: "a blue cloth", colour: [60, 90, 190] },
  ])("is found on $name", ({ colour }) => {
    const found = findSheet(deskPhoto(lying, undefined, colour));
    if (typeof found === "string") throw new Error(found);
    found.forEach(({ x, y }, i) => {
      expect(Math.abs(x - (lying[i]?.x ?? 0))).toBeLessThan(0.008);
      expect(Math.abs(y - (lying[i]?.y ?? 0))).toBeLessThan(0.008);
    });
  });

  test("is not guessed at: on a white table, cut off on two sides, or where there is none", () => {
    expect(typeof findSheet(deskPhoto(lying, undefined, [228, 227, 222]))).toBe("string");
    const [, , c] = lying;
    const cut: Quad = [{ x: -0.2, y: -0.2 }, { x: 0.8, y: -0.2 }, c, { x: -0.2, y: 0.9 }];
    expect(typeof findSheet(deskPhoto(cut))).toBe("string");
    const cloth = drawn({ w: 400, h: 300 }, (x, y) => {
      const weave = 60 + 50 * Math.sin(x * 0.9) * Math.sin(y * 0.7);
      return [weave, weave, weave];
    });
    expect(findSheet(cloth)).toBe("unsure");
    const round = drawn({ w: 400, h: 300 }, (x, y) =>
      Math.hypot(x - 200, y - 150) < 110 ? [230, 230, 225] : [70, 50, 40],
    );
    expect(findSheet(round)).toBe("unsure");
  });

  test("fills a scan: there is nothing to cut off", () => {
    expect(findSheet(skewedScan(0))).toBe("whole");
    expect(findSheet(jpegRaster("test/fixtures/papers/photos/sideways-exif-6.jpg", 800))).toBe(
      "whole",
    );
  });
});
