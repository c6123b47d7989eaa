import { describe, expect, test } from "vitest";
import {
  bendThrough,
  type HeldLine,
  idleLineEnd,
  type LineEndInput,
  type LineEndState,
  stepLineEnd,
} from "../../client/tools/line-end-tool.ts";
import {
  idleLineTool,
  type LineToolInput,
  type LineToolState,
  lineSoFar,
  type Reach,
  stepLineTool,
} from "../../client/tools/line-tool.ts";

const middle = { x: 0.5, y: 0.5 };
const reach = (x: number, y: number, on?: string): Reach => ({ at: { x, y }, on, side: middle });
const press = (end: Reach): LineToolInput => ({ is: "press", end, slop: 4 });
const move = (end: Reach, even = false): LineToolInput => ({ is: "move", end, even });
const lift = (end: Reach, even = false): LineToolInput => ({ is: "lift", end, even });

function draw(...inputs: readonly LineToolInput[]) {
  let state: LineToolState = idleLineTool;
  let effect;
  for (const input of inputs) [state, effect] = stepLineTool(state, input);
  return { state, effect };
}

describe("drawing a line", () => {
  test("a drag draws it, its ends bound to what they are on", () => {
    const to = reach(200, 40, "K3");
    expect(draw(press(reach(0, 0, "note")), move(reach(90, 9)), lift(to)).effect).toEqual({
      do: "put-line",
      from: reach(0, 0, "note"),
      to,
    });
  });

  test("a click at each end draws it too, and shows it between the clicks", () => {
    const first = [press(reach(0, 0)), lift(reach(1, 1))] as const;
    expect(lineSoFar(draw(...first, move(reach(80, 60))).state)?.to).toEqual(reach(80, 60));
    const second = [move(reach(80, 60)), press(reach(90, 60)), lift(reach(90, 60))] as const;
    expect(draw(...first, ...second)).toEqual({
      state: idleLineTool,
      effect: { do: "put-line", from: reach(0, 0), to: reach(90, 60) },
    });
  });

  test("twice at one place is no line, and Escape gives one up", () => {
    const there = reach(5, 5);
    const twice = draw(press(there), lift(there), press(there), lift(there));
    expect(twice).toEqual({ state: idleLineTool, effect: undefined });
    const given = draw(press(there), move(reach(90, 0)), { is: "cancel" }, lift(reach(90, 0)));
    expect(given.effect).toBeUndefined();
  });

  test("Shift keeps to steps of 15 degrees, but not away from a thing it reached", () => {
    const { effect } = draw(press(reach(0, 0)), lift(reach(100, 4), true));
    expect(effect?.to.at.y).toBeCloseTo(0);
    expect(effect?.to.at.x).toBeCloseTo(Math.hypot(100, 4));
    const onThing = reach(100, 4, "K3");
    expect(draw(press(reach(0, 0)), lift(onThing, true)).effect?.to).toEqual(onThing);
  });

  test("a line from a thing to itself is bound at one end only", () => {
    const { effect } = draw(press(reach(0, 0, "K3")), lift(reach(60, 0, "K3")));
    expect(effect?.from.on).toBe("K3");
    expect(effect?.to.on).toBeUndefined();
  });
});

describe("pulling a line's ends and its middle", () => {
  const line: HeldLine = { from: reach(0, 0, "a"), to: reach(100, 0, "b"), bend: 0 };
  function pull(grip: "from" | "to" | "bend", ...inputs: readonly LineEndInput[]) {
    let state: LineEndState = idleLineEnd;
    let effect;
    const all: readonly LineEndInput[] = [{ is: "press", grip, line }, ...inputs];
    for (const input of all) [state, effect] = stepLineEnd(state, input);
    return effect;
  }
  const at = (is: "move" | "lift", end: Reach): LineEndInput => ({
    is,
    end,
    even: false,
    slack: 5,
  });

  test("an end pulled off its thing is free, and bound where it is let go on another", () => {
    const off = pull("to", at("move", reach(100, 80)), at("lift", reach(100, 80)));
    expect(off?.line).toEqual({ ...line, to: reach(100, 80) });
    const onto = pull("to", at("move", reach(100, 80, "c")), at("lift", reach(100, 80, "c")));
    expect(onto?.line.to.on).toBe("c");
    const ontoOther = pull("to", at("move", reach(9, 9, "a")), at("lift", reach(9, 9, "a")));
    expect(ontoOther?.line.to.on).toBeUndefined();
  });

  test("a press without a pull changes nothing", () => {
    expect(pull("to", at("lift", reach(101, 0, "b")))).toBeUndefined();
  });

  test("the middle bends the line to where it is pulled, to the right of its way", () => {
    const bent = pull("bend", at("move", reach(50, 30)), at("lift", reach(50, 30)));
    expect(bent?.line.bend).toBeCloseTo(0.3);
    expect(bendThrough(line, { x: 50, y: 4 }, 5)).toBe(0);
    expect(bendThrough(line, { x: 50, y: 9_000 }, 5)).toBe(2);
  });
});
