/** The reading view's hand and keys on two pages side by side, each 400 x 500 pixels. */
import { describe, expect, test } from "vitest";
import type { ToolPointer } from "../../client/canvas/hands.ts";
import type { RegionMark } from "../../client/canvas/page-marks.ts";
import { createStageHand } from "../../client/papers/reading/stage-hand.ts";
import { createStageKeys, type PressedKey } from "../../client/papers/reading/stage-keys.ts";
import {
  type Draft,
  type InkOnPage,
  noDraft,
  type ReadingTool,
  type StagePort,
} from "../../client/papers/reading/stage-port.ts";
import type { RegionShape } from "../../client/tools/outline-tool.ts";
import type { PageId, RegionId, StrokeId } from "../../shared/base/ids.ts";
import { type Area, areaAround, cornersOnPage } from "../../shared/geometry/polygon.ts";
import { type PageRect, type Point, pagePoint, pageRect } from "../../shared/geometry/rect.ts";
import type { QuarterTurn } from "../../shared/geometry/turned-page.ts";

const first = "page one" as PageId;
const second = "page two" as PageId;
const mark: RegionMark = {
  id: "region" as RegionId,
  rect: pageRect(0.5, 0.5, 0.25, 0.2),
  stances: ["notice"],
  index: 1,
};
const line: InkOnPage = {
  id: "stroke" as StrokeId,
  width: 0.004,
  points: [
    { x: 0.1, y: 0.1, pressure: 0.5 },
    { x: 0.1, y: 0.9, pressure: 0.5 },
  ],
};

function desk(
  tool: ReadingTool,
  selected?: RegionId,
  turn: QuarterTurn = 0,
  { shape = "box", regions = [mark] }: { shape?: RegionShape; regions?: RegionMark[] } = {},
) {
  const done: unknown[][] = [];
  const log = {
    draft: noDraft as Draft,
    hovered: undefined as string | undefined,
    selected,
    shape,
  };
  const port: StagePort = {
    tool: () => tool,
    pages: () => [
      {
        page: first,
        drawn: { x: 100, y: 50, w: 400, h: 500, turn },
        regions,
        strokes: [line],
      },
      { page: second, drawn: { x: 520, y: 50, w: 400, h: 500, turn: 0 }, regions: [], strokes: [] },
    ],
    selected: () => log.selected,
    show: (draft) => {
      log.draft = draft;
    },
    select: (region) => {
      log.selected = region;
      done.push(["select", region]);
    },
    hover: (region) => {
      log.hovered = region;
    },
    shape: () => log.shape,
    addRegion: ({ page, ...area }) => done.push(["region", page, ...shaped(area)]),
    redraw: (region, { page, ...area }) => done.push(["redraw", region, page, ...shaped(area)]),
    reshape: (region, rect) => done.push(["reshape", region, rounded(rect)]),
    addStroke: (page, kind, points) => done.push([kind, page, points.length]),
    eraserMode: () => "whole",
    erase: (strokes) => done.push(["erase", strokes.map(([id]) => id)]),
    pan: ({ x, y }) => done.push(["pan", x, y]),
  };
  return { port, done, log, hand: createStageHand(port), keys: createStageKeys(port) };
}

/** The rectangle, and the corners on the page where there is an outline. */
function shaped(area: Area): unknown[] {
  const corners = cornersOnPage(area);
  return corners ? [rounded(area.rect), places(corners)] : [rounded(area.rect)];
}

const places = (points: readonly Point[]): number[] =>
  points.flatMap(({ x, y }) => [x, y].map((n) => Math.round(n * 1000) / 1000));

const rounded = ({ x, y, w, h }: PageRect): number[] =>
  [x, y, w, h].map((n) => Math.round(n * 1000) / 1000);

function pointer(
  is: ToolPointer["is"],
  x: number,
  y: number,
  kind: ToolPointer["kind"] = "mouse",
): ToolPointer {
  return {
    is,
    pointer: 1,
    kind,
    button: "main",
    screen: { x, y },
    trail: [{ x, y, pressure: 0.5 }],
    shift: false,
    mod: false,
    alt: false,
    timeMs: 0,
    clicks: 1,
  };
}

function drag(hand: { pointer(event: ToolPointer): void }, ...way: [number, number][]): void {
  const [from, ...rest] = way;
  const to = way.at(-1);
  if (!from || !to) return;
  hand.pointer(pointer("down", ...from));
  for (const point of rest) hand.pointer(pointer("move", ...point));
  hand.pointer(pointer("up", ...to));
}

describe("the hand", () => {
  test("marks a region on the page where it began, also when it ends beside it", () => {
    const { hand, done } = desk("region");
    drag(hand, [720, 300], [800, 400], [2000, 2000]);
    expect(done).toEqual([["region", second, [0.5, 0.5, 0.5, 0.5]]]);
  });

  test("shows what it draws until it lifts", () => {
    const { hand, log } = desk("region");
    hand.pointer(pointer("down", 120, 60));
    hand.pointer(pointer("move", 300, 300));
    expect(log.draft.region?.page).toBe(first);
    hand.pointer(pointer("up", 300, 300));
    expect(log.draft).toEqual({});
  });

  test("a click on a region chooses it, with the region tool as with the select tool", () => {
    for (const tool of ["region", "select"] as const) {
      const { hand, done } = desk(tool);
      drag(hand, [320, 320]);
      expect(done).toEqual([["select", mark.id]]);
    }
  });

  test("a drag with the select tool moves the view and chooses nothing", () => {
    const { hand, done } = desk("select");
    drag(hand, [320, 320], [340, 330]);
    expect(done).toEqual([
      ["pan", 20, 10],
      ["pan", 0, 0],
    ]);
  });

  test("the corner of the chosen region resizes it; its middle moves it with the select tool only", () => {
    const corner: [number, number] = [400, 400];
    const middle: [number, number] = [350, 350];
    const resized = desk("region", mark.id as RegionId);
    drag(resized.hand, corner, [440, 425]);
    expect(resized.done).toEqual([["reshape", mark.id, [0.5, 0.5, 0.35, 0.25]]]);
    const moved = desk("select", mark.id as RegionId);
    drag(moved.hand, middle, [390, 350]);
    expect(moved.done).toEqual([["reshape", mark.id, [0.6, 0.5, 0.25, 0.2]]]);
    const drawn = desk("region", mark.id as RegionId);
    drag(drawn.hand, middle, [390, 380]);
    expect(drawn.done[0]?.[0]).toBe("region");
  });

  test("on a turned page marks land where they are seen, and its own corners are taken", () => {
    // A quarter to the right: the page's top edge is seen at the right, its left edge at the top.
    const drawn = desk("region", undefined, 90);
    drag(drawn.hand, [100, 50], [180, 300]);
    expect(drawn.done).toEqual([["region", first, [0, 0.8, 0.5, 0.2]]]);
    // The region's own right and bottom edges are seen at its bottom and its left.
    const resized = desk("region", mark.id as RegionId, 90);
    drag(resized.hand, [220, 425], [180, 475]);
    expect(resized.done).toEqual([["reshape", mark.id, [0.5, 0.5, 0.35, 0.3]]]);
  });

  test("the pen draws on the page under it, and keeps its ink on the paper", () => {
    const { hand, done, log } = desk("pen");
    hand.pointer(pointer("down", 480, 100, "pen"));
    hand.pointer(pointer("move", 700, 300, "pen"));
    expect(log.draft.ink?.page).toBe(first);
    expect(log.draft.ink?.points.at(-1)?.x).toBe(1);
    hand.pointer(pointer("up", 700, 300, "pen"));
    expect(done).toEqual([["pen", first, 2]]);
  });

  test("the eraser takes the stroke it crosses and fades it before", () => {
    const { hand, done, log } = desk("eraser");
    hand.pointer(pointer("down", 110, 300));
    hand.pointer(pointer("move", 200, 300));
    expect([...(log.draft.erasing ?? [])]).toEqual([[line.id, "whole"]]);
    hand.pointer(pointer("up", 200, 300));
    expect(done).toEqual([["erase", [line.id]]]);
  });

  test("a second finger or Escape takes back what is half drawn", () => {
    const { hand, done, log } = desk("pen");
    hand.pointer(pointer("down", 200, 200));
    hand.pointer(pointer("move", 260, 260));
    hand.pointer(pointer("cancel", 260, 260));
    hand.pointer(pointer("up", 260, 260));
    expect(done).toEqual([]);
    expect(log.draft).toEqual({});
  });

  test("a finger moves the view with the select tool, draws with the pen, and no longer once a pen was seen", () => {
    const touch = pointer("down", 200, 200, "touch");
    expect(desk("select").hand.decide(touch, false)).toBe("wait");
    const { hand } = desk("pen");
    expect(hand.decide(touch, false)).toBe("tool");
    drag(hand, [200, 200]);
    hand.pointer(pointer("down", 200, 200, "pen"));
    hand.pointer(pointer("up", 200, 200, "pen"));
    expect(hand.decide(touch, false)).toBe("wait");
    expect(hand.decide(pointer("down", 10, 10), true)).toBe("pan");
  });

  test("a pointer over a region brings it forward", () => {
    const { hand, log } = desk("region");
    hand.pointer(pointer("move", 320, 320));
    expect(log.hovered).toBe(mark.id);
    hand.left();
    expect(log.hovered).toBeUndefined();
  });
});

describe("the keys", () => {
  const key = (name: string, more: { shiftKey?: boolean; altKey?: boolean } = {}) => ({
    key: name,
    shiftKey: false,
    altKey: false,
    ...more,
  });

  test("draw a region: arrows, Enter, arrows, Enter", () => {
    const { keys, done } = desk("region");
    keys.aim(first, pagePoint(0.5, 0.5));
    expect(keys.at()).toBe("aiming");
    keys.press(key("ArrowLeft", { shiftKey: true }));
    keys.press(key("Enter"));
    expect(keys.at()).toBe("stretching");
    keys.press(key("ArrowDown"));
    keys.press(key("Enter"));
    expect(done).toEqual([["region", first, [0.35, 0.5, 0.15, 0.174]]]);
    expect(keys.at()).toBe("nothing");
  });

  test("over the edge of a page the cross goes on to the page beside it", () => {
    const { keys, log } = desk("region");
    keys.aim(first, pagePoint(0.99, 0.5));
    keys.press(key("ArrowRight"));
    keys.press(key("ArrowRight"));
    expect(log.draft.aim).toEqual({ page: second, point: pagePoint(0, 0.5) });
    keys.press(key("ArrowUp"));
    expect(log.draft.aim?.page).toBe(second);
  });

  test("move and resize a region, and Escape leaves it as it was", () => {
    const { keys, done, log } = desk("region");
    keys.take(mark.id as RegionId);
    keys.press(key("ArrowRight", { shiftKey: true }));
    keys.press(key("ArrowDown", { altKey: true, shiftKey: true }));
    expect(log.draft.reshape?.region).toBe(mark.id);
    keys.press(key("Enter"));
    expect(done).toEqual([["reshape", mark.id, [0.65, 0.5, 0.25, 0.32]]]);
    keys.take(mark.id as RegionId);
    keys.press(key("ArrowRight"));
    expect(keys.cancel()).toBe(true);
    expect(done).toHaveLength(1);
    expect(log.draft).toEqual({});
  });

  test("on a turned page move and resize as it is seen", () => {
    const { keys, done } = desk("region", undefined, 90);
    keys.take(mark.id as RegionId);
    keys.press(key("ArrowRight", { shiftKey: true }));
    keys.press(key("ArrowDown", { altKey: true, shiftKey: true }));
    keys.press(key("ArrowRight", { altKey: true, shiftKey: true }));
    keys.press(key("Enter"));
    // 60 pixels are 0.15 of the page's own height and 0.12 of its own width.
    expect(done).toEqual([["reshape", mark.id, [0.5, 0.2, 0.37, 0.35]]]);
  });

  test("leave keys alone that are not theirs", () => {
    const { keys } = desk("region");
    expect(keys.press(key("ArrowRight"))).toBe(false);
    keys.aim(first, pagePoint(0.5, 0.5));
    expect(keys.press(key("x"))).toBe(false);
  });
});

describe("an outline", () => {
  const shape = { shape: "polygon" } as const;
  const click = (hand: { pointer(event: ToolPointer): void }, x: number, y: number): void =>
    drag(hand, [x, y]);
  const outlined: RegionMark = {
    ...mark,
    ...areaAround([pagePoint(0.5, 0.5), pagePoint(0.75, 0.5), pagePoint(0.5, 0.7)]),
  };

  test("is set corner by corner, also in the frame of another mark, and a double click closes it", () => {
    const { hand, done, log } = desk("region", mark.id as RegionId, 0, shape);
    click(hand, 340, 350);
    click(hand, 400, 300);
    hand.pointer(pointer("move", 350, 350));
    expect(log.draft.outline?.points).toHaveLength(3);
    click(hand, 300, 400);
    click(hand, 301, 400);
    expect(done).toEqual([
      ["region", first, [0.5, 0.5, 0.25, 0.2], [0.6, 0.6, 0.75, 0.5, 0.5, 0.7]],
    ]);
    expect(log.draft).toEqual({});
  });

  test("goes on upon the page where it began, and Enter closes it, Backspace takes a corner back", () => {
    const { hand, done } = desk("region", undefined, 0, shape);
    expect(hand.key("Enter")).toBe(false);
    click(hand, 300, 300);
    click(hand, 2000, 300);
    click(hand, 300, 400);
    click(hand, 250, 350);
    expect(hand.key("Backspace")).toBe(true);
    expect(hand.key("Enter")).toBe(true);
    expect(done).toEqual([["region", first, [0.5, 0.5, 0.5, 0.2], [0.5, 0.5, 1, 0.5, 0.5, 0.7]]]);
  });

  test("is dropped by Escape, and by taking back its only corner", () => {
    const { hand, done, log } = desk("region", undefined, 0, shape);
    click(hand, 300, 300);
    expect(hand.cancel()).toBe(true);
    click(hand, 300, 300);
    hand.key("Backspace");
    expect(hand.cancel()).toBe(false);
    expect(log.draft).toEqual({});
    expect(done).toEqual([]);
  });

  test("follows the hand in one line, with a finger as with a pen", () => {
    for (const kind of ["touch", "pen"] as const) {
      const { hand, done } = desk("region", undefined, 0, { shape: "free" });
      hand.pointer(pointer("down", 150, 100, kind));
      for (const [x, y] of [
        [250, 100],
        [250, 200],
        [150, 200],
      ] as const) {
        hand.pointer(pointer("move", x, y, kind));
      }
      hand.pointer(pointer("up", 150, 200, kind));
      expect(done[0]?.slice(0, 3)).toEqual(["region", first, [0.125, 0.1, 0.25, 0.2]]);
    }
  });

  test("on a turned page lands where it is seen", () => {
    const { hand, done } = desk("region", undefined, 90, shape);
    for (const [x, y] of [
      [300, 300],
      [400, 300],
      [400, 400],
      [300, 300],
    ] as const) {
      click(hand, x, y);
    }
    expect(done[0]?.[3]).toEqual([0.5, 0.5, 0.5, 0.25, 0.7, 0.25]);
  });

  test("has corners that are pulled one by one; its inside is taken as a whole, its bay is not it", () => {
    const id = mark.id as RegionId;
    const pulled = desk("region", id, 0, { regions: [outlined] });
    drag(pulled.hand, [300, 400], [320, 450]);
    expect(pulled.done).toEqual([
      ["redraw", id, first, [0.5, 0.5, 0.25, 0.3], [0.5, 0.5, 0.75, 0.5, 0.55, 0.8]],
    ]);
    const moved = desk("select", id, 0, { regions: [outlined] });
    drag(moved.hand, [330, 330], [370, 330]);
    expect(moved.done).toEqual([["reshape", id, [0.6, 0.5, 0.25, 0.2]]]);
    const beside = desk("select", undefined, 0, { regions: [outlined] });
    drag(beside.hand, [390, 390]);
    expect(beside.done).toEqual([["select", undefined]]);
    drag(beside.hand, [330, 330]);
    expect(beside.done.at(-1)).toEqual(["select", id]);
  });

  test("a touch of a corner without a pull changes nothing", () => {
    const { hand, done } = desk("region", mark.id as RegionId, 0, { regions: [outlined] });
    drag(hand, [302, 399], [303, 399]);
    expect(done).toEqual([]);
  });

  test("by keys goes from corner to corner, for a drawn line too, and N takes one of them later", () => {
    const press = (
      keys: { press(event: PressedKey): boolean },
      ...names: readonly string[]
    ): void => {
      for (const name of names) {
        expect(keys.press({ key: name, shiftKey: name !== "n", altKey: false })).toBe(true);
      }
    };
    for (const by of ["polygon", "free"] as const) {
      const { keys, done } = desk("region", undefined, 0, { shape: by });
      keys.aim(first, pagePoint(0.5, 0.5));
      expect(keys.at()).toBe("outlining");
      press(keys, "Enter", "ArrowRight", "Enter", "ArrowDown", "Enter", "Enter");
      expect(done).toEqual([
        ["region", first, [0.5, 0.5, 0.15, 0.12], [0.5, 0.5, 0.65, 0.5, 0.65, 0.62]],
      ]);
      expect(keys.at()).toBe("nothing");
    }
    const { keys, done } = desk("region", mark.id as RegionId, 0, { regions: [outlined] });
    keys.take(mark.id as RegionId);
    expect(keys.at()).toBe("reshapingOutline");
    press(keys, "n", "n", "ArrowUp", "n", "n", "ArrowLeft", "Enter");
    expect(done).toEqual([
      ["redraw", mark.id, first, [0.35, 0.38, 0.25, 0.32], [0.35, 0.5, 0.6, 0.38, 0.35, 0.7]],
    ]);
  });
});
