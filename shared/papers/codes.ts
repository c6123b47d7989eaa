/**
 * Codes of one pupil's papers. A pupil keeps one code from set to set, so that what became of their work can
 * be followed; a second paper of theirs on one board has the code with a number behind it: K7M, then K7M-2.
 * On a board, then, a code still means one paper.
 *
 * Pure. Who the pupil is stands in the key book (client/papers/keys), which no server sees.
 */

/** The code that the pupil's papers share. */
export const pupilOf = (code: string): string => code.replace(/-\d+$/, "");

/** The code itself, or with the first number that is not `taken` yet. */
export function nextCodeOf(pupil: string, taken: ReadonlySet<string>): string {
  if (!taken.has(pupil)) return pupil;
  let nth = 2;
  while (taken.has(`${pupil}-${nth}`)) nth++;
  return `${pupil}-${nth}`;
}
