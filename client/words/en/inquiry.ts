/** The words of the team's notebook. */
export const inquiry = {
  page: (teamName: string): string => `Notebook of ${teamName}`,
  toTeam: (teamName: string): string => `To the boards of ${teamName}`,
  lead: "One document for the whole team: what you want to know, what you tried, what you learnt.",
  field: "Words of the notebook",
  placeholder: "Write here …",
  outline: "Headings",
  keys: "Keys for writing",
  noHeadings: "Headings you write stand here, so that you find your way in a long notebook.",

  /* While it is empty. */
  emptyHeading: "Nothing is written yet",
  emptyText:
    "Just write. Or begin with these headings, which you can change and take away as you like:",
  startHeadings: [
    "What we want to know",
    "What their papers show us",
    "What we tried",
    "What we learnt",
  ],
  start: "Begin with these headings",
} as const;
