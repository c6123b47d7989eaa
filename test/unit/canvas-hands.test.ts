import { describe, expect, test } from "vitest";
import {
  type HandEffect,
  type HandEvent,
  type HandState,
  idleHands,
  longPressMs,
  type Meaning,
  stepHands,
  tickHands,
} from "../../client/canvas/hands.ts";

/** A table under test: events as sentences, effects collected. */
function table(meaning: Meaning = "tool", hasMenu = false) {
  let state: HandState = idleHands;
  let nowMs = 1000;
  const effects: HandEffect[] = [];
  function event(is: HandEvent["is"], x: number, y: number, more: Partial<HandEvent> = {}): void {
    const base: HandEvent = {
      is,
      pointer: 1,
      kind: "mouse",
      button: "main",
      screen: { x, y },
      trail: [{ x, y, pressure: 0.5 }],
      shift: false,
      mod: false,
      alt: false,
      timeMs: nowMs,
      ...more,
    };
    const [next, done] = stepHands(state, base, () => meaning, hasMenu);
    state = next;
    effects.push(...done);
  }
  return {
    event,
    touch: (is: HandEvent["is"], pointer: number, x: number, y: number) =>
      event(is, x, y, { pointer, kind: "touch" }),
    wait(ms: number): void {
      nowMs += ms;
      const [next, done] = tickHands(state, nowMs);
      state = next;
      effects.push(...done);
    },
    means(next: Meaning): void {
      meaning = next;
    },
    /** What happened since the last time it was asked. */
    done: (): readonly HandEffect[] => effects.splice(0),
  };
}

const kinds = (effects: readonly HandEffect[]): string[] =>
  effects.map((effect) => (effect.do === "tool" ? effect.input.is : effect.do));

describe("hands on the table", () => {
  test("a mouse with a tool reaches the tool from press to lift", () => {
    const hands = table();
    hands.event("down", 10, 10);
    hands.event("move", 20, 10);
    hands.event("up", 20, 10);
    expect(kinds(hands.done())).toEqual(["down", "move", "up"]);
  });

  test("a hovering mouse is told to the tool, a touch never hovers", () => {
    const hands = table();
    hands.event("move", 5, 5);
    hands.touch("move", 3, 5, 5);
    expect(kinds(hands.done())).toEqual(["move"]);
  });

  test("two presses at one place in a moment are a double click; slow ones are not", () => {
    const hands = table();
    const clicks = (): number[] =>
      hands.done().flatMap((e) => (e.do === "tool" && e.input.is === "down" ? e.input.clicks : []));
    hands.event("down", 10, 10);
    hands.event("up", 10, 10);
    hands.wait(200);
    hands.event("down", 12, 11);
    hands.event("up", 12, 11);
    expect(clicks()).toEqual([1, 2]);
    hands.wait(800);
    hands.event("down", 12, 11);
    expect(clicks()).toEqual([1]);
  });

  test("the hand moves the table by as much as it moves", () => {
    const hands = table("pan");
    hands.event("down", 10, 10);
    hands.event("move", 25, 5);
    expect(hands.done()).toEqual([{ do: "pan", by: { x: 15, y: -5 } }]);
  });

  test("a finger kept still and lifted there asks for the menu, and the tool lets go", () => {
    const hands = table("wait", true);
    hands.touch("down", 1, 50, 50);
    hands.wait(longPressMs + 10);
    hands.touch("move", 1, 53, 51);
    hands.touch("up", 1, 53, 51);
    const done = hands.done();
    expect(kinds(done)).toEqual(["down", "move", "cancel", "menu"]);
    expect(done.at(-1)).toEqual({ do: "menu", at: { x: 50, y: 50 } });

    // What is selected is held at once, and has its menu all the same.
    hands.means("tool");
    hands.touch("down", 1, 50, 50);
    hands.wait(longPressMs + 10);
    hands.touch("up", 1, 50, 50);
    expect(kinds(hands.done())).toEqual(["down", "cancel", "menu"]);
  });

  test("a finger that dragged, tapped, panned or was joined by another asks for no menu", () => {
    const dragging = table("wait", true);
    dragging.touch("down", 1, 50, 50);
    dragging.wait(longPressMs + 10);
    dragging.touch("move", 1, 90, 50);
    dragging.touch("move", 1, 50, 50);
    dragging.touch("up", 1, 50, 50);
    expect(kinds(dragging.done())).toEqual(["down", "move", "move", "up"]);

    const tapping = table("wait", true);
    tapping.touch("down", 1, 50, 50);
    tapping.wait(100);
    tapping.touch("up", 1, 50, 50);
    expect(kinds(tapping.done())).toEqual(["down", "up"]);

    const pinching = table("wait", true);
    pinching.touch("down", 1, 50, 50);
    pinching.touch("down", 2, 90, 50);
    pinching.wait(longPressMs + 10);
    pinching.touch("up", 1, 50, 50);
    pinching.touch("up", 2, 90, 50);
    expect(kinds(pinching.done())).toEqual([]);
  });

  test("where there is no menu, a finger kept still has hold until it lifts", () => {
    const hands = table("wait");
    hands.touch("down", 1, 50, 50);
    hands.wait(longPressMs + 10);
    hands.touch("up", 1, 50, 50);
    expect(kinds(hands.done())).toEqual(["down", "up"]);
  });

  test("a finger that moves pans, one that lifts taps, one that stays takes hold", () => {
    const moving = table("wait");
    moving.touch("down", 1, 50, 50);
    moving.touch("move", 1, 80, 50);
    moving.touch("move", 1, 90, 50);
    const pushed = moving.done().map((effect) => (effect.do === "pan" ? effect.by.x : NaN));
    expect(pushed).toEqual([30, 10]);

    const tapping = table("wait");
    tapping.touch("down", 1, 50, 50);
    tapping.touch("move", 1, 52, 51);
    tapping.touch("up", 1, 52, 51);
    expect(kinds(tapping.done())).toEqual(["down", "up"]);

    const holding = table("wait");
    holding.touch("down", 1, 50, 50);
    holding.wait(longPressMs + 10);
    holding.touch("move", 1, 80, 90);
    holding.touch("up", 1, 80, 90);
    expect(kinds(holding.done())).toEqual(["down", "move", "up"]);
  });

  test("a second finger takes the tool's gesture back and zooms between the two", () => {
    const hands = table();
    hands.touch("down", 1, 100, 100);
    hands.touch("down", 2, 200, 100);
    expect(kinds(hands.done())).toEqual(["down", "cancel"]);
    hands.touch("move", 2, 300, 100);
    const [pinch] = hands.done();
    expect(pinch).toMatchObject({ do: "pinch", by: { x: 50, y: 0 }, at: { x: 200, y: 100 } });
    const zoomed = (): number =>
      hands.done().reduce((all, e) => (e.do === "pinch" ? all * e.zoomBy : all), 1);
    hands.wait(16);
    hands.touch("move", 2, 500, 100);
    hands.wait(16);
    hands.touch("move", 2, 900, 100);
    expect(zoomed()).toBeCloseTo(8 / 1.12, 6);
  });

  test("two fingers that push the table together do not zoom it by their wobble", () => {
    const hands = table();
    hands.touch("down", 1, 100, 100);
    hands.touch("down", 2, 300, 100);
    hands.done();
    for (let i = 1; i <= 10; i++) {
      hands.wait(16);
      // A quick push: each finger's move is told by itself.
      hands.touch("move", 1, 100 + 40 * i + (i % 3), 100);
      hands.touch("move", 2, 300 + 40 * i - (i % 2) * 4, 100);
    }
    const pinches = hands.done().flatMap((e) => (e.do === "pinch" ? e : []));
    expect(pinches.map(({ zoomBy }) => zoomBy)).toEqual(pinches.map(() => 1));
    expect(pinches.reduce((all, { by }) => all + by.x, 0)).toBeCloseTo(400.5, 6);
  });

  test("two fingers that draw apart zoom from where they passed the wobble, without a jump", () => {
    const hands = table();
    hands.touch("down", 1, 100, 100);
    hands.touch("down", 2, 300, 100);
    for (let x = 301; x <= 400; x++) {
      hands.wait(16);
      hands.touch("move", 2, x, 100);
    }
    const steps = hands.done().flatMap((e) => (e.do === "pinch" ? e.zoomBy : []));
    expect(Math.max(...steps)).toBeLessThan(1.011);
    expect(steps.reduce((all, step) => all * step, 1)).toBeCloseTo(300 / 212, 6);
  });

  test("lifting one of two fingers does not start a tool with the other", () => {
    const hands = table();
    hands.touch("down", 1, 100, 100);
    hands.touch("down", 2, 200, 100);
    hands.touch("up", 2, 200, 100);
    hands.done();
    hands.touch("move", 1, 150, 150);
    hands.touch("up", 1, 150, 150);
    expect(hands.done()).toEqual([]);
  });

  test("a pen takes over from the palm that came down before it", () => {
    const hands = table();
    hands.touch("down", 1, 100, 100);
    hands.event("down", 50, 50, { pointer: 9, kind: "pen" });
    hands.event("move", 60, 60, { pointer: 9, kind: "pen" });
    expect(kinds(hands.done())).toEqual(["down", "cancel", "down", "move"]);
  });
});
