/** Arranging free things: what hands take hold of, line up, stack, group, lock, copy. */
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import * as arrange from "../../client/board/arranging/arranging-acts.ts";
import { copiesOf, layDown, packed, unpacked } from "../../client/board/arranging/copies.ts";
import { carried, shifted, withGroups } from "../../client/board/arranging/held-things.ts";
import type { MemberId, NoteId, ShapeId, StrokeId } from "../../shared/base/ids.ts";
import { addNote } from "../../shared/board/notes.ts";
import { addShape, freeEnd, type LineEnd } from "../../shared/board/shapes.ts";
import { addStroke } from "../../shared/board/strokes.ts";
import { changeThings, type ThingId, thingsOf } from "../../shared/board/things.ts";
import { handsOn } from "../fixtures/acting.ts";
import { inventBoard } from "../fixtures/board.ts";

const by = "member-Maya" as MemberId;
const unknown = () => undefined;

/** Three notes in a row, 100 apart and 50 wide, a box over the second, and a stroke. */
function table() {
  const { doc } = inventBoard({
    papers: 1,
    pagesPerPaper: 1,
    marks: 0,
    notes: 0,
    strokes: 0,
    needs: 0,
  });
  const hands = handsOn(doc);
  for (const [i, name] of ["a", "b", "c"].entries()) {
    const note = { stance: "plain", by, size: { w: 50, h: 40 } } as const;
    const words = name === "b" ? "**b**" : name;
    addNote(doc, { id: name as NoteId, pos: { x: i * 100, y: i * 7 }, words, ...note }, "laid");
  }
  addShape(
    doc,
    { id: "box" as ShapeId, kind: "box", pos: { x: 90, y: 0 }, size: { w: 80, h: 80 }, by },
    "laid",
  );
  const points = [
    { x: 300, y: 300, pressure: 0.5 },
    { x: 340, y: 320, pressure: 0.5 },
  ];
  const stroke = { tool: "pen", colour: "ink", width: 2, page: undefined, points, by } as const;
  addStroke(doc, { id: "ink" as StrokeId, ...stroke }, "laid");
  const things = () => thingsOf(hands.reader.view());
  return {
    hands,
    doc,
    things,
    box: (id: string) => things().get(id as ThingId)?.box,
    stack: (): readonly string[] => [...things().keys()],
  };
}

describe("lining up", () => {
  test("moves all to one edge as one act, and one undo brings all back", () => {
    const { hands, box } = table();
    expect(arrange.align(hands, ["a", "b", "c", "ink"], "left", unknown)).toBe(true);
    expect(["a", "b", "c", "ink"].map((id) => box(id)?.x)).toEqual([0, 0, 0, 0]);
    hands.history.undo();
    expect(["a", "b", "c", "ink"].map((id) => box(id)?.x)).toEqual([0, 100, 200, 298]);
  });

  test("goes by how large things are shown, where that is known", () => {
    const { hands, box } = table();
    const grown = (id: string) => (id === "c" ? { x: 200, y: 14, w: 50, h: 400 } : undefined);
    arrange.align(hands, ["a", "c"], "bottom", grown);
    expect(box("a")?.y).toBe(374);
  });

  test("takes a group as one, and leaves what is locked", () => {
    const { hands, box } = table();
    arrange.group(hands, ["b", "c"]);
    arrange.lock(hands, ["a"], true);
    arrange.align(hands, ["a", "b", "c", "box"], "right", unknown);
    expect(box("a")?.x).toBe(0);
    expect(box("c")?.x).toBe(200);
    expect(box("b")?.x).toBe(100);
    expect(box("box")?.x).toBe(170);
  });

  test("distributing and tidying move several, and do nothing to papers", () => {
    const { hands, box, things } = table();
    const [paper = ""] = [...hands.reader.view().papers.keys()];
    arrange.nudge(hands, ["b"], { x: 30, y: 0 });
    arrange.distribute(hands, ["a", "b", "c"], "x", unknown);
    expect(box("b")?.x).toBe(100);
    expect(arrange.tidy(hands, ["a", "b", "c"], unknown)).toBe(true);
    expect(things().size).toBe(5);
    expect(arrange.tidy(hands, [paper], unknown)).toBe(false);
    expect(arrange.nudge(hands, [paper], { x: 1, y: 0 })).toBe(false);
  });
});

describe("stacking", () => {
  test("front, back, and past the next that it touches", () => {
    const { hands, stack } = table();
    expect(stack()).toEqual(["a", "b", "c", "box", "ink"]);
    arrange.restack(hands, ["a", "c"], "front", unknown);
    expect(stack()).toEqual(["b", "box", "a", "c", "ink"]);
    arrange.restack(hands, ["c"], "back", unknown);
    expect(stack()).toEqual(["c", "b", "box", "a", "ink"]);
    arrange.restack(hands, ["b"], "forward", unknown);
    expect(stack()).toEqual(["c", "box", "b", "a", "ink"]);
    arrange.restack(hands, ["b"], "backward", unknown);
    expect(stack()).toEqual(["c", "b", "box", "a", "ink"]);
    expect(arrange.restack(hands, ["c"], "back", unknown)).toBe(false);
  });

  test("finds a place between things that were given the same key", () => {
    const { hands, doc, things, stack } = table();
    const key = things().get("a" as ThingId)?.order ?? "";
    changeThings(doc, [{ kind: "note", id: "b" as NoteId, order: key }], "colleague");
    arrange.restack(hands, ["c"], "back", unknown);
    arrange.restack(hands, ["box"], "back", unknown);
    expect(stack().slice(0, 2)).toEqual(["box", "c"]);
    arrange.restack(hands, ["box"], "forward", unknown);
    expect(stack().indexOf("box")).toBeGreaterThan(stack().indexOf("c"));
  });
});

describe("groups, frames and locks", () => {
  test("taking hold of one of a group takes hold of all, until it is taken apart", () => {
    const { hands, things } = table();
    arrange.group(hands, ["a", "box", "ink"]);
    expect(withGroups(things(), ["box"]).toSorted()).toEqual(["a", "box", "ink"]);
    arrange.ungroup(hands, ["box", "a", "ink"]);
    expect(withGroups(things(), ["box"])).toEqual(["box"]);
    expect(arrange.group(hands, ["a"])).toBe(false);
  });

  test("a frame that moves takes along what lies in it, and in frames in it, but nothing locked", () => {
    const { hands, doc, things } = table();
    const frame = (id: string, inside?: ShapeId) =>
      addShape(
        doc,
        { id: id as ShapeId, kind: "frame", by, ...(inside && { frame: inside }) },
        "laid",
      );
    frame("outer");
    frame("inner", "outer" as ShapeId);
    changeThings(doc, [{ kind: "note", id: "a" as NoteId, frame: "inner" as ShapeId }], "laid");
    changeThings(doc, [{ kind: "note", id: "b" as NoteId, frame: "outer" as ShapeId }], "laid");
    arrange.lock(hands, ["b"], true);
    expect(carried(things(), ["outer"]).map(({ id }) => id)).toEqual(["outer", "inner", "a"]);
  });

  test("frames that lie in each other by two people's doing end nowhere", () => {
    const { doc, things } = table();
    for (const [id, frame] of [
      ["one", "two"],
      ["two", "one"],
    ] as const) {
      addShape(doc, { id: id as ShapeId, kind: "frame", frame: frame as ShapeId, by }, "laid");
    }
    expect(carried(things(), ["one"]).map(({ id }) => id)).toEqual(["one", "two"]);
  });

  test("of a line that is moved, a bound end stays bound", () => {
    const { doc, hands, things } = table();
    const to: LineEnd = { at: { x: 9, y: 9 }, on: "a", side: { x: 0, y: 0.5 } };
    const ends = { from: freeEnd({ x: 0, y: 0 }), to };
    addShape(doc, { id: "line" as ShapeId, kind: "arrow", ends, by }, "laid");
    const thing = things().get("line" as ThingId);
    const line = hands.reader.view().shapes.get("line" as ShapeId);
    if (!thing) throw new Error("the line is on the table");
    expect(shifted(thing, line, { x: 5, y: 6 })).toMatchObject({
      from: { at: { x: 5, y: 6 } },
      to: { at: { x: 14, y: 15 }, on: "a" },
    });
  });
});

describe("copies", () => {
  test("are whole: looks, groups, and lines bound to what was copied with them", () => {
    const { hands, doc, things } = table();
    const bound = (on: string): LineEnd => ({ at: { x: 0, y: 0 }, on, side: { x: 0.5, y: 0.5 } });
    const ends = { from: bound("a"), to: bound("c") };
    addShape(doc, { id: "line" as ShapeId, kind: "arrow", ends, colour: "clay", by }, "laid");
    arrange.group(hands, ["a", "b"]);
    const copies = copiesOf(hands.reader.view(), ["a", "b", "line", "ink"]);
    if (!copies) throw new Error("there is something to copy");
    const made = layDown(hands, copies, { x: copies.middle.x + 1000, y: copies.middle.y });
    const fresh = made.map((id) => things().get(id as ThingId));
    expect(fresh.map((one) => one?.kind)).toEqual(["note", "note", "shape", "stroke"]);
    expect(fresh[0]?.group).toBe(fresh[1]?.group);
    expect(fresh[0]?.group).not.toBe(things().get("a" as ThingId)?.group);
    expect(fresh[0]?.box.x).toBe(1000);
    const line = hands.reader.view().shapes.get(made[2] as ShapeId);
    // Its other end was bound to something that was not copied.
    expect(line?.ends?.from.on).toBe(made[0]);
    expect(line?.ends?.to.on).toBeUndefined();
    expect(line?.colour).toBe("clay");
    hands.history.undo();
    expect(made.some((id) => things().has(id as ThingId))).toBe(false);
  });

  test("survive the clipboard, and land where they are asked to", () => {
    const { hands } = table();
    const other = table();
    const copies = copiesOf(hands.reader.view(), ["a", "box", "ink"]);
    if (!copies) throw new Error("there is something to copy");
    const read = unpacked(packed(copies, hands.newId));
    if (!read) throw new Error("what was packed is unpacked");
    const made = layDown(other.hands, read, { x: 0, y: 0 });
    expect(made).toHaveLength(3);
    expect(other.hands.reader.view().notes.get(made[0] as NoteId)).toMatchObject({
      words: "a",
      by,
    });
  });

  test("whatever else the clipboard holds is none of ours", () => {
    for (const text of ["", "hello", "{}", btoa("hello"), "\u0000", btoa("\u0000\u0000")]) {
      expect(unpacked(text)).toBeUndefined();
    }
    expect(copiesOf(table().hands.reader.view(), ["nothing"])).toBeUndefined();
    const doc = new Y.Doc();
    doc.getMap("notes").set("x", "no record" as never);
    const bytes = String.fromCharCode(...Y.encodeStateAsUpdate(doc));
    expect(unpacked(btoa(bytes))).toBeUndefined();
  });
});
