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
function table(meaning: Meaning = "tool") {
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
    const [next, done] = stepHands(state, base, () => meaning);
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

  test("a finger that moves pans, one that lifts taps, one that stays takes hold", () => {
    const moving = table("wait");
    moving.touch("down", 1, 50, 50);
    moving.touch("move", 1, 80, 50);
    moving.touch("move", 1, 90, 50);
    expect(kinds(moving.done())).toEqual(["pan"]);

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
    expect(pinch).toEqual({ do: "pinch", by: { x: 50, y: 0 }, zoomBy: 2, at: { x: 200, y: 100 } });
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
