/** The words of sorting alone first that the board itself says; all else of it is in alone.ts. */
export const sorting = {
  alone: "Sort alone first",
  aloneHelp: "Sort alone first, or go on with it",
  choices: "Sort alone: choices",
  lookAgain: "Look at the last reveal",
  between: "Talk about what you read differently",
  betweenHelp: "Talk about the papers you read differently, and settle them",
  moved: "What moved since the papers before",
  movedHelp: "What moved from pile to pile between two sets of papers",
  toTalkAbout: "to talk about",
  settledBecause: (reason: string): string => `settled: ${reason}`,
  resting: (why: "round" | "own"): string =>
    why === "round"
      ? "These papers are being sorted alone. They can be moved again after the reveal."
      : "Your team has sorted these papers. Sort them yourself first, or look at theirs.",
} as const;
