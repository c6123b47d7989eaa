/**
 * Sockets that read slowly or never, write faster than the disk, or trickle: what they cost the server is
 * bounded, nobody else waits for them, and who reads again is in step again.
 */
import { describe, expect, test } from "vitest";
import type WebSocket from "ws";
import * as Y from "yjs";
import { connect, contentFrame, isEqual, openSocket, step1Frame, synced } from "./lane-client.ts";
import { createVisitor, type ServerOptions, startServer, until } from "./running-server.ts";

async function openBoard(options: ServerOptions = {}) {
  const server = await startServer(options);
  const maya = createVisitor(server.url);
  const { teamId } = await maya.start();
  const lane = `board/${await maya.newBoard(teamId)}`;
  const open = (acks = "") =>
    openSocket(server.url, `/sync/${lane}${acks}`, { Cookie: maya.cookie() });
  return { server, maya, lane, open };
}

const note = (doc: Y.Doc, key: string, value: unknown): void =>
  void doc.getMap("notebook").set(key, value);
const noteOf = (doc: Y.Doc, key: string): unknown => doc.getMap("notebook").get(key);

/** What a bare socket was sent of the document. */
function readInto(doc: Y.Doc, frames: Uint8Array[]): void {
  for (const frame of frames.splice(0)) {
    const [kind, step] = frame;
    if (kind !== 0 || (step !== 1 && step !== 2)) continue;
    let at = 2;
    while ((frame[at] ?? 0) > 127) at++;
    Y.applyUpdate(doc, frame.subarray(at + 1));
  }
}

/** How much the server holds for sockets, beyond what the kernel took. */
function heldBytes(): number {
  const handles = (process as unknown as { _getActiveHandles(): object[] })._getActiveHandles();
  const waiting = handles.map((one) => ("writableLength" in one ? Number(one.writableLength) : 0));
  return Math.max(0, ...waiting);
}

describe("a socket that does not read", () => {
  test("costs the server no more than a little, and is in step when it reads again", async () => {
    const { server, maya, lane, open } = await openBoard({ limits: { bufferedBytes: 200_000 } });
    const writer = connect(server.url, lane, maya.cookie());
    await synced(writer);
    const paused = open();
    await paused.opened;
    const doc = new Y.Doc();
    paused.socket.send(step1Frame(doc));
    await until("it has the board", () => paused.frames.some(([, step]) => step === 1));
    paused.socket.pause();
    const other = connect(server.url, lane, maya.cookie());
    await synced(other);
    let most = 0;
    for (let i = 0; i < 300; i++) {
      note(writer.doc, "large", `${i}${"x".repeat(100_000)}`);
      if (i % 20 !== 0) continue;
      await writer.saved();
      most = Math.max(most, heldBytes());
    }
    await writer.saved();
    await until("others go on", () => String(noteOf(other.doc, "large")).startsWith("299"));
    // The mark, and what one write to a socket holds.
    expect(most).toBeLessThan(200_000 + 2 * 256 * 1024);
    paused.socket.resume();
    await until("it is in step", () => {
      readInto(doc, paused.frames);
      return String(noteOf(doc, "large")).startsWith("299");
    });
    note(writer.doc, "last", true);
    await until("it hears the next", () => {
      readInto(doc, paused.frames);
      return noteOf(doc, "last") === true;
    });
    expect(isEqual(doc, writer.doc)).toBe(true);
  });

  test("is owed one answer, however often it asks", async () => {
    const { server, maya, lane, open } = await openBoard();
    const writer = connect(server.url, lane, maya.cookie());
    await synced(writer);
    for (let i = 0; i < 20; i++) note(writer.doc, `page ${i}`, "x".repeat(200_000));
    await writer.saved();
    const greedy = open();
    await greedy.opened;
    greedy.socket.pause();
    for (let i = 0; i < 100; i++) greedy.socket.send(step1Frame(new Y.Doc()));
    note(writer.doc, "meanwhile", true);
    await writer.saved();
    expect(heldBytes()).toBeLessThan(2 * 1024 * 1024);
    greedy.socket.resume();
    const step2s = (): number =>
      greedy.frames.filter(([kind, step]) => kind === 0 && step === 1).length;
    await until("it is answered", () => step2s() > 0);
    // A pong comes after all that was owed.
    let answered = false;
    greedy.socket.on("pong", () => {
      answered = true;
    });
    await until("nothing more is owed", () => {
      greedy.socket.ping();
      return answered;
    });
    expect(step2s()).toBeLessThanOrEqual(3);
  });

  test("is dropped in the end, and others see it leave", async () => {
    const { server, maya, lane } = await openBoard({ limits: { heartbeatMs: 20 } });
    const paused = connect(server.url, lane, maya.cookie());
    paused.provider.awareness.setLocalState({ name: "Maya" });
    const other = connect(server.url, lane, maya.cookie());
    const sees = () => other.provider.awareness.getStates().has(paused.doc.clientID);
    await until("it is seen", sees);
    (paused.provider.ws as unknown as WebSocket).pause();
    await until("it is gone", () => !sees());
    expect(other.provider.wsconnected).toBe(true);
  });
});

describe("a socket that writes faster than the disk", () => {
  test("is slowed, not refused, and everything it wrote is there", async () => {
    const { server, maya, lane, open } = await openBoard();
    const other = connect(server.url, lane, maya.cookie());
    await synced(other);
    const { socket, opened, frames } = open("?acks=1");
    await opened;
    const doc = new Y.Doc();
    doc.on("update", (update: Uint8Array) => socket.send(contentFrame(update)));
    for (let i = 0; i < 5_000; i++) note(doc, "count", i);
    // Somebody else's edit in the middle of it.
    note(other.doc, "small", true);
    await other.saved();
    await until("all is saved", () => noteOf(other.doc, "count") === 4_999);
    expect(socket.readyState).toBe(socket.OPEN);
    await until("and said so", () => frames.some(([kind]) => kind === 100));
  });
});

describe("thirty who join at once", () => {
  test("all get the whole board, and nothing of it twice", async () => {
    const { server, maya, lane, open } = await openBoard();
    const writer = connect(server.url, lane, maya.cookie());
    await synced(writer);
    for (let i = 0; i < 40; i++) note(writer.doc, `page ${i}`, `${i}`.repeat(40_000));
    await writer.saved();
    const size = Y.encodeStateAsUpdate(writer.doc).byteLength;
    const joiners = Array.from({ length: 30 }, () => ({ doc: new Y.Doc(), ...open() }));
    await Promise.all(joiners.map(({ opened }) => opened));
    let received = 0;
    for (const { socket, doc } of joiners) {
      socket.on("message", (data: Buffer) => {
        received += data.byteLength;
      });
      socket.send(step1Frame(doc));
    }
    await until("all have all", () =>
      joiners.every(({ doc, frames }) => {
        readInto(doc, frames);
        return isEqual(doc, writer.doc);
      }),
    );
    expect(received).toBeLessThan(30 * size * 1.05);
  });
});
