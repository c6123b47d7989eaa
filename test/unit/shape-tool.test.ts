import { describe, expect, test } from "vitest";
import {
  idleShapeTool,
  type ShapeToolInput,
  type ShapeToolState,
  shapeSoFar,
  stepShapeTool,
} from "../../client/tools/shape-tool.ts";

const plain = { even: false, centred: false };
const press: ShapeToolInput = { is: "press", at: { x: 100, y: 100 }, slop: 4 };
const go = (is: "move" | "lift", x: number, y: number, hold = plain): ShapeToolInput => ({
  is,
  at: { x, y },
  ...hold,
});

function draw(...inputs: readonly ShapeToolInput[]) {
  let state: ShapeToolState = idleShapeTool;
  let effect;
  for (const input of inputs) [state, effect] = stepShapeTool(state, input);
  return { state, effect };
}

describe("drawing what is as large as a rectangle", () => {
  test("a drag in any direction spans it", () => {
    const { state, effect } = draw(press, go("move", 90, 80), go("lift", 40, 60));
    expect(effect).toEqual({ do: "put", rect: { x: 40, y: 60, w: 60, h: 40 } });
    expect(state.at).toBe("idle");
  });

  test("a press and a lift at one place put one of the usual size there", () => {
    expect(draw(press, go("move", 102, 101), go("lift", 102, 101)).effect).toEqual({
      do: "put-at",
      at: { x: 100, y: 100 },
    });
  });

  test("Shift keeps both sides alike towards the hand, Alt draws from the middle", () => {
    const even = { even: true, centred: false };
    expect(draw(press, go("lift", 40, 130, even)).effect).toEqual({
      do: "put",
      rect: { x: 40, y: 100, w: 60, h: 60 },
    });
    const centred = { even: false, centred: true };
    expect(draw(press, go("lift", 130, 110, centred)).effect).toEqual({
      do: "put",
      rect: { x: 70, y: 90, w: 60, h: 20 },
    });
    const both = { even: true, centred: true };
    expect(draw(press, go("lift", 130, 110, both)).effect).toEqual({
      do: "put",
      rect: { x: 70, y: 70, w: 60, h: 60 },
    });
  });

  test("what is half drawn shows, and goes when it is given up", () => {
    const half = draw(press, go("move", 140, 150)).state;
    expect(shapeSoFar(half)).toEqual({ x: 100, y: 100, w: 40, h: 50 });
    const given = draw(press, go("move", 140, 150), { is: "cancel" }, go("lift", 140, 150));
    expect(given).toEqual({ state: idleShapeTool, effect: undefined });
  });
});
