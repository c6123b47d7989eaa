/** Taking hold of things: clicks, sweeps, drags, and what does not move. */
import { describe, expect, test } from "vitest";
import { sitAlone } from "../../fixtures/editor-driver.ts";
import { registersOf } from "../../fixtures/invariants.ts";
import { all, boxes, changed, grouped, line, note } from "../../fixtures/laid-things.ts";

const three = boxes({ a: [100, 100, 80, 60], b: [300, 100, 80, 60], c: [500, 400, 80, 60] });
const sit = (lay = three) => sitAlone({ lay });

describe("selecting", () => {
  test("a click selects one, Shift adds and takes out again, the bare table none", async () => {
    const maya = await sit();
    maya.click(140, 130);
    expect(maya.selected()).toEqual(["a"]);
    maya.click(340, 130, { shift: true });
    expect(maya.selected()).toEqual(["a", "b"]);
    maya.click(140, 130, { shift: true });
    expect(maya.selected()).toEqual(["b"]);
    maya.click(800, 700);
    expect(maya.selected()).toEqual([]);
    expect(maya.acts()).toBe(0);
  });

  test("of what lies over each other, a click takes the topmost", async () => {
    const maya = await sit(boxes({ under: [100, 100, 200, 200], over: [150, 150, 60, 60] }));
    expect(maya.click(160, 160).selected()).toEqual(["over"]);
    expect(maya.click(120, 120).selected()).toEqual(["under"]);
  });

  test("the inside of a ring leaves what lies under it to the hand", async () => {
    const ring = boxes({ ring: [80, 80, 400, 200] }, { fill: "none" });
    const maya = await sit(all(three, ring));
    expect(maya.click(140, 130).selected()).toEqual(["a"]);
    expect(maya.click(250, 200).selected()).toEqual(["ring"]);
  });

  test("a rectangle takes what it touches, ink too; with Shift beside what was selected", async () => {
    const maya = await sit(all(three, line("ink", [200, 300], [260, 320])));
    maya.drag([50, 50], [320, 350]);
    expect(maya.selected().toSorted()).toEqual(["a", "b", "ink"]);
    maya.drag([450, 350], [600, 500], { shift: true });
    expect(maya.selected().toSorted()).toEqual(["a", "b", "c", "ink"]);
    expect(maya.state.get().isBusy).toBe(false);
  });

  test("a line drawn round things takes what lies in it, with Alt or the lasso in hand", async () => {
    const maya = await sit();
    const round = [
      [80, 80],
      [240, 80],
      [240, 300],
      [80, 300],
      [80, 90],
    ] as const;
    expect(maya.along(round, { alt: true }).selected()).toEqual(["a"]);
    maya.click(800, 700).key("shift+v").along(round);
    expect(maya.selected()).toEqual(["a"]);
  });

  test("a double click opens what it hits, and its words can be written", async () => {
    const maya = await sit();
    maya.doubleClick(140, 130);
    expect(maya.told.opened).toEqual(["a"]);
    expect(maya.state.get().writing).toBe("a");
  });
});

describe("dragging", () => {
  test("moves one thing as one transaction, and one undo brings it back", async () => {
    const maya = await sit();
    maya.drag([140, 130], [240, 330]);
    expect(maya.box("a")).toEqual([200, 300, 80, 60]);
    expect(maya.acts()).toBe(1);
    expect(maya.key("mod+z").box("a")).toEqual([100, 100, 80, 60]);
    expect(maya.key("mod+shift+z").box("a")).toEqual([200, 300, 80, 60]);
  });

  test("a tremble is a click, not a drag", async () => {
    const maya = await sit();
    maya.drag([140, 130], [142, 131]);
    expect(maya.box("a")).toEqual([100, 100, 80, 60]);
    expect(maya.acts()).toBe(0);
  });

  test("moves all that is selected, of every kind, as one transaction", async () => {
    const lay = all(three, note("n", [700, 100, 120, 90]), line("ink", [700, 300], [760, 320]));
    const maya = await sit(lay);
    const ink = maya.box("ink") ?? [];
    maya.choose("a", "b", "n", "ink").drag([140, 130], [140, 180], { mod: true });
    // Ctrl on the press takes one out again; it stays in where the press was a drag.
    expect(maya.box("a")).toEqual([100, 150, 80, 60]);
    expect(maya.box("b")).toEqual([300, 150, 80, 60]);
    expect(maya.box("n")).toEqual([700, 150, 120, 90]);
    expect(maya.box("ink")?.[1]).toBe((ink[1] ?? 0) + 50);
    expect(maya.box("c")).toEqual([500, 400, 80, 60]);
    expect(maya.acts()).toBe(1);
  });

  test("comes into line with what lies near, unless Ctrl is held", async () => {
    const maya = await sit();
    maya.drag([140, 130], [140, 427]);
    expect(maya.box("a")?.[1]).toBe(400);
    maya.key("mod+z").drag([140, 130], [140, 427], { mod: true });
    expect(maya.box("a")?.[1]).toBe(397);
  });

  test("of a group takes all of it, whichever of it is taken hold of", async () => {
    const maya = await sit(all(three, grouped("a", "g"), grouped("c", "g")));
    maya.drag([140, 130], [140, 240]);
    expect(maya.selected()).toEqual(["a", "c"]);
    expect([maya.box("a")?.[1], maya.box("b")?.[1], maya.box("c")?.[1]]).toEqual([210, 100, 510]);
    expect(maya.acts()).toBe(1);
  });

  test("leaves what is locked where it is, alone and among others", async () => {
    const maya = await sit(all(three, changed("a", { locked: true })));
    maya.drag([140, 130], [240, 330]);
    expect(maya.box("a")).toEqual([100, 100, 80, 60]);
    expect(maya.acts()).toBe(0);
    maya.choose("a", "b").drag([340, 130], [340, 230]);
    expect(maya.box("a")).toEqual([100, 100, 80, 60]);
    expect(maya.box("b")).toEqual([300, 200, 80, 60]);
  });

  test("Escape on the way leaves the document as it was, and the hand empty", async () => {
    const maya = await sit();
    const before = registersOf(maya.session.doc);
    maya.pull([140, 130], [400, 500]);
    expect(maya.shown("a")?.x).toBe(360);
    maya.key("escape").pointerMove(600, 600).pointerUp().wait(1_000);
    expect(registersOf(maya.session.doc)).toEqual(before);
    expect(maya.shown("a")).toEqual({ x: 100, y: 100, w: 80, h: 60 });
    expect(maya.doing().drag).toBeUndefined();
    expect(maya.acts()).toBe(0);
  });

  test("a pointer that the browser takes away gives the drag up", async () => {
    const maya = await sit();
    maya.pull([140, 130], [400, 500]).pointerCancel();
    expect(maya.box("a")).toEqual([100, 100, 80, 60]);
    expect(maya.acts()).toBe(0);
  });

  test("kept at an edge the table comes along under the thing", async () => {
    const maya = await sit();
    maya.pull([540, 430], [1195, 430]).wait(1_000).pointerUp();
    expect(maya.ground.camera().x).toBeGreaterThan(100);
    expect(maya.box("c")?.[0]).toBe(Math.round(500 + 655 + maya.ground.camera().x));
  });
});

describe("a finger", () => {
  const finger = { kind: "touch" } as const;

  test("on a thing that is not selected pans; kept still first it takes hold", async () => {
    const maya = await sit();
    maya.drag([140, 130], [240, 130], finger);
    expect(maya.ground.camera().x).toBe(-100);
    expect(maya.box("a")).toEqual([100, 100, 80, 60]);
    maya
      .pointerDown(240, 130, finger)
      .wait(600)
      .pointerMove(240, 230)
      .pointerMove(240, 260)
      .pointerUp();
    expect(maya.box("a")).toEqual([100, 230, 80, 60]);
  });

  test("a tap selects, and what is selected follows the finger at once", async () => {
    const maya = await sit();
    maya.click(140, 130, finger);
    expect(maya.selected()).toEqual(["a"]);
    maya.drag([140, 130], [140, 330], finger);
    expect(maya.box("a")).toEqual([100, 300, 80, 60]);
  });

  test("a second one gives a drag up and zooms instead", async () => {
    const maya = await sit();
    maya.choose("a").pull([140, 130], [140, 330], finger);
    maya.pointerDown(400, 330, { ...finger, pointer: 2 });
    for (const x of [450, 520, 600, 680]) maya.pointerMove(x, 330, { pointer: 2 });
    maya.pointerUp({ pointer: 2 }).pointerUp();
    expect(maya.box("a")).toEqual([100, 100, 80, 60]);
    expect(maya.ground.camera().scale).toBeGreaterThan(1.5);
    expect(maya.acts()).toBe(0);
  });

  test("kept still and lifted asks for the menu", async () => {
    const maya = await sit();
    maya.pointerDown(140, 130, finger).wait(600).pointerUp();
    expect(maya.told.menus).toEqual([{ x: 140, y: 130 }]);
    expect(maya.acts()).toBe(0);
  });
});

describe("keys", () => {
  test("arrows move what is selected by one, with Shift by ten; locked things stay", async () => {
    const maya = await sit(all(three, changed("b", { locked: true })));
    await maya.choose("a", "b").key("arrowright").done();
    await maya.key("shift+arrowdown").done();
    expect(maya.box("a")).toEqual([101, 110, 80, 60]);
    expect(maya.box("b")).toEqual([300, 100, 80, 60]);
    expect(maya.acts()).toBe(2);
    expect(maya.key("mod+z").box("a")).toEqual([101, 100, 80, 60]);
  });

  test("F2 begins to write on the one thing selected, and on nothing else", async () => {
    const maya = await sit();
    maya.choose("a").key("f2");
    expect(maya.state.get().writing).toBe("a");
    maya.click(800, 700).choose("a", "b").key("f2");
    expect(maya.state.get().writing).toBeUndefined();
  });

  test("group, lock and delete act on what a sweep took", async () => {
    const maya = await sit();
    await maya.drag([50, 50], [420, 200]).key("mod+g").done();
    expect(maya.thing("a")?.group).toBe(maya.thing("b")?.group);
    await maya.key("mod+shift+l").done();
    expect(maya.things().map(({ locked }) => locked)).toEqual([true, true, false]);
    maya.key("delete");
    expect(maya.things()).toHaveLength(3);
    await maya.key("mod+shift+l").done();
    maya.key("delete");
    expect(maya.things().map(({ id }) => id)).toEqual(["c"]);
  });

  test("Space down, every press moves the table", async () => {
    const maya = await sit();
    maya.holdSpace(true).drag([140, 130], [240, 180]).holdSpace(false);
    expect(maya.ground.camera()).toEqual({ x: -100, y: -50, scale: 1 });
    expect(maya.box("a")).toEqual([100, 100, 80, 60]);
  });
});
