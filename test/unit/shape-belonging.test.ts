import { beforeEach, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { changesOfDrop, wholeIn } from "../../client/board/shapes/belonging.ts";
import type { MemberId, NoteId, ShapeId } from "../../shared/base/ids.ts";
import { addNote } from "../../shared/board/notes.ts";
import { readBoard } from "../../shared/board/reader.ts";
import { addShape, freeEnd, type NewShape } from "../../shared/board/shapes.ts";
import { changeThings, deleteThings, thingsOf } from "../../shared/board/things.ts";

const by = "maya" as MemberId;
const me = Symbol("me");
const id = (name: string): ShapeId => name as ShapeId;
const note = "note" as NoteId;
let doc: Y.Doc;

const add = (name: string, shape: Omit<NewShape, "id" | "by">): void =>
  addShape(doc, { id: id(name), by, ...shape }, me);
const look = () => {
  const view = readBoard(doc);
  return { view, things: thingsOf(view) };
};
function drop(ids: readonly string[], x: number, y: number): void {
  const { view, things } = look();
  changeThings(doc, changesOfDrop(things, view.shapes, ids, { x, y }), me);
}

beforeEach(() => {
  doc = new Y.Doc();
  add("frame", { kind: "frame", pos: { x: 0, y: 0 }, size: { w: 500, h: 400 } });
  addNote(doc, { id: note, stance: "plain", pos: { x: 900, y: 0 }, by }, me);
  add("box", { kind: "box", pos: { x: 20, y: 20 }, frame: id("frame") });
});

describe("what belongs to a frame", () => {
  test("goes along when it moves, also what belongs to a frame in it", () => {
    add("inner", {
      kind: "frame",
      pos: { x: 250, y: 20 },
      size: { w: 200, h: 200 },
      frame: id("frame"),
    });
    add("text", { kind: "text", pos: { x: 260, y: 30 }, frame: id("inner") });
    drop(["frame"], 1000, 50);
    const { shapes } = look().view;
    expect(shapes.get(id("box"))?.pos).toEqual({ x: 1020, y: 70 });
    expect(shapes.get(id("text"))?.pos).toEqual({ x: 1260, y: 80 });
    expect(shapes.get(id("text"))?.frame).toBe("inner");
  });

  test("frames that own each other are carried once and never without an end", () => {
    add("inner", {
      kind: "frame",
      pos: { x: 250, y: 20 },
      size: { w: 200, h: 200 },
      frame: id("frame"),
    });
    changeThings(doc, [{ kind: "shape", id: id("frame"), frame: id("inner") }], me);
    drop(["inner"], 10, 0);
    expect(look().view.shapes.get(id("frame"))?.pos).toEqual({ x: 10, y: 0 });
  });

  test("is what is dropped into it, and what is dragged out is free again", () => {
    drop([note], -800, 100);
    expect(look().view.notes.get(note)?.frame).toBe("frame");
    drop([note], 800, 0);
    expect(look().things.get(note)?.frame).toBeUndefined();
    expect(look().view.notes.get(note)?.pos).toEqual({ x: 900, y: 100 });
  });

  test("of two frames one over the other the smaller takes it", () => {
    add("inner", { kind: "frame", pos: { x: 90, y: 90 }, size: { w: 220, h: 200 } });
    drop([note], -800, 100);
    expect(look().view.notes.get(note)?.frame).toBe("inner");
  });

  test("is free and where it was when the frame goes away", () => {
    deleteThings(doc, [{ kind: "shape", id: id("frame") }], me);
    expect(look().things.get(id("box"))).toMatchObject({ frame: undefined, box: { x: 20, y: 20 } });
  });
});

test("a frame drawn round things makes those its own that lie in it whole and in no other", () => {
  add("half", { kind: "box", pos: { x: 1050, y: 10 } });
  const inside = wholeIn(look().things, { x: 880, y: -20, w: 220, h: 300 });
  expect(inside.map((thing) => thing.id)).toEqual([note]);
  expect(wholeIn(look().things, { x: -10, y: -10, w: 300, h: 300 })).toEqual([]);
});

test("a line moves by its free ends; a bound one stays with its thing", () => {
  const bound = { at: { x: 900, y: 0 }, on: note, side: { x: 0.5, y: 0.5 } };
  add("arrow", { kind: "arrow", ends: { from: freeEnd({ x: 600, y: 600 }), to: bound } });
  drop(["arrow"], 50, 10);
  expect(look().view.shapes.get(id("arrow"))?.ends).toEqual({
    from: freeEnd({ x: 650, y: 610 }),
    to: { ...bound, at: { x: 950, y: 10 } },
  });
});

test("what is locked stays where it is", () => {
  changeThings(doc, [{ kind: "note", id: note, locked: true }], me);
  drop([note], 50, 50);
  expect(look().view.notes.get(note)?.pos).toEqual({ x: 900, y: 0 });
});
