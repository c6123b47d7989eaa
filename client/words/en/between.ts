/** The words of talking about what was read differently, and of settling it. They come with that. */
const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${many}`;

export const between = {
  title: "Talk about these",
  close: "Close the talk about these papers",
  about: (left: number, settled: number): string =>
    left === 0
      ? "All of them are settled."
      : settled === 0
        ? `${counted(left, "paper", "papers")} read differently. The widest apart come first.`
        : `${counted(left, "paper", "papers")} still between the piles, ${settled} settled.`,
  none: "Nothing lies between the piles",
  noneHelp:
    "When you sort alone first and reveal it, the papers that you read differently come here, the widest apart first.",
  sortAlone: "Sort alone first",
  allAgreed: "You read all papers alike, or none was read by two of you.",
  papers: "Papers to talk about",
  previous: "Previous paper",
  next: "Next paper",
  paper: (code: string): string => `Paper ${code}`,
  place: (at: number, of: number): string => `${at} of ${of}`,
  saidPaper: (code: string, at: number, of: number): string => `Paper ${code}, ${at} of ${of}`,
  placements: (code: string): string => `How ${code} was read`,
  read: (code: string): string => `Read ${code}`,
  criteria: "What you said belongs there",
  seen: "What we see",
  noneSeen: "Nobody has marked anything on it yet.",
  settle: "Where do you leave it?",
  reason: "Why, if you like",
  reasonHint: "What on the paper decided it?",
  reasonGiven: "Why",
  settledIn: (code: string, pile: string): string => `${code} is settled in ${pile}.`,
  liesIn: (pile: string): string => `Settled: ${pile}`,
  again: "Talk about it again",
  takenUp: (code: string): string => `${code} lies between the piles again.`,
  readDifferently: "Read differently",
} as const;
