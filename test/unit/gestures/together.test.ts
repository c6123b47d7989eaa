/** Two or three at one table: what a gesture is to the others, and what undo takes back. */
import { describe, expect, test } from "vitest";
import { sitDown } from "../../fixtures/editor-driver.ts";
import { boxes } from "../../fixtures/laid-things.ts";

const lay = boxes({ a: [200, 200, 100, 80], b: [500, 300, 100, 80] });

async function two() {
  const { editors, room } = await sitDown(["maya", "tom"], { lay });
  const [maya, tom] = editors;
  if (!maya || !tom) throw new Error("two sat down");
  return { maya, tom, room };
}

describe("undo", () => {
  test("takes back my move, not the turn that a colleague gave the same thing", async () => {
    const { maya, tom, room } = await two();
    maya.drag([250, 240], [350, 440]);
    tom.choose("a").drag([250, 174], [316, 240]);
    room.settle();
    expect([maya.box("a"), maya.thing("a")?.turn]).toEqual([[300, 400, 100, 80], 90]);
    maya.key("mod+z");
    expect([maya.box("a"), maya.thing("a")?.turn]).toEqual([[200, 200, 100, 80], 90]);
    room.settle();
    expect([tom.box("a"), tom.thing("a")?.turn]).toEqual([[200, 200, 100, 80], 90]);
  });

  test("leaves a place that a colleague chose since, and undoes what I did before it", async () => {
    const { maya, tom, room } = await two();
    maya.drag([550, 340], [550, 540]);
    maya.drag([250, 240], [350, 440]);
    room.settle();
    tom.drag([350, 440], [450, 140], { mod: true });
    room.settle();
    const there = tom.box("a");
    maya.key("mod+z");
    expect(maya.box("a")).toEqual(there);
    expect(maya.box("b")).toEqual([500, 300, 100, 80]);
    room.settle();
    expect(tom.key("mod+z").box("a")).toEqual([300, 400, 100, 80]);
  });

  test("of a move that a colleague made at the same time ends in one place for both", async () => {
    const { maya, tom, room } = await two();
    maya.drag([250, 240], [350, 440]);
    tom.drag([250, 240], [650, 640]);
    room.settle();
    expect(tom.box("a")).toEqual(maya.box("a"));
    maya.key("mod+z");
    tom.key("mod+z");
    room.settle();
    expect(tom.box("a")).toEqual(maya.box("a"));
    expect(maya.box("a")).not.toBeUndefined();
  });

  test("of a drawing hides it, though a colleague moved it; their redo of nothing stays nothing", async () => {
    const { maya, tom, room } = await two();
    maya.tool("box").drag([700, 100], [800, 200]);
    room.settle();
    const made = maya.selected()[0] ?? "";
    tom.choose(made).drag([705, 102], [755, 302], { mod: true });
    room.settle();
    const there = tom.box(made);
    maya.key("mod+z");
    room.settle();
    expect([maya.thing(made), tom.thing(made)]).toEqual([undefined, undefined]);
    expect(tom.selected()).toEqual([]);
    maya.key("mod+shift+z");
    room.settle();
    expect(maya.box(made)).toEqual(there);
  });
});

describe("a colleague's hand", () => {
  test("carries the thing along on my table, and its drop is where I see it", async () => {
    const { maya, tom, room } = await two();
    maya.pull([250, 240], [350, 440]);
    tom.wait(600);
    expect(tom.shown("a")).toMatchObject({ x: 300, y: 400 });
    expect(tom.box("a")).toEqual([200, 200, 100, 80]);
    maya.pointerUp();
    room.settle();
    tom.wait(600);
    expect(tom.shown("a")).toMatchObject({ x: 300, y: 400 });
    expect(tom.box("a")).toEqual([300, 400, 100, 80]);
  });

  test("is seen to resize and turn a thing before it lets go, as one transaction", async () => {
    const { maya, tom, room } = await two();
    maya.choose("a").pull([300, 280], [400, 380]);
    tom.wait(40);
    const early = tom.shown("a");
    expect(early && early.w > 100 && early.w < 200).toBe(true);
    tom.wait(600);
    expect(tom.shown("a")).toEqual({ x: 200, y: 200, w: 200, h: 180 });
    expect(tom.box("a")).toEqual([200, 200, 100, 80]);
    maya.pointerUp();
    room.settle();
    tom.wait(600);
    expect(tom.shown("a")).toEqual({ x: 200, y: 200, w: 200, h: 180 });
    expect(maya.acts()).toBe(1);
    maya.pull([300, 174], [426, 290]);
    tom.wait(600);
    // On its side it is as wide as it was high.
    expect(tom.shown("a")?.w).toBeCloseTo(180, 5);
    expect(tom.thing("a")?.turn).toBe(0);
    maya.key("escape").pointerUp();
    tom.wait(600);
    expect(tom.shown("a")).toEqual({ x: 200, y: 200, w: 200, h: 180 });
    expect(maya.acts()).toBe(0);
  });

  test("whose drop arrives before it is seen to open does not pull the thing back", async () => {
    const { maya, tom, room } = await two();
    maya.choose("a").pull([300, 280], [400, 380]);
    tom.wait(600);
    // The drop is here; what the hand was last seen doing comes once more.
    const { reshaped } = maya.doing();
    maya.pointerUp();
    maya.session.presence.set({ reshaped });
    room.settle();
    maya.session.presence.set({ at: { x: 1, y: 1 } });
    tom.wait(600);
    tom.drag([250, 240], [350, 440]);
    room.settle();
    expect(tom.wait(600).shown("a")).toMatchObject({ x: 300, y: 400 });
  });

  test("carries ink along, and for whoever wants less motion at once", async () => {
    const { maya, tom, room } = await two();
    maya.tool("pen").along([
      [700, 500],
      [750, 520],
      [800, 500],
    ]);
    room.settle();
    const [ink] = [...maya.view().strokes.keys()];
    const x = maya.box(ink ?? "")?.[0] ?? 0;
    tom.wantsLessMotion();
    maya
      .tool("select")
      .choose(ink ?? "")
      .pull([750, 510], [850, 510], { mod: true });
    tom.wait(16);
    expect(Math.round(tom.inkShown(ink ?? "")?.box.x ?? 0)).toBe(x + 100);
    maya.pointerUp();
    room.settle();
    tom.wait(600);
    expect(tom.inkShown(ink ?? "")).toBeUndefined();
    expect(tom.box(ink ?? "")?.[0]).toBe(x + 100);
  });

  test("that is gone with its page lets things glide home", async () => {
    const { maya, tom } = await two();
    maya.choose("a").pull([300, 280], [400, 380]);
    tom.wait(600);
    maya.session.presence.destroy();
    tom.wait(600);
    expect(tom.shown("a")).toEqual({ x: 200, y: 200, w: 100, h: 80 });
  });

  test("takes off the board what I drag: my hand is empty and nothing comes back", async () => {
    const { maya, tom, room } = await two();
    maya.pull([250, 240], [350, 440]);
    tom.choose("a").key("delete");
    room.settle();
    maya.pointerMove(400, 500).pointerUp();
    room.settle();
    expect([maya.thing("a"), tom.thing("a")]).toEqual([undefined, undefined]);
    expect(maya.selected()).toEqual([]);
  });

  test("moves what I am dragging: whoever lets go last has it", async () => {
    const { maya, tom, room } = await two();
    maya.pull([250, 240], [350, 440]);
    tom.drag([250, 240], [450, 240]);
    room.settle();
    maya.pointerUp();
    room.settle();
    expect(maya.box("a")).toEqual(tom.box("a"));
    expect(maya.key("mod+z").box("a")).toEqual([400, 200, 100, 80]);
  });
});
