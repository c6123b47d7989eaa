/** The reading view's hand and keys on two pages side by side, each 400 x 500 pixels. */
import { describe, expect, test } from "vitest";
import type { ToolPointer } from "../../client/canvas/hands.ts";
import type { RegionMark } from "../../client/canvas/page-marks.ts";
import { createStageHand } from "../../client/papers/reading/stage-hand.ts";
import { createStageKeys } from "../../client/papers/reading/stage-keys.ts";
import {
  type Draft,
  type InkOnPage,
  noDraft,
  type ReadingTool,
  type StagePort,
} from "../../client/papers/reading/stage-port.ts";
import type { PageId, RegionId, StrokeId } from "../../shared/base/ids.ts";
import { type PageRect, pagePoint, pageRect } from "../../shared/geometry/rect.ts";

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

function desk(tool: ReadingTool, selected?: RegionId) {
  const done: unknown[][] = [];
  const log = { draft: noDraft as Draft, hovered: undefined as string | undefined, selected };
  const port: StagePort = {
    tool: () => tool,
    pages: () => [
      { page: first, drawn: { x: 100, y: 50, w: 400, h: 500 }, regions: [mark], strokes: [line] },
      { page: second, drawn: { x: 520, y: 50, w: 400, h: 500 }, regions: [], strokes: [] },
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
    addRegion: (page, rect) => done.push(["region", page, rounded(rect)]),
    reshape: (region, rect) => done.push(["reshape", region, rounded(rect)]),
    addStroke: (page, kind, points) => done.push([kind, page, points.length]),
    erase: (strokes) => done.push(["erase", strokes]),
    pan: ({ x, y }) => done.push(["pan", x, y]),
  };
  return { port, done, log, hand: createStageHand(port), keys: createStageKeys(port) };
}

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
    expect([...(log.draft.doomed ?? [])]).toEqual([line.id]);
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

  test("leave keys alone that are not theirs", () => {
    const { keys } = desk("region");
    expect(keys.press(key("ArrowRight"))).toBe(false);
    keys.aim(first, pagePoint(0.5, 0.5));
    expect(keys.press(key("x"))).toBe(false);
  });
});
