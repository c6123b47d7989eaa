/** Live lanes over real sockets: what a stock provider may rely on, and what `saved` promises. */
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { readMeta, retitleBoard } from "../../shared/board/meta.ts";
import { createBoardReader } from "../../shared/board/reader.ts";
import { frameKind, syncKind } from "../../shared/protocol/frames.ts";
import {
  awarenessFrame,
  connect,
  contentFrame,
  isEqual,
  openSocket,
  step1Frame,
  synced,
} from "./lane-client.ts";
import { createVisitor, type ServerOptions, startServer, until } from "./running-server.ts";

async function openBoard(options: ServerOptions = {}) {
  const server = await startServer(options);
  const maya = createVisitor(server.url);
  const { teamId, invite } = await maya.start();
  const boardId = await maya.newBoard(teamId);
  const lane = `board/${boardId}`;
  return { server, maya, teamId, invite, boardId, lane };
}

const note = (doc: Y.Doc, key: string, value: unknown): void =>
  void doc.getMap("notebook").set(key, value);
const noteOf = (doc: Y.Doc, key: string): unknown => doc.getMap("notebook").get(key);

describe("a stock provider with the cookie", () => {
  test("reads the board that was laid down, and another one's edits as they are made", async () => {
    const { server, maya, lane } = await openBoard();
    const a = connect(server.url, lane, maya.cookie(), { acks: false });
    const b = connect(server.url, lane, maya.cookie(), { acks: false });
    await Promise.all([synced(a), synced(b)]);
    expect(readMeta(a.doc).title).toBe("Seasons");
    const reader = createBoardReader(a.doc);
    expect(reader.view().piles).toHaveLength(3);
    reader.destroy();
    note(a.doc, "from", "a");
    await until("b reads it", () => noteOf(b.doc, "from") === "a");
    note(b.doc, "from", "b");
    await until("a reads it", () => noteOf(a.doc, "from") === "b");
    expect(isEqual(a.doc, b.doc)).toBe(true);
  });

  test("works on the team's lane as well", async () => {
    const { server, maya, teamId } = await openBoard();
    const a = connect(server.url, `team/${teamId}`, maya.cookie());
    const b = connect(server.url, `team/${teamId}`, maya.cookie());
    await Promise.all([synced(a), synced(b)]);
    note(a.doc, "norm", "we wait for each other");
    await until("b reads it", () => noteOf(b.doc, "norm") !== undefined);
    expect(noteOf(b.doc, "norm")).toBe("we wait for each other");
  });

  test("hands over what was edited offline, and both sides merge", async () => {
    const { server, maya, lane } = await openBoard();
    const a = connect(server.url, lane, maya.cookie());
    const b = connect(server.url, lane, maya.cookie());
    await Promise.all([synced(a), synced(b)]);
    a.provider.disconnect();
    note(a.doc, "offline", 1);
    note(b.doc, "online", 2);
    a.provider.connect();
    await until("both have both", () => isEqual(a.doc, b.doc) && noteOf(a.doc, "online") === 2);
    expect(noteOf(b.doc, "offline")).toBe(1);
  });

  test("types on while it hands over its offline edits, and nothing is lost", async () => {
    const { server, maya, lane } = await openBoard();
    const a = connect(server.url, lane, maya.cookie());
    await synced(a);
    a.provider.disconnect();
    note(a.doc, "first", 1);
    // Sent as soon as the socket opens, before the server has asked for what it lacks.
    a.provider.on("status", ({ status }) => {
      if (status === "connected") note(a.doc, "second", 2);
    });
    a.provider.connect();
    await a.saved();
    await server.restart();
    const b = connect(server.url, lane, maya.cookie());
    await synced(b);
    expect([noteOf(b.doc, "first"), noteOf(b.doc, "second")]).toEqual([1, 2]);
  });

  test("comes back by itself after a restart of the server, with everything", async () => {
    const { server, maya, lane } = await openBoard();
    const a = connect(server.url, lane, maya.cookie());
    await synced(a);
    note(a.doc, "before", 1);
    await a.saved();
    await server.restart();
    note(a.doc, "meanwhile", 2);
    const b = connect(server.url, lane, maya.cookie());
    await until("b has both", () => noteOf(b.doc, "meanwhile") === 2);
    expect(noteOf(b.doc, "before")).toBe(1);
  });
});

describe("`saved`", () => {
  test("counts every content frame once it is on disk, those that change nothing too", async () => {
    const { server, maya, lane } = await openBoard();
    const a = connect(server.url, lane, maya.cookie());
    await a.saved();
    // The answer to the server's state vector: nothing new, and acknowledged nevertheless.
    expect([a.sent(), a.acked()]).toEqual([1, 1]);
    for (let i = 0; i < 20; i++) note(a.doc, "count", i);
    await a.saved();
    expect(a.acked()).toBe(21);
  });

  test("is not said to a client that did not ask", async () => {
    const { server, maya, lane } = await openBoard();
    const { socket, frames, opened } = openSocket(server.url, `/sync/${lane}`, {
      Cookie: maya.cookie(),
    });
    await opened;
    // A peer hears of changes once it has said where it stands.
    socket.send(step1Frame(new Y.Doc()));
    const doc = new Y.Doc();
    note(doc, "a", 1);
    socket.send(contentFrame(Y.encodeStateAsUpdate(doc)));
    const b = connect(server.url, lane, maya.cookie());
    await until("it arrived", () => noteOf(b.doc, "a") === 1);
    note(b.doc, "b", 1);
    await b.saved();
    await until("b's came", () => frames.some(([kind, step]) => kind === 0 && step === 2));
    expect(frames.every(([kind]) => kind === frameKind.sync || kind === frameKind.awareness)).toBe(
      true,
    );
  });

  test("holds: what was acknowledged is there after the server was started again", async () => {
    const { server, maya, lane } = await openBoard();
    const a = connect(server.url, lane, maya.cookie());
    await synced(a);
    const text = a.doc.getText("words");
    for (let i = 0; i < 50; i++) text.insert(i, "x");
    text.delete(10, 5);
    await a.saved();
    a.close();
    await server.restart();
    const b = connect(server.url, lane, maya.cookie());
    await synced(b);
    expect(b.doc.getText("words").toJSON()).toBe("x".repeat(45));
  });
});

describe("an update that came before the one it builds on", () => {
  test("is not called saved before the handover has brought what was missing, and then is", async () => {
    const { server, maya, lane } = await openBoard();
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on("update", (update: Uint8Array) => updates.push(update));
    doc.getText("words").insert(0, "a");
    doc.getText("words").insert(1, "b");
    const [, later = new Uint8Array()] = updates;
    const headers = { Cookie: maya.cookie() };
    const { socket, frames, opened } = openSocket(server.url, `/sync/${lane}?acks=1`, headers);
    await opened;
    const saved = (): number[] =>
      frames.filter(([kind]) => kind === frameKind.saved).map(([, count]) => count ?? 0);
    socket.send(contentFrame(later));
    // A colleague's edit goes to the disk meanwhile, and says nothing about this one.
    const b = connect(server.url, lane, maya.cookie());
    await synced(b);
    note(b.doc, "meanwhile", 1);
    await b.saved();
    expect(saved()).toEqual([]);
    socket.send(contentFrame(Y.encodeStateAsUpdate(doc), syncKind.step2));
    await until("both are saved", () => saved().includes(2));
    await server.restart();
    const c = connect(server.url, lane, maya.cookie());
    await synced(c);
    expect(c.doc.getText("words").toJSON()).toBe("ab");
  });

  test("is refused when it comes after the handover: nothing will bring it", async () => {
    const { server, maya, lane } = await openBoard();
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on("update", (update: Uint8Array) => updates.push(update));
    doc.getText("words").insert(0, "a");
    doc.getText("words").insert(1, "b");
    const headers = { Cookie: maya.cookie() };
    const { socket, opened, closed } = openSocket(server.url, `/sync/${lane}?acks=1`, headers);
    await opened;
    socket.send(contentFrame(Y.encodeStateAsUpdate(new Y.Doc()), syncKind.step2));
    socket.send(contentFrame(updates[1] ?? new Uint8Array()));
    expect(await closed).toEqual({ code: 4421, refused: "not_contiguous" });
  });
});

describe("presence", () => {
  test("shows who is here to who comes later, and takes leavers away", async () => {
    const { server, maya, lane } = await openBoard();
    const a = connect(server.url, lane, maya.cookie());
    a.provider.awareness.setLocalState({ name: "Maya" });
    await synced(a);
    const b = connect(server.url, lane, maya.cookie());
    b.provider.awareness.setLocalState({ name: "Tom" });
    const others = (client: typeof a): unknown[] =>
      [...client.provider.awareness.getStates()]
        .filter(([id]) => id !== client.doc.clientID)
        .map(([, state]) => state);
    await until("b sees a", () => others(b).length === 1);
    expect(others(b)).toEqual([{ name: "Maya" }]);
    await until("a sees b", () => others(a).length === 1);
    b.provider.ws?.close();
    b.provider.shouldConnect = false;
    await until("a sees b gone", () => others(a).length === 0);
    b.provider.connect();
    await until("a sees b return at once", () => others(a).length === 1);
    expect(others(a)).toEqual([{ name: "Tom" }]);
  });

  test("is shown at once by and to one who was cut off, not at the next sign of life", async () => {
    const { server, maya, lane } = await openBoard();
    const a = connect(server.url, lane, maya.cookie());
    const b = connect(server.url, lane, maya.cookie());
    a.provider.awareness.setLocalState({ name: "Maya" });
    b.provider.awareness.setLocalState({ name: "Tom" });
    const sees = (one: typeof a, other: typeof a): boolean =>
      one.provider.awareness.getStates().has(other.doc.clientID);
    await until("they see each other", () => sees(a, b) && sees(b, a));
    await server.restart();
    await until("they are back", () => a.provider.synced && b.provider.synced);
    await until("they see each other again", () => sees(a, b) && sees(b, a));
    expect(a.provider.awareness.getStates().get(b.doc.clientID)).toEqual({ name: "Tom" });
  });

  test("of another member cannot be put on or taken away", async () => {
    const { server, maya, invite, lane } = await openBoard();
    const a = connect(server.url, lane, maya.cookie());
    a.provider.awareness.setLocalState({ name: "Maya" });
    await synced(a);
    const tom = createVisitor(server.url);
    await tom.join(invite, "Tom");
    const witness = connect(server.url, lane, maya.cookie());
    const stateOfMaya = () => witness.provider.awareness.getStates().get(a.doc.clientID);
    await until("Maya shows", () => stateOfMaya() !== undefined);
    const { socket, opened } = openSocket(server.url, `/sync/${lane}`, { Cookie: tom.cookie() });
    await opened;
    socket.send(awarenessFrame([[a.doc.clientID, 2 ** 40, '{"name":"Eve"}']]));
    socket.send(awarenessFrame([[a.doc.clientID, 2 ** 40 + 1, "null"]]));
    socket.send(awarenessFrame([[4711, 1, '{"name":"Tom"}']]));
    await until("Tom shows", () => witness.provider.awareness.getStates().has(4711));
    expect(stateOfMaya()).toEqual({ name: "Maya" });
  });

  test("keeps a stock client that is alone from hanging up: something is heard now and then", async () => {
    const { server, maya, lane } = await openBoard({ limits: { heartbeatMs: 20 } });
    const a = connect(server.url, lane, maya.cookie());
    await synced(a);
    const { wsLastMessageReceived } = a.provider;
    await until("a heartbeat", () => a.provider.wsLastMessageReceived > wsLastMessageReceived + 50);
    expect(a.provider.wsconnected).toBe(true);
  });
});

describe("a socket is refused with the table's code", () => {
  test("without a session, for another team, for a lane that is none, from another site", async () => {
    const { server, maya, teamId, lane } = await openBoard();
    const eve = createVisitor(server.url);
    await eve.start("Others", "Eve");
    const refusedFor = (path: string, headers: { [name: string]: string }) =>
      openSocket(server.url, `${path}?acks=1`, headers).closed;
    const mine = { Cookie: maya.cookie() };
    expect(await refusedFor(`/sync/${lane}`, {})).toEqual({ code: 4401, refused: "not_signed_in" });
    expect(await refusedFor(`/sync/${lane}`, { Cookie: eve.cookie() })).toEqual({
      code: 4403,
      refused: "not_a_member",
    });
    expect(await refusedFor(`/sync/team/${teamId}`, { Cookie: eve.cookie() })).toEqual({
      code: 4403,
      refused: "not_a_member",
    });
    // As if it were another team's: nobody learns which boards there are.
    expect(await refusedFor("/sync/board/nothing-here", mine)).toEqual({
      code: 4403,
      refused: "not_a_member",
    });
    for (const path of ["/sync/attic/nothing-here", "/sync/%", "/sync/"]) {
      expect(await refusedFor(path, mine)).toEqual({ code: 4404, refused: "not_found" });
    }
    expect(
      await refusedFor(`/sync/${lane}`, { ...mine, Origin: "https://elsewhere.example" }),
    ).toEqual({ code: 4408, refused: "wrong_origin" });
  });

  test("for frames that cannot be read or are too large, and others notice nothing", async () => {
    const { server, maya, lane } = await openBoard();
    const a = connect(server.url, lane, maya.cookie());
    await synced(a);
    const before = Y.encodeStateAsUpdate(a.doc);
    const send = async (frame: Uint8Array) => {
      const { socket, opened, closed } = openSocket(server.url, `/sync/${lane}?acks=1`, {
        Cookie: maya.cookie(),
      });
      await opened;
      socket.send(frame);
      return closed;
    };
    const other = new Y.Doc();
    note(other, "a", "x".repeat(40));
    const update = Y.encodeStateAsUpdate(other);
    const malformed = { code: 4400, refused: "malformed" };
    // Every truncation: applied without a look, a fifth of them would have changed the document.
    for (let length = 1; length < update.length; length += 7) {
      expect(await send(contentFrame(update.subarray(0, length)))).toEqual(malformed);
    }
    expect(await send(Uint8Array.of(0))).toEqual(malformed);
    expect(await send(Uint8Array.of(0, 9, 0))).toEqual(malformed);
    expect(await send(Uint8Array.of(0, 0, 3, 255, 255, 255))).toEqual(malformed);
    expect(await send(Uint8Array.of(1, 5, 1, 1))).toEqual(malformed);
    expect(await send(awarenessFrame([[1, 1, `"${"x".repeat(5_000)}"`]]))).toEqual({
      code: 4413,
      refused: "too_large",
    });
    expect(await send(new Uint8Array(8 * 1024 * 1024 + 1))).toEqual({
      code: 4413,
      refused: "too_large",
    });
    expect(Buffer.from(Y.encodeStateAsUpdate(a.doc))).toEqual(Buffer.from(before));
    expect(a.provider.wsconnected).toBe(true);
  });

  test("when there are too many from one address, and may try again", async () => {
    const { server, maya, lane } = await openBoard({ limits: { socketsPerAddress: 1 } });
    const a = connect(server.url, lane, maya.cookie());
    await synced(a);
    const { closed } = openSocket(server.url, `/sync/${lane}?acks=1`, { Cookie: maya.cookie() });
    expect(await closed).toEqual({ code: 4529, refused: "too_many" });
  });

  test("when the server ends, and may come back", async () => {
    const { server, maya, lane } = await openBoard();
    const { opened, closed } = openSocket(server.url, `/sync/${lane}`, { Cookie: maya.cookie() });
    await opened;
    await server.close();
    expect((await closed).code).toBe(1012);
  });
});

describe("the title in the list of boards", () => {
  test("follows the title on the board", async () => {
    const { server, maya, teamId, lane } = await openBoard();
    const a = connect(server.url, lane, maya.cookie());
    await synced(a);
    retitleBoard(a.doc, "Seasons, second try", "test");
    const titles = async () => {
      const answer = (await (await maya.ask("GET", `/api/teams/${teamId}/boards`)).json()) as {
        boards: { title: string }[];
      };
      return answer.boards.map(({ title }) => title);
    };
    await until("the list has it", async () => (await titles())[0] !== "Seasons");
    expect(await titles()).toEqual(["Seasons, second try"]);
  });
});

describe("an empty room", () => {
  test("is unloaded, and read again from the log", async () => {
    const { server, maya, lane } = await openBoard({ limits: { idleMs: 1 } });
    const a = connect(server.url, lane, maya.cookie());
    await synced(a);
    note(a.doc, "kept", true);
    await a.saved();
    a.close();
    const b = connect(server.url, lane, maya.cookie());
    await synced(b);
    expect(noteOf(b.doc, "kept")).toBe(true);
  });
});
