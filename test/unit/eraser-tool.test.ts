import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  type EraserMode,
  type EraserState,
  idleEraser,
  stepEraser,
  strokesAlong,
} from "../../client/tools/eraser-tool.ts";
import type { Point } from "../../shared/geometry/rect.ts";

const unit = { w: 100, h: 100 };
const strokes = [
  { id: "upright", width: 0.01, points: [at(0.5, 0), at(0.5, 1)] },
  { id: "dot", width: 0.02, points: [at(0.8, 0.8)] },
  { id: "far", width: 0.01, points: [at(0, 0.95), at(0.1, 0.99)] },
];
function at(x: number, y: number) {
  return { x, y, pressure: 0.5 };
}
let mode: EraserMode = "whole";
const touched = (from: Point, to: Point) => strokesAlong(strokes, from, to, unit, 2, mode);

function erase(...points: readonly Point[]) {
  let state: EraserState<string> = idleEraser;
  const [first, ...rest] = points;
  if (first) [state] = stepEraser(state, { is: "press", point: first }, touched);
  for (const point of rest) [state] = stepEraser(state, { is: "move", point }, touched);
  const last = points.at(-1) ?? { x: 0, y: 0 };
  return { state, lifted: stepEraser(state, { is: "lift", point: last }, touched)[1] };
}

describe("the eraser", () => {
  test("takes every stroke on its way, in one act, also between two distant points", () => {
    const { lifted } = erase({ x: 0.1, y: 0.5 }, { x: 0.9, y: 0.5 }, { x: 0.8, y: 0.8 });
    expect(lifted).toEqual({
      do: "erase",
      strokes: [
        ["upright", "whole"],
        ["dot", "whole"],
      ],
    });
  });

  test("shows what it will take before the hand lifts", () => {
    const { state } = erase({ x: 0.5, y: 0.2 });
    expect(state.at === "erasing" && [...state.doomed.keys()]).toEqual(["upright"]);
  });

  test("a tap on bare paper takes nothing", () => {
    expect(erase({ x: 0.25, y: 0.25 }).lifted).toBeUndefined();
  });

  test("Escape keeps what was doomed", () => {
    const { state } = erase({ x: 0.5, y: 0.2 });
    const [next, effect] = stepEraser(state, { is: "cancel" }, touched);
    expect(next).toEqual(idleEraser);
    expect(effect).toBeUndefined();
  });

  describe("for parts", () => {
    beforeEach(() => {
      mode = "part";
    });
    afterEach(() => {
      mode = "whole";
    });

    test("takes only what it touches of a line, in one act, however often it passes", () => {
      const { lifted } = erase({ x: 0.4, y: 0.5 }, { x: 0.6, y: 0.5 }, { x: 0.4, y: 0.5 });
      const [[id, what] = []] = lifted?.strokes ?? [];
      expect(id).toBe("upright");
      // Two pixels of reach and half a pixel of width, of a line a hundred pixels long.
      const [[from, to] = []] = what === "whole" ? [] : (what ?? []);
      expect([from, to]).toEqual([expect.closeTo(0.475, 6), expect.closeTo(0.525, 6)]);
      expect(lifted?.strokes).toHaveLength(1);
    });

    test("takes a dot whole, and nothing where the part is gone already", () => {
      expect(erase({ x: 0.8, y: 0.8 }).lifted?.strokes).toEqual([["dot", [[0, 0]]]]);
      const cut = [{ id: "upright", width: 0.01, points: [at(0.5, 0), at(0.5, 1)] }].map(
        (line) => ({ ...line, erased: [[0.4, 0.6]] as const }),
      );
      const again = { x: 0.5, y: 0.5 };
      expect(strokesAlong(cut, again, again, unit, 2, "part")).toEqual([]);
    });
  });

  test("for whole strokes takes one piece of a stroke that was cut, and leaves the other", () => {
    const cut = { id: "upright", width: 0.01, points: [at(0.5, 0), at(0.5, 1)] };
    const at9 = { x: 0.5, y: 0.9 };
    const line = [{ ...cut, erased: [[0.4, 0.6]] as const }];
    expect(strokesAlong(line, at9, at9, unit, 2, "whole")).toEqual([["upright", [[0.6, 1]]]]);
  });
});
