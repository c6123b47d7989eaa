/**
 * What the product's own edits write is never refused: teachers at a board, with undo, reloads and lines
 * that drop (test/fixtures/classroom.ts), every update judged in the order in which it was made.
 * `FUZZ_ADMISSION=1` judges 5,000 of them.
 */
import { expect, test } from "vitest";
import * as Y from "yjs";
import { admit, serverAuthor } from "../../server/admission/admit.ts";
import { createLaneIndex } from "../../server/admission/lane-index.ts";
import { seededRandom } from "../../shared/base/random.ts";
import { inventBoard } from "../fixtures/board.ts";
import { createClassroom, type Teacher } from "../fixtures/classroom.ts";
import { actAtRandom } from "../fixtures/teaching.ts";

const wanted = process.env["FUZZ_ADMISSION"] === undefined ? 400 : 5_000;

test("thousands of teachers' edits are admitted, every one", { timeout: 120_000 }, () => {
  const random = seededRandom(20);
  const start = Y.encodeStateAsUpdate(inventBoard({ papers: 4, notes: 3, marks: 3 }, 20).doc);
  const room = createClassroom({ names: ["ann", "ben", "cem"], random, start, inOrder: "sender" });
  const index = createLaneIndex();
  const verdicts = new Map<string, number>();
  let judged = 0;
  const judge = (update: Uint8Array, author: string): void => {
    const verdict = admit(index, update, { author, handedOver: true });
    const is = verdict.is === "refused" ? verdict.code : verdict.is;
    verdicts.set(is, (verdicts.get(is) ?? 0) + 1);
    judged++;
  };
  judge(start, serverAuthor);
  const watched = new Set<Teacher>();
  function watch(teacher: Teacher): void {
    if (watched.has(teacher)) return;
    watched.add(teacher);
    teacher.doc.on("update", (update: Uint8Array, origin: unknown) => {
      const isHeard = origin === "from the room" || origin === "from the cache";
      if (!isHeard) judge(update, teacher.name);
    });
  }

  for (let step = 0; judged < wanted; step++) {
    const seat = step % 3;
    const teacher = room.teachers[seat] as Teacher;
    watch(teacher);
    const choice = random();
    if (choice < 0.4) actAtRandom(teacher, random, step % 2 === 0);
    else if (choice < 0.47) teacher.history.undo();
    else if (choice < 0.5) teacher.history.redo();
    else if (choice < 0.95) room.deliverOne();
    else if (choice < 0.98) room.connect(seat);
    else if (choice < 0.99) room.disconnect(seat);
    else room.reload(seat);
  }
  room.settle();
  expect([...verdicts.keys()].filter((is) => is !== "fresh" && is !== "nothing")).toEqual([]);
  const lane = room.teachers[0] as Teacher;
  expect(Y.decodeStateVector(index.stateVector())).toEqual(
    Y.decodeStateVector(Y.encodeStateVector(lane.doc)),
  );
  room.close();
});
