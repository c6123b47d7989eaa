import { describe, expect, test } from "vitest";
import type { HandEvent, PointerKind } from "../../client/canvas/hands.ts";
import { noPalms, type PalmState, siftPalms } from "../../client/canvas/palms.ts";

/** A glass under test: what comes through is read as `kind pointer is`. */
function glass() {
  let state: PalmState = noPalms;
  let nowMs = 1000;
  const through: string[] = [];
  function event(
    kind: PointerKind,
    pointer: number,
    is: HandEvent["is"],
    contactPx?: number,
  ): void {
    const [next, events] = siftPalms(state, {
      is,
      pointer,
      kind,
      button: "main",
      screen: { x: 0, y: 0 },
      trail: [],
      shift: false,
      mod: false,
      alt: false,
      timeMs: nowMs,
      contactPx,
    });
    state = next;
    through.push(...events.map((one) => `${one.kind} ${one.pointer} ${one.is}`));
  }
  return {
    touch: (pointer: number, is: HandEvent["is"], contactPx?: number) =>
      event("touch", pointer, is, contactPx),
    pen: (is: HandEvent["is"]) => event("pen", 9, is),
    mouse: (is: HandEvent["is"]) => event("mouse", 1, is),
    wait: (ms: number) => {
      nowMs += ms;
    },
    through: () => through.splice(0),
  };
}

describe("a palm", () => {
  test("laid down while the pen writes is kept from the table until it is lifted", () => {
    const on = glass();
    on.pen("down");
    on.through();
    on.touch(1, "down");
    on.touch(1, "move");
    on.pen("move");
    on.pen("up");
    on.wait(2000);
    on.touch(1, "move");
    on.touch(1, "up");
    expect(on.through()).toEqual(["pen 9 move", "pen 9 up"]);
  });

  test("that came down before the pen is taken back when the pen comes, and never comes again", () => {
    const on = glass();
    on.touch(1, "down");
    on.touch(1, "move");
    on.touch(2, "down");
    on.pen("down");
    on.touch(1, "move");
    on.touch(2, "up");
    on.touch(1, "up");
    expect(on.through()).toEqual([
      "touch 1 down",
      "touch 1 move",
      "touch 2 down",
      "touch 1 cancel",
      "touch 2 cancel",
      "pen 9 down",
    ]);
  });

  test("between two strokes, or below a pen that hovers, is still a palm; a moment later it is a finger", () => {
    const on = glass();
    on.pen("down");
    on.pen("up");
    on.wait(200);
    on.touch(1, "down");
    on.touch(1, "up");
    on.wait(150);
    on.pen("move");
    on.wait(200);
    on.touch(2, "down");
    on.touch(2, "up");
    expect(on.through()).toEqual(["pen 9 down", "pen 9 up", "pen 9 move"]);
    on.wait(500);
    on.touch(3, "down");
    on.touch(3, "move");
    on.touch(3, "up");
    expect(on.through()).toEqual(["touch 3 down", "touch 3 move", "touch 3 up"]);
  });

  test("is known by its breadth, also when it broadens while it lies", () => {
    const on = glass();
    on.touch(1, "down", 120);
    on.touch(1, "move", 20);
    on.touch(1, "up", 20);
    on.touch(2, "down", 40);
    on.touch(2, "move", 90);
    on.touch(2, "move", 40);
    on.touch(2, "up", 40);
    expect(on.through()).toEqual(["touch 2 down", "touch 2 cancel"]);
  });

  test("is no mouse, and a finger alone is no palm", () => {
    const on = glass();
    on.mouse("down");
    on.mouse("up");
    on.touch(1, "down", 30);
    on.touch(1, "up", 30);
    expect(on.through()).toEqual(["mouse 1 down", "mouse 1 up", "touch 1 down", "touch 1 up"]);
  });
});
