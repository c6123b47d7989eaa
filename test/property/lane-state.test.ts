/**
 * What peers are told of a lane: whoever comes with whatever they have, at any moment between commits and
 * folds, holds afterwards what the lane holds. Against real documents, by seed.
 */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { admit, indexOfSnapshot } from "../../server/admission/admit.ts";
import { createLaneState, readStateVector } from "../../server/rooms/lane-state.ts";
import type { Committed } from "../../server/rooms/ring.ts";
import type { StoredLane } from "../../server/storage/messages.ts";
import { seededRandom } from "../../shared/base/random.ts";
import { randomEdit } from "../fixtures/attacks/random-edits.ts";

const stateOf = (doc: Y.Doc): Uint8Array => Y.encodeStateAsUpdate(doc);
const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, stateOf(doc));
  return copy;
};

/** A lane that is written by three, loaded from the disk at first and folded now and then. */
function playLane(seed: number) {
  const random = seededRandom(seed);
  const upTo = (count: number): number => Math.floor(random() * count);
  const disk = new Y.Doc();
  const tail: Uint8Array[] = [];
  const writers = [11, 5, 2 ** 31].map((clientID) => Object.assign(new Y.Doc(), { clientID }));
  let admitUpdate = (_update: Uint8Array, _author: string): Committed | undefined => undefined;

  /** One edit by one of them, who then has what all have. */
  function write(): Committed | undefined {
    const who = upTo(writers.length);
    const writer = writers[who] as Y.Doc;
    Y.applyUpdate(writer, stateOf(disk));
    const before = Y.encodeStateVector(writer);
    randomEdit(writer, random);
    // Some are so large that they are passed on alone.
    if (upTo(40) === 0) writer.getText("text").insert(0, "x".repeat(20_000));
    const update = Y.encodeStateAsUpdate(writer, before);
    const committed = admitUpdate(update, `writer ${who}`);
    if (committed) Y.applyUpdate(disk, committed.update);
    return committed;
  }

  // What was stored before the room was opened.
  const owners = writers.map((doc, who) => [doc.clientID, `writer ${who}`] as const);
  const draft = createLaneState(undefined);
  admitUpdate = (update, author) => {
    const verdict = admit(draft.index, update, { author, handedOver: true });
    if (verdict.is !== "fresh") return undefined;
    tail.push(verdict.update);
    return { update: verdict.update, writer: 0, ranges: verdict.ranges };
  };
  const stored = upTo(30);
  const folded = upTo(stored + 1);
  let snapshot: Uint8Array | undefined;
  let base = 0;
  const earlier: Y.Doc[] = [];
  for (let i = 0; i < stored; i++) {
    write();
    if (upTo(5) === 0) earlier.push(copyOf(disk));
    if (i !== folded) continue;
    snapshot = stateOf(disk);
    base = tail.length;
  }
  const lane: StoredLane = {
    head: tail.length,
    base,
    epoch: 0,
    snapshot,
    index: snapshot && indexOfSnapshot(snapshot),
    owners,
    updates: tail.slice(base),
  };
  const state = createLaneState(lane, upTo(2) * upTo(4_000));
  admitUpdate = (update, author) => {
    const verdict = admit(state.index, update, { author, handedOver: true });
    if (verdict.is !== "fresh") return undefined;
    return { update: verdict.update, writer: 1, ranges: verdict.ranges };
  };
  const fold = (): void => {
    const made = stateOf(copyOf(disk));
    const folds = { base: state.ring.head(), epoch: 0, snapshot: made };
    state.folded({ ...folds, index: upTo(2) === 0 ? undefined : indexOfSnapshot(made) });
  };
  return { state, disk, earlier, upTo, write, fold };
}

const contentOf = (doc: Y.Doc): unknown => [
  doc.getMap("map").toJSON(),
  JSON.stringify(doc.getText("text").toDelta()),
  doc.getArray("list").toJSON(),
];

/** Structs, deletions and content; bytes may differ, by what was collected together. */
function hasAll(doc: Y.Doc, disk: Y.Doc): void {
  expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null]);
  expect(Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(disk))).toBe(true);
  expect(contentOf(doc)).toEqual(contentOf(disk));
}

test("newcomers, those who come back, and those who listen all end with what is on disk", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
      const { state, disk, earlier, upTo, write, fold } = playLane(seed);
      const { ring, index } = state;
      /** Documents as they were at some moment, to come back with. */
      const away = [...earlier, copyOf(disk)];
      const listener = { doc: copyOf(disk), cursor: ring.head() };
      for (let turn = 0; turn < 30; turn++) {
        const batch = Array.from({ length: 1 + upTo(4) }, write).filter((one) => one !== undefined);
        if (batch.length > 0) state.commit(batch);
        const choice = upTo(10);
        if (choice === 0) fold();
        if (choice === 1) away.push(copyOf(disk));
        if (choice === 2) {
          const newcomer = new Y.Doc();
          for (const update of state.whole()) Y.applyUpdate(newcomer, update);
          hasAll(newcomer, disk);
        }
        if (choice <= 5) {
          const back = copyOf(away[upTo(away.length)] as Y.Doc);
          const clocks = readStateVector(Y.encodeStateVector(back)) ?? new Map();
          const lately = state.lately(index.lackedBy(clocks), ring.head());
          for (const update of lately ?? state.whole()) Y.applyUpdate(back, update);
          Y.applyUpdate(back, index.deletions());
          hasAll(back, disk);
        }
        if (choice <= 7) continue;
        if (!ring.holdsAfter(listener.cursor)) {
          for (const update of state.whole()) Y.applyUpdate(listener.doc, update);
        } else {
          for (const update of ring.updatesAfter(listener.cursor))
            Y.applyUpdate(listener.doc, update);
        }
        listener.cursor = ring.head();
        hasAll(listener.doc, disk);
      }
    }),
    { numRuns: 15, examples: [[1201451035]] },
  );
}, 30_000);
