/** Rooms between storage and sockets: loading, unloading, and coming in at the wrong moment. */
import * as decoding from "lib0/decoding";
import { describe, expect, onTestFinished, test } from "vitest";
import * as Y from "yjs";
import { indexOfSnapshot } from "../../server/admission/admit.ts";
import { bundleServer } from "../../server/dev/bundle.ts";
import { type Clock, systemClock } from "../../server/ops/clock.ts";
import { createLog } from "../../server/ops/log.ts";
import { createCounters } from "../../server/rooms/counters.ts";
import { createRooms, type DocumentReader } from "../../server/rooms/rooms.ts";
import type { Peer } from "../../server/rooms/seat.ts";
import { openStorage, type UpdateLog } from "../../server/storage/storage.ts";
import type { TeamId } from "../../shared/base/ids.ts";
import { frameKind, readSaved, syncKind } from "../../shared/protocol/frames.ts";
import { newFolder, repository, until } from "./running-server.ts";

const lane = { kind: "team", teamId: "a-team-of-ours" as TeamId } as const;
const laneName = "team/a-team-of-ours";

/** Rooms on real storage, under a clock whose waits end when the test says so. */
async function openRooms(
  change: (log: UpdateLog) => UpdateLog = (log) => log,
  keeper: (log: UpdateLog) => DocumentReader = documents,
) {
  const { workers } = await bundleServer(repository);
  const journal = createLog("silent");
  const due: (() => void)[] = [];
  const clock: Clock = {
    ...systemClock,
    after(_delayMs, act) {
      due.push(act);
      return () => {};
    },
  };
  const storage = await openStorage({
    folder: newFolder(),
    worker: workers.log,
    clock,
    log: journal,
  });
  onTestFinished(() => storage.close());
  const counters = createCounters();
  const rooms = createRooms({
    log: change(storage.log),
    keeper: keeper(storage.log),
    clock,
    journal,
    counters,
    idleMs: 1_000,
    waitingBytes: 1024 * 1024,
    onTitle: () => {},
  });
  const passTime = (): void => {
    for (const act of due.splice(0)) act();
  };
  return { rooms, storage, passTime, counters };
}

/** What the keeper does in its thread, in the test's. */
function documents(log: UpdateLog): DocumentReader {
  return {
    title: () => Promise.resolve(""),
    async diff(name, stateVector) {
      const doc = new Y.Doc();
      const stored = await log.load(name);
      if (stored?.snapshot) Y.applyUpdate(doc, stored.snapshot);
      for (const update of stored?.updates ?? []) Y.applyUpdate(doc, update);
      return Y.encodeStateAsUpdate(doc, stateVector);
    },
  };
}

/** A keeper whose thread dies over every job. */
const unwell: DocumentReader = {
  title: () => Promise.reject(new Error("the keeper died")),
  diff: () => Promise.reject(new Error("the keeper died")),
};

/** A peer that reads all it is sent at once, into a document. */
function createPeer(author = "maya") {
  const doc = new Y.Doc();
  const heard: number[] = [];
  const dismissed: string[] = [];
  const read = createFrameReader();
  let saved = 0;
  const peer: Peer = {
    author,
    canWrite: true,
    acks: true,
    wire: {
      waiting: () => 0,
      write(bytes) {
        for (const message of read(bytes)) {
          const decoder = decoding.createDecoder(message);
          const kind = decoding.readVarUint(decoder);
          if (kind === frameKind.saved) saved = readSaved(decoder);
          if (kind !== frameKind.sync) continue;
          const step = decoding.readVarUint(decoder);
          heard.push(step);
          if (step !== syncKind.step1) Y.applyUpdate(doc, decoding.readVarUint8Array(decoder));
        }
        return true;
      },
    },
    hold: () => {},
    dismiss: (code) => void dismissed.push(code),
  };
  return { peer, doc, heard, dismissed, saved: () => saved };
}

/** Takes what is written in whatever pieces; gives the messages of the WebSocket frames that are whole. */
function createFrameReader() {
  let rest = Buffer.alloc(0);
  return (bytes: Uint8Array): Uint8Array[] => {
    rest = Buffer.concat([rest, bytes]);
    const messages: Uint8Array[] = [];
    for (;;) {
      const short = rest[1] ?? 0;
      const headBytes = short < 126 ? 2 : short === 126 ? 4 : 10;
      if (rest.length < headBytes) return messages;
      const end = headBytes + lengthIn(rest, headBytes);
      if (rest.length < end) return messages;
      messages.push(rest.subarray(headBytes, end));
      rest = rest.subarray(end);
    }
  };
}

function lengthIn(frame: Buffer, headBytes: number): number {
  if (headBytes === 2) return frame[1] ?? 0;
  return headBytes === 4 ? frame.readUInt16BE(2) : Number(frame.readBigUInt64BE(2));
}

const nowhere = Uint8Array.of(0);

/** The lane's first fold. */
function foldOf(snapshot: Uint8Array) {
  const where = { doc: laneName, base: 0, epoch: 0 };
  return { ...where, snapshot, index: undefined, changes: [], dead: [], at: 0, tookMs: 0 };
}

function noteSaying(words: string): Uint8Array {
  const doc = new Y.Doc();
  doc.getText("words").insert(0, words);
  return Y.encodeStateAsUpdate(doc);
}

describe("a room", () => {
  test("that is being unloaded is not the room of one who comes in at that moment", async () => {
    const { rooms, storage, passTime } = await openRooms();
    const first = await rooms.enter(lane, createPeer().peer);
    first.leave();
    // The wait ends in the same moment as the next peer asks for the room.
    passTime();
    const { peer, saved } = createPeer();
    const seat = await rooms.enter(lane, peer);
    expect(seat.take(noteSaying("hello"), false)).toBeUndefined();
    await until("it is saved", () => saved() === 1);
    expect((await storage.log.load(laneName))?.head).toBe(1);
  });

  test("is one for two who come at once, and costs nothing when both have left", async () => {
    const { rooms, passTime, counters } = await openRooms();
    const [maya, tom] = [createPeer(), createPeer("tom")];
    const [a, b] = await Promise.all([rooms.enter(lane, maya.peer), rooms.enter(lane, tom.peer)]);
    b.ask(nowhere);
    a.take(noteSaying("hello"), false);
    await until("tom reads it", () => tom.doc.getText("words").toJSON() === "hello");
    expect([counters.rooms, counters.peers]).toEqual([1, 2]);
    a.leave();
    b.leave();
    passTime();
    await until("it is unloaded", () => counters.rooms === 0);
    expect(counters.peers).toBe(0);
  });

  test("somebody came back to is not unloaded under them", async () => {
    const { rooms, passTime } = await openRooms();
    const first = await rooms.enter(lane, createPeer().peer);
    first.leave();
    const { peer, saved } = createPeer();
    const seat = await rooms.enter(lane, peer);
    passTime();
    expect(seat.take(noteSaying("hello"), false)).toBeUndefined();
    await until("it is saved", () => saved() === 1);
  });

  test("that is gone acknowledges nothing", async () => {
    const { rooms } = await openRooms();
    const { peer, saved, dismissed } = createPeer();
    const seat = await rooms.enter(lane, peer);
    await rooms.close("shutting_down");
    expect(dismissed).toEqual(["shutting_down"]);
    expect(seat.take(noteSaying("hello"), false)).toBe("storage_unavailable");
    expect(saved()).toBe(0);
  });

  test("whose index is damaged on the disk ends in order for those in it", async () => {
    const { rooms, storage } = await openRooms();
    await rooms.edit(lane, noteSaying("kept"), "server");
    const doc = new Y.Doc();
    doc.getText("words").insert(0, "kept");
    const snapshot = Y.encodeStateAsUpdate(doc);
    // What it says of each client is read when it is first asked for.
    const index = indexOfSnapshot(snapshot).fill(255, -4);
    await storage.log.fold({ ...foldOf(snapshot), upTo: 1, index });
    rooms.reset(lane, "shutting_down");
    const maya = createPeer();
    const seat = await rooms.enter(lane, maya.peer);
    expect(seat.ask(Y.encodeStateVector(doc))).toBe("internal");
    expect(maya.dismissed).toEqual(["internal"]);
  });

  test("that was reset is read anew, with what the server wrote", async () => {
    const { rooms } = await openRooms();
    const maya = createPeer();
    await rooms.enter(lane, maya.peer);
    await rooms.edit(lane, noteSaying("restored"), "server");
    rooms.reset(lane, "stale_epoch");
    const tom = createPeer("tom");
    (await rooms.enter(lane, tom.peer)).ask(nowhere);
    expect(maya.dismissed).toEqual(["stale_epoch"]);
    expect(tom.doc.getText("words").toJSON()).toBe("restored");
  });
});

describe("what is put in a lane's place", () => {
  test("and fails, leaves the lane and the server as they were, also where it was folded meanwhile", async () => {
    const { rooms, storage } = await openRooms();
    const unhandled: unknown[] = [];
    const note = (reason: unknown): void => void unhandled.push(reason);
    process.on("unhandledRejection", note);
    onTestFinished(() => void process.off("unhandledRejection", note));
    await rooms.edit(lane, noteSaying("kept"), "server");
    const replaced = rooms.replace(lane, async () => {
      const stored = await storage.log.load(laneName);
      await storage.log.fold({ ...foldOf(stored?.updates[0] as Uint8Array), upTo: 1 });
      throw new Error("the disk is full");
    });
    await expect(replaced).rejects.toThrow("the disk is full");
    const { peer, doc } = createPeer();
    (await rooms.enter(lane, peer)).ask(nowhere);
    expect(doc.getText("words").toJSON()).toBe("kept");
    await new Promise((done) => setImmediate(done));
    expect(unhandled).toEqual([]);
  });
});

describe("an edit", () => {
  test("is seen by nobody before it is on disk", async () => {
    let commit = (): void => {};
    const { rooms, storage } = await openRooms((log) => ({
      ...log,
      append: async (appends) => {
        await new Promise<void>((resolve) => (commit = resolve));
        await log.append(appends);
      },
    }));
    const [maya, tom] = [createPeer(), createPeer("tom")];
    const seat = await rooms.enter(lane, maya.peer);
    const other = await rooms.enter(lane, tom.peer);
    other.ask(nowhere);
    seat.take(noteSaying("hello"), false);
    // Nor by one who comes meanwhile, or asks again.
    const late = createPeer("ann");
    (await rooms.enter(lane, late.peer)).ask(nowhere);
    other.ask(nowhere);
    await until("it is about to be written", () => commit.name !== "commit");
    expect([tom, late].map(({ doc }) => doc.getText("words").toJSON())).toEqual(["", ""]);
    expect(maya.saved()).toBe(0);
    commit();
    await until("they read it", () =>
      [tom, late].every(({ doc }) => doc.getText("words").toJSON() === "hello"),
    );
    expect(maya.saved()).toBe(1);
    expect((await storage.log.load(laneName))?.head).toBe(1);
  });

  test("that the disk does not take ends the room, and the next one is as the disk has it", async () => {
    let fails = false;
    const { rooms } = await openRooms((log) => ({
      ...log,
      append: (appends) =>
        fails ? Promise.reject(new Error("the disk is full")) : log.append(appends),
    }));
    const [maya, tom] = [createPeer(), createPeer("tom")];
    const seat = await rooms.enter(lane, maya.peer);
    (await rooms.enter(lane, tom.peer)).ask(nowhere);
    seat.take(noteSaying("kept"), false);
    await until("it is saved", () => maya.saved() === 1);
    fails = true;
    seat.take(noteSaying("lost"), false);
    await until("both are dismissed", () => maya.dismissed.length + tom.dismissed.length === 2);
    expect(maya.dismissed).toEqual(["storage_unavailable"]);
    expect(tom.doc.getText("words").toJSON()).toBe("kept");
    fails = false;
    const again = createPeer();
    (await rooms.enter(lane, again.peer)).ask(nowhere);
    expect(again.doc.getText("words").toJSON()).toBe("kept");
  });

  test("of a peer that may only read is refused, and its empty handover is not", async () => {
    const { rooms, storage } = await openRooms();
    await rooms.edit(lane, noteSaying("read me"), "server");
    const reader = createPeer("guest");
    const seat = await rooms.enter(lane, { ...reader.peer, canWrite: false });
    seat.ask(nowhere);
    expect(seat.take(Y.encodeStateAsUpdate(reader.doc), true)).toBeUndefined();
    await until("it is acknowledged", () => reader.saved() === 1);
    expect(seat.take(noteSaying("hello"), false)).toBe("read_only");
    expect((await storage.log.load(laneName))?.head).toBe(1);
  });

  test("under somebody else's client id is refused; under an earlier one of one's own it passes", async () => {
    const { rooms } = await openRooms();
    const doc = new Y.Doc();
    doc.getText("words").insert(0, "mine");
    const before = Y.encodeStateVector(doc);
    const maya = await rooms.enter(lane, createPeer().peer);
    expect(maya.take(Y.encodeStateAsUpdate(doc), true)).toBeUndefined();
    maya.leave();
    // Typed offline; the page was then loaded anew and writes under another id.
    doc.getText("words").insert(4, " too");
    const offline = Y.encodeStateAsUpdate(doc, before);
    const tom = await rooms.enter(lane, createPeer("tom").peer);
    expect(tom.take(offline, true)).toBe("forged");
    const again = await rooms.enter(lane, createPeer().peer);
    expect(again.take(offline, true)).toBeUndefined();
  });
});

describe("one who comes back", () => {
  test("is told what it lacks, and its deletions, without the whole", async () => {
    const { rooms, counters } = await openRooms();
    const writer = new Y.Doc();
    writer.getText("words").insert(0, "x".repeat(100_000));
    await rooms.edit(lane, Y.encodeStateAsUpdate(writer), "maya");
    const { peer, doc } = createPeer("tom");
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(writer));
    writer.getText("words").delete(0, 99_990);
    writer.getText("words").insert(0, "new ");
    await rooms.edit(lane, Y.encodeStateAsUpdate(writer), "maya");
    (await rooms.enter(lane, peer)).ask(Y.encodeStateVector(doc));
    expect(doc.getText("words").toJSON()).toBe(`new ${"x".repeat(10)}`);
    expect(counters.bytesOut).toBeLessThan(1_000);
  });

  test.each([
    ["by the keeper", documents],
    ["the whole where the keeper fails, and nobody is sent away", () => unwell],
  ])("after longer than the room remembers is told %s, and hears on", async (_how, keeper) => {
    const { rooms, storage } = await openRooms((log) => log, keeper);
    const writer = new Y.Doc();
    const words = writer.getText("words");
    const write = (text: string): Promise<void> => {
      words.insert(words.length, text);
      return rooms.edit(lane, Y.encodeStateAsUpdate(writer), "maya");
    };
    await write("first ");
    const { peer, doc, dismissed } = createPeer("tom");
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(writer));
    await write("x".repeat(100_000));
    await storage.log.fold({ ...foldOf(Y.encodeStateAsUpdate(writer)), upTo: 2 });
    // Loaded anew, the room knows the snapshot and nothing of what led to it.
    rooms.reset(lane, "shutting_down");
    (await rooms.enter(lane, peer)).ask(Y.encodeStateVector(doc));
    await write("while the keeper reads");
    await until("it is in step", () => doc.getText("words").length === words.length);
    expect(doc.getText("words").toJSON()).toBe(words.toJSON());
    expect(dismissed).toEqual([]);
  });
});
