/**
 * What somebody wrote as a report carries it: blocks and phrases with their look, without ids and without
 * what this version cannot show; and said in words, for those who cannot see it.
 */
import type { Block, Run } from "../text/blocks.ts";
import { numbering, wordsOfRun } from "../text/words-of.ts";
import type { CheckStates, Phrase, Written, WrittenBlock } from "./report.ts";

/** The blocks of a text; empty lines at its ends vanish, and all of it where nothing is said. */
export function writtenOf(blocks: readonly Block[]): Written {
  const numbers = numbering(blocks);
  const all = blocks.map(({ type, depth, checked, runs }, i): WrittenBlock => {
    const number = numbers[i];
    const look = { type, depth, checked, ...(number === undefined ? {} : { number }) };
    return { ...look, phrases: runs.flatMap(phraseOf) };
  });
  const first = all.findIndex(isSaid);
  return first < 0 ? [] : all.slice(first, all.findLastIndex(isSaid) + 1);
}

function phraseOf(run: Run): Phrase[] {
  const words = wordsOfRun(run);
  if (words === "") return [];
  return [
    {
      words,
      ...(run.marks === "" ? {} : { marks: run.marks }),
      ...(run.link === undefined ? {} : { link: run.link }),
      ...(run.kind === "mention" ? { mention: true } : {}),
    },
  ];
}

const isSaid = (block: WrittenBlock): boolean => lettersOf(block).trim() !== "";

/** The letters of a block alone. */
export const lettersOf = ({ phrases }: WrittenBlock): string =>
  phrases.map(({ words }) => words).join("");

/** A block in words that need no eyes: the number of an item is said, and whether it is done. */
export function saidBlock(block: WrittenBlock, { checked, unchecked }: CheckStates): string {
  const letters = lettersOf(block).trim();
  if (block.type === "cl") return `${block.checked ? checked : unchecked}: ${letters}`;
  return block.number === undefined ? letters : `${block.number}. ${letters}`;
}

/** What somebody wrote in words that need no eyes, block by block. */
export function saidWritten(written: Written, states: CheckStates): string {
  return written
    .filter(isSaid)
    .map((block) => saidBlock(block, states))
    .join("\n");
}
