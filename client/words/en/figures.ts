/** The words of a round's figures. They explain, and call nothing good or poor. */
const two = (value: number): string => value.toFixed(2).replace("-", "−");
const papers = (count: number): string => (count === 1 ? "1 paper" : `${count} papers`);

export const figures = {
  title: "Figures about this round",
  from: (count: number): string =>
    `All of this is made from the ${papers(count)} that two or more of you read. Press one to read it.`,
  none: "No paper was read by two of you, so there is nothing to compare.",
  unanimity: "Read alike by all",
  unanimityOf: (alike: number, of: number): string => `${alike} of ${papers(of)}`,
  pairs: "Pairs of readings alike",
  pairsOf: (agreeing: number, pairs: number): string => `${agreeing} of ${pairs}`,
  pairsText:
    "Each paper counts one pair for every two of you who read it, whichever two. It does not tell how far apart the others are.",
  alpha: "Krippendorff’s alpha",
  alphaText: (order: "ordered" | "thematic"): string =>
    order === "ordered"
      ? "1 would be all readings alike, 0 what piles drawn at random would give, had each been used as often as you used it. A paper read two piles apart weighs more than one read one pile apart."
      : "1 would be all readings alike, 0 what piles drawn at random would give, had each been used as often as you used it. All piles count as equally far from each other.",
  alphaNone: "Not given: you used one pile only, so nothing could be told apart.",
  kappa: "Fleiss’ kappa",
  kappaText:
    "The same idea, with all piles equally far from each other. It is given only where every paper was read by as many of you.",
  kappaNone: "Not given: not every paper was read by as many of you, or one pile only was used.",
  value: two,
  interval: (low: number, high: number): string => `${two(low)} to ${two(high)}`,
  intervalText:
    "In grey: between these two lie 95 of 100 results when the same number of papers is drawn again and again from yours. With few papers they lie far apart.",
  limit:
    "Where nearly all papers lie in one pile both come out near 0 even if you read nearly all of them alike. The papers tell more than the figures.",
} as const;
