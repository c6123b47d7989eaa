/** The data folder by itself: on disk means on disk, in order, and it stays small. */
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import * as Y from "yjs";
import { bundleServer } from "../../server/dev/bundle.ts";
import { systemClock } from "../../server/ops/clock.ts";
import { createLog } from "../../server/ops/log.ts";
import { createLogTables } from "../../server/storage/log-tables.ts";
import { mergeAsTree } from "../../server/storage/merge.ts";
import { pack, type StoredLane } from "../../server/storage/messages.ts";
import { migrate } from "../../server/storage/schema.ts";
import { type Database, openDatabase, readPragma } from "../../server/storage/sqlite.ts";
import { openStorage, type Storage } from "../../server/storage/storage.ts";
import type { TeamId } from "../../shared/base/ids.ts";
import { newFolder, repository } from "./running-server.ts";

async function open(folder: string): Promise<Storage> {
  const { workers } = await bundleServer(repository);
  const log = createLog("silent");
  const storage = await openStorage({ folder, worker: workers.log, clock: systemClock, log });
  onTestFinished(() => storage.close());
  return storage;
}

/** As version 1 made them, where they differ from today's or are used in a test. */
const firstTables = `
  CREATE TABLE doc (
    id TEXT PRIMARY KEY, head INTEGER NOT NULL, base INTEGER NOT NULL, snapshot BLOB
  ) STRICT;
  CREATE TABLE upd (
    doc TEXT NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL, author TEXT NOT NULL,
    data BLOB NOT NULL, PRIMARY KEY (doc, seq)
  ) STRICT;
  CREATE TABLE team (id TEXT PRIMARY KEY, name TEXT NOT NULL, createdAt INTEGER NOT NULL) STRICT;
  CREATE TABLE member (
    id TEXT PRIMARY KEY, team TEXT NOT NULL REFERENCES team, name TEXT NOT NULL,
    joinedAt INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE session (hash TEXT PRIMARY KEY, createdAt INTEGER NOT NULL) STRICT;
  CREATE TABLE sessionMember (
    session TEXT NOT NULL REFERENCES session, team TEXT NOT NULL REFERENCES team,
    member TEXT NOT NULL REFERENCES member, PRIMARY KEY (session, team)
  ) STRICT;
  CREATE TABLE invitation (
    id TEXT PRIMARY KEY, team TEXT NOT NULL REFERENCES team, hash TEXT NOT NULL UNIQUE,
    createdAt INTEGER NOT NULL, revokedAt INTEGER
  ) STRICT;
  CREATE TABLE board (
    id TEXT PRIMARY KEY, team TEXT NOT NULL REFERENCES team, titleMirror TEXT NOT NULL,
    createdAt INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE blob (
    board TEXT NOT NULL REFERENCES board, hash TEXT NOT NULL, kind TEXT NOT NULL,
    width INTEGER NOT NULL, height INTEGER NOT NULL, bytes INTEGER NOT NULL,
    storedAt INTEGER NOT NULL, PRIMARY KEY (board, hash)
  ) STRICT;
  CREATE TABLE probe (id INTEGER PRIMARY KEY CHECK (id = 1), count INTEGER NOT NULL) STRICT;
  INSERT INTO probe VALUES (1, 0);
  PRAGMA user_version = 1;
`;

async function openFile(path: string, options = {}): Promise<Database> {
  const database = await openDatabase(path, options);
  onTestFinished(() => database.close());
  return database;
}

const append = (storage: Storage, doc: string, data: Uint8Array): Promise<void> =>
  storage.log.append([{ doc, at: 0, author: "maya", data, newClients: [] }]);

function read(stored: StoredLane | undefined): Y.Doc {
  const doc = new Y.Doc();
  if (stored?.snapshot) Y.applyUpdate(doc, stored.snapshot);
  for (const update of stored?.updates ?? []) Y.applyUpdate(doc, update);
  return doc;
}

/** A document and each of the updates that made it; some of what was written is deleted again. */
function history(edits: number): { doc: Y.Doc; updates: readonly Uint8Array[] } {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  const text = doc.getText("text");
  for (let i = 0; i < edits; i++) {
    if (i % 3 === 2) text.delete(0, 1);
    else text.insert(text.length, "seasons ");
  }
  return { doc, updates };
}

describe("the database", () => {
  test("waits for the disk at every commit, on every connection ever opened", async () => {
    const path = join(newFolder(), "a.db");
    const writer = await openFile(path);
    const again = await openFile(path);
    const reader = await openFile(path, { readOnly: true });
    const full = 2;
    expect([writer, again, reader].map((one) => readPragma(one, "synchronous"))).toEqual([
      full,
      full,
      full,
    ]);
    expect(readPragma(reader, "journal_mode")).toBe("wal");
  });

  test("written by a newer Noticeboard is not touched, and says so", async () => {
    const folder = newFolder();
    await (await open(folder)).close();
    const database = await openFile(join(folder, "noticeboard.db"));
    database.exec("PRAGMA user_version = 99");
    await expect(open(folder)).rejects.toThrow(/newer Noticeboard .*version 99/);
    expect(readPragma(database, "user_version")).toBe(99);
  });

  test("of the first version is brought on, with all that is in it, and whose it is", async () => {
    const folder = newFolder();
    const old = await openDatabase(join(folder, "noticeboard.db"));
    old.exec(firstTables);
    const [maya, tom] = [history(9), history(3)];
    const snapshot = Y.encodeStateAsUpdate(maya.doc);
    old.prepare("INSERT INTO doc VALUES (?, ?, ?, ?)").run("board/a", 12, 9, snapshot);
    old.prepare("INSERT INTO doc VALUES (?, ?, ?, NULL)").run("board/b", 3, 0);
    const insert = old.prepare("INSERT INTO upd VALUES (?, ?, ?, ?, ?)");
    for (const [i, update] of tom.updates.entries()) {
      insert.run("board/a", 10 + i, 5, "tom", update);
      insert.run("board/b", 1 + i, 5, "maya", update);
    }
    old.exec("INSERT INTO team VALUES ('team', 'Year 4', 1)");
    old.close();

    const storage = await open(folder);
    const lane = await storage.log.load("board/a");
    const owner = [tom.doc.clientID, "tom"];
    expect(lane).toMatchObject({ head: 12, base: 9, epoch: 0, owners: [owner] });
    expect(lane?.index).toBeUndefined();
    Y.applyUpdate(maya.doc, Y.encodeStateAsUpdate(tom.doc));
    expect(read(lane).getText("text").toJSON()).toBe(maya.doc.getText("text").toJSON());
    await append(storage, "board/b", Uint8Array.of(0, 0));
    expect(await storage.log.load("board/b")).toMatchObject({ head: 4, base: 0 });
    expect(storage.records.team("team" as TeamId)?.name).toBe("Year 4");
  });

  test("is one file when it was closed in order, with nothing beside it that it needs", async () => {
    const folder = newFolder();
    const storage = await open(folder);
    await append(storage, "board/a", Uint8Array.of(0, 0));
    await storage.log.load("board/a");
    expect(storage.records.team("team" as TeamId)).toBeUndefined();
    await storage.close();
    rmSync(join(folder, "noticeboard.db-wal"), { force: true });
    const alone = await openFile(join(folder, "noticeboard.db"), { readOnly: true });
    expect(alone.prepare("SELECT count(*) AS rows FROM upd").get()).toEqual({ rows: 1 });
  });

  test("is one process's alone", async () => {
    const folder = newFolder();
    const first = await open(folder);
    await expect(open(folder)).rejects.toThrow("Another Noticeboard is running on the data folder");
    await first.close();
    await open(folder);
  });

  test("where there is a file instead of a folder is refused in one sentence", async () => {
    const folder = join(newFolder(), "data");
    writeFileSync(folder, "");
    await expect(open(folder)).rejects.toThrow(`The data folder ${folder} cannot be written.`);
    await expect(open(join(folder, "deeper"))).rejects.toThrow("cannot be written.");
  });

  test("is made with all the folders above it", async () => {
    const folder = join(newFolder(), "a", "b");
    await (await open(folder)).probe();
    expect(existsSync(join(folder, "noticeboard.db"))).toBe(true);
  });
});

describe("the update log", () => {
  test("gives back what was put in, after it was opened again", async () => {
    const folder = newFolder();
    const storage = await open(folder);
    const { doc, updates } = history(100);
    await Promise.all(updates.map((update) => append(storage, "board/a", update)));
    await storage.close();
    const stored = await (await open(folder)).log.load("board/a");
    expect(stored?.head).toBe(100);
    expect(read(stored).getText("text").toJSON()).toBe(doc.getText("text").toJSON());
  });

  test("numbers each document's updates without gaps, in the order they came", async () => {
    const folder = newFolder();
    const storage = await open(folder);
    const { updates } = history(90);
    const lanes = ["board/a", "board/b", "board/c"];
    await Promise.all(
      updates.map((update, i) => append(storage, lanes[i % lanes.length] ?? "", update)),
    );
    const database = await openFile(join(folder, "noticeboard.db"), { readOnly: true });
    for (const [i, lane] of lanes.entries()) {
      const rows = database
        .prepare("SELECT seq, data FROM upd WHERE doc = ? ORDER BY seq")
        .all(lane) as { seq: number; data: Uint8Array }[];
      expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 30 }, (_, n) => n + 1));
      const own = updates.filter((_, n) => n % lanes.length === i);
      expect(rows.map(({ data }) => Buffer.from(data))).toEqual(own.map((one) => Buffer.from(one)));
    }
  });

  test("sees what was asked to be written before it is asked to read", async () => {
    const storage = await open(newFolder());
    const { doc, updates } = history(5);
    for (const update of updates) void append(storage, "board/a", update);
    const stored = await storage.log.load("board/a");
    expect(read(stored).getText("text").toJSON()).toBe(doc.getText("text").toJSON());
    expect(await storage.log.load("board/never")).toBeUndefined();
  });

  test("merges thousands of updates in well under a second, to the same document", () => {
    const { doc, updates } = history(10_000);
    const begin = performance.now();
    const merged = mergeAsTree(updates);
    expect(performance.now() - begin).toBeLessThan(2_000);
    const copy = new Y.Doc();
    Y.applyUpdate(copy, merged);
    expect(copy.getText("text").toJSON()).toBe(doc.getText("text").toJSON());
  });
});

describe("a commit", () => {
  test("takes what can be taken, and fails what breaks a rule by itself", async () => {
    const database = await openFile(join(newFolder(), "a.db"));
    migrate(database);
    const tables = createLogTables(database);
    const data = new Uint8Array([0, 0]);
    const { bytes, ends } = pack([data, data, data]);
    const orphan = { sql: "INSERT INTO board VALUES ('b', 'no team', '', 0)", values: [] };
    const change = (i: number, writes: readonly (typeof orphan)[] = []) => ({
      writes,
      appends: [{ doc: "board/a", at: 0, author: "maya", newClients: [i], end: ends[i] ?? 0 }],
    });
    const outcome = tables.commit([change(0), change(1, [orphan]), change(2)], bytes);
    expect(outcome.failed.map(({ index }) => index)).toEqual([1]);
    expect(tables.load("board/a")).toMatchObject({
      head: 2,
      tail: { ends: [2, 4] },
      owners: [
        [0, "maya"],
        [2, "maya"],
      ],
    });
  });
});
