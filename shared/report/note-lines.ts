/** Notes as what they say: notices before wonders before interpretations before plain notes; one without words vanishes. */
import { type Note, stances } from "../board/notes.ts";
import type { Point } from "../geometry/rect.ts";
import type { NoteLine, Phrase, WrittenBlock } from "./report.ts";
import type { ReportWords } from "./report-words.ts";
import { saidWritten, writtenOf } from "./written.ts";

/** A note as told beside an image goes on for so many letters; all of it is in the report as words. */
const mostSaid = 600;

export function noteLines(notes: readonly Note[], words: ReportWords): NoteLine[] {
  return notes
    .filter((note) => note.words.trim() !== "")
    .map((note) => ({ label: words.stance(note.stance), written: writtenOf(note.blocks) }));
}

/** Words without a look of their own. */
export const plainParagraph = (phrases: readonly Phrase[]): WrittenBlock => ({
  type: "p",
  depth: 0,
  checked: false,
  phrases,
});

export function byStance(notes: readonly Note[]): Note[] {
  return notes.toSorted((a, b) => stances.indexOf(a.stance) - stances.indexOf(b.stance));
}

/** A note as one sentence for those who cannot see the image. */
export const said =
  ({ checkStates }: ReportWords) =>
  ({ label, written }: NoteLine): string =>
    `${label}: ${shortened(saidWritten(written, checkStates))}`;

function shortened(words: string): string {
  if (words.length <= mostSaid) return words;
  const cut = words.slice(0, mostSaid).replace(/[\ud800-\udbff]$/, "");
  return `${cut.replace(/\s\S{0,40}$/, "")}…`;
}

/** From top to bottom, then from left to right, then by id: the same for every reader. */
export function inReadingOrder<T extends { readonly id: string }>(
  things: readonly T[],
  at: (thing: T) => Point,
): T[] {
  return things.toSorted(
    (a, b) => at(a).y - at(b).y || at(a).x - at(b).x || (a.id < b.id ? -1 : 1),
  );
}
