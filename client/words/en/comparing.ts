/** The words of papers compared side by side, in their view. */
export const comparing = {
  title: (count: number): string => `Compare ${count} papers`,
  locked: "Zoom and move as one",
  previousPage: "Previous page of each",
  nextPage: "Next page of each",
  page: (page: number, of: number): string => `Page ${page} of ${of}`,
  pageOf: (code: string, page: number, of: number): string =>
    of > 1 ? `Page ${page} of ${code}` : `The page of ${code}`,
  noPage: (code: string, page: number): string => `${code} has no page ${page}.`,
  read: (code: string): string => `Read ${code} alone`,
  takeOut: (code: string): string => `Take ${code} out of the comparison`,
  tooFew: "Fewer than two of these papers are on the board now.",
} as const;
