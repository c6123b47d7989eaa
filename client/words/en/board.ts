/** The words of the board: piles, papers, tools, people, and the bars around the table. */
import type { Pile } from "../../../shared/sorting/piles.ts";

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
    readonly pages: readonly unknown[];
    readonly notices: number;
    readonly wonders: number;
  }): string =>
    [
      `Paper ${paper.code}`,
      paper.pile ? pileName(paper.pile) : unsorted,
      ...(paper.pages.length > 1 ? [`${paper.pages.length} pages`] : []),
      ...(paper.notices > 0 ? [counted(paper.notices, "notice", "notices")] : []),
      ...(paper.wonders > 0 ? [counted(paper.wonders, "wonder", "wonders")] : []),
    ].join(", "),
  morePages: (count: number): string => `+${counted(count, "page", "pages")}`,
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
  }): string =>
    [
      ...(counts.papers > 0 ? [papers(counts.papers)] : []),
      ...(counts.notes > 0 ? [counted(counts.notes, "note", "notes")] : []),
      ...(counts.regions > 0 ? [counted(counts.regions, "mark", "marks")] : []),
    ].join(", "),
  sendTo: (name: string): string => `Send to ${name}`,
  open: "Open",
  openMark: "Open at this mark",
  evidence: "Add as evidence to …",
  copyPaperLink: "Copy link to this paper",
  deleteSelected: "Delete",
  deleted: (what: string): string => `${what} taken off the board`,
  clearSelection: "Select nothing",
  moved: (count: number, pile: string): string => `${papers(count)} moved to ${pile}`,
  cited: (count: number): string =>
    count === 1 ? "Added as evidence" : `${count} added as evidence`,
  citedAlready: "That is evidence for this need already",

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
  helpGroups: {
    tools: "Tools",
    sorting: "Sorting",
    moving: "Moving about",
    editing: "Editing",
    hands: "Mouse, trackpad and fingers",
  },
  help: {
    sendToPile: "Send to that pile",
    sendBack: "Put back to Unsorted",
    arrows: "Go from paper to paper",
    extend: "Add the next paper to the selection",
    open: "Open the paper",
    selectAll: "Select all papers",
    nothing: "Put down, select nothing",
    fit: "Show everything",
    zoomSelection: "Show what is selected",
    full: "Full size of the scan",
    pan: "Hold to move the table",
    sheet: "This sheet",
    look: "Table or list",
  },
  hands: [
    ["Wheel or two fingers", "Move the table"],
    ["Ctrl with wheel, or pinch", "Zoom at the pointer"],
    ["Drag on the bare table", "Select what the frame touches"],
    ["Shift with click", "Add to or take from the selection"],
    ["Double click", "Open a paper, write on a note"],
    ["One finger", "Moves the table; held still, it picks a paper up"],
    ["Pen", "Draws while fingers move the table"],
  ],
  singleKeys: "Single keys act",
} as const;
