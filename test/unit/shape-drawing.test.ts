import { describe, expect, test } from "vitest";
import {
  distanceTo,
  gapsOf,
  headOf,
  lineTouches,
  pathData,
  pointOn,
} from "../../client/board/shapes/line-drawing.ts";
import { hitShape, isSwept, type ShownShape } from "../../client/board/shapes/shape-hit.ts";
import type { LinePath } from "../../shared/board/connectors.ts";

const straight: LinePath = { from: { x: 0, y: 0 }, over: { x: 50, y: 0 }, to: { x: 100, y: 0 } };
const bent: LinePath = { from: { x: 0, y: 0 }, over: { x: 50, y: 60 }, to: { x: 100, y: 0 } };

describe("how a line is drawn", () => {
  test("it goes half of the way to its control point", () => {
    expect(pointOn(bent, 0.5)).toEqual({ x: 50, y: 30 });
    expect(pathData(bent, { x: -10, y: -20 })).toBe("M10 20Q60 80 110 20");
  });

  test("a head points the way the line arrives, and is no longer than a short line", () => {
    const [left, tip, right] = headOf(straight, 4);
    expect(tip).toEqual(straight.to);
    expect(left.x).toBeLessThan(tip.x);
    expect(left.y).toBeCloseTo(-right.y);
    const short: LinePath = { from: { x: 0, y: 0 }, over: { x: 5, y: 0 }, to: { x: 10, y: 0 } };
    expect(headOf(short, 4)[0].x).toBeGreaterThan(0);
  });

  // A board with shapes of a million units once took minutes to draw.
  test("the gaps of an outline grow with it, so that there are never too many", () => {
    const period = (gaps: readonly number[]): number => gaps.reduce((sum, gap) => sum + gap, 0);
    for (const dash of ["dashed", "dotted"] as const) {
      const usual = gapsOf(dash, 4, 800);
      expect(gapsOf(dash, 4, 100)).toEqual(usual);
      expect(800 / period(usual)).toBeGreaterThan(30);
      for (const outline of [1e5, 1e7, 1e9]) {
        expect(outline / period(gapsOf(dash, 2, outline))).toBeLessThan(1_100);
      }
    }
    expect(gapsOf("solid", 4, 1e9)).toEqual([]);
  });

  test("it is near where it is drawn, not where a straight one would be", () => {
    expect(distanceTo(bent, { x: 50, y: 30 })).toBeLessThan(0.5);
    expect(distanceTo(bent, { x: 50, y: 0 })).toBeGreaterThan(20);
    expect(lineTouches(bent, { x: 40, y: 25, w: 20, h: 10 })).toBe(true);
    expect(lineTouches(bent, { x: 40, y: -5, w: 20, h: 10 })).toBe(false);
    expect(lineTouches(straight, { x: 40, y: -5, w: 20, h: 10 })).toBe(true);
  });
});

describe("pointing at a shape", () => {
  const shown = (
    kind: ShownShape["shape"]["kind"],
    more: Partial<ShownShape["shape"]> = {},
  ): ShownShape => ({
    shape: { kind, fill: "none", weight: "medium", turn: 0, words: "", ...more },
    box: { x: 0, y: 0, w: 200, h: 100 },
    path: undefined,
  });
  const middle = { x: 100, y: 50 };
  const edge = { x: 1, y: 50 };

  test("one without a fill is firm at its edge and hollow within", () => {
    expect(hitShape(shown("box"), edge, 4)).toBe("firm");
    expect(hitShape(shown("box"), middle, 4)).toBe("hollow");
    expect(hitShape(shown("box", { fill: "tint" }), middle, 4)).toBe("firm");
    expect(hitShape(shown("ellipse"), middle, 4)).toBe("hollow");
    expect(hitShape(shown("ellipse"), { x: 3, y: 3 }, 4)).toBeUndefined();
  });

  test("a frame is held by its edge, and what lies in it is left to be taken", () => {
    expect(hitShape(shown("frame"), edge, 4)).toBe("firm");
    expect(hitShape(shown("frame"), middle, 4)).toBeUndefined();
  });

  test("a turned one is hit where it is seen", () => {
    const upright = shown("text", { turn: 90 });
    expect(hitShape(upright, { x: 100, y: -40 }, 4)).toBe("firm");
    expect(hitShape(upright, { x: 20, y: 50 }, 4)).toBeUndefined();
  });

  test("a line is hit along its way and not in the rectangle around it", () => {
    const line = { ...shown("line"), path: bent };
    expect(hitShape(line, { x: 50, y: 32 }, 4)).toBe("firm");
    expect(hitShape(line, { x: 50, y: 5 }, 4)).toBeUndefined();
  });

  test("a sweep takes what it touches, and a frame only as a whole", () => {
    const part = { x: 50, y: 20, w: 20, h: 20 };
    expect(isSwept(shown("box"), part)).toBe(true);
    expect(isSwept(shown("frame"), part)).toBe(false);
    expect(isSwept(shown("frame"), { x: -5, y: -5, w: 300, h: 300 })).toBe(true);
    expect(isSwept({ ...shown("line"), path: bent }, { x: 45, y: 0, w: 10, h: 10 })).toBe(false);
  });
});
