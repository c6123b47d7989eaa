/** A turned page in the file of a report: picture, ink and marks lie on each other as they do on the board. */
import { describe, expect, test } from "vitest";
import { figureBox } from "../../client/export/figures.ts";
import { imageOperators, inkOperators } from "../../client/export/pdf-paint.ts";
import type { Mark, Tag } from "../../client/export/sheets.ts";
import type { BlobHash } from "../../shared/base/ids.ts";
import { areaAround } from "../../shared/geometry/polygon.ts";
import { type Point, pagePoint, pageRect, type Rect } from "../../shared/geometry/rect.ts";
import {
  fromPage,
  pageAround,
  type QuarterTurn,
  rectFromPage,
  turnedSize,
} from "../../shared/geometry/turned-page.ts";
import { facesFor } from "../fixtures/faces.ts";

const turns: readonly QuarterTurn[] = [0, 90, 180, 270];
const near = ({ x, y }: Point) => ({ x: expect.closeTo(x), y: expect.closeTo(y) });
const numbers = (operators: string): number[] =>
  (operators.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);

describe.each(turns)("a page turned by %i degrees", (turn) => {
  const drawn = { x: 50, y: 70, w: 400, h: 300, turn };

  test("has its picture's corners where its own corners are", () => {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers(imageOperators("", drawn));
    // In a PDF a picture fills the square from 0 to 1, its first row at 1.
    const placed = ({ x, y }: Point): Point => ({ x: a * x + c * y + e, y: b * x + d * y + f });
    for (const corner of [pagePoint(0, 0), pagePoint(1, 0), pagePoint(1, 1), pagePoint(0, 1)]) {
      expect(placed({ x: corner.x, y: 1 - corner.y })).toEqual(fromPage(corner, drawn));
    }
  });

  test("has its ink where it was written, as wide as there", () => {
    const points = [
      { x: 0.25, y: 0.5, pressure: 0.5 },
      { x: 0.75, y: 0.5, pressure: 0.5 },
    ];
    const ink = { tool: "pen", colour: "ink", width: 0.01, points } as const;
    const line = inkOperators(
      { is: "ink", tag: undefined, ink, page: drawn, within: drawn },
      "Pen",
    );
    const from = fromPage(pagePoint(0.25, 0.5), drawn);
    const to = fromPage(pagePoint(0.75, 0.5), drawn);
    expect(line).toContain(`${from.x} ${from.y} m`);
    expect(line).toContain(`${to.x} ${to.y} l`);
    expect(line).toContain(`${0.01 * turnedSize(drawn, turn).w} w`);
  });

  test("is cut to the shape of its region, and marks on it stand in the region's place", async () => {
    const hash = "a".repeat(64) as BlobHash;
    const size = turnedSize({ w: 600, h: 800 }, turn);
    const image = { tiers: [{ w: 600, h: 800, hash }], size, turn };
    const part = pageRect(0.5, 0.25, 0.25, 0.125);
    const checkStates = { checked: "", unchecked: "" };
    const setting = { faces: await facesFor("1"), anchors: new Set<string>(), checkStates };
    const of = (crop: typeof part | undefined): { readonly rect: Rect; readonly marks: Mark[] } => {
      const marks: Mark[] = [];
      const regions = [
        { rect: part, number: undefined, stance: "plain", notes: [], tags: undefined, citedBy: [] },
      ] as const;
      const figure = { image, crop, alt: "", ink: [], regions, imageMissing: "" };
      const within: Tag = { is: "Sect", within: undefined };
      const box = figureBox(setting, figure, { width: 120, within });
      box.paint({ add: (mark) => void marks.push(mark), anchor() {}, bookmark() {} }, 10, 20);
      return { rect: { x: 10, y: 20, w: 120, h: box.height }, marks };
    };
    const whole = of(undefined);
    expect(whole.rect.h / whole.rect.w).toBeCloseTo(size.h / size.w);
    const region = whole.marks.findLast(({ is }) => is === "shape") as Extract<
      Mark,
      { is: "shape" }
    >;
    expect(region.rect).toEqual(rectFromPage(part, { ...whole.rect, turn }));
    const cut = of(part);
    const shape = turnedSize({ w: 0.25 * 600, h: 0.125 * 800 }, turn);
    expect(cut.rect.h / cut.rect.w).toBeCloseTo(shape.h / shape.w);
    const framed = cut.marks.findLast(({ is }) => is === "shape") as Extract<Mark, { is: "shape" }>;
    for (const side of ["x", "y", "w", "h"] as const) {
      expect(framed.rect[side]).toBeCloseTo(cut.rect[side]);
    }
  });

  test("is cut to the outline of its region: the picture, the ink and the line around", async () => {
    const image = { tiers: [], size: turnedSize({ w: 600, h: 800 }, turn), turn };
    const setting = {
      faces: await facesFor("1"),
      anchors: new Set<string>(),
      checkStates: { checked: "", unchecked: "" },
    };
    const ink = { tool: "pen", colour: "ink", width: 0.01, points: [] } as const;
    const corners = [pagePoint(0.5, 0.25), pagePoint(0.75, 0.25), pagePoint(0.5, 0.375)];
    const { rect: crop, outline } = areaAround(corners);
    const figure = { image, crop, outline, alt: "", ink: [ink], regions: [], imageMissing: "" };
    const box = figureBox(setting, figure, {
      width: 120,
      within: { is: "Sect", within: undefined },
    });
    const marks: Mark[] = [];
    box.paint({ add: (mark) => void marks.push(mark), anchor() {}, bookmark() {} }, 10, 20);
    const page = pageAround(crop, { x: 10, y: 20, w: 120, h: box.height }, turn);
    const seen = corners.map((corner) => fromPage(corner, page));
    expect(marks.map((mark) => [mark.is, "outline" in mark && mark.outline])).toEqual([
      ["image", outline],
      ["ink", seen.map(near)],
      ["shape", seen.map(near)],
    ]);
  });
});
