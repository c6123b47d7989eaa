import { describe, expect, test } from "vitest";
import {
  drawsWith,
  type InkEffect,
  type InkInput,
  type InkState,
  idleInk,
  inkSoFar,
  stepInk,
} from "../../client/tools/ink-tool.ts";
import type { InkPoint } from "../../shared/geometry/ink.ts";

const unit = { w: 1000, h: 1300 };
const at = (x: number, y: number, pressure = 0.5): InkPoint => ({ x, y, pressure });
const press = (pointer: number, kind: "mouse" | "pen" | "touch", x = 0.1, y = 0.1): InkInput => ({
  is: "press",
  pointer,
  kind,
  point: at(x, y),
  unit,
});
const move = (pointer: number, ...points: InkPoint[]): InkInput => ({
  is: "move",
  pointer,
  points,
});
const lift = (pointer: number): InkInput => ({ is: "lift", pointer });

function run(inputs: readonly InkInput[]): { state: InkState; effects: InkEffect[] } {
  let state = idleInk;
  const effects: InkEffect[] = [];
  for (const input of inputs) {
    const [next, effect] = stepInk(state, input);
    state = next;
    if (effect) effects.push(effect);
  }
  return { state, effects };
}

describe("a stroke", () => {
  test("begins and ends where the hand did", () => {
    const { effects } = run([
      press(1, "mouse"),
      move(1, at(0.2, 0.15), at(0.3, 0.3), at(0.4, 0.1)),
      lift(1),
    ]);
    expect(effects).toHaveLength(1);
    expect(effects[0]?.points.at(0)).toEqual(at(0.1, 0.1));
    expect(effects[0]?.points.at(-1)).toEqual(at(0.4, 0.1));
  });

  test("keeps the pen's pressure", () => {
    const { effects } = run([
      press(1, "pen"),
      move(1, ...Array.from({ length: 50 }, (_, i) => at(0.1 + i / 100, 0.1, i / 50))),
      lift(1),
    ]);
    const pressures = effects[0]?.points.map(({ pressure }) => pressure) ?? [];
    expect(pressures.at(-1)).toBeCloseTo(0.98);
    expect(pressures.length).toBeGreaterThan(2);
  });

  test("a straight line of a thousand points is kept as its two ends", () => {
    const points = Array.from({ length: 1000 }, (_, i) => at(0.1 + i / 2000, 0.1 + i / 2000));
    const { effects } = run([press(1, "mouse"), move(1, ...points), lift(1)]);
    expect(effects[0]?.points).toHaveLength(2);
  });

  test("a tap leaves a dot", () => {
    const { effects } = run([press(1, "mouse"), lift(1)]);
    expect(effects[0]?.points).toEqual([at(0.1, 0.1)]);
  });

  test("with Shift it is one straight line to where the hand is", () => {
    const { state } = run([
      press(1, "mouse"),
      { is: "move", pointer: 1, points: [at(0.2, 0.4), at(0.6, 0.1)], straight: true },
    ]);
    expect(inkSoFar(state)).toEqual([at(0.1, 0.1), at(0.6, 0.1)]);
  });

  test("a very long stroke goes on as a second one, with no gap", () => {
    const points = Array.from({ length: 9000 }, (_, i) =>
      at(0.5 + 0.4 * Math.cos(i / 20), 0.5 + 0.4 * Math.sin(i / 20)),
    );
    const { effects } = run([press(1, "mouse"), ...points.map((p) => move(1, p)), lift(1)]);
    expect(effects).toHaveLength(2);
    expect(effects[0]?.points.at(-1)).toEqual(effects[1]?.points.at(0));
  });
});

describe("hands on glass", () => {
  test("a second finger takes the stroke back", () => {
    const { state, effects } = run([press(1, "touch"), move(1, at(0.3, 0.3)), press(2, "touch")]);
    expect(state.stroke).toBeUndefined();
    expect(effects).toEqual([]);
    expect(run([press(1, "touch"), press(2, "touch"), lift(1), lift(2)]).effects).toEqual([]);
  });

  test("a pen takes over from the palm that lay down first", () => {
    const { effects } = run([
      press(1, "touch"),
      move(1, at(0.12, 0.12)),
      press(2, "pen", 0.5, 0.5),
      move(2, at(0.6, 0.6)),
      lift(2),
    ]);
    expect(effects[0]?.points.at(0)).toEqual(at(0.5, 0.5));
  });

  test("a palm laid down while the pen writes does not disturb it", () => {
    const { effects } = run([press(1, "pen"), move(1, at(0.3, 0.3)), press(2, "touch"), lift(1)]);
    expect(effects).toHaveLength(1);
  });

  test("a mouse moved while the pen writes does not disturb it either", () => {
    const { effects } = run([press(1, "pen"), move(1, at(0.3, 0.3)), press(2, "mouse"), lift(1)]);
    expect(effects).toHaveLength(1);
  });

  test("once a pen has been seen, fingers no longer draw", () => {
    const { state } = run([press(1, "pen"), lift(1), press(2, "touch")]);
    expect(state.stroke).toBeUndefined();
    expect(drawsWith(state, "touch")).toBe(false);
    expect(drawsWith(state, "pen")).toBe(true);
    expect(drawsWith(idleInk, "touch")).toBe(true);
  });
});
