/** Pen, highlighter, eraser and regions, on the bare table and on papers. */
import { describe, expect, test } from "vitest";
import type { StrokeId } from "../../../shared/base/ids.ts";
import { type Editor, sitAlone } from "../../fixtures/editor-driver.ts";
import { registersOf } from "../../fixtures/invariants.ts";
import { all, line } from "../../fixtures/laid-things.ts";

const strokes = (editor: Editor) => [...editor.view().strokes.values()];
const wave = [
  [100, 300],
  [140, 280],
  [180, 320],
  [220, 280],
  [260, 320],
] as const;

describe.each(["pen", "highlighter"] as const)("a %s", (tool) => {
  test("leaves the line the hand drew, as one transaction, and goes on drawing", async () => {
    const maya = await sitAlone();
    maya.tool(tool).along(wave, { kind: "pen", pressure: 0.7 });
    const [stroke, ...more] = strokes(maya);
    expect(more).toEqual([]);
    expect([stroke?.tool, stroke?.page]).toEqual([tool, undefined]);
    expect(stroke?.points.at(0)?.x).toBeCloseTo(100, 0);
    expect(stroke?.points.at(-1)?.x).toBeCloseTo(260, -1);
    expect(maya.acts()).toBe(1);
    maya.along(wave);
    expect(strokes(maya)).toHaveLength(2);
    maya.key("mod+z").key("mod+z");
    expect(strokes(maya)).toEqual([]);
  });

  test("keeps to a straight line with Shift", async () => {
    const maya = await sitAlone();
    maya.tool(tool).along(wave, { shift: true });
    const [stroke] = strokes(maya);
    expect(stroke?.points).toHaveLength(2);
  });

  test("tells colleagues of the line under it, and takes that back with Escape", async () => {
    const maya = await sitAlone();
    const before = registersOf(maya.session.doc);
    maya.tool(tool).pull([100, 300], [260, 320]);
    expect(maya.doing().stroke?.length).toBeGreaterThan(1);
    maya.key("escape").pointerUp();
    expect(maya.doing().stroke).toBeUndefined();
    expect(registersOf(maya.session.doc)).toEqual(before);
    expect(maya.acts()).toBe(0);
  });

  test("draws by finger until a pen was seen; then a finger pans", async () => {
    const maya = await sitAlone();
    maya.tool(tool).along(wave, { kind: "touch" });
    expect(strokes(maya)).toHaveLength(1);
    maya.along(wave, { kind: "pen" }).along(wave, { kind: "touch" });
    expect(strokes(maya)).toHaveLength(2);
    expect(maya.ground.camera().x).not.toBe(0);
  });

  test("a pen takes over from a palm that came down first", async () => {
    const maya = await sitAlone();
    maya.tool(tool).pull([500, 500], [520, 520], { kind: "touch", pointer: 2 });
    maya.along(wave, { kind: "pen", pointer: 3 }).pointerUp({ pointer: 2 });
    expect(strokes(maya).map(({ points }) => Math.round(points[0]?.x ?? 0))).toEqual([100]);
  });
});

describe("an eraser", () => {
  const lay = all(
    line("one", [100, 100], [500, 100], { steps: 80 }),
    line("two", [100, 200], [500, 200], { steps: 80 }),
    line("three", [100, 400], [500, 400], { steps: 80 }),
  );

  test("takes whole strokes that it touches, together, as one transaction", async () => {
    const maya = await sitAlone({ lay });
    maya.tool("eraser").drag([300, 50], [300, 250]);
    expect(strokes(maya).map(({ id }) => id)).toEqual(["three"]);
    expect(maya.acts()).toBe(1);
    maya.key("mod+z");
    expect(strokes(maya)).toHaveLength(3);
  });

  test("takes only the part it touches where that is asked, and undo mends it", async () => {
    const maya = await sitAlone({ lay });
    maya.tool("eraser", { eraserMode: "part" }).drag([300, 50], [300, 250]);
    expect(strokes(maya).map(({ pieces }) => pieces?.length)).toEqual([2, 2, undefined]);
    expect(maya.acts()).toBe(1);
    // The halves are strokes of their own to the eye.
    maya.tool("eraser", { eraserMode: "whole" }).click(150, 100);
    expect(maya.view().strokes.get("one" as StrokeId)?.pieces?.length).toBe(1);
    maya.key("mod+z").key("mod+z");
    expect(strokes(maya).map(({ pieces }) => pieces)).toEqual([undefined, undefined, undefined]);
  });

  test("given up by Escape leaves all as it was", async () => {
    const maya = await sitAlone({ lay });
    const before = registersOf(maya.session.doc);
    maya.tool("eraser").pull([300, 50], [300, 250]);
    expect(maya.marking.draft().erasing?.size).toBe(2);
    maya.key("escape").pointerUp();
    expect(registersOf(maya.session.doc)).toEqual(before);
    expect(maya.acts()).toBe(0);
  });

  test("meets nothing on the bare table and writes nothing", async () => {
    const maya = await sitAlone({ lay });
    maya.tool("eraser").drag([600, 600], [700, 700]);
    expect(maya.acts()).toBe(0);
  });
});

describe("on a paper", () => {
  /** One paper in the tray, seen so that its page is large. */
  async function sitAtAPaper() {
    const maya = await sitAlone({ board: { papers: 2 } });
    const [page] = maya.laid.pages;
    const rect = page && maya.places.rectOfPage(page);
    if (!page || !rect) throw new Error("a page lies open");
    const scale = 4;
    maya.ground.moveTo({ x: rect.x - 20, y: rect.y - 20, scale }, "at once");
    const at = (x: number, y: number) =>
      [(20 + x * rect.w) * scale, (20 + y * rect.h) * scale] as const;
    return { maya, page, at };
  }

  test("ink that begins on a page belongs to that page, in its fractions", async () => {
    const { maya, page, at } = await sitAtAPaper();
    maya.tool("pen").along([at(0.2, 0.2), at(0.3, 0.25), at(0.4, 0.2)]);
    const [stroke] = strokes(maya);
    expect(stroke?.page).toBe(page);
    expect(stroke?.points[0]?.x).toBeCloseTo(0.2, 1);
  });

  test("a region is drawn and waits for words; only then is it kept", async () => {
    const { maya, page, at } = await sitAtAPaper();
    maya.tool("region").drag(at(0.2, 0.2), at(0.6, 0.4));
    const { composing } = maya.state.get();
    expect(composing?.page).toBe(page);
    expect(composing?.rect.x).toBeCloseTo(0.2, 5);
    expect(composing?.rect.w).toBeCloseTo(0.4, 5);
    expect(maya.acts()).toBe(0);
    maya.key("escape");
    expect(maya.state.get().composing).toBeUndefined();
  });

  test("Escape gives a region up on the way; a finger beside all papers pans", async () => {
    const { maya, at } = await sitAtAPaper();
    maya.tool("region").pull(at(0.2, 0.2), at(0.6, 0.4)).key("escape").pointerUp();
    expect(maya.state.get().composing).toBeUndefined();
    const { x } = maya.ground.camera();
    maya.drag([30, 30], [60, 30], { kind: "touch" });
    expect(maya.ground.camera().x).toBeLessThan(x);
  });
});

test("a laser shines while it is pressed, for all to see, and writes nothing", async () => {
  const maya = await sitAlone();
  maya.tool("laser").pull([100, 100], [300, 300]);
  expect(maya.doing()).toMatchObject({ laser: true, at: { x: 300, y: 300 } });
  maya.pointerUp();
  expect(maya.doing().laser).toBeUndefined();
  expect(maya.acts()).toBe(0);
});
