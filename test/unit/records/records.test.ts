import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import {
  createRecord,
  createRecords,
  isAlive,
  readPageRect,
  readPoint,
  readSize,
  recordsOf,
  sameValue,
  setAlive,
  setRegister,
  structureOrigin,
} from "../../../shared/records/records.ts";

function aDoc() {
  const doc = new Y.Doc();
  const origins: unknown[] = [];
  doc.on("update", (_update: Uint8Array, origin: unknown) => origins.push(origin));
  return { doc, origins, all: recordsOf(doc, "things") };
}

describe("a record", () => {
  test("is laid down under no hand, and comes alive under the hand of who made it", () => {
    const { doc, origins, all } = aDoc();
    createRecord(doc, "things", "one", { name: "first", nothing: undefined }, "me");
    expect(origins).toEqual([structureOrigin, "me"]);
    expect(all.get("one")?.toJSON()).toEqual({ name: "first", alive: true });
  });

  test("made by the hundred are two changes", () => {
    const { doc, origins, all } = aDoc();
    const many = Array.from({ length: 100 }, (_, i) => ({ id: `${i}`, registers: { i } }));
    createRecords(doc, "things", many, "me");
    expect(origins).toHaveLength(2);
    expect([...all.values()].every(isAlive)).toBe(true);
  });

  test("that exists is brought back as it is, never laid down again", () => {
    const { doc, all } = aDoc();
    createRecord(doc, "things", "one", { text: new Y.Text("words") }, "me");
    const before = all.get("one");
    setAlive(doc, "things", ["one"], false, "me");
    createRecord(doc, "things", "one", { text: new Y.Text("other") }, "me");
    expect(all.get("one")).toBe(before);
    expect(before?.toJSON()).toEqual({ text: "words", alive: true });
  });

  test("is not laid down inside another change, whose hand would take it back by undo", () => {
    const { doc } = aDoc();
    const inside = () => doc.transact(() => createRecord(doc, "things", "one", {}, "me"));
    expect(inside).toThrow("outside any other transaction");
  });

  test("takes a value only where it is another", () => {
    const { doc, origins } = aDoc();
    createRecord(doc, "things", "one", { pos: [1, 2], name: "a" }, "me");
    origins.length = 0;
    setRegister(doc, "things", "one", "pos", [1, 2], "me");
    setRegister(doc, "things", "one", "name", "a", "me");
    setRegister(doc, "things", "nobody", "name", "a", "me");
    setAlive(doc, "things", ["one", "nobody"], true, "me");
    expect(origins).toEqual([]);
    setRegister(doc, "things", "one", "pos", [1, 3], "me");
    expect(origins).toEqual(["me"]);
  });

  test("is not found where somebody wrote something else", () => {
    const { doc } = aDoc();
    doc.getMap("things").set("one", "not a record");
    setRegister(doc, "things", "one", "name", "a", "me");
    setAlive(doc, "things", ["one"], false, "me");
    createRecord(doc, "things", "one", { name: "b" }, "me");
    expect(doc.getMap("things").get("one")).toBe("not a record");
  });
});

describe("equality of values", () => {
  test("is by content for plain data", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(sameValue(value, structuredClone(value))).toBe(true);
      }),
    );
    expect(sameValue({ a: [1, { b: 2 }] }, { a: [1, { b: 3 }] })).toBe(false);
    expect(sameValue([1], [1, undefined])).toBe(false);
    expect(sameValue({ a: undefined }, { b: undefined })).toBe(false);
    expect(sameValue([], {})).toBe(false);
    expect(sameValue(null, {})).toBe(false);
  });

  test("is by identity for all else", () => {
    const bytes = Uint8Array.of(1);
    expect(sameValue(bytes, bytes)).toBe(true);
    expect(sameValue(bytes, Uint8Array.of(1))).toBe(false);
    expect(sameValue(new Map(), new Map())).toBe(false);
  });
});

describe("registers", () => {
  test("read as what can be drawn, or as nothing", () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.array(fc.double(), { maxLength: 5 })), (value) => {
        const numbers = [readPoint(value), readSize(value), readPageRect(value)].flatMap((read) =>
          read ? Object.values(read) : [],
        );
        expect(numbers.every((n) => Math.abs(n) <= 1e9)).toBe(true);
      }),
    );
    expect(readSize([0, 5])).toBeUndefined();
    expect(readSize([1, 5])).toEqual({ w: 1, h: 5 });
    expect(readPoint([1, 2, 3])).toBeUndefined();
    expect(readPageRect([0.9, 0.9, 0.5, 0.5])).toMatchObject({ x: 0.9, y: 0.9 });
    expect(readPageRect([2, 2, 1, 1])).toBeUndefined();
  });
});
