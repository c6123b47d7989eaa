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
    "Bring in later papers of the same pupils, here or on another board: with the key book they keep their codes, and what moved from pile to pile shows here.",
  choose: "Choose the earlier papers",
  chooseHelp:
    "Choose where the earlier papers of these pupils are. Papers of one pupil are found by their code, which the key book keeps.",
  ofBoard: (title: string): string => `Board “${title}”`,
  opening: "Fetching the earlier papers …",
  away: "That board cannot be opened now.",
  gone: "That board is not there any more.",
  /** Over the next steps of the earlier board. */
  meant: "What you meant to try",
  pairsAbout: (title: string): string =>
    `The earlier papers lie on “${title}”, the later ones on this board.`,
  readEarlier: (code: string): string => `Read ${code} there, in a new tab`,
  readLater: (code: string): string => `Read ${code}`,
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
