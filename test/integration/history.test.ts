/** A board's past over HTTP and on the socket: what changed, versions, and going back for everybody. */
import { describe, expect, test } from "vitest";
import type * as Y from "yjs";
import type { BoardId } from "../../shared/base/ids.ts";
import { readMeta, retitleBoard } from "../../shared/board/meta.ts";
import type {
  BoardAnswer,
  ChangesAnswer,
  RestoreAnswer,
  VersionSummary,
  VersionsAnswer,
} from "../../shared/protocol/api.ts";
import { createRecord } from "../../shared/records/records.ts";
import { png } from "../fixtures/pictures.ts";
import { connect, openSocket, synced } from "./lane-client.ts";
import { createVisitor, refusal, startServer, until, type Visitor } from "./running-server.ts";

async function openBoard() {
  const server = await startServer();
  const maya = createVisitor(server.url);
  const { teamId, invite, memberId } = await maya.start();
  const boardId = await maya.newBoard(teamId);
  return { server, maya, teamId, invite, memberId, boardId, lane: `board/${boardId}` };
}

const json = async <T>(response: Promise<Response>): Promise<T> =>
  (await (await response).json()) as T;
const epochOf = async (visitor: Visitor, boardId: BoardId): Promise<number> =>
  (await json<BoardAnswer>(visitor.ask("GET", `/api/boards/${boardId}`))).epoch;
const keep = (visitor: Visitor, boardId: BoardId, name: string): Promise<VersionSummary> =>
  json(visitor.ask("POST", `/api/boards/${boardId}/versions`, { name }));
const restore = (visitor: Visitor, boardId: BoardId, id: string, as: string): Promise<Response> =>
  visitor.ask("POST", `/api/boards/${boardId}/versions/${id}/restore`, { as });
const versionsOf = async (visitor: Visitor, boardId: BoardId) =>
  (await json<VersionsAnswer>(visitor.ask("GET", `/api/boards/${boardId}/versions`))).versions;
const changesOf = (visitor: Visitor, boardId: BoardId, since: number): Promise<ChangesAnswer> =>
  json(visitor.ask("GET", `/api/boards/${boardId}/changes?since=${since}`));

/** A record as the page makes one. */
function addNote(doc: Y.Doc, id: string): void {
  createRecord(doc, "notes", id, { colour: "honey" }, "test");
}
const hasNote = (doc: Y.Doc, id: string): boolean => doc.getMap("notes").has(id);

describe("what changed", () => {
  test("is told by person and thing since a time, and nothing from before it", async () => {
    const { server, maya, memberId, boardId, lane, invite } = await openBoard();
    const leo = createVisitor(server.url);
    const { memberId: leoId } = await leo.join(invite, "Leo");
    const { until: before } = await changesOf(maya, boardId, 0);
    const a = connect(server.url, lane, maya.cookie());
    const b = connect(server.url, lane, leo.cookie());
    await Promise.all([synced(a), synced(b)]);
    addNote(a.doc, "note-of-maya");
    addNote(b.doc, "note-of-leo");
    await Promise.all([a.saved(), b.saved()]);
    const { changes, until: after } = await changesOf(leo, boardId, before);
    expect(changes.map(({ by, kind, id, how }) => `${by} ${how} ${kind} ${id}`).toSorted()).toEqual(
      [`${memberId} added note note-of-maya`, `${leoId} added note note-of-leo`].toSorted(),
    );
    expect(after).toBeGreaterThanOrEqual(before);
    expect((await changesOf(leo, boardId, after + 60_000)).changes).toEqual([]);
  });

  test("is for the team alone, and asks for a time", async () => {
    const { server, maya, boardId } = await openBoard();
    const stranger = createVisitor(server.url);
    await stranger.start("Year 5", "Sam");
    const asked = (path: string) => stranger.ask("GET", `/api/boards/${boardId}/${path}`);
    expect(await refusal(await asked("changes?since=0"))).toBe("403 not_a_member");
    expect(await refusal(await asked("versions"))).toBe("403 not_a_member");
    const noTime = await maya.ask("GET", `/api/boards/${boardId}/changes?since=yesterday`);
    expect(await refusal(noTime)).toBe("400 bad_request");
  });
});

describe("a version", () => {
  test("is listed with its name and who kept it", async () => {
    const { maya, memberId, boardId } = await openBoard();
    const kept = await keep(maya, boardId, "  Before the talk ");
    expect(kept).toMatchObject({ name: "Before the talk", by: { memberId } });
    expect(await versionsOf(maya, boardId)).toEqual([kept]);
    const unnamed = await maya.ask("POST", `/api/boards/${boardId}/versions`, { name: " " });
    expect(await refusal(unnamed)).toBe("400 bad_request");
  });

  test("opens as a copy with its pages, and the board itself stays as it is", async () => {
    const { server, maya, boardId, lane } = await openBoard();
    const a = connect(server.url, lane, maya.cookie());
    await synced(a);
    addNote(a.doc, "early-note");
    await a.saved();
    const stored = await maya.ask("POST", `/api/boards/${boardId}/blobs`, png);
    const { hash } = (await stored.json()) as { hash: string };
    const { versionId } = await keep(maya, boardId, "Monday");
    addNote(a.doc, "later-note");
    await a.saved();
    const { boardId: copy } = await json<RestoreAnswer>(restore(maya, boardId, versionId, "copy"));
    expect(copy).not.toBe(boardId);
    const c = connect(server.url, `board/${copy}`, maya.cookie());
    await synced(c);
    expect([hasNote(c.doc, "early-note"), hasNote(c.doc, "later-note")]).toEqual([true, false]);
    expect(readMeta(c.doc).title).toBe("Seasons – Monday");
    addNote(c.doc, "written-in-the-copy");
    await c.saved();
    const image = await maya.ask("GET", `/api/boards/${copy}/blobs/${hash}`);
    expect(image.status).toBe(200);
    expect(hasNote(a.doc, "later-note")).toBe(true);
    expect(await epochOf(maya, boardId)).toBe(0);
  });

  test("puts the board back for everybody; what was there before is kept as a version", async () => {
    const { server, maya, memberId, boardId, lane } = await openBoard();
    const a = connect(server.url, lane, maya.cookie(), { epoch: 0 });
    await synced(a);
    addNote(a.doc, "early-note");
    await a.saved();
    const { versionId } = await keep(maya, boardId, "Monday");
    retitleBoard(a.doc, "Changed", null);
    addNote(a.doc, "later-note");
    await a.saved();
    const reply = await restore(maya, boardId, versionId, "here");
    expect(await reply.json()).toEqual({ boardId });
    // Who has the board open is told why it ends, and does not try to come back with what it holds.
    await until("the open page is told", () => a.refused.length > 0);
    expect(a.refused.map(({ code }) => code)).toEqual([4409]);

    const epoch = await epochOf(maya, boardId);
    expect(epoch).toBe(1);
    const fresh = connect(server.url, lane, maya.cookie(), { epoch });
    await synced(fresh);
    expect(readMeta(fresh.doc).title).toBe("Seasons");
    expect(hasNote(fresh.doc, "early-note")).toBe(true);
    expect(hasNote(fresh.doc, "later-note")).toBe(false);
    addNote(fresh.doc, "after-going-back");
    await fresh.saved();

    const versions = await versionsOf(maya, boardId);
    expect(versions.map(({ by, name }) => [by?.memberId, name])).toEqual([
      [undefined, "Monday"],
      [memberId, "Monday"],
    ]);
    await restore(maya, boardId, versions[0]?.versionId ?? "", "here");
    const again = connect(server.url, lane, maya.cookie(), { epoch: 2 });
    await synced(again);
    expect(hasNote(again.doc, "later-note")).toBe(true);
    expect(hasNote(again.doc, "after-going-back")).toBe(false);
  });

  test("stays put back after a restart, and a page from before cannot bring the later back", async () => {
    const { server, maya, boardId, lane } = await openBoard();
    const a = connect(server.url, lane, maya.cookie(), { epoch: 0 });
    await synced(a);
    const { versionId } = await keep(maya, boardId, "Empty");
    addNote(a.doc, "later-note");
    await a.saved();
    a.provider.disconnect();
    addNote(a.doc, "offline-note");
    await restore(maya, boardId, versionId, "here");
    await server.restart();
    a.provider.connect();
    await until("the page from before is refused", () => a.refused.length > 0);
    const stale = openSocket(server.url, `/sync/${lane}`, { Cookie: maya.cookie() });
    expect(await stale.closed).toMatchObject({ code: 4409 });
    const fresh = connect(server.url, lane, maya.cookie(), { epoch: 1 });
    await synced(fresh);
    expect(fresh.doc.getMap("notes").size).toBe(0);
  });

  test("of another board, or none, is not found", async () => {
    const { maya, teamId, boardId } = await openBoard();
    const other = await maya.newBoard(teamId, "Other");
    const { versionId } = await keep(maya, other, "Of the other");
    for (const as of ["copy", "here"]) {
      expect(await refusal(await restore(maya, boardId, versionId, as))).toBe("404 not_found");
    }
    expect(await epochOf(maya, boardId)).toBe(0);
  });
});
