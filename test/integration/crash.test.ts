/**
 * The power goes in the middle: the server's process is killed at a moment nobody chose, and started
 * again on the same folder. Nothing that was acknowledged may be missing, nor anything that somebody else
 * had seen already, and the database is whole.
 *
 * What a kill cannot show is the disk's own cache; storage.test.ts reads back that every commit waits
 * for it. The seed is printed with a failure; a failing one becomes a test of its own. `npm run
 * test:crash` plays a hundred rounds instead of a few.
 */
import { join } from "node:path";
import { expect, test } from "vitest";
import { openDatabase } from "../../server/storage/sqlite.ts";
import type { BoardId } from "../../shared/base/ids.ts";
import { seededRandom } from "../../shared/base/random.ts";
import { claiming } from "../fixtures/pictures.ts";
import { connect, type LaneClient, synced } from "./lane-client.ts";
import { createVisitor, newFolder, until, type Visitor } from "./running-server.ts";
import { type ServerProcess, startProcess } from "./server-process.ts";

const rounds = Number(process.env["CRASH_ROUNDS"] ?? 3);
const writers = 4;

/** What somebody was told is safe, or has seen of somebody else. */
interface Promised {
  readonly notes: Set<string>;
  readonly boards: Set<BoardId>;
  /** Hash to bytes. */
  readonly images: Map<string, Buffer>;
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Writes notes as fast as it may until the server is gone; keeps what was acknowledged. */
async function writeNotes(client: LaneClient, name: string, promised: Promised): Promise<void> {
  const written: { readonly note: string; readonly frame: number }[] = [];
  let acked = 0;
  while (client.provider.wsconnected) {
    const note = `${name}/${written.length}`;
    const before = client.sent();
    client.doc.getMap("notes").set(note, note);
    if (client.sent() > before) written.push({ note, frame: client.sent() });
    // Some in flight, as with people: never all acknowledged, never all waiting.
    while (client.provider.wsconnected && client.sent() - client.acked() > 20) await nextTurn();
    await nextTurn();
    acked = Math.max(acked, client.acked());
  }
  for (const { note, frame } of written) if (frame <= acked) promised.notes.add(note);
  for (const note of client.doc.getMap("notes").keys()) {
    if (!note.startsWith(`${name}/`)) promised.notes.add(note);
  }
  client.close();
}

/** Brings in pictures and makes boards, one after the other, until the server is gone. */
async function ask(
  visitor: Visitor,
  teamId: string,
  boardId: BoardId,
  round: number,
  promised: Promised,
): Promise<void> {
  try {
    for (let i = 1; ; i++) {
      const picture = claiming(100 + round, i);
      const response = await visitor.ask("POST", `/api/boards/${boardId}/blobs`, picture);
      const { hash } = (await response.json()) as { hash: string };
      promised.images.set(hash, picture);
      promised.boards.add(await visitor.newBoard(teamId, `Round ${round}`));
    }
  } catch {
    // The server is gone: what was under way was never acknowledged.
  }
}

/** What is wrong with the database as the killed process left it. */
async function faultsIn(folder: string): Promise<readonly unknown[]> {
  const database = await openDatabase(join(folder, "noticeboard.db"), { readOnly: true });
  const faults = database.prepare("PRAGMA integrity_check").all() as object[];
  const gaps = database
    .prepare(
      `SELECT doc.id FROM doc JOIN upd ON upd.doc = doc.id GROUP BY doc.id
       HAVING min(seq) <> base + 1 OR max(seq) <> base + count(*)`,
    )
    .all();
  database.close();
  return [...faults.filter((fault) => !Object.values(fault).includes("ok")), ...gaps];
}

async function missing(
  server: ServerProcess,
  lane: string,
  boardId: BoardId,
  visitor: Visitor,
  promised: Promised,
): Promise<readonly string[]> {
  const fresh = connect(server.url, lane, visitor.cookie());
  await synced(fresh);
  const notes = fresh.doc.getMap("notes");
  const lost: string[] = [...promised.notes].filter((note) => notes.get(note) !== note);
  fresh.close();
  for (const [hash, bytes] of promised.images) {
    const response = await visitor.ask("GET", `/api/boards/${boardId}/blobs/${hash}`);
    if (!Buffer.from(await response.arrayBuffer()).equals(bytes)) lost.push(`image ${hash}`);
  }
  for (const board of promised.boards) {
    const { status } = await visitor.ask("GET", `/api/boards/${board}`);
    if (status !== 200) lost.push(`board ${board}`);
  }
  return lost;
}

test.each([1, Date.now() % 1_000_000])(
  "nothing acknowledged or seen is missing after kill -9 (seed %i)",
  async (seed) => {
    const random = seededRandom(seed);
    const folder = newFolder();
    const promised: Promised = { notes: new Set(), boards: new Set(), images: new Map() };
    let server = await startProcess({ NOTICEBOARD_DATA: folder });
    // One port for all rounds, as a restarted server has.
    const settings = { NOTICEBOARD_DATA: folder, PORT: new URL(server.url).port };
    const maya = createVisitor(server.url);
    const { teamId } = await maya.start();
    const boardId = await maya.newBoard(teamId);
    const lane = `board/${boardId}`;

    for (let round = 0; round < rounds; round++) {
      const clients = Array.from({ length: writers }, () =>
        connect(server.url, lane, maya.cookie()),
      );
      await Promise.all(clients.map(synced));
      const work = [
        ask(maya, teamId, boardId, round, promised),
        ...clients.map((client, i) => writeNotes(client, `${round}/${i}`, promised)),
      ];
      await until("work is under way", () => promised.images.size > 0);
      const until_ = Date.now() + random() * 250;
      while (Date.now() < until_) await nextTurn();
      await server.end("SIGKILL");
      await Promise.all(work);
      expect(await faultsIn(folder)).toEqual([]);
      server = await startProcess(settings);
      expect(await missing(server, lane, boardId, maya, promised)).toEqual([]);
      // Each image is asked for once: what was there after a restart is a file that nobody touches.
      promised.images.clear();
      promised.boards.clear();
    }
    expect(promised.notes.size).toBeGreaterThan(rounds * writers);
  },
);
