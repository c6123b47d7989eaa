/**
 * The attack corpus, and frames no client would send, over real sockets: whoever sends them is closed with
 * the table's code, two who work beside notice nothing, and one who comes later gets a clean document.
 */
import * as encoding from "lib0/encoding";
import { expect, test } from "vitest";
import type WebSocket from "ws";
import * as Y from "yjs";
import { errors } from "../../shared/protocol/errors.ts";
import { syncKind } from "../../shared/protocol/frames.ts";
import { adasClient, serversClient } from "../fixtures/attacks/attacked-lane.ts";
import { attacks } from "../fixtures/attacks/corpus.ts";
import {
  awarenessFrame,
  type BareSocket,
  connect,
  contentFrame,
  isEqual,
  openSocket,
  step1Frame,
  synced,
} from "./lane-client.ts";
import { createVisitor, startServer, until } from "./running-server.ts";

async function openLane() {
  const server = await startServer();
  const ada = createVisitor(server.url);
  const { teamId, invite } = await ada.start("Year 4", "Ada");
  const mal = createVisitor(server.url);
  await mal.join(invite, "Mal");
  const lane = `team/${teamId}`;
  const doc = new Y.Doc();
  doc.clientID = adasClient;
  const adas = connect(server.url, lane, ada.cookie(), { doc });
  const bens = connect(server.url, lane, ada.cookie());
  await Promise.all([synced(adas), synced(bens)]);
  while (Y.getState(doc.store, adasClient) < 40) doc.getMap("things").set("count", 1);
  await adas.saved();
  let round = 0;
  return {
    attack: async (): Promise<BareSocket> => {
      const bare = openSocket(server.url, `/sync/${lane}?acks=1`, { Cookie: mal.cookie() });
      await bare.opened;
      return bare;
    },
    /** Ada and Ben go on, each seeing the other's next edit. */
    async othersWork(): Promise<void> {
      const title = `round ${++round}`;
      adas.doc.getMap("things").set("title", title);
      await until("ben reads it", () => bens.doc.getMap("things").get("title") === title);
      bens.doc.getMap("things").set("answer", title);
      await until("ada reads it", () => adas.doc.getMap("things").get("answer") === title);
      expect([...adas.refused, ...bens.refused]).toEqual([]);
    },
    /** One who comes now has what Ada has, and nothing that waits for more. */
    async newcomerIsClean(): Promise<void> {
      const late = connect(server.url, lane, ada.cookie());
      await synced(late);
      await until("the same", () => isEqual(late.doc, adas.doc) && isEqual(bens.doc, adas.doc));
      expect([late.doc.store.pendingStructs, late.doc.store.pendingDs]).toEqual([null, null]);
    },
  };
}

/** Those that refer to what the server wrote mean nothing in a lane where it wrote nothing. */
const here = attacks.filter(({ update }) => {
  const bytes = encoding.createEncoder();
  encoding.writeVarUint(bytes, serversClient);
  return !Buffer.from(update()).includes(Buffer.from(encoding.toUint8Array(bytes)));
});

test("every attack of the corpus closes its socket with its code, and no other", async () => {
  const lane = await openLane();
  for (const { name, code, update } of here) {
    const { socket, closed } = await lane.attack();
    socket.send(contentFrame(Y.encodeStateAsUpdate(new Y.Doc()), syncKind.step2));
    socket.send(contentFrame(update()));
    const refusal = errors[code];
    const close = "close" in refusal ? refusal.close : undefined;
    expect([name, await closed]).toEqual([name, { code: close, refused: code }]);
  }
  await lane.othersWork();
  await lane.newcomerIsClean();
}, 120_000);

/** Bytes past the client's own framing. */
const raw = (socket: WebSocket, bytes: Uint8Array): void =>
  (socket as unknown as { _socket: { write(bytes: Uint8Array): void } })._socket.write(bytes);

const masked = (opcode: number, payload: Uint8Array): Uint8Array =>
  Uint8Array.of(0x80 | opcode, 0x80 | payload.length, 0, 0, 0, 0, ...payload);

const closers: readonly [name: string, code: number, send: (socket: WebSocket) => void][] = [
  ["words", 4400, (socket) => socket.send("hello")],
  ["an empty frame", 4400, (socket) => socket.send(new Uint8Array())],
  ["a cut off frame", 4400, (socket) => socket.send(Uint8Array.of(0, 2, 255, 255))],
  ["a state vector of noise", 4400, (socket) => socket.send(Uint8Array.of(0, 0, 3, 255, 255, 9))],
  [
    "a state vector that promises 2^40 clients",
    4400,
    (socket) => socket.send(Uint8Array.of(0, 0, 7, 128, 128, 128, 128, 128, 32, 0)),
  ],
  [
    "a head that promises 200 MB",
    4413,
    (socket) => raw(socket, Uint8Array.of(0x82, 0xff, 0, 0, 0, 0, 11, 235, 194, 0, 0, 0, 0, 0)),
  ],
  ["an opcode that is none", 1002, (socket) => raw(socket, masked(3, Uint8Array.of(1)))],
  ["a reserved bit", 1002, (socket) => raw(socket, masked(0x42, Uint8Array.of(0)))],
  ["a frame without a mask", 1002, (socket) => raw(socket, Uint8Array.of(0x82, 1, 0))],
  ["a presence that is no JSON", 4400, (socket) => socket.send(awarenessFrame([[7, 1, "{nope"]]))],
  [
    "a presence of 2 MB",
    4413,
    (socket) => socket.send(awarenessFrame([[7, 1, JSON.stringify("x".repeat(2_000_000))]])),
  ],
];

test("frames that no client sends close their socket, and no other", async () => {
  const lane = await openLane();
  for (const [name, code, send] of closers) {
    const { socket, closed } = await lane.attack();
    send(socket);
    expect([name, (await closed).code]).toEqual([name, code]);
  }
  await lane.othersWork();
  await lane.newcomerIsClean();
});

test("floods, fakes and dead lines harm nobody", async () => {
  const lane = await openLane();
  const { socket: flooder } = await lane.attack();
  for (let i = 1; i <= 20_000; i++) flooder.send(awarenessFrame([[7, i, `{"at":${i}}`]]));
  await lane.othersWork();
  const { socket: crowd } = await lane.attack();
  crowd.send(awarenessFrame(Array.from({ length: 10_000 }, (_, i) => [100 + i, 1, "{}"] as const)));
  const { socket: ahead } = await lane.attack();
  ahead.send(awarenessFrame([[9, 2 ** 52, '{"at":1}']]));
  ahead.send(awarenessFrame([[9, Number.MAX_SAFE_INTEGER, '{"at":2}']]));
  const { socket: asker } = await lane.attack();
  for (let i = 0; i < 500; i++) asker.send(step1Frame(new Y.Doc()));
  const { socket: pinger } = await lane.attack();
  for (let i = 0; i < 5_000; i++) pinger.ping();
  const { socket: half } = await lane.attack();
  raw(half, Uint8Array.of(0x82, 0xfe, 255, 255, 0, 0, 0, 0, 1, 2, 3));
  (half as unknown as { _socket: { resetAndDestroy(): void } })._socket.resetAndDestroy();
  await lane.othersWork();
  await lane.newcomerIsClean();
  expect(pinger.readyState).toBe(pinger.OPEN);
});
