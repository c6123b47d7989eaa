/** The words of the board: piles, papers, tools, people, and the bars around the table. */
import type { Pile } from "../../../shared/sorting/piles.ts";

import { sorting } from "./sorting.ts";

const stockPileNames = { notYet: "Not yet", almostThere: "Almost there", gotIt: "Got it" } as const;

const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${many}`;
const papers = (count: number): string => counted(count, "paper", "papers");

const pileName = (pile: Pick<Pile, "name" | "stock">): string =>
  pile.name || (pile.stock ? stockPileNames[pile.stock] : "Pile");

const unsorted = "Unsorted";

export const board = {
  unsorted,
  /** What a pile is called: its own name, or the stock name until somebody renames it. */
  pileName,
  papers,

  /* Opening a board. */
  refusedTitle: (hasUnsaved: boolean): string =>
    hasUnsaved ? "Your last changes are not saved." : "This page is not up to date any more.",

  /* Things on the table. */
  table: "Table",
  tableHelpLooking: "Arrow keys go from paper to paper. Enter opens one.",
  tableHelp:
    "Arrow keys go from paper to paper. Enter opens one. 1, 2, 3 send it to a pile, 0 back to Unsorted.",
  paperName: (paper: {
    readonly code: string;
    readonly pile: Pick<Pile, "name" | "stock"> | undefined;
    readonly pages: readonly { readonly covered: boolean }[];
    readonly notices: number;
    readonly wonders: number;
    readonly interpretations: number;
    readonly between: number;
    readonly numbers: string;
    readonly tags: string;
    readonly dimmed: boolean;
  }): string =>
    [
      `Paper ${paper.code}`,
      paper.pile ? pileName(paper.pile) : unsorted,
      ...(paper.between > 0 ? [sorting.toTalkAbout] : []),
      ...(paper.pages.length > 1 ? [`${paper.pages.length} pages`] : []),
      ...(paper.pages.some(({ covered }) => covered) ? ["covered"] : []),
      ...(paper.notices > 0 ? [counted(paper.notices, "notice", "notices")] : []),
      ...(paper.wonders > 0 ? [counted(paper.wonders, "wonder", "wonders")] : []),
      ...(paper.interpretations > 0
        ? [counted(paper.interpretations, "interpretation", "interpretations")]
        : []),
      ...(paper.numbers ? [paper.numbers] : []),
      ...(paper.tags ? [`tagged ${paper.tags}`] : []),
      ...(paper.dimmed ? ["dimmed"] : []),
    ].join(", "),
  covered: "Covered",
  morePages: (count: number): string => `+${counted(count, "page", "pages")}`,
  /** What a table says of a paper. */
  value: (value: number | boolean | string): string =>
    typeof value === "boolean" ? (value ? "Yes" : "No") : String(value),
  numbers: "Numbers beside papers",
  bringInNumbers: "Bring in numbers",
  questions: "Questions and tags",
  tag: "Tag …",
  keyBook: "Key book",
  task: "Task",
  drawPapers: "Draw papers to look at",
  noteName: (words: string): string => (words ? `Note: ${words}` : "Note without words yet"),
  noteWords: "Words of the note",
  emptyNote: "Write something …",
  noteColour: "Colour of the note",
  colours: {
    honey: "Honey",
    clay: "Clay",
    moss: "Moss",
    sky: "Sky",
    plum: "Plum",
    paper: "Paper",
    slate: "Slate",
    ink: "Ink",
  },

  /* Top bar. */
  home: "To your team’s boards",
  title: "Title of the board",
  untitled: "Board without a title",
  question: "Guiding question",
  questionPrompt: "What do you wonder?",
  questionField: "The question you look at these papers with",
  look: "How to look at the board",
  looks: { table: "Table", list: "List" },
  bringIn: "Bring in papers",
  needs: "What are they showing us they need?",
  exportPdf: "Export PDF",
  more: "More",
  keys: "Keys and help",
  undo: "Undo",
  redo: "Redo",

  /* People. */
  people: (count: number): string =>
    count === 0 ? "Only you are here" : `${counted(count + 1, "person", "people")} here`,
  you: (name: string): string => `${name} (you)`,
  invite: "Invite",
  inviteLink: "Invitation link",
  copied: "Link copied",
  copyFailed: "The link could not be copied. Copy it from the address bar.",

  /* Saved. */
  saved: {
    connecting: "Connecting …",
    saved: "Saved",
    saving: "Saving …",
    offline: "Offline",
    refused: "Not saved",
  },
  savedDetail: {
    connecting: "Looking for the server.",
    saved: "Everything is on the server’s disk.",
    saving: "Your last change is on its way to the server.",
    offline: "Go on working. What you change is kept in this browser and sent when you are back.",
    refused: "The server did not take the last change.",
  },

  /* Tools. */
  toolbar: "Tools",
  tools: {
    select: "Select",
    hand: "Hand",
    note: "Note",
    pen: "Pen",
    highlighter: "Highlighter",
    eraser: "Eraser",
    region: "Mark a region",
    text: "Text",
    box: "Box",
    ellipse: "Ellipse",
    line: "Line",
    arrow: "Arrow",
    connector: "Connector",
    frame: "Frame",
    laser: "Laser pointer",
  },
  inkColour: (tool: string): string => `Colour of the ${tool.toLowerCase()}`,

  /* Zoom. */
  zoomBar: "Zoom",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  zoomFit: "Show everything",
  zoomFull: "Full size of the scan",
  zoomSelection: "Zoom to what is selected",
  zoomAt: (percent: number): string => `${percent} %`,
  zoomMenu: (percent: number): string => `Zoom, now ${percent} %`,
  backToContent: "Back to the papers",

  /* Piles. */
  addPile: "Add pile",
  newPile: "New pile",
  renamePile: "Rename",
  pileNameField: "Name of the pile",
  criterion: "What belongs here?",
  criterionField: "What belongs in this pile (may stay empty)",
  pileMenu: (name: string): string => `${name}: more`,
  editCriterion: "Say what belongs here",
  changeLook: "Mark and colour",
  lookOf: (name: string): string => `Mark and colour of ${name}`,
  mark: "Mark",
  colour: "Colour",
  marks: {
    seedling: "Seedling",
    sprout: "Sprout",
    tree: "Tree",
    circle: "Circle",
    square: "Square",
    triangle: "Triangle",
    star: "Star",
    leaf: "Leaf",
  },
  selectAllIn: "Select all in it",
  /** How the papers of a pile lie. */
  arrangements: { grid: "Lay as a grid", fan: "Lay as a fan", stack: "Lay as a stack" },
  arrangedAs: (name: string, how: "grid" | "fan" | "stack"): string =>
    `${name} lies as a ${how} now`,
  fold: "Fold away",
  unfold: "Open up",
  unfoldPile: (name: string): string => `Open up ${name}`,
  foldedNow: (name: string, folded: boolean): string =>
    folded ? `${name} is folded away` : `${name} is opened up`,
  layOutShort: "Lay out",
  anotherWay: "Lay this pile another way",
  layOut: (name: string): string => `Lay out ${name}, for me only`,
  putTogether: (name: string): string => `Put ${name} together again`,
  laidOutNow: (name: string, out: boolean): string =>
    out ? `${name} is laid out for you` : `${name} is put together again`,
  moveLeft: "Move to the left",
  moveRight: "Move to the right",
  removePile: "Remove pile",
  pileRemoved: (name: string, count: number): string =>
    count > 0
      ? `${name} was removed. ${papers(count)} went back to Unsorted.`
      : `${name} was removed.`,
  pileHelp: (digit: number): string =>
    digit <= 9 ? `Drag papers here, or press ${digit}.` : "Drag papers here.",
  done: "Done",

  /* What is selected. */
  selectionBar: "What is selected",
  selected: (counts: {
    readonly papers: number;
    readonly notes: number;
    readonly regions: number;
    readonly shapes: number;
    readonly strokes: number;
  }): string =>
    [
      ...(counts.papers > 0 ? [papers(counts.papers)] : []),
      ...(counts.notes > 0 ? [counted(counts.notes, "note", "notes")] : []),
      ...(counts.regions > 0 ? [counted(counts.regions, "mark", "marks")] : []),
      ...(counts.shapes > 0 ? [counted(counts.shapes, "shape", "shapes")] : []),
      ...(counts.strokes > 0 ? [counted(counts.strokes, "line of ink", "lines of ink")] : []),
    ].join(", "),
  sendTo: (name: string): string => `Send to ${name}`,
  open: "Open",
  openMark: "Open at this mark",
  evidence: "Add as evidence to …",
  /** Of an interpretation on the table; nobody has to. */
  attachEvidence: (pieces: number): string =>
    pieces === 0 ? "No evidence yet: attach some" : `Evidence: ${pieces}`,
  attachHelp: "Attach evidence to an interpretation",
  copyPaperLink: "Copy link to this paper",
  deleteSelected: "Delete",
  deleted: (what: string): string => `${what} taken off the board`,
  clearSelection: "Select nothing",
  moved: (count: number, pile: string): string => `${papers(count)} moved to ${pile}`,
  cited: (count: number): string =>
    count === 1 ? "Added as evidence" : `${count} added as evidence`,
  citedAlready: "That is evidence for this need already",
  placeCited: (code: string): string => `That place on ${code} is evidence here already`,
  nothingThere: "What you let go of is not on this board any more",

  /* An empty table. */
  emptyTitle: "The table is ready",
  emptyText:
    "Bring in a class’s papers: a scanned stack or photos. Names are covered here in your browser, before anything is sent.",
  emptyToVisitors: "The team has not laid out any papers yet.",
  practice: "Try the practice set",
  dropHere: "Let go to bring these papers in",

  /* Help. */
  helpTitle: "Keys and gestures",
  helpAbout: "Everything here also has a button. Keys are for whoever likes them.",
  hands: [
    ["Wheel or two fingers", "Move the table"],
    ["Space held down", "Move the table with the mouse"],
    ["Ctrl with wheel, or pinch", "Zoom at the pointer"],
    ["Drag on the bare table", "Select what the frame touches"],
    ["Shift with click", "Add to or take from the selection"],
    ["Double click", "Open a paper, write on a note or shape"],
    ["Shift, Alt while drawing", "Even sides and angles, from the middle"],
    ["Typing, with single keys switched off", "Writes on the note or shape that is selected"],
    ["One finger", "Moves the table; held still, it picks a paper up"],
    ["Pen", "Draws while fingers move the table"],
  ],
  singleKeys: "Single keys act",
} as const;
