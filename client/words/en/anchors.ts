/** The words of concept threads: papers kept as pictures of understanding, over boards and grades, which here are called years. */
const papers = (count: number): string => (count === 1 ? "1 paper" : `${count} papers`);

export const anchors = {
  /* Keeping a paper, from its board. */
  keepTitle: (code: string): string => `Keep paper ${code} as a picture of understanding`,
  keepAbout:
    "So that you find it again next year, beside papers of other years. It stays on this board: what is covered or erased here is so there too.",
  concept: "The concept it shows",
  conceptHint: "One idea over units and years, such as “Fractions are numbers”.",
  grade: "Year or course",
  shows: "What understanding looks like here",
  showsHint: "What can be seen on the paper. Not who the pupil is, and no names.",
  keepNow: "Keep it",
  cancel: "Cancel",
  kept: (concept: string): string => `Kept for “${concept}”`,
  look: "Look at the thread",
  keptAlready: (concept: string): string =>
    `It is kept for “${concept}” already; this says anew what it shows.`,
  waiting: "Looking for your team’s concept threads …",
  noTeam: "Your team’s concept threads cannot be reached now. Try again when you are online.",
  papersOf: "Kept already",

  /* The team's page. */
  title: "Concept threads",
  page: (teamName: string): string => `Concept threads of ${teamName}`,
  lead: "One idea over units and years: the papers you keep as pictures of understanding, side by side.",
  list: "Concepts",
  none: "No paper is kept yet",
  noneText:
    "On a board, select a paper and press Alt+K, or choose “Keep as a picture of understanding” in its menu or in the reader. It stands here then, beside those of other years.",
  count: papers,
  noGrade: "Year not said",
  /** The way to it. */
  paperOn: (code: string, board: string): string => `Paper ${code} on “${board}”`,
  opening: "Fetching the paper …",
  boardAway: "Its board cannot be opened now.",
  boardGone: "Its board is not there any more. The words stay.",
  paperGone: "The paper is not on its board any more. The words stay.",
  pages: (count: number): string => `${count} pages`,
  change: "Change",
  changeOf: (concept: string): string => `Change what is said of this paper, kept for “${concept}”`,
  changeTitle: "What is said of this paper",
  changed: "Done",
  drop: "Keep it no longer",
  dropOf: (grade: string): string => `Keep it no longer${grade === "" ? "" : `, ${grade}`}`,
  dropped: "Kept no longer; the paper stays on its board",
  undo: "Undo",
  rename: "Rename",
  renameOf: (concept: string): string => `Rename the concept “${concept}”`,
  renameTitle: "The concept in your words",
  renameHint: "One that is called so already takes these papers in.",
  file: "Concept threads",
} as const;
