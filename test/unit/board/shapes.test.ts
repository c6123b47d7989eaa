import { expect, test } from "vitest";
import * as Y from "yjs";
import type { BlobHash, MemberId, NoteId, ShapeId, StrokeId } from "../../../shared/base/ids.ts";
import { addNote } from "../../../shared/board/notes.ts";
import { readBoard } from "../../../shared/board/reader.ts";
import { cropImage } from "../../../shared/board/shape-edits.ts";
import { addShape, freeEnd, shapesRoot, shapeText } from "../../../shared/board/shapes.ts";
import { addStroke } from "../../../shared/board/strokes.ts";
import { changeThings, thingsOf } from "../../../shared/board/things.ts";
import { pageRect } from "../../../shared/geometry/rect.ts";

const by = "ann" as MemberId;
const id = (name: string) => name as ShapeId;
const origin = "test";

function withShapes(): Y.Doc {
  const doc = new Y.Doc();
  addShape(doc, { id: id("box"), kind: "box", pos: { x: 10, y: 20 }, words: "sun", by }, origin);
  addNote(doc, { id: "note" as NoteId, stance: "plain", pos: { x: 0, y: 0 }, by }, origin);
  addShape(doc, { id: id("frame"), kind: "frame", name: "Tuesday", by }, origin);
  const ends = { from: freeEnd({ x: 50, y: 90 }), to: freeEnd({ x: 5, y: 6 }) };
  addShape(doc, { id: id("arrow"), kind: "arrow", ends, by }, origin);
  return doc;
}

test("notes and shapes lie among each other in the order they were made", () => {
  const things = [...thingsOf(readBoard(withShapes())).keys()];
  expect(things).toEqual(["box", "note", "frame", "arrow"]);
});

test("a line has the box of its ends, and without two of them is none", () => {
  const doc = withShapes();
  const arrow = readBoard(doc).shapes.get(id("arrow"));
  expect(arrow).toMatchObject({ pos: { x: 5, y: 6 }, size: { w: 45, h: 84 } });
  doc.getMap<Y.Map<unknown>>(shapesRoot).get("arrow")?.set("to", ["nowhere"]);
  expect(readBoard(doc).shapes.has(id("arrow"))).toBe(false);
});

test("words are laid down with a shape; a frame and an image have a name instead", () => {
  const doc = withShapes();
  expect(readBoard(doc).shapes.get(id("box"))?.words).toBe("sun");
  expect(shapeText(doc, id("frame"))).toBeUndefined();
});

test("what a broken client wrote falls back, and hides nothing else", () => {
  const doc = withShapes();
  const box = doc.getMap<Y.Map<unknown>>(shapesRoot).get("box");
  const nonsense = { size: [Number.NaN, -1], turn: "much", crop: [2, 2, 2, 2], bend: 1e300 };
  for (const [key, value] of Object.entries({ ...nonsense, colour: 7, image: "x" })) {
    box?.set(key, value);
  }
  doc.getMap(shapesRoot).set("odd", "no record" as never);
  const shape = readBoard(doc).shapes.get(id("box"));
  expect(shape).toMatchObject({ turn: 0, bend: 0, colour: "ink", image: undefined });
  expect(shape?.size).toEqual({ w: 180, h: 120 });
  expect(shape?.crop).toEqual({ x: 0, y: 0, w: 1, h: 1 });
  expect(readBoard(doc).shapes.size).toBe(3);
});

test("a frame that is gone owns nothing, and one alone is no group", () => {
  const doc = withShapes();
  const box = { kind: "shape", id: id("box") } as const;
  changeThings(doc, [{ ...box, frame: id("frame"), group: "g" as never }], origin);
  expect(thingsOf(readBoard(doc)).get(id("box"))).toMatchObject({
    frame: "frame",
    group: undefined,
  });
  changeThings(doc, [{ kind: "note", id: "note" as NoteId, group: "g" as never }], origin);
  expect(thingsOf(readBoard(doc)).get(id("box"))?.group).toBe("g");
  doc.getMap<Y.Map<unknown>>(shapesRoot).get("frame")?.set("alive", false);
  expect(thingsOf(readBoard(doc)).get(id("box"))?.frame).toBeUndefined();
});

test("a stroke that is moved, made larger and turned keeps its bytes and is drawn where it lies", () => {
  const doc = new Y.Doc();
  const stroke = "stroke" as StrokeId;
  const points = [
    { x: 0, y: 0, pressure: 0.5 },
    { x: 96, y: 46, pressure: 0.5 },
  ];
  addStroke(
    doc,
    { id: stroke, tool: "pen", colour: "ink", width: 2, page: undefined, points, by },
    origin,
  );
  const bytes = doc.getMap<Y.Map<unknown>>("strokes").get(stroke)?.get("ink");
  expect(thingsOf(readBoard(doc)).get(stroke)?.box).toEqual({ x: -2, y: -2, w: 100, h: 50 });
  const ref = { kind: "stroke", id: stroke } as const;
  changeThings(doc, [{ ...ref, pos: { x: 98, y: 0 }, size: { w: 200, h: 50 } }], origin);
  const [, end] = readBoard(doc).strokes.get(stroke)?.points ?? [];
  expect(end).toMatchObject({ x: 294, y: 48 });
  changeThings(doc, [{ ...ref, turn: 180 }], origin);
  const [start] = readBoard(doc).strokes.get(stroke)?.points ?? [];
  expect(start?.x).toBeCloseTo(294);
  expect(doc.getMap<Y.Map<unknown>>("strokes").get(stroke)?.get("ink")).toBe(bytes);
});

test("an image names a stored image, or none", () => {
  const doc = new Y.Doc();
  const image = "a".repeat(64) as BlobHash;
  addShape(doc, { id: id("image"), kind: "image", image, name: "A globe", by }, origin);
  expect(readBoard(doc).shapes.get(id("image"))).toMatchObject({ image, name: "A globe" });
});

const image = (doc: Y.Doc) => readBoard(doc).shapes.get(id("image"));
function withImage(): Y.Doc {
  const doc = new Y.Doc();
  const tiers = [
    { w: 320, h: 160, hash: "b".repeat(64) as BlobHash },
    { w: 800, h: 400, hash: "a".repeat(64) as BlobHash },
  ];
  const [, { hash }] = tiers as [unknown, { hash: BlobHash }];
  const lies = { pos: { x: 100, y: 200 }, size: { w: 400, h: 200 } };
  addShape(doc, { id: id("image"), kind: "image", ...lies, image: hash, tiers, by }, origin);
  return doc;
}

test("an image that is cropped stays where it lies, and the whole of it comes back", () => {
  const doc = withImage();
  const whole = image(doc);
  if (!whole) throw new Error("the image is there");
  const crop = pageRect(0.25, 0.5, 0.5, 0.25);
  let changes = 0;
  doc.on("afterTransaction", ({ changed }: Y.Transaction) => {
    changes += changed.size;
  });
  cropImage(doc, whole, { crop, straighten: -3.5 }, origin);
  expect(changes).toBe(1);
  const cropped = image(doc);
  expect(cropped).toMatchObject({ crop, straighten: -3.5, tiers: whole.tiers });
  expect(cropped).toMatchObject({ pos: { x: 200, y: 300 }, size: { w: 200, h: 50 } });
  if (cropped) cropImage(doc, cropped, { crop: pageRect(0, 0, 1, 1), straighten: 0 }, origin);
  expect(image(doc)).toEqual(whole);
});

test("a crop that makes no sense shows the whole image, and nothing is straightened beyond the scale", () => {
  const doc = withImage();
  const record = doc.getMap<Y.Map<unknown>>(shapesRoot).get("image");
  const read = (crop: unknown, tiers: unknown = "none") => {
    record?.set("crop", crop);
    record?.set("tiers", tiers);
    return image(doc);
  };
  const whole = { x: 0, y: 0, w: 1, h: 1 };
  for (const crop of [
    "all",
    [0, 0, 1e-9, 1],
    [0.1, 0.1, Number.NaN, 1],
    [],
    [9, 9, 1, 1],
    { x: 0 },
  ]) {
    expect(read(crop)).toMatchObject({ crop: whole, straighten: 0, tiers: [] });
  }
  expect(read([0, 0, 1, 1, 90])?.straighten).toBe(15);
  expect(read([0, 0, 1, 1, -1e6])?.straighten).toBe(-15);
  expect(read([0, 0, 0.5, 1, "much"])).toMatchObject({ crop: { w: 0.5 }, straighten: 0 });
  expect(read([0, 0, 1, 1], [[1, 2], [3, 4, "no hash"], 5])?.tiers).toEqual([]);
});
