/** How the table speaks of comparing papers; the view itself speaks in comparing.ts. */
export const compare = {
  compare: "Compare",
  help: "Compare the selected papers, two to four of them",
  onlyFour: (of: number): string => `The first four of ${of} papers are compared.`,
  needsTwo: "Choose two to four papers to compare",
} as const;
