/** The words of the reading view. */
const stance = {
  notice: "Notice",
  wonder: "Wonder",
  interpretation: "Interpretation",
  plain: "Note",
} as const;
type StanceName = keyof typeof stance;

export const reading = {
  /* Marking a region. */
  composer: "What you see in this region",
  stanceOf: stance,
  stanceChoice: "Is this a notice, a wonder or an interpretation?",
  yourWords: (kind: StanceName): string =>
    kind === "wonder"
      ? "What do you wonder?"
      : kind === "interpretation"
        ? "How do you read it?"
        : "What do you notice?",
  stems: {
    notice: ["On this paper I see…", "The drawing shows…", "The words say…", "Here the steps go…"],
    interpretation: [
      "One reading is…",
      "They seem to think…",
      "This may show…",
      "It could be because…",
    ],
    wonder: [
      "I wonder what led to…",
      "I wonder what this means to the pupil:",
      "What would happen if…",
      "Do other papers show…",
    ],
  },
  stemsLabel: "Ways to begin",
  save: "Save",
  cancel: "Cancel",

  /* Masking what was found late. */
  mask: "Mask a name…",
  maskTitle: "Mask this part of the page?",
  maskText:
    "It is painted over in the picture itself, for everybody, and cannot be undone. No mark is made.",
  maskLimit:
    "The server keeps the earlier picture in its files until whoever runs it cleans them up; no board shows it any more.",
  maskDo: "Mask it",
  masking: "Masking…",
  masked: "Masked for everybody",
  maskFailed: "It could not be masked",
  tryAgain: "Try again",

  /* Covering a page. */
  cover: "Someone can be recognised",
  covered: "Covered for everybody",
  coveredDetail: "A member can look at the page, mask what shows and open it again.",
  coverFailed: "The page is not covered: everybody can still see it",
  isCovered: "Covered",
  coveredAlt: (code: string, page: number, pages: number): string =>
    pages > 1
      ? `Paper ${code}, page ${page} of ${pages}, covered: somebody could be recognised.`
      : `Paper ${code}, covered: somebody could be recognised.`,
  coverNotes: "Covered pages",
  coverNote: (page: number, pages: number): string =>
    pages > 1
      ? `Page ${page} is covered for everybody: somebody could be recognised.`
      : "This page is covered for everybody: somebody could be recognised.",
  /** Covered when the board was put into the file it came in. */
  leftOutNote: (page: number, pages: number): string =>
    pages > 1
      ? `Page ${page} was covered when this board was put into a file, so its picture did not come along. Bring the paper in again to see it.`
      : "This page was covered when this board was put into a file, so its picture did not come along. Bring the paper in again to see it.",
  lookUnder: "Look at it…",
  lookUnderPage: (page: number): string => `Look at page ${page}…`,
  uncoverTitle: "A covered page, shown to you alone",
  uncoverText:
    "Draw boxes over whatever tells who this is; they are painted over in the picture, for everybody, and cannot be undone. Or show the page as it is.",
  uncoverPage: "The covered page: drag to draw a box over what tells who this is",
  uncoverMask: "Paint out and show",
  uncoverAsIs: "Nothing tells: show it",
  uncoverNot: "Leave it covered",
  uncovered: "Shown to everybody again",
  uncoverFailed: "It could not be shown",
  coverLimit:
    "The server gives nobody the covered picture. A browser that had it open before may still hold it in its own store.",

  /* Pages in words. */
  pageAlt: (code: string, page: number, pages: number, seen: readonly string[]): string =>
    [
      pages > 1
        ? `Paper ${code}, page ${page} of ${pages}, a pupil’s handwritten work.`
        : `Paper ${code}, a pupil’s handwritten work.`,
      ...(seen.length > 0 ? [`On it: ${seen.join("; ")}.`] : []),
    ].join(" "),
  noteInWords: (kind: StanceName, words: string): string =>
    words ? `${stance[kind].toLowerCase()}: ${words}` : stance[kind].toLowerCase(),
  regionAlt: (index: number, code: string, page: number, pages: number): string =>
    pages > 1 ? `Mark ${index} on paper ${code}, page ${page}` : `Mark ${index} on paper ${code}`,
  regionGone: "This mark was taken off its paper.",

  /* The view as a whole. */
  reader: (code: string): string => `Reading paper ${code}`,
  paper: (code: string): string => `Paper ${code}`,
  place: (number: number, of: number): string => `${number} of ${of}`,
  back: "Back to the board",
  previousPaper: "Previous paper",
  nextPaper: "Next paper",
  pileChoice: "Pile of this paper",
  liesIn: (pile: string): string => `In “${pile}”`,
  sentTo: (code: string, pile: string): string => `${code} lies in “${pile}”.`,
  pileKeys: (count: number): string => `Keys 1 to ${count}, or 0 for unsorted`,
  readingToo: (names: readonly string[]): string => {
    const last = names.at(-1) ?? "";
    if (names.length <= 1) return `${last} is reading this too`;
    return `${names.slice(0, -1).join(", ")} and ${last} are reading this too`;
  },
  paperGone: "This paper was taken off the board.",

  /* The pages. */
  stage: "Pages of this paper",
  keysHint: {
    aiming:
      "Arrow keys move the cross, Shift makes it quicker. Enter sets the first corner, Esc stops.",
    stretching: "Arrow keys move the other corner. Enter marks the region, Esc stops.",
    outlining:
      "Arrow keys move the cross, Enter sets a corner, twice in one place it closes the outline. Backspace takes a corner back, Esc stops.",
    reshaping:
      "Arrow keys move it, with Alt they resize it. Enter keeps it, Esc leaves it as it was.",
    reshapingOutline:
      "Arrow keys move it, with Alt they resize it. N takes its corners in hand, one after the other. Enter keeps it, Esc leaves it as it was.",
  },
  cornersHint:
    "Set corner after corner. A double click, the first corner or Enter closes the outline; Backspace takes a corner back, Esc drops it.",
  redrawing: "Draw the mark anew: its notes stay with it.",

  /* Tools. */
  tools: "Tools",
  toolNames: {
    select: "Move and select",
    region: "Mark a region",
    pen: "Pen",
    highlighter: "Highlighter",
    eraser: "Eraser",
  },
  shape: "Shape of a region",
  shapes: { box: "Box", polygon: "Corner by corner", free: "Drawn by hand" },
  inkColour: "Colour",
  inkColours: {
    ink: "Dark ink",
    clay: "Red clay",
    moss: "Green moss",
    sky: "Blue sky",
    plum: "Plum",
    honey: "Yellow honey",
  },
  undo: "Undo",
  redo: "Redo",

  /* Zoom. */
  zoom: "Zoom",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  fitPage: "Fit page",
  fitWidth: "Fit width",
  scanSize: "Scan at 100 %",
  turnRight: "Turn this page to the right",
  turnLeft: "Turn this page to the left",
  percent: (scale: number): string => `${Math.round(scale * 100)} %`,
  zoomNow: (scale: number): string => `Zoom, now ${Math.round(scale * 100)} %`,

  /* What we see. */
  panel: "What we see",
  nothingMarked: "Nothing is marked on this paper yet",
  emptyTitle: "Drag over something you notice",
  emptyDetail:
    "Mark it on the paper, then say what you see or what you wonder. By keyboard: press R, then use the arrow keys and Enter.",
  emptyTouch:
    "Choose “Mark a region”, draw over a part of the paper, then say what you see or what you wonder.",
  markRegion: "Mark a region",
  marks: (count: number): string => (count === 1 ? "1 mark" : `${count} marks`),
  showMark: (index: number): string => `Show mark ${index} on the page`,
  onPage: (number: number): string => `Page ${number}`,
  markMenu: (index: number): string => `More for mark ${index}`,
  noteMenu: (kind: StanceName, index: number): string =>
    `More for this ${stance[kind].toLowerCase()} on mark ${index}`,
  noteWords: (kind: StanceName, index: number): string => `${stance[kind]} on mark ${index}`,
  noNoteYet: "No words on this mark yet.",
  someone: "A colleague",
  makeNotice: "Make it a notice",
  makeInterpretation: "Make it an interpretation",
  /** With these words a notice begins to say why. */
  because: ["because"],
  saysWhy: "It says why. Make it an interpretation?",
  makeWonder: "Make it a wonder",
  addNotice: "Add a notice",
  addInterpretation: "Add an interpretation",
  addWonder: "Add a wonder",
  reshape: "Move or resize by keyboard",
  redraw: "Draw its outline anew",
  deleteNote: "Delete this note",
  deleteMark: "Delete this mark",
  noteDeleted: "Note deleted",
  markDeleted: "Mark deleted",
  evidenceGoes: (count: number): string =>
    count === 1 ? "It was evidence for a need." : `It was evidence for ${count} needs.`,

  /* Evidence. */
  cite: "Add as evidence",
  citeMenu: (index: number): string => `Add as evidence: mark ${index}`,
  newNeed: "New need…",
  needWithoutWords: "A need without words yet",
  evidenceFor: "Evidence for",
  needWords: "What are they showing us they need?",
  cited: {
    added: "Added as evidence",
    already: "It is evidence there already",
    gone: "That need is gone",
  },

  transcribe: "Type out what is written",
  transcribePage: (number: number, of: number): string =>
    of > 1 ? `What is written on page ${number}` : "What is written on this page",
  transcribeHint: "In the pupil’s own words and spelling, no names. Find looks through it.",

  /* Alternative text. */
  describe: "Describe the pages for people who cannot see them",
  describePage: (number: number, of: number): string =>
    of > 1 ? `Describe page ${number}` : "Describe this page",
  describeHint: "A sentence or two: what is drawn and written, no names.",
} as const;
