/**
 * People writing in one note at once. `npm run fuzz:text` plays many more rooms; a seed that failed
 * becomes a named test here.
 */
import { describe, expect, test } from "vitest";
import { playWriting, type WritingOptions } from "../fixtures/writing.ts";

/** How many rooms of each kind; the long run asks for more. */
const rooms = Number(process.env["ROOMS"] ?? 40);
const firstSeed = Number(process.env["SEED"] ?? 1);

function failuresOf(options: Omit<WritingOptions, "seed">): string[] {
  const failures: string[] = [];
  for (let seed = firstSeed; seed < firstSeed + rooms && failures.length < 5; seed++) {
    try {
      playWriting({ ...options, seed });
    } catch (error) {
      failures.push(`seed ${seed}: ${String(error)}`);
    }
  }
  return failures;
}

const plays = [
  { inOrder: "sender", early: false },
  { inOrder: "sender", early: true },
  { inOrder: "none", early: true },
] as const;

describe.each([2, 3] as const)("%i people writing in one note", (writers) => {
  test.each(plays)(
    "lose no letter, double none and misplace none, in order of: $inOrder, some early: $early",
    (play) => {
      expect(failuresOf({ ...play, writers, steps: 60, undo: false })).toEqual([]);
    },
    3_600_000,
  );

  test.each(plays)(
    "end with equal words when they also undo, redo and delete the note, in order of: $inOrder, some early: $early",
    (play) => {
      expect(failuresOf({ ...play, writers, steps: 60, undo: true })).toEqual([]);
    },
    3_600_000,
  );
});

/** Seeds that once failed, by what was wrong. */
describe("a play that once went wrong", () => {
  test.each([
    { seed: 335, writers: 2 },
    { seed: 346, writers: 2 },
    { seed: 290, writers: 3 },
    { seed: 319, writers: 3 },
  ] as const)(
    "Lexical threw where words held across blocks were replaced: seed $seed, $writers writers",
    ({ seed, writers }) => {
      const play = () => playWriting({ seed, writers, steps: 60, inOrder: "sender", undo: false });
      expect(play).not.toThrow();
    },
  );

  test.each([
    { seed: 83, writers: 3 },
    { seed: 559, writers: 2 },
  ] as const)(
    "an early input method took a colleague's letter with what it wrote over: seed $seed, $writers writers",
    ({ seed, writers }) => {
      for (const inOrder of ["sender", "none"] as const) {
        const play = () =>
          playWriting({ seed, writers, steps: 60, inOrder, undo: false, early: true });
        expect(play).not.toThrow();
      }
    },
  );
});
