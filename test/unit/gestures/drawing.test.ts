/** What tools put on the table: notes, text, shapes, lines, frames. */
import { describe, expect, test } from "vitest";
import type { ShapeId } from "../../../shared/base/ids.ts";
import { type Editor, sitAlone } from "../../fixtures/editor-driver.ts";
import { registersOf } from "../../fixtures/invariants.ts";
import { all, boxes, note } from "../../fixtures/laid-things.ts";

/** The shapes that were not laid down. */
const made = (editor: Editor) =>
  [...editor.view().shapes.values()].filter(({ id }) => id.length > 4);
const shape = (editor: Editor) => {
  const [one, ...more] = made(editor);
  if (!one || more.length > 0) throw new Error(`${more.length + (one ? 1 : 0)} shapes were made`);
  return one;
};

describe.each(["box", "ellipse"] as const)("a %s", (kind) => {
  test("stands where it was pulled open, is selected, and the hand selects again", async () => {
    const maya = await sitAlone();
    maya.tool(kind).drag([100, 100], [220, 160]);
    const { id, kind: is } = shape(maya);
    expect([is, maya.box(id)]).toEqual([kind, [100, 100, 120, 60]]);
    expect(maya.selected()).toEqual([id]);
    expect(maya.state.get().tool).toBe("select");
    expect(maya.acts()).toBe(1);
    expect(maya.key("mod+z").things()).toEqual([]);
    expect(maya.key("mod+shift+z").box(id)).toEqual([100, 100, 120, 60]);
  });

  test("is as wide as high with Shift, and grows from its middle with Alt", async () => {
    const maya = await sitAlone();
    maya.tool(kind).drag([100, 100], [220, 160], { shift: true });
    expect(maya.box(shape(maya).id)).toEqual([100, 100, 120, 120]);
    maya.key("mod+z").tool(kind).drag([300, 300], [340, 320], { alt: true });
    expect(maya.box(shape(maya).id)).toEqual([260, 280, 80, 40]);
  });

  test("comes at its usual size round a click, and by a finger as by a mouse", async () => {
    const maya = await sitAlone();
    maya.tool(kind).click(400, 300);
    expect(maya.box(shape(maya).id)).toEqual([310, 240, 180, 120]);
    maya.key("mod+z").tool(kind).drag([100, 100], [300, 200], { kind: "touch" });
    expect(maya.box(shape(maya).id)).toEqual([100, 100, 200, 100]);
  });

  test("given up by Escape or a second finger never was", async () => {
    const maya = await sitAlone();
    const before = registersOf(maya.session.doc);
    maya.tool(kind).pull([100, 100], [300, 200]).key("escape").pointerUp();
    expect(maya.state.get().tool).toBe(kind);
    maya.pull([100, 100], [300, 200], { kind: "touch" });
    maya.pointerDown(500, 500, { kind: "touch", pointer: 2 }).pointerUp({ pointer: 2 }).pointerUp();
    expect(registersOf(maya.session.doc)).toEqual(before);
    expect(maya.doing().stroke).toBeUndefined();
  });
});

describe("a note", () => {
  test("is put where the table is pressed, and is written on", async () => {
    const maya = await sitAlone();
    maya.tool("note").click(400, 300);
    const [one] = maya.things();
    expect(one?.kind).toBe("note");
    expect(maya.state.get()).toMatchObject({ tool: "select", writing: one?.id });
    expect(maya.acts()).toBe(1);
    expect(maya.key("mod+z").things()).toEqual([]);
  });

  test("a finger that pans puts none, one that taps does", async () => {
    const maya = await sitAlone();
    maya.tool("note").drag([400, 300], [500, 300], { kind: "touch" });
    expect(maya.things()).toEqual([]);
    maya.click(400, 300, { kind: "touch" });
    expect(maya.things()).toHaveLength(1);
  });
});

describe("a text", () => {
  test("is as wide as it was pulled open, and left without words it is gone", async () => {
    const maya = await sitAlone();
    maya.tool("text").drag([100, 100], [400, 140]);
    const { id } = shape(maya);
    expect(maya.box(id)?.[2]).toBe(300);
    expect(maya.state.get().writing).toBe(id);
    maya.click(800, 700);
    expect(maya.things()).toEqual([]);
  });
});

describe("lines", () => {
  test.each(["line", "arrow"] as const)("a %s runs from press to lift", async (kind) => {
    const maya = await sitAlone();
    maya.tool(kind).drag([100, 100], [300, 250]);
    const { kind: is, ends } = shape(maya);
    expect([is, ends?.from.at, ends?.to.at]).toEqual([
      kind,
      { x: 100, y: 100 },
      { x: 300, y: 250 },
    ]);
    expect(maya.acts()).toBe(1);
  });

  test("two clicks make one as well, and Shift keeps it to even ways", async () => {
    const maya = await sitAlone();
    maya.tool("line").click(100, 100).pointerMove(200, 110).click(300, 104, { shift: true });
    const at = shape(maya).ends?.to.at;
    expect(at?.y).toBe(100);
    expect(at?.x).toBe(300);
  });

  test("a connector binds to what it begins and ends on, and stays bound when that moves", async () => {
    const maya = await sitAlone({
      lay: all(boxes({ a: [100, 100, 80, 60] }), note("n", [600, 100, 120, 90])),
    });
    maya.tool("connector").drag([140, 130], [660, 145]);
    const { id, ends } = shape(maya);
    expect([ends?.from.on, ends?.to.on]).toEqual(["a", "n"]);
    const before = maya.shown(id);
    maya.wait(500).drag([660, 145], [660, 545]);
    const after = maya.shown(id);
    expect(after && before && after.h > before.h + 300).toBe(true);
    expect(maya.view().shapes.get(id)?.ends?.to.on).toBe("n");
    expect(maya.key("mod+z").wait(1_000).shown(id)).toEqual(before);
  });

  test("with Ctrl a connector binds to nothing, and over the bare table it is free", async () => {
    const maya = await sitAlone({ lay: boxes({ a: [100, 100, 80, 60] }) });
    maya.tool("connector").drag([140, 130], [400, 400], { mod: true });
    const { ends } = shape(maya);
    expect([ends?.from.on, ends?.to.on]).toEqual([undefined, undefined]);
  });

  test("a line's end is pulled by its handle, and Escape leaves it", async () => {
    const maya = await sitAlone();
    maya.tool("arrow").drag([100, 100], [300, 250]).acts();
    const { id } = shape(maya);
    const end = () => maya.view().shapes.get(id)?.ends?.to.at;
    maya.pull([300, 250], [500, 300]).key("escape").pointerUp();
    expect(end()).toEqual({ x: 300, y: 250 });
    expect(maya.acts()).toBe(0);
    maya.drag([300, 250], [500, 300]);
    expect(end()).toEqual({ x: 500, y: 300 });
    expect(maya.acts()).toBe(1);
  });
});

describe("a frame", () => {
  const lay = boxes({ in: [200, 200, 80, 60], over: [460, 200, 80, 60] });

  test("owns what lies wholly in it when it is drawn, and takes it along", async () => {
    const maya = await sitAlone({ lay });
    maya.tool("frame").drag([150, 150], [500, 400]);
    const { id } = shape(maya);
    expect([maya.thing("in")?.frame, maya.thing("over")?.frame]).toEqual([id, undefined]);
    maya.drag([300, 150], [300, 250]);
    expect(maya.box("in")).toEqual([200, 300, 80, 60]);
    expect(maya.box("over")).toEqual([460, 200, 80, 60]);
    maya.key("mod+z").key("mod+z");
    expect(maya.things().map(({ frame }) => frame)).toEqual([undefined, undefined]);
  });

  test("what is dropped in it becomes its own, what is dragged out is not any more", async () => {
    const maya = await sitAlone({ lay: all(boxes({ b: [700, 600, 40, 40] })) });
    maya.tool("frame").drag([100, 100], [500, 400]);
    const { id } = shape(maya);
    maya.drag([720, 620], [300, 250]);
    expect(maya.thing("b")?.frame).toBe(id);
    maya.drag([300, 250], [720, 620]);
    expect(maya.thing("b")?.frame).toBeUndefined();
    expect(maya.view().shapes.get("b" as ShapeId)).toBeDefined();
  });
});
