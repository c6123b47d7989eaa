/** The keeper: documents are made in a thread of their own, which comes and goes and takes nothing with it. */
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import * as Y from "yjs";
import { bundleServer } from "../../server/dev/bundle.ts";
import { createKeeper, type KeeperOptions } from "../../server/keeper/keeper.ts";
import { startSweep } from "../../server/keeper/sweep.ts";
import { type Clock, systemClock } from "../../server/ops/clock.ts";
import { createLog } from "../../server/ops/log.ts";
import type { RecordChange, StoredLane } from "../../server/storage/messages.ts";
import { openDatabase } from "../../server/storage/sqlite.ts";
import { openStorage } from "../../server/storage/storage.ts";
import { createRecord, setAlive, setRegister } from "../../shared/records/records.ts";
import { createDyingWorker } from "./dying-worker.ts";
import { connect, isEqual, synced } from "./lane-client.ts";
import { createPassingClock } from "./passing-clock.ts";
import { createVisitor, newFolder, repository, startServer, until } from "./running-server.ts";

const day = 24 * 3_600_000;

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A keeper on real storage; `at` is the server's time, which passes when the test says so. */
async function openKeeper(options: Partial<KeeperOptions> = {}) {
  const { workers } = await bundleServer(repository);
  const journal = createLog("silent");
  const folder = newFolder();
  const time = { at: Date.UTC(2026, 10, 24, 9) };
  const clock = { ...systemClock, now: () => time.at };
  const storage = await openStorage({ folder, worker: workers.log, clock, log: journal });
  const purges: { readonly doc: string; readonly purge: Uint8Array; readonly head: number }[] = [];
  const keeper = createKeeper({
    entry: workers.keeper,
    path: storage.path,
    log: storage.log,
    clock,
    journal,
    onPurge: (doc, purge, head) => void purges.push({ doc, purge, head }),
    ...options,
  });
  onTestFinished(async () => {
    await keeper.close();
    await storage.close();
  });
  /** A document whose every update goes to the lane's log, by `author` now. */
  const write = (lane: string, author = "maya", doc = new Y.Doc()): Y.Doc => {
    doc.on("update", (data: Uint8Array) => {
      void storage.log.append([{ doc: lane, at: time.at, author, data, newClients: [] }]);
    });
    return doc;
  };
  /** Folds the lane with all that was written. */
  const fold = async (doc: string): Promise<void> => {
    await storage.probe();
    await keeper.fold(doc);
  };
  const changes = async (doc: string, since: number): Promise<readonly RecordChange[]> => {
    await storage.probe();
    return keeper.run("changes", { doc, since });
  };
  return { folder, time, storage, keeper, purges, write, fold, changes };
}

function read(stored: StoredLane | undefined): Y.Doc {
  const doc = new Y.Doc();
  if (stored?.snapshot) Y.applyUpdate(doc, stored.snapshot);
  for (const update of stored?.updates ?? []) Y.applyUpdate(doc, update);
  return doc;
}

const lane = "board/aBoardOfOurs1234";
const by = "a hand";

describe("a fold", () => {
  test("puts one snapshot in the place of the log, which says the same, with its index", async () => {
    const { storage, write, fold } = await openKeeper();
    const doc = write(lane);
    for (let i = 0; i < 50; i++) doc.getText("words").insert(i, "n");
    await fold(lane);
    doc.getText("words").insert(0, "later ");
    const stored = await storage.log.load(lane);
    expect(stored).toMatchObject({ head: 51, base: 50, epoch: 0 });
    expect(stored?.updates).toHaveLength(1);
    expect(stored?.index?.byteLength).toBeGreaterThan(0);
    expect(read(stored).getText("words").toJSON()).toBe(doc.getText("words").toJSON());
  });

  test("is told to whoever listens, with what it put there", async () => {
    const { storage, write, fold } = await openKeeper();
    write(lane).getMap("notes").set("a", 1);
    const heard: unknown[] = [];
    storage.log.onFolded((doc, { base, epoch, snapshot }) =>
      heard.push([doc, base, epoch, snapshot.byteLength > 0]),
    );
    await fold(lane);
    expect(heard).toEqual([[lane, 1, 0, true]]);
  });

  test("drops the words that were deleted, from the file as well", async () => {
    const { folder, storage, write, fold } = await openKeeper();
    const words = write(lane).getText("words");
    for (let i = 0; i < 20; i++) {
      words.insert(0, "Ana Lima".repeat(4_000));
      words.delete(0, words.length);
    }
    await fold(lane);
    const stored = await storage.log.load(lane);
    expect(stored?.snapshot?.byteLength).toBeLessThan(1_000);
    const database = await openDatabase(join(folder, "noticeboard.db"), { readOnly: true });
    expect(database.prepare("SELECT count(*) AS rows FROM upd").get()).toEqual({ rows: 0 });
    database.close();
  });

  test("keeps what waits for an update that is not here yet", async () => {
    const { storage, fold } = await openKeeper();
    const updates: Uint8Array[] = [];
    const doc = new Y.Doc();
    doc.on("update", (update: Uint8Array) => updates.push(update));
    for (let i = 0; i < 12; i++) doc.getText("words").insert(i, "n");
    const [first, second, ...rest] = updates;
    for (const data of [first, ...rest]) {
      if (data) await storage.log.append([{ doc: lane, at: 0, author: "m", data, newClients: [] }]);
    }
    await fold(lane);
    const late = read(await storage.log.load(lane));
    expect(late.getText("words").toJSON()).toBe("n");
    if (second) Y.applyUpdate(late, second);
    expect(late.getText("words").toJSON()).toBe(doc.getText("words").toJSON());
  });

  test("of a lane that was folded meanwhile changes nothing", async () => {
    const { storage, keeper, write, fold } = await openKeeper();
    const doc = write(lane);
    doc.getMap("notes").set("a", 1);
    const stale = await keeper.run("fold", { doc: lane, now: 0, graceMs: day });
    doc.getMap("notes").set("b", 2);
    await fold(lane);
    expect(stale && (await storage.log.fold({ ...stale.fold, at: 0, tookMs: 0 }))).toBe(false);
    expect(
      read(await storage.log.load(lane))
        .getMap("notes")
        .toJSON(),
    ).toEqual({ a: 1, b: 2 });
  });

  test("comes by itself when a lane's log is long, and the log stays short", async () => {
    const { storage, keeper, write } = await openKeeper();
    storage.log.onLong((doc) => void keeper.fold(doc));
    const words = write(lane).getText("words");
    for (let i = 0; i < 1_300; i++) words.insert(i, "n");
    await until("it is folded", async () => (await storage.log.load(lane))?.base);
    const stored = await storage.log.load(lane);
    expect(stored?.head).toBe(1_300);
    expect(read(stored).getText("words").length).toBe(1_300);
  });
});

describe("what was deleted", () => {
  test("is proposed for removal a week later, and is there until then", async () => {
    const { time, storage, purges, write, fold } = await openKeeper();
    const doc = write(lane);
    createRecord(doc, "notes", "kept", { x: 1 }, by);
    createRecord(doc, "notes", "gone", { x: 1 }, by);
    setAlive(doc, "notes", ["gone"], false, by);
    await fold(lane);
    time.at += 6 * day;
    setRegister(doc, "notes", "kept", "x", 2, by);
    await fold(lane);
    expect(purges).toEqual([]);
    time.at += day;
    setRegister(doc, "notes", "kept", "x", 3, by);
    await fold(lane);
    const stored = await storage.log.load(lane);
    expect(purges).toMatchObject([{ doc: lane, head: stored?.head }]);
    const after = read(stored);
    expect(Object.keys(after.getMap("notes").toJSON())).toEqual(["kept", "gone"]);
    for (const { purge } of purges) Y.applyUpdate(after, purge);
    expect(after.getMap("notes").toJSON()).toEqual({ kept: { x: 3, alive: true } });
  });

  test("and came back in between has its week anew", async () => {
    const { time, purges, write, fold } = await openKeeper();
    const doc = write(lane);
    createRecord(doc, "notes", "n", {}, by);
    setAlive(doc, "notes", ["n"], false, by);
    await fold(lane);
    time.at += 5 * day;
    setAlive(doc, "notes", ["n"], true, by);
    setAlive(doc, "notes", ["n"], false, by);
    await fold(lane);
    time.at += 5 * day;
    setRegister(doc, "notes", "n", "x", 1, by);
    await fold(lane);
    expect(purges).toEqual([]);
  });
});

test("what was deleted a week ago leaves everybody's document, though nothing more happens", async () => {
  const { clock, passHours } = createPassingClock();
  const server = await startServer({ clock });
  const maya = createVisitor(server.url);
  const board = `board/${await maya.newBoard((await maya.start()).teamId)}`;
  const a = connect(server.url, board, maya.cookie());
  const b = connect(server.url, board, maya.cookie());
  await Promise.all([synced(a), synced(b)]);
  createRecord(a.doc, "notes", "gone", { x: 1 }, by);
  createRecord(a.doc, "notes", "kept", { x: 1 }, by);
  setAlive(a.doc, "notes", ["gone"], false, by);
  await a.saved();
  passHours(6 * 24);
  setRegister(a.doc, "notes", "kept", "x", 2, by);
  await until("the other has it", () => isEqual(a.doc, b.doc));
  expect(b.doc.getMap("notes").has("gone")).toBe(true);
  passHours(25);
  await until("it is gone", () => [a, b].every(({ doc }) => !doc.getMap("notes").has("gone")));
  expect(isEqual(a.doc, b.doc)).toBe(true);
  expect(b.doc.getMap("notes").toJSON()).toEqual({ kept: { x: 2, alive: true } });
});

test("a lane that cannot be folded for its age keeps no other from it", async () => {
  const { time, storage, keeper, write } = await openKeeper();
  // It comes first.
  const damaged = "board/aADamagedBoard12";
  const data = Uint8Array.of(1, 2, 3);
  await storage.log.append([{ doc: damaged, at: time.at, author: by, data, newClients: [] }]);
  write(lane).getMap("notes").set("kept", 1);
  await storage.probe();
  time.at += 8 * day;
  const due: (() => void)[] = [];
  const after: Clock["after"] = (_delayMs, act) => {
    due.push(act);
    return () => {};
  };
  const clock: Clock = { now: () => time.at, after, every: after };
  const end = startSweep({ keeper, clock, journal: createLog("silent") });
  due[0]?.();
  await until("it is folded", async () => (await storage.log.load(lane))?.base === 1);
  expect((await storage.log.load(damaged))?.base).toBe(0);
  end();
});

describe("who changed what", () => {
  const said = (changes: readonly { author: string; record: string; how: string }[]): string[] =>
    changes.map(({ author, record, how }) => `${author} ${how} ${record}`).toSorted();

  test("is known before and after a fold, once for each person, record and hour", async () => {
    const { time, write, fold, changes } = await openKeeper();
    const start = time.at;
    const maya = write(lane);
    createRecord(maya, "notes", "first", { words: new Y.Text() }, by);
    createRecord(maya, "notes", "second", {}, by);
    time.at += 60_000;
    const tom = write(lane, "tom");
    Y.applyUpdate(tom, Y.encodeStateAsUpdate(maya));
    (tom.getMap("notes") as Y.Map<Y.Map<Y.Text>>).get("first")?.get("words")?.insert(0, "So");
    setAlive(tom, "notes", ["second"], false, by);
    tom.getMap("meta").set("title", "Seasons");
    const expected = [
      "maya added first",
      "maya added second",
      "tom added title",
      "tom changed first",
      "tom removed second",
    ];
    const before = await changes(lane, start);
    expect(said(before)).toEqual(expected);
    await fold(lane);
    expect(await changes(lane, start)).toEqual(before);
    expect(said(await changes(lane, time.at))).toEqual(expected.slice(2));

    // Within the hour it is the same entry; after it, another.
    setRegister(maya, "notes", "first", "x", 1, by);
    expect(said(await changes(lane, start))).toEqual(expected);
    await fold(lane);
    expect(said(await changes(lane, start))).toEqual(expected);
    time.at += 3_600_000;
    setRegister(maya, "notes", "first", "x", 2, by);
    expect(said(await changes(lane, time.at))).toEqual(["maya changed first"]);
  });

  test("is not kept of what people write for themselves", async () => {
    const { folder, write, fold, changes } = await openKeeper();
    const own = ["private/aBoardOfOurs1234/maya1234", "guest/aBoardOfOurs1234/guest123"];
    for (const mine of own) {
      createRecord(write(mine), "notes", "thought", {}, by);
      expect(await changes(mine, 0)).toEqual([]);
      await fold(mine);
    }
    const database = await openDatabase(join(folder, "noticeboard.db"), { readOnly: true });
    expect(database.prepare("SELECT * FROM change").all()).toEqual([]);
    database.close();
  });
});

describe("the keeper's other jobs", () => {
  test("give a returning client what it lacks, the state as one update, and the title", async () => {
    const { storage, keeper, write, fold } = await openKeeper();
    const doc = write(lane);
    doc.getMap("meta").set("title", "Seasons");
    const away = new Y.Doc();
    Y.applyUpdate(away, Y.encodeStateAsUpdate(doc));
    doc.getMap("notes").set("a", 1);
    await fold(lane);
    doc.getMap("notes").set("b", 2);
    await storage.probe();
    Y.applyUpdate(away, await keeper.diff(lane, Y.encodeStateVector(away)));
    expect(away.getMap("notes").toJSON()).toEqual({ a: 1, b: 2 });
    const whole = new Y.Doc();
    Y.applyUpdate(whole, (await keeper.run("state", { doc: lane })) ?? new Uint8Array());
    expect(whole.getMap("notes").toJSON()).toEqual({ a: 1, b: 2 });
    expect(await keeper.title(lane)).toBe("Seasons");
    expect(await keeper.title("board/never")).toBe("");
    expect(await keeper.run("state", { doc: "board/never" })).toBeUndefined();
  });
});

describe("the keeper's thread", () => {
  test("is there when there is something to do, and gone when there has not been for a while", async () => {
    const { keeper } = await openKeeper({ idleMs: 20 });
    expect(keeper.isRunning()).toBe(false);
    expect(await keeper.title(lane)).toBe("");
    await until("it has ended", () => !keeper.isRunning());
    expect(await keeper.title(lane)).toBe("");
  });

  test("that dies over a job fails that job; the next are done by a new one", async () => {
    const { workers } = await bundleServer(repository);
    const worker = createDyingWorker(workers.keeper);
    const { storage, keeper, write } = await openKeeper({ entry: worker.entry });
    write(lane).getMap("meta").set("title", "Seasons");
    await storage.probe();
    expect(await keeper.title(lane)).toBe("Seasons");
    worker.fail();
    const jobs = [keeper.title(lane), keeper.title(lane).finally(worker.mend), keeper.title(lane)];
    const outcomes = (await Promise.allSettled(jobs)).map(({ status }) => status);
    expect(outcomes).toEqual(["rejected", "rejected", "fulfilled"]);
    expect(worker.starts()).toBe(3);
    await storage.probe();
  });

  test("ends with the server, and what it was at fails", async () => {
    const { keeper } = await openKeeper();
    const open = keeper.title(lane);
    const [outcome] = await Promise.allSettled([open, keeper.close()]);
    expect(outcome.status).toBe("rejected");
    await expect(keeper.title(lane)).rejects.toThrow("the server is closing");
  });

  test("is not ended in the middle of a read, which would end the whole process", async () => {
    const { storage, write } = await openKeeper();
    const notes = write(lane).getMap("notes");
    for (let i = 0; i < 20_000; i++) notes.set("count", i);
    await storage.probe();
    for (let turns = 0; turns < 24; turns++) {
      const { keeper } = await openKeeper({ path: storage.path });
      await keeper.title("board/empty");
      const read = keeper.run("state", { doc: lane });
      // From before it has the order to well into its read.
      for (let turn = 0; turn < turns * 20; turn++) await nextTurn();
      await Promise.allSettled([read, keeper.close()]);
      expect(keeper.isRunning()).toBe(false);
    }
  });
});
