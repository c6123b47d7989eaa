/**
 * Typing as an edit of blocks, for the moments before the editor has come, and for a page that cannot
 * fetch it: letters are in the document at once, whatever becomes of the line. Pure.
 * test/unit/text/plain-typing.test.ts holds it to its words.
 */
import { type Block, isList, paragraph, whole } from "../../shared/text/blocks.ts";
import { blockAt, cut, spliced } from "../../shared/text/edit-blocks.ts";
import { shortened } from "./shortcuts.ts";

export interface Standing {
  readonly blocks: readonly Block[];
  readonly place: number;
}

/** Letters typed at the place; `\n` is Enter. */
export function typedInto(standing: Standing, letters: string): Standing {
  let now = standing;
  for (const letter of whole(letters)) now = letter === "\n" ? entered(now) : typedOne(now, letter);
  return now;
}

function typedOne({ blocks, place }: Standing, letter: string): Standing {
  const short = shortened({ blocks, place, letter });
  if (short?.takesLetter) return { blocks: short.blocks, place: short.place };
  const before = cut(blocks, Math.max(0, place - 1), place)
    .at(-1)
    ?.runs.at(-1);
  const look = before?.kind === "text" ? before : { marks: "", link: undefined };
  const run = { kind: "text", text: letter, marks: look.marks, link: undefined } as const;
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

/** Without the letter in front of the place. */
export function erased({ blocks, place }: Standing): Standing {
  if (place === 0) return { blocks, place };
  // Half of a pair reads as a sign for an unknown letter.
  const before = cut(blocks, place - 1, place);
  const run = before.at(-1)?.runs.at(-1);
  const isHalf = run?.kind === "text" && /^[\udc00-\udfff]/.test(run.text);
  const from = place - (isHalf ? 2 : 1);
  return { blocks: spliced(blocks, from, place, [{ ...paragraph, runs: [] }]), place: from };
}
