import { describe, expect, test } from "vitest";
import {
  idleRegion,
  leastRegion,
  type RegionEffect,
  type RegionInput,
  type RegionState,
  regionSoFar,
  stepRegion,
} from "../../client/tools/region-tool.ts";
import { pagePoint } from "../../shared/geometry/rect.ts";

const slop = 0.005;
const press = (x: number, y: number): RegionInput => ({
  is: "press",
  point: pagePoint(x, y),
  slop,
});
const move = (x: number, y: number): RegionInput => ({ is: "move", point: pagePoint(x, y), slop });
const lift = (x: number, y: number): RegionInput => ({ is: "lift", point: pagePoint(x, y), slop });
const nudge = (dx: number, dy: number): RegionInput => ({ is: "nudge", dx, dy });

/** Runs inputs from idle; gives the last state and every effect. */
function run(...inputs: RegionInput[]): { state: RegionState; effects: RegionEffect[] } {
  let state: RegionState = idleRegion;
  const effects: RegionEffect[] = [];
  for (const input of inputs) {
    const [next, effect] = stepRegion(state, input);
    state = next;
    if (effect) effects.push(effect);
  }
  return { state, effects };
}

describe("marking a region with a pointer", () => {
  test("a drag marks the rectangle between its ends, whichever way it goes", () => {
    const { effects, state } = run(press(0.6, 0.5), move(0.4, 0.4), lift(0.2, 0.3));
    expect(state).toEqual(idleRegion);
    expect(effects).toHaveLength(1);
    const [effect] = effects;
    expect(effect?.do === "add-region" && effect.rect.x).toBeCloseTo(0.2);
    expect(effect?.do === "add-region" && effect.rect.w).toBeCloseTo(0.4);
  });

  test("a shaky click selects what is there and marks nothing", () => {
    const { effects } = run(press(0.5, 0.5), move(0.502, 0.501), lift(0.502, 0.501));
    expect(effects).toEqual([{ do: "select-at", point: pagePoint(0.5, 0.5) }]);
  });

  test("Escape in the middle of a drag leaves nothing behind", () => {
    const { effects, state } = run(
      press(0.2, 0.2),
      move(0.5, 0.5),
      { is: "cancel" },
      lift(0.6, 0.6),
    );
    expect(effects).toEqual([]);
    expect(state).toEqual(idleRegion);
  });

  test("a line drawn under a word still frames it, and stays on the page", () => {
    const { effects } = run(press(0.2, 1), move(0.5, 1), lift(0.7, 1));
    const [effect] = effects;
    if (effect?.do !== "add-region") throw new Error("a region was expected");
    expect(effect.rect.h).toBeCloseTo(leastRegion);
    expect(effect.rect.y + effect.rect.h).toBeLessThanOrEqual(1);
    expect(effect.rect.w).toBeCloseTo(0.5);
  });
});

describe("marking a region by keyboard", () => {
  const aim: RegionInput = { is: "aim", point: pagePoint(0.5, 0.5) };

  test("Enter sets a corner, arrows move the other, Enter marks", () => {
    const { effects } = run(aim, nudge(-0.3, -0.3), { is: "corner" }, nudge(0.1, 0.2), {
      is: "corner",
    });
    const [effect] = effects;
    if (effect?.do !== "add-region") throw new Error("a region was expected");
    expect(effect.rect.x).toBeCloseTo(0.2);
    expect(effect.rect.y).toBeCloseTo(0.2);
    expect(effect.rect.w).toBeCloseTo(0.25);
    expect(effect.rect.h).toBeCloseTo(0.35);
  });

  test("something is seen as soon as the first corner is set, also in the far corner", () => {
    const { state } = run(aim, nudge(9, 9), { is: "corner" });
    const rect = regionSoFar(state);
    expect(rect?.w).toBeGreaterThan(0.1);
    expect(rect?.h).toBeGreaterThan(0.1);
  });

  test("the cross never leaves the page", () => {
    const { state } = run(aim, nudge(-2, 0), nudge(0, 3));
    expect(state).toEqual({ at: "aiming", point: pagePoint(0, 1) });
  });

  test("a mouse passing over the page does not disturb the keyboard", () => {
    const { state } = run(aim, move(0.1, 0.1));
    expect(state.at).toBe("aiming");
  });
});
