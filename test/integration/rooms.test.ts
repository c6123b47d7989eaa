/** Rooms between storage and sockets: loading, unloading, and coming in at the wrong moment. */
import { expect, onTestFinished, test } from "vitest";
import * as Y from "yjs";
import { bundleServer } from "../../server/dev/bundle.ts";
import { type Clock, systemClock } from "../../server/ops/clock.ts";
import { createLog } from "../../server/ops/log.ts";
import type { Peer } from "../../server/rooms/room.ts";
import { createRooms } from "../../server/rooms/rooms.ts";
import { openStorage } from "../../server/storage/storage.ts";
import type { TeamId } from "../../shared/base/ids.ts";
import { newFolder, repository } from "./running-server.ts";

const lane = { kind: "team", teamId: "a-team-of-ours" as TeamId } as const;

/** Rooms on real storage, under a clock whose waits end when the test says so. */
async function openRooms() {
  const { workers } = await bundleServer(repository);
  const log = createLog("silent");
  const due: (() => void)[] = [];
  const clock: Clock = {
    ...systemClock,
    after(_delayMs, act) {
      due.push(act);
      return () => {};
    },
  };
  const storage = await openStorage({ folder: newFolder(), worker: workers.log, clock, log });
  onTestFinished(() => storage.close());
  const rooms = createRooms({
    log: storage.log,
    clock,
    journal: log,
    idleMs: 1_000,
    onTitle: () => {},
  });
  const passTime = (): void => {
    for (const act of due.splice(0)) act();
  };
  return { rooms, storage, passTime };
}

function createPeer(): Peer & { readonly heard: Uint8Array[]; savedFrames: () => number } {
  const heard: Uint8Array[] = [];
  let saved = 0;
  return {
    member: "maya",
    canEdit: true,
    heard,
    savedFrames: () => saved,
    send: (update) => void heard.push(update),
    hear: () => {},
    saved: (frames) => {
      saved = frames;
    },
    dismiss: () => {},
  };
}

function noteSaying(words: string): Uint8Array {
  const doc = new Y.Doc();
  doc.getText("words").insert(0, words);
  return Y.encodeStateAsUpdate(doc);
}

test("who comes in while the room is being unloaded is in a room that saves", async () => {
  const { rooms, storage, passTime } = await openRooms();
  const first = await rooms.enter(lane, createPeer());
  first.leave();
  // The wait ends in the same moment as the next peer asks for the room.
  passTime();
  const peer = createPeer();
  const seat = await rooms.enter(lane, peer);
  expect(seat.room).not.toBe(first.room);
  expect(seat.room.take(peer, noteSaying("hello"))).toBeUndefined();
  await seat.room.settled();
  expect(peer.savedFrames()).toBe(1);
  expect((await storage.log.load("team/a-team-of-ours"))?.head).toBe(1);
});

test("two who come at once are in the same room", async () => {
  const { rooms } = await openRooms();
  const [maya, tom] = [createPeer(), createPeer()];
  const [a, b] = await Promise.all([rooms.enter(lane, maya), rooms.enter(lane, tom)]);
  expect(a.room).toBe(b.room);
  a.room.take(maya, noteSaying("hello"));
  expect(tom.heard).toHaveLength(1);
});

test("a room somebody came back to is not unloaded under them", async () => {
  const { rooms, passTime } = await openRooms();
  const first = await rooms.enter(lane, createPeer());
  first.leave();
  const peer = createPeer();
  const seat = await rooms.enter(lane, peer);
  passTime();
  expect(seat.room.take(peer, noteSaying("hello"))).toBeUndefined();
  await seat.room.settled();
  expect(peer.savedFrames()).toBe(1);
});

test("a room that is gone acknowledges nothing", async () => {
  const { rooms } = await openRooms();
  const peer = createPeer();
  const { room } = await rooms.enter(lane, peer);
  await rooms.close("shutting_down");
  expect(room.take(peer, noteSaying("hello"))).toBe("storage_unavailable");
  expect(peer.savedFrames()).toBe(0);
});

test("a peer without the right to edit changes nothing", async () => {
  const { rooms, storage } = await openRooms();
  const peer = { ...createPeer(), canEdit: false };
  const { room } = await rooms.enter(lane, peer);
  expect(room.take(peer, noteSaying("hello"))).toBe("not_a_member");
  await room.settled();
  expect(await storage.log.load("team/a-team-of-ours")).toBeUndefined();
});
