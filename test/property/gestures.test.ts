/**
 * Three hands at one table, over links that delay and reorder: whoever takes back all they did leaves the
 * table as the others made it.
 */
import { describe, expect, test } from "vitest";
import type { Editor } from "../fixtures/editor-driver.ts";
import { sitDown } from "../fixtures/editor-driver.ts";
import { documentsAreEqual, openReaderShowsTheTruth, registersOf } from "../fixtures/invariants.ts";
import { all, boxes, line, note } from "../fixtures/laid-things.ts";
import { gestureAtRandom } from "../fixtures/random-gestures.ts";
import { changedRegisters, createWitness } from "../fixtures/undo-witness.ts";

const lay = all(
  boxes({ a: [200, 200, 100, 80], b: [500, 300, 120, 90] }),
  note("n", [800, 200, 120, 90], "shadows"),
  line("ink", [300, 500], [700, 520], { steps: 60 }),
);

/**
 * What the table would be had its member done nothing: each register as a colleague last left it, or as it
 * was laid down. Followed from outside, by what each transaction leaves in the registers.
 */
function withoutOwn({ teacher }: Editor): ReadonlyMap<string, string> {
  const { doc } = teacher;
  const read = () =>
    new Map([...registersOf(doc)].map(([path, value]) => [path, JSON.stringify(value)]));
  let last = read();
  const theirs = new Map(last);
  doc.on("afterTransaction", (transaction) => {
    if (transaction.changed.size === 0) return;
    const now = read();
    if (!teacher.isOwn(transaction.origin)) {
      // What they wrote as it was already is theirs too.
      const written = changedRegisters(doc, transaction).map(({ path }) => path);
      const differing = [...last.keys(), ...now.keys()].filter(
        (path) => now.get(path) !== last.get(path),
      );
      for (const path of new Set([...written, ...differing])) {
        const value = now.get(path);
        if (value === undefined) theirs.delete(path);
        else theirs.set(path, value);
      }
    }
    last = now;
  });
  return theirs;
}

async function play(seed: number, steps: number): Promise<void> {
  const { editors, room, random } = await sitDown(["ann", "ben", "cem"], { lay, seed });
  const witness = createWitness();
  for (const { teacher } of editors) witness.watch(teacher);
  const theirs = editors.map(withoutOwn);

  for (let step = 0; step < steps; step++) {
    const editor = editors[Math.floor(random() * editors.length)];
    if (!editor) continue;
    const choice = random();
    if (choice < 0.55) await gestureAtRandom(editor, random);
    else if (choice < 0.65) witness.oversee(editor.teacher, random() < 0.7 ? "undo" : "redo");
    else for (let i = random() * 6; i > 0; i--) room.deliverOne();
    openReaderShowsTheTruth(editor.teacher);
  }
  room.settle();
  documentsAreEqual(room.teachers);

  const seat = Math.floor(random() * editors.length);
  const { teacher } = editors[seat] as Editor;
  while (teacher.history.state().canUndo) witness.oversee(teacher, "undo");
  const left = [...registersOf(teacher.doc)].map(([path, value]) => [path, JSON.stringify(value)]);
  expect(Object.fromEntries(left)).toEqual(Object.fromEntries(theirs[seat] ?? []));
  room.settle();
  documentsAreEqual(room.teachers);
  for (const editor of editors) editor.close();
  room.close();
}

/** `LESSONS=1000` plays that many instead of eight. */
const lessons = Number(process.env["LESSONS"] ?? 8);

describe("random gestures of three hands", () => {
  test("taken back, all one did leaves what is others'", { timeout: 600_000 }, async () => {
    for (let seed = 1; seed <= lessons; seed++) {
      await expect(play(seed, 60), `lesson ${seed}`).resolves.toBeUndefined();
    }
  });
});
