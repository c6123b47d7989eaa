/**
 * Disks that fail: full, read-only, damaged, torn. The server says so in a clear sentence, loses nothing
 * that was acknowledged, writes over nothing, and gets over it where that is possible.
 */
import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import * as Y from "yjs";
import { bundleServer } from "../../server/dev/bundle.ts";
import { systemClock } from "../../server/ops/clock.ts";
import { createLog } from "../../server/ops/log.ts";
import { openDatabase } from "../../server/storage/sqlite.ts";
import { openStorage, type Storage } from "../../server/storage/storage.ts";
import { createDyingWorker } from "./dying-worker.ts";
import { connect, openSocket, synced } from "./lane-client.ts";
import {
  createVisitor,
  newFolder,
  type RunningServer,
  repository,
  startServer,
  until,
} from "./running-server.ts";
import { runToEnd, startProcess } from "./server-process.ts";

const lane = "board/aBoardOfOurs1234";

async function open(folder: string): Promise<Storage> {
  const { workers } = await bundleServer(repository);
  const log = createLog("silent");
  const storage = await openStorage({ folder, worker: workers.log, clock: systemClock, log });
  onTestFinished(() => storage.close());
  return storage;
}

function writeNote(storage: Storage, note: string, words: string): Promise<void> {
  const doc = new Y.Doc();
  doc.getMap("notes").set(note, words);
  const data = Y.encodeStateAsUpdate(doc);
  return storage.log.append([
    { doc: lane, at: 1, author: "maya", data, newClients: [doc.clientID] },
  ]);
}

async function notesIn(storage: Storage): Promise<readonly string[]> {
  const doc = new Y.Doc();
  const { snapshot, updates = [] } = (await storage.log.load(lane)) ?? {};
  for (const update of snapshot ? [snapshot, ...updates] : updates) Y.applyUpdate(doc, update);
  return Object.keys(doc.getMap("notes").toJSON()).toSorted();
}

/** A file system of `size` in memory; undefined where this account may not mount one. */
function mountMemory(size: string): string | undefined {
  const folder = newFolder();
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", folder], {
      stdio: "ignore",
    });
  } catch {
    return undefined;
  }
  onTestFinished(() => void execFileSync("umount", ["-l", folder]));
  return folder;
}

const later = "x".repeat(200_000);

/** Two people at work while the disk fails and comes back; resolves with what is there after a restart. */
async function workThrough(
  server: RunningServer,
  disk: { readonly fail: () => unknown; readonly mend: () => unknown },
): Promise<object> {
  const maya = createVisitor(server.url);
  const board = `board/${await maya.newBoard((await maya.start()).teamId)}`;
  const a = connect(server.url, board, maya.cookie());
  const b = connect(server.url, board, maya.cookie());
  await Promise.all([synced(a), synced(b)]);
  a.doc.getMap("notes").set("kept", 1);
  await a.saved();

  await disk.fail();
  const closes: number[] = [];
  a.provider.on("connection-close", (event) => closes.push(event?.code ?? 0));
  a.doc.getMap("notes").set("later", later);
  await until("the socket says why", () => closes.includes(4503));
  expect(a.acked()).toBeLessThanOrEqual(a.sent());
  expect(b.doc.getMap("notes").has("later")).toBe(false);
  await until("it is not ready", async () => (await fetch(`${server.url}/readyz`)).status === 503);
  await disk.mend();

  await until("all is saved", () => a.provider.synced && a.sent() > 0 && a.acked() === a.sent());
  await until("it is ready", async () => (await fetch(`${server.url}/readyz`)).status === 200);
  a.close();
  await server.restart();
  const late = connect(server.url, board, maya.cookie());
  await synced(late);
  return late.doc.getMap("notes").toJSON();
}

describe("a disk that takes no writes is told to everybody, loses nothing, and is got over", () => {
  test("when another program has locked the database", async () => {
    const server = await startServer();
    const intruder = await openDatabase(join(server.dataFolder, "noticeboard.db"));
    onTestFinished(() => intruder.close());
    const notes = await workThrough(server, {
      fail: () => intruder.exec("BEGIN IMMEDIATE"),
      mend: () => intruder.exec("ROLLBACK"),
    });
    expect(notes).toEqual({ kept: 1, later });
  });

  test("when it is full", async (context) => {
    const folder = mountMemory("4m");
    if (folder === undefined) return context.skip("this account may not mount a small disk");
    const server = await startServer({ dataFolder: folder });
    const filler = join(folder, "filler");
    const notes = await workThrough(server, {
      fail() {
        const part = new Uint8Array(50_000);
        expect(() => {
          for (;;) appendFileSync(filler, part);
        }).toThrow("ENOSPC");
      },
      mend: () => rmSync(filler),
    });
    expect(notes).toEqual({ kept: 1, later });
  });

  test("when the thread that writes dies, which is started again after pauses that grow", async () => {
    const { workers } = await bundleServer(repository);
    const worker = createDyingWorker(workers.log);
    const pauses: number[] = [];
    const clock = {
      ...systemClock,
      after(delayMs: number, act: () => void) {
        pauses.push(delayMs);
        return systemClock.after(Math.min(delayMs, 100), act);
      },
    };
    const server = await startServer({ clock, workers: { ...workers, log: worker.entry } });
    const notes = await workThrough(server, {
      async fail() {
        worker.fail();
        await until("it has died some times", async () => {
          await fetch(`${server.url}/readyz`);
          return worker.starts() > 4;
        });
      },
      mend: worker.mend,
    });
    expect(notes).toEqual({ kept: 1, later });
    expect(pauses).toEqual(expect.arrayContaining([100, 200, 400]));
  });
});

describe("a database with damaged pages", () => {
  async function written(): Promise<{ folder: string; file: string }> {
    const folder = newFolder();
    const storage = await open(folder);
    for (let i = 0; i < 300; i++) await writeNote(storage, `note ${i}`, "Seasons");
    await storage.close();
    return { folder, file: join(folder, "noticeboard.db") };
  }

  test.each([
    ["last", (bytes: Buffer) => bytes.fill(0xaa, bytes.length - 4_096)],
    ["first", (bytes: Buffer) => bytes.fill(0xaa, 0, 4_096)],
  ])("is refused in one sentence and left as it is: the %s page", async (_which, damage) => {
    const { folder, file } = await written();
    const damaged = damage(readFileSync(file));
    writeFileSync(file, damaged);
    const { code, stdout, stderr } = await runToEnd({ PORT: "0", NOTICEBOARD_DATA: folder });
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(
      /^The database \S+ is damaged \(.+\)\. Nothing in it was changed\. .+\n$/,
    );
    expect(readFileSync(file).equals(damaged)).toBe(true);
  });

  test("whose last commit was torn loses that one alone, which nobody was told of", async () => {
    const folder = newFolder();
    const storage = await open(folder);
    await writeNote(storage, "one", "Seasons");
    await writeNote(storage, "two", "Seasons");
    const files = ["noticeboard.db", "noticeboard.db-wal"] as const;
    const whole = statSync(join(folder, files[1])).size;
    await writeNote(storage, "torn", "Seasons".repeat(2_000));
    const grown = statSync(join(folder, files[1])).size;
    expect(grown).toBeGreaterThan(whole);

    for (const cut of [whole + 1, Math.floor((whole + grown) / 2), grown - 1]) {
      const copy = newFolder();
      for (const file of files) copyFileSync(join(folder, file), join(copy, file));
      truncateSync(join(copy, files[1]), cut);
      const again = await open(copy);
      expect(await notesIn(again)).toEqual(["one", "two"]);
      await writeNote(again, "three", "Seasons");
      await again.close();
      expect(await notesIn(await open(copy))).toEqual(["one", "three", "two"]);
    }
  });
});

test("a folder that may only be read is refused in one sentence", async (context) => {
  const isRoot = process.getuid?.() === 0;
  // Root writes where it likes, unless the whole disk takes no writes.
  const folder = isRoot ? mountMemory("4m") : newFolder();
  if (folder === undefined) return context.skip("this account may not mount a disk");
  // In a process of its own, which leaves no file open behind it.
  await (await startProcess({ NOTICEBOARD_DATA: folder })).end("SIGTERM");
  const before = readFileSync(join(folder, "noticeboard.db"));
  if (isRoot) execFileSync("mount", ["-o", "remount,ro", folder]);
  else chmodSync(folder, 0o500);
  const { code, stderr } = await runToEnd({ PORT: "0", NOTICEBOARD_DATA: folder });
  expect(code).toBe(1);
  expect(stderr).toBe(
    `The data folder ${folder} cannot be written. Give this account the right to write it, or set NOTICEBOARD_DATA to another folder.\n`,
  );
  expect(readFileSync(join(folder, "noticeboard.db")).equals(before)).toBe(true);
  if (!isRoot) chmodSync(folder, 0o700);
});

test("where it cannot be read who may be where, nobody is let in, and the server stays up", async () => {
  const server = await startServer();
  const maya = createVisitor(server.url);
  const board = `board/${await maya.newBoard((await maya.start()).teamId)}`;
  const database = await openDatabase(join(server.dataFolder, "noticeboard.db"));
  database.exec("ALTER TABLE sessionMember RENAME TO gone");
  const come = () => openSocket(server.url, `/sync/${board}`, { Cookie: maya.cookie() });
  expect(await come().closed).toMatchObject({ code: 4503 });
  database.exec("ALTER TABLE gone RENAME TO sessionMember");
  database.close();
  const again = connect(server.url, board, maya.cookie());
  await synced(again);
});
