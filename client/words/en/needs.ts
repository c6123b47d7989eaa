/** The words of `client/needs`: what the pupils are showing us they need. */
const papersCounted = (count: number): string => (count === 1 ? "1 paper" : `${count} papers`);

export const needs = {
  title: "What are they showing us they need?",
  about: "In your own words, with the papers to show for it.",
  close: "Close needs",
  wholeBoard: "The whole board",
  none: "No needs yet",
  noneHelp:
    "Look at one pile together. What do these papers show that the pupils need next? Start with one sentence; evidence can come before or after.",

  add: "New need",
  addFor: (pile: string): string => `New need, seen in ${pile}`,
  dropForNew: "Let go here for a new need",
  /** Offered as a beginning, never put there unasked. */
  stem: "They are showing us they need ",
  stemShown: "They are showing us they need…, seen in…",
  useStem: "Start with “They are showing us they need…”",
  wordsOf: "What they need",
  untitled: "a need without words yet",
  counted: (count: number): string => (count === 1 ? "1 need" : `${count} needs`),

  hunch: "A hunch until evidence comes from two papers",
  hunchOne: "A hunch until evidence comes from two papers; one so far",
  restsOn: (count: number): string => `Rests on ${papersCounted(count)}`,
  papersOf: "Papers this need rests on",
  openPaper: (code: string): string => `Open ${code}`,

  evidence: "Evidence",
  noEvidence: "No evidence yet. Drag a mark or a paper here, or pick some.",
  wholePaper: "The whole paper",
  pageOf: (page: number, pages: number): string => (pages > 1 ? `page ${page} of ${pages}` : ""),
  showEvidence: (code: string): string => `Stand at this place on ${code}`,
  removeEvidence: (code: string): string => `Take this evidence from ${code} away`,
  evidenceRemoved: (code: string): string => `The evidence from ${code} was taken away`,
  letGo: "Let go to add it as evidence",

  pick: "Pick evidence",
  pickTitle: "Pick evidence",
  pickForReading: (reading: string): string =>
    reading === ""
      ? "Choose the papers and marks that this interpretation reads."
      : `Choose the papers and marks behind “${reading}”.`,
  pickAbout: (need: string): string => `For “${need}”`,
  pickFrom: "Papers from",
  everyPile: "Every pile",
  search: "Find a code",
  searchHint: "Type part of a code, such as K7",
  noSuchPaper: "No paper here has that code.",
  noPapers: "No papers lie in this pile.",
  noMarks: "Nothing is marked on it yet.",
  picked: (count: number): string =>
    count === 0 ? "Nothing picked yet" : count === 1 ? "1 piece picked" : `${count} pieces picked`,
  done: "Done",

  seenInPile: (pile: string): string => `Seen in ${pile}`,
  moveUp: "Move up",
  moveDown: "Move down",
  remove: "Delete this need",
  removed: "The need was deleted",
  undo: "Undo",
  showMore: "Show more papers",
  chooseTitle: "Evidence for which need?",
  orNew: "Or a new need",
  stateIt: "State it",
  hunchShort: "A hunch",
  movedTo: (position: number, of: number): string => `Moved to place ${position} of ${of}`,
} as const;
