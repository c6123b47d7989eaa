import { expect, test } from "vitest";
import { idleResize, type ResizeInput, stepResize } from "../../client/tools/resize-tool.ts";

const held = { box: { x: 0, y: 0, w: 100, h: 50 }, turn: 0 };
const press = (handle: "se" | "turn", at = { x: 103, y: 52 }): ResizeInput => ({
  is: "press",
  at,
  handle,
  held,
  keepShape: false,
  least: 10,
});
const move = (
  x: number,
  y: number,
  keys: { shift?: boolean; alt?: boolean } = {},
): ResizeInput => ({
  is: "move",
  at: { x, y },
  shift: keys.shift ?? false,
  alt: keys.alt ?? false,
});

function play(...inputs: readonly ResizeInput[]) {
  let state = idleResize;
  const effects = [];
  for (const input of inputs) {
    const [next, effect] = stepResize(state, input);
    state = next;
    if (effect) effects.push(effect);
  }
  return { state, effects };
}

test("a pull goes by as much as the hand went, from wherever on the handle it began", () => {
  const { effects, state } = play(press("se"), move(123, 62), { is: "lift" });
  expect(effects).toEqual([
    { do: "resize", from: held, to: { x: 0, y: 0, w: 120, h: 60 } },
    { do: "keep" },
  ]);
  expect(state).toBe(idleResize);
});

test("Shift keeps the shape, and lets go of it where it is kept by itself", () => {
  const { effects } = play(press("se"), move(203, 62, { shift: true }));
  expect(effects).toMatchObject([{ to: { w: 200, h: 100 } }]);
  const kept = { ...press("se"), keepShape: true } as ResizeInput;
  expect(play(kept, move(203, 52)).effects).toMatchObject([{ to: { w: 200, h: 100 } }]);
  expect(play(kept, move(203, 52, { shift: true })).effects).toMatchObject([{ to: { h: 50 } }]);
});

test("a turn follows the hand, stops upright by itself, and goes by steps with Shift", () => {
  const start = { x: 50, y: -25 };
  expect(play(press("turn", start), move(100, 25)).effects).toMatchObject([{ do: "turn", by: 90 }]);
  const almost = play(press("turn", start), move(100, 26)).effects;
  expect(almost).toMatchObject([{ by: 90 }]);
  const stepped = play(press("turn", start), move(80, -25, { shift: true })).effects;
  expect(stepped).toMatchObject([{ by: 30 }]);
});

test("lifting where it was pressed changes nothing, and Escape gives up", () => {
  expect(play(press("se"), { is: "lift" }).effects).toEqual([{ do: "give-up" }]);
  const { effects } = play(press("se"), move(500, 500), { is: "cancel" });
  expect(effects.at(-1)).toEqual({ do: "give-up" });
  expect(play(move(1, 1), { is: "lift" }, { is: "cancel" }).effects).toEqual([]);
});
