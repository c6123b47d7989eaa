/** Every page has its place on the contact sheet, and every point of the sheet leads to one. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  cellAt,
  cellBeside,
  cellsInView,
  gridFor,
  markAt,
  placeAt,
  sheetHeight,
} from "../../client/papers/intake/contact/sheet-layout.ts";

const width = fc.integer({ min: 200, max: 2400 });
const count = fc.integer({ min: 1, max: 400 });

describe("the contact sheet's cells", () => {
  test("that are drawn are those in view and few more, however many pages there are", () => {
    fc.assert(
      fc.property(
        width,
        count,
        fc.nat(20_000),
        fc.integer({ min: 200, max: 1400 }),
        (w, n, top, h) => {
          const grid = gridFor(w);
          const { from, to } = cellsInView(grid, n, top, h);
          for (let i = 0; i < n; i++) {
            const { y } = cellAt(grid, i);
            const isSeen = y + grid.cell.h > top && y < top + h;
            expect(!isSeen || (i >= from && i < to)).toBe(true);
          }
          expect(to - from).toBeLessThanOrEqual(grid.columns * (Math.ceil(h / grid.cell.h) + 4));
        },
      ),
    );
  });

  test("lie beside each other within the sheet, and do not overlap", () => {
    fc.assert(
      fc.property(width, count, (w, n) => {
        const grid = gridFor(w);
        const seen = new Set<string>();
        for (let i = 0; i < n; i++) {
          const { x, y } = cellAt(grid, i);
          seen.add(`${x} ${y}`);
          expect(x + grid.cell.w).toBeLessThanOrEqual(Math.max(w, grid.cell.w));
          expect(y + grid.cell.h).toBeLessThanOrEqual(sheetHeight(grid, n));
        }
        expect(seen.size).toBe(n);
      }),
    );
  });

  test("are parted where a hand points: left of a page's middle before it, right of it behind it", () => {
    fc.assert(
      fc.property(width, count, fc.nat(399), (w, n, which) => {
        const grid = gridFor(w);
        const i = which % n;
        const { x, y } = cellAt(grid, i);
        const middle = (grid.gap + grid.cell.w) / 2;
        expect(placeAt(grid, n, { x: x + middle - 10, y: y + 50 })).toEqual({
          before: i,
          side: "next",
        });
        expect(placeAt(grid, n, { x: x + middle + 10, y: y + 50 })).toEqual({
          before: i + 1,
          side: "previous",
        });
        expect(placeAt(grid, n, { x: x + 2, y: y + 50 })).toEqual({ before: i, side: "previous" });
      }),
    );
  });

  test("have a place for any point, marked on the sheet", () => {
    fc.assert(
      fc.property(
        width,
        count,
        fc.integer({ min: -50, max: 3000 }),
        fc.integer({ min: -50, max: 90_000 }),
        (w, n, x, y) => {
          const grid = gridFor(w);
          const place = placeAt(grid, n, { x, y });
          expect(place.before >= 0 && place.before <= n).toBe(true);
          const mark = markAt(grid, place);
          expect(mark.y).toBeLessThanOrEqual(sheetHeight(grid, n));
          expect(mark.x).toBeLessThanOrEqual(grid.columns * grid.cell.w + grid.gap);
        },
      ),
    );
  });

  test("are reached by arrow keys, never beyond the first and last", () => {
    const grid = gridFor(136 * 4 + 24);
    expect(cellBeside(grid, 10, 5, "ArrowDown")).toBe(9);
    expect(cellBeside(grid, 10, 7, "ArrowDown")).toBe(7);
    expect(cellBeside(grid, 10, 0, "ArrowLeft")).toBe(0);
    expect(cellBeside(grid, 10, 3, "End")).toBe(9);
    expect(cellBeside(grid, 10, 3, "x")).toBeUndefined();
  });
});
