/** The words of what moved between a pupil's papers of two sets. */
const papers = (count: number): string => (count === 1 ? "1 paper" : `${count} papers`);
const pupils = (count: number): string => (count === 1 ? "1 code" : `${count} codes`);
const ordinals = ["First", "Second", "Third", "Fourth", "Fifth", "Sixth"];

export const movement = {
  title: "What moved",
  close: "Close what moved",
  about:
    "Papers of the same codes, from pile to pile. Press a figure to read the papers behind it.",
  none: "There is one set of papers here",
  noneHelp:
    "Bring in later papers of the same pupils: with the key book they keep their codes, and what moved from pile to pile shows here.",
  setName: (set: number): string => `${ordinals[set - 1] ?? `${set}th`} papers`,
  from: "From",
  to: "To",
  tried: "What you tried in between",
  triedField: "What you tried in between",
  triedHint: "Say what you tried",
  up: "Up",
  same: "Same pile",
  down: "Down",
  figure: (count: number, from: string, to: string): string =>
    `${pupils(count)} from ${from} to ${to}`,
  figures: (name: string, count: number): string => `${name}: ${pupils(count)}`,
  table: "From which pile to which",
  head: "From \\ to",
  picture: "The same as a picture",
  unlinked: (count: number): string =>
    count === 1
      ? "1 paper has no other to compare it with."
      : `${papers(count)} have no other to compare them with.`,
  readUnlinked: "Read them",
} as const;
