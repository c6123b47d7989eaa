/** The words of the contact sheet and of putting pages straight, in `client/papers/intake`. */
const countPages = (count: number): string => (count === 1 ? "1 page" : `${count} pages`);
const countPapers = (count: number): string => (count === 1 ? "1 paper" : `${count} papers`);

export const contactSheet = {
  label: "Contact sheet",
  keys: "Arrow keys go from page to page, Space selects, Shift with arrow keys selects several.",
  hint: "Press a page to select it. Drag pages, or the cuts between papers.",
  paper: (number: number): string => `Paper ${number}`,
  page: (paper: number, page: number, of: number): string =>
    of === 1 ? `Paper ${paper}` : `Paper ${paper}, page ${page} of ${of}`,
  blank: "blank",
  unreadable: "could not be read",
  straightened: "put straight",
  unsure: "sheet not found",
  blankBadge: "Blank",
  unreadableBadge: "Could not be read",
  unsureBadge: "Set the sheet",
  select: (what: string): string => `Select ${what}`,
  cutHere: (what: string): string => `Begin a paper at ${what}`,
  joinHere: (what: string): string => `Join ${what} to the paper before`,

  selected: (count: number): string => `${countPages(count)} selected`,
  turn: "Turn",
  takeOut: "Take out",
  earlier: "Earlier",
  later: "Later",
  opens: "New paper here",
  joins: "Join to paper before",
  gather: "Make one paper",
  fit: "Straighten and crop",
  selectAll: "Select all",
  deselect: "Deselect",
  undo: "Undo",
  redo: "Redo",
  undone: "Taken back.",
  redone: "Done again.",

  turned: (count: number): string => `Turned ${countPages(count)}.`,
  takenOut: (count: number): string => `Took out ${countPages(count)}.`,
  movedTo: (what: string): string => `Now ${what}.`,
  opened: (what: string): string => `A paper begins: ${what}.`,
  joined: (what: string): string => `Joined: ${what}.`,
  gathered: (count: number): string => `${countPages(count)} are one paper now.`,

  blanksAside: (count: number): string => `Leave out blank backs (${count})`,
  blanksNote: "They keep their places and are not brought in.",
  white: "Make the paper white",
  whiteLook: "Before and after",
  whiteTitle: "Make the paper white",
  whiteNote:
    "Shadows and grey paper become white, on every page. Pencil and colours stay. Nothing is drawn over.",
  before: "Before",
  after: "After",
  pageOf: (at: number, of: number): string => `Page ${at} of ${of}`,
  previous: "Page before",
  next: "Next page",
  making: "Drawing the page …",

  separators: (papers: number): string =>
    `Separator sheets found: the stack is cut at them into ${countPapers(papers)}, and the sheets are left out.`,
  bySeparator: "At the separator sheets",
  unsureNote: (count: number): string =>
    count === 1
      ? "In 1 photo the edges of the sheet were not found. It is used whole, unless you set the sheet."
      : `In ${count} photos the edges of the sheet were not found. They are used whole, unless you set the sheet.`,
  setSheet: "Set the sheet",

  print: {
    open: "Print separator sheets",
    title: "Print separator sheets",
    about:
      "Lay one on each pupil’s pages before you scan. The stack then splits by itself, and the same pupil keeps the same code from one set to the next.",
    kind: "What to print",
    oneSide: "Sheets",
    bothSides: "Sheets, both sides",
    labels: "Labels",
    notes: {
      oneSide: "One sheet for each pupil. It lies on top of the pupil’s pages and is left out.",
      bothSides:
        "For a scanner that reads both sides: print on both sides, front and back are alike.",
      labels:
        "21 to a sheet, to stick on the first page. The page stays; paint the label out or leave it.",
    },
    codes: "Codes",
    fresh: "New ones",
    board: (count: number): string =>
      count === 1 ? "The 1 on this board" : `The ${count} on this board`,
    count: "How many pupils",
    countWrong: (most: number): string => `A number from 1 to ${most}.`,
    make: "Make the PDF",
    making: "Making the PDF …",
    failed: "The PDF could not be made. Try again once you are online.",
    fileName: "separator-sheets.pdf",
    fileTitle: "Separator sheets",
    lines: [
      "Lay this sheet on top of one pupil’s pages, and scan it with them.",
      "It is left out when the papers are brought in.",
    ],
    alt: (code: string): string => `Code ${code} for the scanner`,
  },

  desk: {
    lead: "Drag the four corners onto the corners of the sheet.",
    keys: "Arrow keys move a corner, with Shift in larger steps.",
    photo: "The page as it was read, with the corners of its sheet",
    corner: {
      topLeft: "Top left corner",
      topRight: "Top right corner",
      bottomRight: "Bottom right corner",
      bottomLeft: "Bottom left corner",
    },
    at: (corner: string, x: number, y: number): string =>
      `${corner}: ${x} % from the left, ${y} % from the top`,
    whole: "Use the whole photo",
    found: "As it was found",
    result: "What is brought in",
    apply: "Use this sheet",
    cancel: "Leave it as it was",
  },
} as const;
