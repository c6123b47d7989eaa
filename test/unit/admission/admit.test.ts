/** What the gate does with honest updates: what is new goes on as it came, what is known is left out. */
import { expect, test } from "vitest";
import * as Y from "yjs";
import { admit, indexOfSnapshot, replay } from "../../../server/admission/admit.ts";
import { createLaneIndex } from "../../../server/admission/lane-index.ts";

const ada = { author: "ada", handedOver: true };
const ben = { author: "ben", handedOver: true };

function docOf(clientID: number): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = clientID;
  return doc;
}

/** The update of one edit. */
function edited(doc: Y.Doc, edit: () => void): Uint8Array {
  const before = Y.encodeStateVector(doc);
  let update: Uint8Array | undefined;
  const note = (made: Uint8Array): void => void (update = made);
  doc.on("update", note);
  doc.transact(edit);
  doc.off("update", note);
  return update ?? Y.encodeStateAsUpdate(doc, before);
}

test("an update that is new goes on as the very bytes that came", () => {
  const index = createLaneIndex();
  const doc = docOf(7);
  const update = edited(doc, () => doc.getText("words").insert(0, "hello"));
  expect(admit(index, update, ada)).toEqual({
    is: "fresh",
    update,
    ranges: [{ client: 7, from: 0, to: 5 }],
    newClients: [7],
    roots: new Set(["words"]),
  });
  expect(index.nextClock(7)).toBe(5);
  expect(index.ownerOf(7)).toBe("ada");
  expect(index.stateVector()).toEqual(Y.encodeStateVector(doc));
});

test("what is known already is nothing, whoever repeats it", () => {
  const index = createLaneIndex();
  const doc = docOf(7);
  const update = edited(doc, () => doc.getText("words").insert(0, "hello"));
  admit(index, update, ada);
  expect(admit(index, update, ada)).toEqual({ is: "nothing" });
  expect(admit(index, update, ben)).toEqual({ is: "nothing" });
});

test("of an update known in part the rest goes on", () => {
  const index = createLaneIndex();
  const doc = docOf(7);
  const text = doc.getText("words");
  admit(
    index,
    edited(doc, () => text.insert(0, "hello")),
    ada,
  );
  edited(doc, () => text.insert(5, " 😀 world"));
  edited(doc, () => text.delete(0, 2));
  const verdict = admit(index, Y.encodeStateAsUpdate(doc), ada);
  expect(verdict).toMatchObject({ is: "fresh", ranges: [{ client: 7, from: 5, to: 14 }] });
  expect(index.stateVector()).toEqual(Y.encodeStateVector(doc));
});

test("an index read back from its bytes judges as the one it was", () => {
  const doc = docOf(7);
  const map = doc.getMap("things");
  for (let i = 0; i < 20; i++) {
    const thing = new Y.Map<unknown>();
    map.set(`thing${i}`, thing);
    thing.set("text", new Y.Text("some words"));
    if (i % 3 === 0) map.delete(`thing${i}`);
  }
  const snapshot = Y.encodeStateAsUpdate(doc);
  const replayed = createLaneIndex();
  replay(replayed, snapshot);
  const index = createLaneIndex({ index: indexOfSnapshot(snapshot), owners: [[7, "ada"]] });
  expect(index.stateVector()).toEqual(Y.encodeStateVector(doc));
  expect(index.deletions()).toEqual(replayed.deletions());
  const text = (map.get("thing4") as Y.Map<unknown>).get("text") as Y.Text;
  const update = edited(doc, () => text.insert(3, "more"));
  expect(admit(index, update, ada)).toMatchObject({
    is: "fresh",
    update,
    roots: new Set(["things"]),
  });
  expect(index.toBytes().length).toBeGreaterThan(0);
});

test("whoever only reads is not refused for the formats that their browser tidies away", () => {
  const index = createLaneIndex();
  const [a, b, reader] = [docOf(7), docOf(8), docOf(9)];
  const wordsOf = (doc: Y.Doc): Y.Text => doc.getText("words");
  const base = edited(a, () => wordsOf(a).insert(0, "word by word"));
  for (const doc of [b, reader]) Y.applyUpdate(doc, base);
  wordsOf(reader);
  const updates = [
    base,
    edited(a, () => wordsOf(a).format(0, 4, { b: true })),
    edited(b, () => wordsOf(b).format(0, 4, { b: true })),
  ];
  const tidied: Uint8Array[] = [];
  reader.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin !== "the wire") tidied.push(update);
  });
  updates.forEach((update, i) => {
    expect(admit(index, update, i === 2 ? ben : ada).is).toBe("fresh");
    Y.applyUpdate(reader, update, "the wire");
  });
  expect(tidied.length).toBeGreaterThan(0);
  const gail = { author: "gail", handedOver: true, isReader: true };
  for (const update of [...tidied, Y.encodeStateAsUpdate(reader)]) {
    expect(admit(index, update, gail)).toEqual({ is: "nothing" });
  }
  const own = edited(reader, () => wordsOf(reader).insert(0, "mine"));
  expect(admit(index, own, gail)).toEqual({ is: "refused", code: "read_only" });
});
