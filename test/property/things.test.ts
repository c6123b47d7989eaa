/** Free things of a table under three hands at once, over links that delay, reorder and drop. */
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { seededRandom } from "../../shared/base/random.ts";
import type { BoardView } from "../../shared/board/reader.ts";
import { thingsOf } from "../../shared/board/things.ts";
import { arrangeAtRandom } from "../fixtures/arranging.ts";
import { inventBoard } from "../fixtures/board.ts";
import { type ClassroomOptions, createClassroom } from "../fixtures/classroom.ts";
import { documentsAreEqual, openReaderShowsTheTruth } from "../fixtures/invariants.ts";
import { createWitness } from "../fixtures/undo-witness.ts";

interface Lesson {
  readonly seed: number;
  readonly inOrder: ClassroomOptions["inOrder"];
}

/** Every living thing on the table is among the free things once, with a box that can be drawn. */
function everyThingLiesOnTheTable(view: BoardView): void {
  const things = thingsOf(view);
  const alive = [
    ...[...view.notes.values()].filter(({ region }) => region === undefined),
    ...view.shapes.values(),
    ...[...view.strokes.values()].filter(({ page }) => page === undefined),
  ].map(({ id }) => id as string);
  expect([...things.keys()].toSorted()).toEqual(alive.toSorted());
  for (const { box, turn, frame, group, id } of things.values()) {
    expect(Object.values(box).every(Number.isFinite) && turn >= 0 && turn < 360).toBe(true);
    if (frame) expect(view.shapes.get(frame)?.kind).toBe("frame");
    if (frame) expect(frame).not.toBe(id);
    if (!group) continue;
    expect([...things.values()].filter((one) => one.group === group).length).toBeGreaterThan(1);
  }
}

const small = { papers: 1, pagesPerPaper: 1, marks: 1, notes: 2, strokes: 2, needs: 0 };

function teach({ seed, inOrder }: Lesson): void {
  const random = seededRandom(seed);
  const start = Y.encodeStateAsUpdate(inventBoard(small, seed).doc);
  const room = createClassroom({ names: ["ann", "ben", "cem"], random, start, inOrder });
  const witness = createWitness();
  room.teachers.forEach((teacher, seat) => {
    witness.watch(teacher);
    room.connect(seat);
  });
  room.settle();
  for (let step = 0; step < 140; step++) {
    const seat = Math.floor(random() * room.teachers.length);
    const teacher = room.teachers[seat];
    if (!teacher) continue;
    const choice = random();
    let touched = teacher;
    if (choice < 0.4) arrangeAtRandom(teacher, random);
    else if (choice < 0.52) witness.oversee(teacher, random() < 0.65 ? "undo" : "redo");
    else if (choice < 0.95) touched = room.deliverOne() ?? teacher;
    else if (choice < 0.99) {
      if (room.isOnline(seat)) room.disconnect(seat);
      else room.connect(seat);
    } else {
      room.reload(seat);
      touched = room.teachers[seat] ?? teacher;
      witness.watch(touched);
    }
    openReaderShowsTheTruth(touched);
    everyThingLiesOnTheTable(touched.reader.view());
  }
  room.settle();
  documentsAreEqual(room.teachers);
  const [first, ...others] = room.teachers.map(({ reader }) => [
    ...thingsOf(reader.view()).values(),
  ]);
  for (const other of others) expect(other).toEqual(first);
  room.close();
}

/** `LESSONS=5000` plays that many of each kind instead of six. */
const lessons = Number(process.env["LESSONS"] ?? 6);

describe.each([{ inOrder: "sender" }, { inOrder: "none" }] as const)(
  "free things, in order by $inOrder",
  ({ inOrder }) => {
    test("end alike for everybody, none lost and none in two places", { timeout: 600_000 }, () => {
      for (let seed = 1; seed <= lessons; seed++) {
        expect(() => teach({ seed, inOrder }), `lesson ${seed}`).not.toThrow();
      }
    });
  },
);
