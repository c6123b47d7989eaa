/** Boxes onto sheets: nothing is lost, nothing runs off a sheet, and what belongs together stays together. */
import { describe, expect, test } from "vitest";
import { type Box, createFlow, fillColumns, heightOf, kept } from "../../client/export/boxes.ts";
import { clipLine, clipToOutline } from "../../client/export/clip-line.ts";

const frame = { x: 50, y: 40, w: 300, h: 100 };

function box(name: string, height: number, { before = 0, keep = false } = {}): Box {
  return { height, before, keep, paint: (draft, _x, y) => draft.anchor(name, y) };
}

/** Where each box came to stand: its sheet's number and how far below the sheet's frame begins. */
function placed(...groups: Box[][]): string[] {
  const flow = createFlow(frame);
  for (const group of groups) flow.place(group);
  return flow
    .finish()
    .sheets.flatMap(({ anchors }, i) =>
      anchors.map(({ name, y }) => `${name} ${i + 1}:${y - frame.y}`),
    );
}

describe("the flow", () => {
  test("goes on overleaf, and a gap at the top of a sheet falls away", () => {
    expect(
      placed([
        box("a", 60, { before: 9 }),
        box("b", 30, { before: 10 }),
        box("c", 50, { before: 10 }),
      ]),
    ).toEqual(["a 1:0", "b 1:70", "c 2:0"]);
  });

  test("a heading goes overleaf with what it heads, also when that is placed later", () => {
    expect(placed([box("a", 70)], [box("heading", 20, { keep: true })], [box("b", 30)])).toEqual([
      "a 1:0",
      "heading 2:0",
      "b 2:20",
    ]);
  });

  test("a group that no sheet can hold is torn, and still nothing is lost", () => {
    const group = kept(["a", "b", "c", "d"].map((name) => box(name, 40)));
    expect(placed([box("first", 30)], group)).toEqual([
      "first 1:0",
      "a 1:30",
      "b 2:0",
      "c 2:40",
      "d 3:0",
    ]);
  });

  test("a heading that nothing follows is placed all the same", () => {
    expect(placed([box("heading", 20, { keep: true })])).toEqual(["heading 1:0"]);
  });
});

describe("columns", () => {
  const lines = Array.from({ length: 7 }, (_, i) => box(`${i}`, 10, { before: i > 0 ? 2 : 0 }));

  test("are level where everything fits", () => {
    const { columns, rest } = fillColumns(lines, 2, 200);
    expect(columns.map((column) => column.length)).toEqual([4, 3]);
    expect(rest).toEqual([]);
  });

  test("are filled to the brim where not, and the rest comes back in order", () => {
    const { columns, rest } = fillColumns(lines, 2, 34);
    expect(columns.map((column) => column.length)).toEqual([3, 3]);
    expect(rest).toEqual(lines.slice(6));
    for (const column of columns) expect(heightOf(column)).toBeLessThanOrEqual(34);
  });

  test("do not tear apart what keeps together", () => {
    const [first, second, ...others] = lines;
    const together = [first, second].flatMap((one) => (one ? [one] : []));
    const { columns } = fillColumns(
      [...others.slice(0, 2), ...kept(together.slice(0, 1)), ...together.slice(1)],
      2,
      34,
    );
    expect(columns[1]?.length).toBe(2);
  });

  test("take one box at least, however high, so that the work goes on", () => {
    const { columns, rest } = fillColumns([box("high", 500), box("low", 5)], 2, 100);
    expect(columns[0]).toHaveLength(1);
    expect(rest.length + (columns[1]?.length ?? 0)).toBe(1);
  });
});

describe("ink on a crop", () => {
  const rect = { x: 0, y: 0, w: 10, h: 10 };
  const points = (...pairs: [number, number][]) => pairs.map(([x, y]) => ({ x, y }));

  test("is there inside of it and nowhere else", () => {
    expect(clipLine(points([-5, 5], [5, 5], [15, 5]), rect)).toEqual([
      points([0, 5], [5, 5], [10, 5]),
    ]);
    expect(clipLine(points([-5, 5], [-1, 5]), rect)).toEqual([]);
  });

  test("that leaves and comes back is two lines", () => {
    expect(clipLine(points([5, 5], [5, 15], [8, 15], [8, 5]), rect)).toEqual([
      points([5, 5], [5, 10]),
      points([8, 10], [8, 5]),
    ]);
  });

  test("that only crosses a corner is the piece across it", () => {
    expect(clipLine(points([-2, 4], [4, -2]), rect)).toEqual([points([0, 2], [2, 0])]);
  });

  test("a single touch stays a point", () => {
    expect(clipLine(points([3, 3]), rect)).toEqual([points([3, 3])]);
    expect(clipLine(points([30, 3]), rect)).toEqual([]);
  });

  test("with an outline is there within that alone, a bay cuts it in two", () => {
    const bay = points([0, 0], [10, 0], [10, 10], [5, 2], [0, 10]);
    expect(clipToOutline(points([-2, 5], [12, 5]), bay)).toEqual([
      points([0, 5], [3.125, 5]),
      points([6.875, 5], [10, 5]),
    ]);
    expect(clipToOutline(points([1, 1], [2, 1], [2, 2]), bay)).toEqual([
      points([1, 1], [2, 1], [2, 2]),
    ]);
    expect(clipToOutline(points([5, 8]), bay)).toEqual([]);
    expect(clipToOutline(points([1, 1]), bay)).toEqual([points([1, 1])]);
  });
});
