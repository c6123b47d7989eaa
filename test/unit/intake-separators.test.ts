/** Printed codes are read again, and nothing else is taken for one. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeCodes } from "../../client/papers/intake/codes.ts";
import { squaresOf } from "../../client/papers/intake/separators/printed-code.ts";
import { readSeparator } from "../../client/papers/intake/separators/read-separator.ts";
import { mayHaveCode } from "../../client/papers/intake/worker/pixels/find-code.ts";
import { lightness, type Raster } from "../../client/papers/intake/worker/pixels/raster.ts";
import { readCode } from "../../client/papers/intake/worker/read-code.ts";
import { seededRandom } from "../../shared/base/random.ts";
import { drawn, jpegRaster, skewedScan, worksheetInk } from "../fixtures/drawn-sheets.ts";

/** A page with a code of so many pixels' side, turned about its middle, on paper that is written on. */
function pageWith(
  squares: readonly (readonly boolean[])[],
  side: number,
  degrees: number,
  size = { w: 1200, h: 1553 },
): Raster {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const cell = side / squares.length;
  return drawn(size, (x, y) => {
    const dx = x - size.w / 2;
    const dy = y - size.h * 0.3;
    const row = Math.floor((dy * cos - dx * sin + side / 2) / cell);
    const column = Math.floor((dx * cos + dy * sin + side / 2) / cell);
    const margin = 4 * cell;
    const isNear = Math.abs(dx) < side / 2 + margin && Math.abs(dy) < side / 2 + margin;
    const ink = isNear ? 0 : worksheetInk(x / size.w, y / size.h);
    const value = squares[row]?.[column] ? 40 : 225 * (1 - ink);
    return [value, value, value];
  });
}

function halvedRaster({ data, w, h }: Raster): Raster {
  return drawn(
    { w: w >> 1, h: h >> 1 },
    (x, y) => {
      const at = (Math.floor(y) * 2 * w + Math.floor(x) * 2) * 4;
      const mean =
        ((data[at] ?? 0) +
          (data[at + 4] ?? 0) +
          (data[at + w * 4] ?? 0) +
          (data[at + w * 4 + 4] ?? 0)) /
        4;
      return [mean, mean, mean];
    },
    0,
  );
}

describe("codes on separator sheets", () => {
  test("are read from a scan, straight or askew, large or a label's size", () => {
    for (const [side, degrees] of [
      [490, 0],
      [490, 4],
      [150, 0],
      [150, -3],
    ] as const) {
      const separator = { is: side > 200 ? "cover" : "label", code: "K7M" } as const;
      const page = pageWith(squaresOf(separator), side, degrees);
      expect(mayHaveCode(lightness(halvedRaster(page)))).toBe(true);
      expect(readCode(page)).toEqual(separator);
    }
  });

  test("say the code of any paper, and are all of one size", () => {
    for (const code of makeCodes(40, new Set(), seededRandom(2))) {
      expect(squaresOf({ is: "cover", code })).toHaveLength(21);
      expect(readSeparator(`NB1:C:${code}`)).toEqual({ is: "cover", code });
    }
  });

  test("are ours alone: what other codes say parts nothing", () => {
    expect(readSeparator("https://example.org/NB1:C:K7M")).toBeUndefined();
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!/^NB1:[CL]:/.test(text));
        expect(readSeparator(text)).toBeUndefined();
      }),
    );
  });

  test("are not looked for on pages of writing", () => {
    expect(mayHaveCode(lightness(skewedScan(0)))).toBe(false);
    for (const name of ["sheet-on-a-desk", "sideways-exif-6"])
      expect(
        mayHaveCode(lightness(jpegRaster(`test/fixtures/papers/photos/${name}.jpg`, 600, "width"))),
      ).toBe(false);
    const empty = drawn({ w: 600, h: 776 }, () => [250, 250, 250]);
    expect(mayHaveCode(lightness(empty))).toBe(false);
    expect(readCode(empty)).toBeUndefined();
  });
});
