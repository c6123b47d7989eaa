/** The handles round what is selected: larger, smaller, turned. */
import { describe, expect, test } from "vitest";
import { sitAlone } from "../../fixtures/editor-driver.ts";
import { registersOf } from "../../fixtures/invariants.ts";
import { all, boxes, changed, line, note } from "../../fixtures/laid-things.ts";

const two = boxes({ a: [200, 200, 100, 80], b: [500, 300, 100, 80] });
const sit = (lay = two) => sitAlone({ lay });

describe("a handle", () => {
  test("of a corner pulls two sides, what lies opposite stays; one transaction", async () => {
    const maya = await sit();
    maya.choose("a").drag([300, 280], [360, 300]);
    expect(maya.box("a")).toEqual([200, 200, 160, 100]);
    maya.drag([200, 200], [150, 180]);
    expect(maya.box("a")).toEqual([150, 180, 210, 120]);
    expect(maya.acts()).toBe(2);
    expect(maya.key("mod+z").key("mod+z").box("a")).toEqual([200, 200, 100, 80]);
  });

  test("of a side pulls that side, and no side becomes too small to be taken hold of", async () => {
    const maya = await sit();
    maya.choose("a").drag([300, 240], [350, 400]);
    expect(maya.box("a")).toEqual([200, 200, 150, 80]);
    maya.drag([350, 240], [100, 240]);
    expect(maya.box("a")).toEqual([200, 200, 16, 80]);
  });

  test("with Shift keeps a box's proportion, with Alt its middle", async () => {
    const maya = await sit();
    maya.choose("a").drag([300, 280], [400, 280], { shift: true });
    expect(maya.box("a")).toEqual([200, 200, 200, 160]);
    maya.key("mod+z").drag([300, 280], [320, 290], { alt: true });
    expect(maya.box("a")).toEqual([180, 190, 140, 100]);
  });

  test("of a note keeps its proportion by itself", async () => {
    const maya = await sit(note("n", [200, 200, 100, 80]));
    maya.choose("n").drag([300, 280], [400, 280]);
    expect(maya.box("n")).toEqual([200, 200, 200, 160]);
  });

  test("over the upper side turns, with Shift in steps; a finger does it as well", async () => {
    const maya = await sit();
    maya.choose("a").drag([250, 174], [316, 240]);
    expect(maya.thing("a")?.turn).toBe(90);
    expect(maya.acts()).toBe(1);
    maya.key("mod+z").drag([250, 174], [300, 200], { shift: true, kind: "touch" });
    expect((maya.thing("a")?.turn ?? 0) % 15).toBe(0);
    expect(maya.thing("a")?.turn).toBeGreaterThan(0);
  });

  test("holds what lies opposite still to the eye while it is pulled", async () => {
    const maya = await sit();
    maya.choose("a").pull([200, 200], [150, 180]);
    expect(maya.shown("a")).toEqual({ x: 150, y: 180, w: 150, h: 100 });
  });

  test("carries along the lines that end on what it pulls", async () => {
    const maya = await sit();
    maya.tool("connector").drag([250, 240], [550, 340]);
    const [line = ""] = maya.selected();
    maya.wait(500).choose("b").pull([600, 380], [600, 780]);
    const rect = maya.shown(line);
    expect(rect && rect.y + rect.h).toBeGreaterThan(450);
  });

  test("round several pulls and turns them as one, ink among them", async () => {
    const maya = await sit(all(two, line("ink", [250, 400], [290, 420])));
    maya.choose("a", "b").drag([600, 380], [1000, 560], { shift: true });
    expect(maya.box("a")).toEqual([200, 200, 200, 160]);
    expect(maya.box("b")).toEqual([800, 400, 200, 160]);
    expect(maya.acts()).toBe(1);
    const wide = maya.box("ink")?.[2] ?? 0;
    maya.choose("ink").drag([293, 423], [353, 453]);
    expect(maya.box("ink")?.[2]).toBeGreaterThan(wide * 1.5);
  });

  test("Escape on the way leaves the document as it was", async () => {
    const maya = await sit();
    const before = registersOf(maya.session.doc);
    maya.choose("a").pull([300, 280], [500, 500]);
    expect(maya.shown("a")).toEqual({ x: 200, y: 200, w: 300, h: 300 });
    maya.key("escape").pointerUp();
    expect(registersOf(maya.session.doc)).toEqual(before);
    expect(maya.shown("a")).toEqual({ x: 200, y: 200, w: 100, h: 80 });
    expect(maya.acts()).toBe(0);
  });

  test("is not there for what is locked: the press begins a sweep, or a drag of nothing", async () => {
    const maya = await sit(all(two, changed("a", { locked: true })));
    maya.choose("a").drag([302, 282], [400, 400]);
    expect(maya.box("a")).toEqual([200, 200, 100, 80]);
    expect(maya.acts()).toBe(0);
  });

  test("of something turned pulls along its own sides", async () => {
    const maya = await sit(all(two, changed("a", { turn: 90 })));
    // On its side the box stands from 210 to 290 and 190 to 290; its own "e" points down.
    maya.choose("a").drag([250, 290], [250, 330]);
    expect(maya.box("a")?.slice(2)).toEqual([140, 80]);
  });
});
