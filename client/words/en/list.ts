/** The words of `client/list`: the session as a tree. */
const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${many}`;
const papers = (count: number): string => counted(count, "paper", "papers");
/** "K7M", "K7M and P4D", "5 papers": names while they are few. */
const named = (codes: readonly string[]): string =>
  codes.length === 2
    ? codes.join(" and ")
    : codes.length === 1
      ? (codes[0] ?? "")
      : papers(codes.length);

/** Said of a new note on a paper. */
const asksFor = {
  notice: (code: string): string => `A notice on ${code}. Type what can be seen.`,
  wonder: (code: string): string => `A wonder on ${code}. Type what you wonder.`,
  interpretation: (code: string): string => `An interpretation on ${code}. Type your reading.`,
  plain: (code: string): string => `A note on ${code}. Type its words.`,
} as const;

export const list = {
  tree: "Papers, piles and marks",
  actions: "Actions",
  untitled: "Board without a title",
  askQuestion: "No question yet",

  /* Rows. */
  papers,
  emptyPile: "empty",
  /** How a pile lies on the table. */
  liesAs: { grid: "as a grid", fan: "as a fan", stack: "as a stack" },
  foldedOnTable: "folded away on the table",
  foldOnTable: "Fold away on the table",
  unfoldOnTable: "Open up on the table",
  pages: (count: number): string => counted(count, "page", "pages"),
  marks: (count: number): string => counted(count, "mark", "marks"),
  strokes: (count: number): string => counted(count, "stroke of ink", "strokes of ink"),
  hasInk: "ink",
  onTable: "On the table",
  things: (count: number): string => counted(count, "thing", "things"),
  mark: (index: number): string => `Mark ${index}`,
  onPage: (page: number): string => `page ${page}`,
  noWords: "no words yet",
  markedOnly: "A marked place",
  someone: "a colleague",
  you: "you",
  cited: (count: number): string => `evidence for ${counted(count, "need", "needs")}`,
  reading: (names: readonly string[]): string => `${names.join(", ")} reading`,
  unfold: (name: string): string => `Unfold ${name}`,
  fold: (name: string): string => `Fold ${name}`,
  choose: (name: string): string => `Choose ${name}`,

  /* The bar. */
  chosen: (count: number): string => `${count} chosen`,
  chooseNone: "Choose none",
  sendTo: "Send to",
  read: "Open",
  follow: (where: string): string => `Go to ${where}`,
  moveUp: "Move up",
  moveDown: "Move down",
  notice: "Write a notice",
  wonder: "Write a wonder",
  interpretation: "Write an interpretation",
  openNeed: "Open this need",
  standsOn: (codes: string): string => `stands on ${codes}`,
  noEvidenceYet: "no paper beside it yet",
  attach: "Attach evidence",
  removeNeed: "Delete this need",
  removeEvidence: "Take this evidence away",
  stepsCount: (count: number): string => counted(count, "next step", "next steps"),
  resourcesCount: (count: number): string =>
    counted(count, "thing that could meet it", "things that could meet it"),
  seenIn: (pile: string): string => `seen in ${pile}`,
  evidenceOf: (code: string): string => `Evidence: paper ${code}`,
  note: "New note",
  cite: "Cite for a need",
  newNeed: "New need",
  openThread: "Open this thread",
  resolve: "Resolve",
  threadResolved: "The thread is resolved",
  answers: (count: number): string => counted(count, "reply", "replies"),
  thread: "Thread",
  rename: "Name and look",
  changeBoard: "Title and question",
  editWords: "Edit words",
  toNotice: "Make it a notice",
  toInterpretation: "Make it an interpretation",
  toWonder: "Make it a wonder",
  remove: "Delete",
  addPile: "Add a pile",
  removePile: "Take pile away",
  needs: "Needs",
  keys: "Keys",

  /* Fields in rows. */
  pileName: "Name of the pile",
  criterion: "What belongs here",
  boardTitle: "Title of the board",
  question: "The question you look at these papers with",
  wordsOf: (stance: string): string => `Words of the ${stance.toLowerCase()}`,
  wordsShown: "What can be seen, or wondered?",
  doneEditing: "Done",

  /* Said aloud. */
  moved: (codes: readonly string[], pile: string, count: number): string =>
    `${named(codes)} moved to ${pile}, ${papers(count)}`,
  thereAlready: (codes: readonly string[], pile: string): string =>
    `${named(codes)} ${codes.length === 1 ? "is" : "are"} in ${pile} already`,
  noPile: (digit: number): string => `There is no pile ${digit}`,
  noPapers: "Choose one or more papers first",
  onePaper: "Choose one paper",
  stepped: (name: string, position: number, of: number): string => `${name}, ${position} of ${of}`,
  steppedMany: (count: number, by: -1 | 1): string =>
    `${papers(count)} moved ${by < 0 ? "up" : "down"}`,
  atEnd: "It cannot move any further",
  pileMoved: (name: string, position: number, of: number): string =>
    `${name}, pile ${position} of ${of}`,
  pileAdded: "A new pile. What is it called?",
  removed: (what: string): string => `${what} deleted`,
  pileRemoved: (name: string, count: number): string =>
    count > 0
      ? `${name} was taken away; ${papers(count)} back in Unsorted`
      : `${name} was taken away`,
  undo: "Undo",
  back: "Back again",
  noteOnAdded: (stance: keyof typeof asksFor, code: string): string => asksFor[stance](code),
  noteAdded: "A note on the table. Type its words.",
  citedNow: (count: number, need: string, papersUnder: number): string =>
    count === 0
      ? `That is evidence for “${need}” already`
      : `Evidence for “${need}”, which rests on ${papers(papersUnder)} now`,
  nothingWritten: "Nothing was written, so nothing was added",
  noLink: "There is no link in these words",
  nothingToCite: "Choose papers or marks to cite",
  nowA: (stance: string): string => `Now a ${stance.toLowerCase()}`,
  chosenNow: (count: number): string => (count === 0 ? "Nothing chosen" : `${count} chosen`),
  several: (count: number): string => counted(count, "thing", "things"),

  /* Keys in words. */
  keysTitle: "Keys in the list",
  keysAbout: "Everything here also has a button; keys are for whoever likes them.",
  keyHelp: [
    ["arrowup", "arrowdown", "Walk through the rows"],
    ["arrowright", "arrowleft", "Unfold, fold, step in and out"],
    ["1", "9", "Send to that pile; 0 puts back to Unsorted"],
    ["space", undefined, "Choose; with Shift and arrows, choose several"],
    ["mod+a", undefined, "Choose the whole pile"],
    ["enter", undefined, "Open the paper, at the mark"],
    ["alt+arrowup", "alt+arrowdown", "Move within the pile"],
    ["alt+arrowleft", "alt+arrowright", "Turn the pages to the left, to the right"],
    ["alt+n", undefined, "Write a notice"],
    ["alt+w", undefined, "Write a wonder"],
    ["alt+i", undefined, "Write an interpretation"],
    ["alt+c", undefined, "Cite for a need; on an interpretation, attach evidence"],
    ["alt+e", undefined, "New need from here"],
    ["alt+m", undefined, "Talk about it"],
    ["alt+r", undefined, "Resolve a thread"],
    ["alt+s", undefined, "Compare the chosen papers side by side"],
    ["alt+g", undefined, "Tag papers"],
    ["alt+k", undefined, "Keep as a picture of understanding"],
    ["alt+q", undefined, "Close a question, or open it again"],
    ["alt+l", undefined, "Go where a link in the words leads"],
    ["f2", undefined, "Rename, or edit the words"],
    ["delete", undefined, "Delete; Undo is offered"],
    ["home", "end", "First and last row"],
    ["*", undefined, "Unfold everything beside"],
  ],
  typeAhead: "Type a code to go to it.",
} as const;
