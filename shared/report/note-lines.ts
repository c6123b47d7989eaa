/** Notes as lines of words: notices before wonders before plain notes; a note without words vanishes. */
import { type Note, stances } from "../board/notes.ts";
import type { Point } from "../geometry/rect.ts";
import type { NoteLine } from "./report.ts";
import type { ReportWords } from "./report-words.ts";

export function noteLines(notes: readonly Note[], words: ReportWords): NoteLine[] {
  return notes
    .filter((note) => note.words.trim() !== "")
    .map((note) => ({ label: words.stance(note.stance), words: note.words.trim() }));
}

export function byStance(notes: readonly Note[]): Note[] {
  return notes.toSorted((a, b) => stances.indexOf(a.stance) - stances.indexOf(b.stance));
}

/** A note as one sentence for those who cannot see the image. */
export const said = ({ label, words }: NoteLine): string => `${label}: ${words}`;

/** From top to bottom, then from left to right, then by id: the same for every reader. */
export function inReadingOrder<T extends { readonly id: string }>(
  things: readonly T[],
  at: (thing: T) => Point,
): T[] {
  return things.toSorted(
    (a, b) => at(a).y - at(b).y || at(a).x - at(b).x || (a.id < b.id ? -1 : 1),
  );
}
