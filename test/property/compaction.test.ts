/**
 * No fold loses an undeleted thing: teachers at work, time passing by minutes and days, and the lane
 * folded at moments nobody chose, with the real tables and the real job. Who joins then has what the log
 * as it was never folded says, to the last register; and what is removed for good had been dead long enough.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import * as Y from "yjs";
import { replay } from "../../server/admission/admit.ts";
import { createLaneIndex } from "../../server/admission/lane-index.ts";
import { fold } from "../../server/keeper/jobs/fold.ts";
import { createLaneReading } from "../../server/storage/lane-reading.ts";
import { createLogTables } from "../../server/storage/log-tables.ts";
import { unpack } from "../../server/storage/messages.ts";
import { migrate } from "../../server/storage/schema.ts";
import { openDatabase } from "../../server/storage/sqlite.ts";
import { seededRandom } from "../../shared/base/random.ts";
import { createBoardReader } from "../../shared/board/reader.ts";
import { inventBoard } from "../fixtures/board.ts";
import { boardRoots, createClassroom } from "../fixtures/classroom.ts";
import { allHoldsInView, documentsAreEqual, registersOf } from "../fixtures/invariants.ts";
import { actAtRandom } from "../fixtures/teaching.ts";

const small = { papers: 3, pagesPerPaper: 1, marks: 3, notes: 2, strokes: 1, needs: 2 };
const lane = "board/aBoardOfOurs1234";
const hour = 3_600_000;
const graceMs = 24 * hour;

/** A lane's log on a disk. */
async function openLane() {
  const folder = mkdtempSync(join(tmpdir(), "noticeboard-test-"));
  const database = await openDatabase(join(folder, "a.db"));
  onTestFinished(() => {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  });
  // What is tested is what is written, not when it reaches the disk.
  database.exec("PRAGMA synchronous=OFF");
  migrate(database);
  const tables = createLogTables(database);
  const lanes = createLaneReading(database);
  return {
    append(data: Uint8Array, author: string, at: number): void {
      const appends = [{ doc: lane, at, author, newClients: [], end: data.byteLength }];
      expect(tables.commit([{ writes: [], appends }], data).failed).toEqual([]);
    },
    head: (): number => lanes.lane(lane)?.head ?? 0,
    /** Folds it, while work goes on, and proposes what is to be removed. */
    fold(now: number, meanwhile: () => void) {
      const made = fold(lanes, { doc: lane, now, graceMs });
      meanwhile();
      if (!made) return undefined;
      expect(tables.fold({ ...made.fold, at: now, tookMs: 1 })).toBe(true);
      return { purge: made.purge, head: made.fold.upTo };
    },
    load() {
      const stored = tables.load(lane);
      return { ...stored, updates: stored ? unpack(stored.tail) : [] };
    },
  };
}

/** Each record that is dead, by root and id, in a document that nobody folded. */
function deadIn(doc: Y.Doc): readonly string[] {
  return boardRoots.flatMap((root) =>
    [...doc.getMap(root)].flatMap(([id, record]) =>
      record instanceof Y.Map && record.get("alive") === false ? [`${root}/${id}`] : [],
    ),
  );
}

const idsIn = (doc: Y.Doc): ReadonlySet<string> =>
  new Set(boardRoots.flatMap((root) => [...doc.getMap(root).keys()].map((id) => `${root}/${id}`)));

async function teachAndFold(seed: number, steps: number) {
  const random = seededRandom(seed);
  const start = Y.encodeStateAsUpdate(inventBoard(small, seed).doc);
  const log = await openLane();
  let now = Date.UTC(2026, 10, 24);
  let purged = 0;
  let folds = 0;
  const never = new Y.Doc({ gc: false });
  /** Since when each dead record has been dead. */
  const dead = new Map<string, number>();
  const logged = (update: Uint8Array, author: string): void => {
    log.append(update, author, now);
    Y.applyUpdate(never, update);
    const now_ = new Set(deadIn(never));
    for (const id of dead.keys()) if (!now_.has(id)) dead.delete(id);
    for (const id of now_) if (!dead.has(id)) dead.set(id, now);
  };
  logged(start, "ann");
  const names = ["ann", "ben", "cem"];
  const room = createClassroom({ names, random, start, inOrder: "sender", onLogged: logged });
  room.teachers.forEach((_, seat) => room.connect(seat));

  function foldAndPurge(): void {
    folds++;
    const { purge, head } =
      log.fold(now, () => {
        while (random() < 0.5) room.deliverOne();
      }) ?? {};
    // As the rooms do: what was written in between may have brought something back.
    if (!purge || log.head() !== head) return;
    const before = idsIn(never);
    const since = new Map(dead);
    room.edit(purge);
    const after = idsIn(never);
    for (const id of before) {
      if (after.has(id)) continue;
      purged++;
      expect(now - (since.get(id) ?? now)).toBeGreaterThanOrEqual(graceMs);
    }
  }

  function joinerHasAll(): void {
    const { snapshot, index, updates } = log.load();
    const joiner = new Y.Doc();
    const known = createLaneIndex({ index, owners: [] });
    if (snapshot) Y.applyUpdate(joiner, snapshot);
    for (const update of updates) {
      Y.applyUpdate(joiner, update);
      replay(known, update);
    }
    expect(registersOf(joiner)).toEqual(registersOf(never));
    expect(Y.decodeStateVector(known.stateVector())).toEqual(
      Y.decodeStateVector(Y.encodeStateVector(never)),
    );
    const reader = createBoardReader(joiner);
    allHoldsInView(reader.view());
    reader.destroy();
    joiner.destroy();
  }

  for (let step = 0; step < steps; step++) {
    const seat = Math.floor(random() * room.teachers.length);
    const teacher = room.teachers[seat];
    if (!teacher) continue;
    const choice = random();
    if (choice < 0.4) actAtRandom(teacher, random, false);
    else if (choice < 0.5) {
      if (random() < 0.65) teacher.history.undo();
      else teacher.history.redo();
    } else if (choice < 0.88) room.deliverOne();
    else if (choice < 0.92) {
      if (room.isOnline(seat)) room.disconnect(seat);
      else room.connect(seat);
    } else if (choice < 0.93) room.reload(seat);
    else if (choice < 0.96) now += Math.floor(random() * (random() < 0.3 ? 80 : 1) * hour);
    else {
      foldAndPurge();
      joinerHasAll();
    }
  }
  room.settle();
  joinerHasAll();
  foldAndPurge();
  room.settle();
  joinerHasAll();
  documentsAreEqual(room.teachers);
  expect(registersOf(room.teachers[0]?.doc ?? new Y.Doc())).toEqual(registersOf(never));
  room.close();
  return { folds, purged };
}

test("folding at any moment loses nothing that is not deleted", async () => {
  let purged = 0;
  let folds = 0;
  const seeds = [1, 2, 3, 4, Date.now() % 1_000_000];
  for (const seed of seeds) {
    const done = await teachAndFold(seed, 300).catch((error: unknown) => {
      throw new Error(`seed ${seed}`, { cause: error });
    });
    folds += done.folds;
    purged += done.purged;
  }
  // The test would say nothing if nothing were ever folded, or nothing ever removed.
  expect(folds).toBeGreaterThan(seeds.length * 5);
  expect(purged).toBeGreaterThan(0);
}, 30_000);
