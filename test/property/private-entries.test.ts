/** Whatever lies in a private lane, reading it never breaks; and what a reveal has once shown stays shown. */
import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import type { MemberId } from "../../shared/base/ids.ts";
import {
  type Act,
  isActId,
  type PrivateEntry,
  putPrivately,
  readPrivately,
  readReveal,
  readRevealed,
  reveal,
} from "../../shared/sorting/private-entries.ts";

const act: Act = { kind: "sort", act: "first-sort" };
const members = ["maya-maya", "tom-tom-tom", "ann-ann-ann"] as MemberId[];

const things = fc.constantFrom("paper-1", "paper-2", "paper-3", "paper-4");
const honest = fc.record({
  thing: things,
  value: fc.record({ pile: fc.string({ maxLength: 20 }) }, { noNullPrototype: true }),
});
const keys = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  things.map((thing) => `sort/first-sort/${thing}`),
  fc.string({ maxLength: 10 }).map((end) => `sort/first-sort/${end}`),
  fc.constantFrom("sort/first-sort", "sort", "", "sort/first-sort/a/b", "sort//x", "//"),
);
const values: fc.Arbitrary<unknown> = fc.oneof(
  fc.json({ maxDepth: 8 }).map((json) => JSON.parse(json) as unknown),
  fc.uint8Array({ maxLength: 20 }),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, undefined, 12n, "x".repeat(10_000)),
  fc.constant("type"),
);

test("an honest entry among any others is read, and everything that is read is plain and bounded", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(keys, values)), honest, (junk, entry) => {
      const doc = new Y.Doc();
      const root = doc.getMap("private");
      for (const [key, value] of junk) {
        root.set(key, value === "type" ? new Y.Map([["inner", 1]]) : value);
      }
      putPrivately(doc, act, entry, null);
      const read = readPrivately(doc, act);
      expect(read).toContainEqual(entry);
      for (const { thing, value } of read) {
        expect(isActId(thing)).toBe(true);
        const json = JSON.stringify(value);
        expect(JSON.parse(json)).toEqual(value);
        expect(json.length).toBeLessThan(60_000);
      }
    }),
  );
});

test("a lane whose root is another type than expected holds nothing", () => {
  for (const make of [
    (doc: Y.Doc) => doc.getArray("private").push([1]),
    (doc: Y.Doc) => doc.getText("private").insert(0, "sort/first-sort/paper-1"),
    (doc: Y.Doc) => doc.getXmlFragment("private").push([new Y.XmlText("x")]),
  ]) {
    const theirs = new Y.Doc();
    make(theirs);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs));
    expect(readPrivately(doc, act)).toEqual([]);
  }
});

test("revealing again, with whatever has come in since, adds what is new and changes nothing", () => {
  const someEntries = fc.dictionary(fc.constantFrom(...members), fc.array(honest));
  fc.assert(
    fc.property(fc.array(someEntries, { minLength: 1, maxLength: 4 }), (rounds) => {
      const board = new Y.Doc();
      let at = 0;
      const shown = new Map<string, unknown>();
      for (const round of rounds) {
        const entries = new Map(
          Object.entries(round).map(([id, list]) => [
            id as MemberId,
            [...new Map(list.map((entry) => [entry.thing, entry])).values()],
          ]),
        ) as Map<MemberId, PrivateEntry[]>;
        reveal(board, act, entries, { at: ++at, by: members[0] as MemberId });
        for (const [id, list] of entries) {
          for (const { thing, value } of list) {
            const key = `${id}/${thing}`;
            if (!shown.has(key)) shown.set(key, value);
          }
        }
        const now = new Map<string, unknown>();
        for (const [id, list] of readRevealed(board, act)) {
          for (const { thing, value } of list) now.set(`${id}/${thing}`, value);
        }
        expect(now).toEqual(shown);
        expect(readReveal(board, act)).toEqual({ at: 1, by: members[0] });
        const before = Y.encodeStateVector(board);
        reveal(board, act, entries, { at: 99, by: members[1] as MemberId });
        expect(Y.encodeStateVector(board)).toEqual(before);
      }
    }),
  );
});
