/** A PDF page is drawn at its scan's own resolution. */
import { describe, expect, test } from "vitest";
import {
  isPixelForPixel,
  lonePicture,
  type Operations,
  scanOn,
} from "../../client/papers/intake/worker/resolution.ts";

const names = {
  save: 1,
  restore: 2,
  transform: 3,
  paintFormXObjectBegin: 4,
  paintFormXObjectEnd: 5,
  paintImageXObject: 6,
  paintImageMaskXObject: 7,
  paintInlineImageXObject: 8,
};
const letter = 612 * 792;

const drawing = (...steps: readonly (readonly [number, unknown])[]): Operations => ({
  fnArray: steps.map(([fn]) => fn),
  argsArray: steps.map(([, args]) => args),
});
const scaledTo = (w: number, h: number) => [names.transform, [w, 0, 0, h, 0, 0]] as const;
const picture = (w: number, h: number) => [names.paintImageXObject, ["img", w, h]] as const;

describe("the resolution of a page", () => {
  test("a scan over the whole page gives it", () => {
    const page = drawing(scaledTo(612, 792), picture(1275, 1650));
    expect(scanOn(page, names, letter)?.density).toBeCloseTo(150 / 72);
  });

  test("a scan turned on its side gives the same", () => {
    const turned = [names.transform, [0, 792, -612, 0, 612, 0]] as const;
    const page = drawing(turned, picture(1650, 1275));
    expect(scanOn(page, names, letter)?.density).toBeCloseTo(150 / 72);
  });

  test("a scan inside forms and saved states is followed through", () => {
    const page = drawing(
      [names.save, null],
      scaledTo(0.5, 0.5),
      [names.paintFormXObjectBegin, [[2, 0, 0, 2, 0, 0], null]],
      scaledTo(612, 792),
      picture(2550, 3300),
      [names.paintFormXObjectEnd, null],
      [names.restore, null],
    );
    expect(scanOn(page, names, letter)?.density).toBeCloseTo(300 / 72);
  });

  test("a black and white scan kept as a stencil counts", () => {
    const page = drawing(scaledTo(612, 792), [
      names.paintImageMaskXObject,
      [{ width: 1700, height: 2200 }],
    ]);
    expect(scanOn(page, names, letter)?.density).toBeCloseTo(200 / 72);
  });

  test("a logo on a typed page does not", () => {
    const page = drawing(scaledTo(60, 40), picture(1200, 800));
    expect(scanOn(page, names, letter)).toBeUndefined();
    expect(scanOn(drawing(), names, letter)).toBeUndefined();
  });
});

describe("a page that is one picture", () => {
  const all = { ...names, dependency: 9 };
  const lone = (...steps: readonly (readonly [number, unknown])[]) =>
    lonePicture(drawing(...steps), all);
  const scan = [scaledTo(612, 792), picture(1275, 1650)] as const;

  test("is drawn from that, where it lies", () => {
    const page = lone([9, ["img"]], [1, null], [3, [0.5, 0, 0, 0.5, 10, 20]], ...scan, [2, null]);
    expect(page).toEqual({ name: "img", matrix: [306, 0, 0, 396, 10, 20] });
    expect(lone([1, null], [3, [2, 0, 0, 2, 0, 0]], [2, null], ...scan)?.matrix).toEqual([
      612, 0, 0, 792, 0, 0,
    ]);
  });

  test("is none when there is a second one, a form, a clip, a mask, words or nothing at all", () => {
    expect(lone(...scan, picture(10, 10))).toBeUndefined();
    for (const other of [4, 7, 8, 29, 44, 80]) {
      expect(lone([other, null], ...scan)).toBeUndefined();
      expect(lone(...scan, [other, null])).toBeUndefined();
    }
    expect(lone(scaledTo(1, 1))).toBeUndefined();
    expect(lone([6, null])).toBeUndefined();
  });
});

describe("a scan that is kept as it lies", () => {
  const scan = { w: 1275, h: 1650 };
  const upright = [1275, 0, 0, -1650, 0, 1650] as const;

  test("fills its page upright, pixel for pixel; a hair's breadth of rounding is none", () => {
    expect(isPixelForPixel(upright, scan, scan)).toBe(true);
    expect(isPixelForPixel([1274.8, 0, 0, -1650.3, 0.1, 1650.2], scan, scan)).toBe(true);
  });

  test("is none when it is turned, mirrored, cropped, moved, or shown at another size", () => {
    expect(isPixelForPixel([-1275, 0, 0, 1650, 1275, 0], scan, scan)).toBe(false);
    expect(isPixelForPixel([1275, 0, 0, 1650, 0, 0], scan, scan)).toBe(false);
    expect(isPixelForPixel([-1275, 0, 0, -1650, 1275, 1650], scan, scan)).toBe(false);
    expect(isPixelForPixel([1275, 3, -3, -1650, 0, 1650], scan, scan)).toBe(false);
    expect(isPixelForPixel([1275, 0, 0, -1650, 2, 1650], scan, scan)).toBe(false);
    expect(isPixelForPixel(upright, scan, { w: 1275, h: 1600 })).toBe(false);
    expect(isPixelForPixel(upright, { w: 2550, h: 3300 }, scan)).toBe(false);
    const square = { w: 1500, h: 1500 };
    expect(isPixelForPixel([0, 1500, 1500, 0, 0, 0], square, square)).toBe(false);
    expect(isPixelForPixel([Number.NaN, 0, 0, -1650, 0, 1650], scan, scan)).toBe(false);
  });
});
