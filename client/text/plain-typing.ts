/**
 * Typing as an edit of blocks, for the moments before the editor has come, and for a page that cannot
 * fetch it: letters are in the document at once, whatever becomes of the line. Pure.
 * test/unit/text/plain-typing.test.ts holds it to its words.
 */
import { type Block, isList, paragraph, type Run, whole } from "../../shared/text/blocks.ts";
import { blockAt, blockStart, cut, lengthWithin, spliced } from "../../shared/text/edit-blocks.ts";
import { paragraphsOf } from "../../shared/text/flat-text.ts";
import { lengthOfLast } from "./graphemes.ts";
import { shortened } from "./shortcuts.ts";

export interface Standing {
  readonly blocks: readonly Block[];
  readonly place: number;
  /** A sign has just closed the look in front of the place: what is typed there has it no more. */
  readonly isPlain?: boolean;
}

/** Letters typed at the place; `\n` is Enter. */
export function typedInto(standing: Standing, letters: string): Standing {
  let now = standing;
  for (const letter of whole(letters)) now = letter === "\n" ? entered(now) : typedOne(now, letter);
  return now;
}

function typedOne({ blocks, place, isPlain }: Standing, letter: string): Standing {
  const short = shortened({ blocks, place, letter });
  if (short?.takesLetter) return { blocks: short.blocks, place: short.place, isPlain: true };
  const before = cut(blocks, Math.max(0, place - 1), place)
    .at(-1)
    ?.runs.at(-1);
  const marks = before?.kind === "text" && !isPlain ? before.marks : "";
  const run = { kind: "text", text: letter, marks, link: undefined } as const;
  const here = blockAt(blocks, place) ?? paragraph;
  return {
    blocks: spliced(short?.blocks ?? blocks, place, place, [{ ...here, runs: [run] }]),
    place: place + letter.length,
  };
}

function entered({ blocks, place }: Standing): Standing {
  const here = blockAt(blocks, place) ?? { ...paragraph, runs: [] };
  const goesOn = isList(here.type) || here.type === "q";
  const next = goesOn ? { ...here, checked: false } : paragraph;
  const parted = [
    { ...here, runs: [] },
    { ...next, runs: [] },
  ];
  return { blocks: spliced(blocks, place, place, parted), place: place + 1 };
}

/** Words in place of what lies between the place and `to`; none take it away. */
export function put(standing: Standing, to: number, words: string): Standing {
  const { blocks, place } = standing;
  if (place === to && words === "") return standing;
  const here = blockAt(blocks, place) ?? paragraph;
  // A block whose letters all go stays what it was.
  const inserted =
    words === "" ? [{ ...here, runs: [] }] : paragraphsOf(words.replace(/\r\n?/g, "\n"));
  return {
    blocks: spliced(blocks, place, to, inserted),
    place: place + lengthWithin(inserted),
  };
}

/** Without the letter in front of the place, or the emoji as a whole. */
export function erased({ blocks, place }: Standing): Standing {
  if (place === 0) return { blocks, place };
  const before = cut(blocks, blockStart(blocks, place), place).at(-1)?.runs ?? [];
  const last = before.at(-1);
  const length = last?.kind === "text" ? lengthOfLast(lettersAtEnd(before)) : 1;
  return put({ blocks, place: place - length }, place, "");
}

/** The letters behind the last sign that is none; an emoji may be of several looks. */
function lettersAtEnd(runs: readonly Run[]): string {
  let letters = "";
  for (const run of runs) letters = run.kind === "text" ? letters + run.text : "";
  return letters;
}
