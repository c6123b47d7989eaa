import { describe, expect, test } from "vitest";
import {
  type Hit,
  idleSelect,
  type SelectEffect,
  type SelectInput,
  type SelectState,
  stepSelect,
  sweepSoFar,
} from "../../client/tools/select-tool.ts";

const paper: Hit = { kind: "paper", id: "paper" };

/** A hand with the select tool, whose selection follows the effects as the table's does. */
function hand(selected: readonly string[] = []) {
  let state: SelectState = idleSelect;
  const selection = new Set(selected);
  const effects: SelectEffect[] = [];
  function feed(input: SelectInput): void {
    const [next, done] = stepSelect(state, input);
    state = next;
    for (const effect of done) {
      if (effect.do === "clear") selection.clear();
      if (effect.do === "select") {
        if (effect.how === "only") selection.clear();
        if (effect.how === "remove") selection.delete(effect.id);
        else selection.add(effect.id);
      }
    }
    effects.push(...done);
  }
  return {
    press(
      x: number,
      y: number,
      hit?: Hit,
      more: { shift?: boolean; clicks?: number; lasso?: boolean } = {},
    ): void {
      const { shift = false, clicks = 1, lasso = false } = more;
      const selected = hit !== undefined && selection.has(hit.id);
      feed({ is: "press", at: { x, y }, hit, selected, shift, lasso, clicks, slop: 4 });
    },
    move: (x: number, y: number) => feed({ is: "move", at: { x, y } }),
    lift: (x: number, y: number) => feed({ is: "lift", at: { x, y } }),
    cancel: () => feed({ is: "cancel" }),
    selection: () => [...selection],
    marquee: () => sweepSoFar(state),
    done: (): readonly string[] => effects.splice(0).map((effect) => effect.do),
    effects: (): readonly SelectEffect[] => effects.splice(0),
  };
}

describe("selecting", () => {
  test("a click on a thing selects it alone", () => {
    const on = hand(["other"]);
    on.press(5, 5, paper);
    on.lift(5, 5);
    expect(on.selection()).toEqual(["paper"]);
  });

  test("shift adds, and shift on what is selected takes away", () => {
    const on = hand(["other"]);
    on.press(5, 5, paper, { shift: true });
    on.lift(5, 5);
    expect(on.selection()).toEqual(["other", "paper"]);
    on.press(5, 5, paper, { shift: true });
    expect(on.selection()).toEqual(["other", "paper"]);
    on.lift(5, 5);
    expect(on.selection()).toEqual(["other"]);
  });

  test("a click on one of several selected leaves that one", () => {
    const on = hand(["paper", "other"]);
    on.press(5, 5, paper);
    expect(on.selection()).toHaveLength(2);
    on.lift(5, 5);
    expect(on.selection()).toEqual(["paper"]);
  });

  test("a click on the bare table selects nothing", () => {
    const on = hand(["paper"]);
    on.press(500, 500);
    on.lift(500, 500);
    expect(on.selection()).toEqual([]);
  });

  test("a double click opens what lies there", () => {
    const on = hand(["paper"]);
    on.press(5, 5, paper, { clicks: 2 });
    on.lift(5, 5);
    expect(on.done()).toEqual(["open"]);
  });
});

describe("dragging", () => {
  test("a trembling hand does not drag", () => {
    const on = hand(["paper"]);
    on.press(5, 5, paper);
    on.move(7, 6);
    on.lift(7, 6);
    expect(on.done()).toEqual(["select"]);
  });

  test("what was selected together is dragged together, and stays selected", () => {
    const on = hand(["paper", "other"]);
    on.press(5, 5, paper);
    on.move(50, 5);
    on.lift(60, 15);
    expect(on.selection()).toEqual(["paper", "other"]);
    const effects = on.effects();
    expect(effects.map((effect) => effect.do)).toEqual(["hold", "drop"]);
    expect(effects.at(-1)).toEqual({ do: "drop", by: { x: 55, y: 10 }, at: { x: 60, y: 15 } });
  });

  test("dragging a thing that was not selected takes that thing alone", () => {
    const on = hand(["other"]);
    on.press(5, 5, paper);
    on.move(50, 5);
    on.lift(50, 5);
    expect(on.selection()).toEqual(["paper"]);
  });

  test("a drag that is given up lets everything go home", () => {
    const on = hand(["paper"]);
    on.press(5, 5, paper);
    on.move(50, 5);
    on.done();
    on.cancel();
    expect(on.done()).toEqual(["let-go"]);
    on.move(90, 5);
    expect(on.done()).toEqual([]);
  });
});

describe("sweeping", () => {
  test("a drag on the bare table sweeps, whichever way it goes", () => {
    const on = hand();
    on.press(100, 100);
    on.move(40, 160);
    expect(on.marquee()).toEqual({ x: 40, y: 100, w: 60, h: 60 });
    on.lift(40, 160);
    expect(on.marquee()).toBeUndefined();
    expect(on.done()).toEqual(["sweep", "sweep-end"]);
  });

  test("a lasso is the line that was drawn, from where the hand pressed", () => {
    const on = hand();
    on.press(0, 0, undefined, { lasso: true });
    on.move(1, 1);
    on.move(20, 0);
    on.move(20, 20);
    expect(on.effects().at(-1)).toEqual({
      do: "lasso",
      path: [
        { x: 0, y: 0 },
        { x: 20, y: 0 },
        { x: 20, y: 20 },
      ],
      adding: false,
    });
    on.lift(0, 20);
    expect(on.done()).toEqual(["sweep-end"]);
    on.press(0, 0, undefined, { lasso: true });
    on.move(20, 0);
    on.cancel();
    expect(on.done()).toEqual(["lasso", "sweep-end"]);
  });

  test("with shift the sweep adds to what is selected", () => {
    const on = hand(["paper"]);
    on.press(100, 100, undefined, { shift: true });
    on.move(150, 160);
    expect(on.effects().at(-1)).toMatchObject({ do: "sweep", adding: true });
    expect(on.selection()).toEqual(["paper"]);
  });
});
