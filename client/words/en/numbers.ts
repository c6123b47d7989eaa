/**
 * The words of numbers beside papers. They come with what shows them, apart from the rest of the
 * catalogue, which every board loads first.
 */
const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${many}`;
const papers = (count: number): string => counted(count, "paper", "papers");
const listed = (items: readonly string[]): string =>
  new Intl.ListFormat("en", { type: "conjunction" }).format(items);
const mostListed = 12;
/** As many as can be read at a glance, and how many more there are. */
const shortList = (items: readonly string[]): string =>
  items.length <= mostListed
    ? listed(items)
    : `${items.slice(0, mostListed).join(", ")} and ${items.length - mostListed} more`;

export const numbers = {
  papers,

  /* Bringing in. */
  bringIn: "Bring in numbers",
  bringInAbout:
    "A table with one row a paper, told apart by the papers’ codes. It is read in this browser; only the columns you choose go to the board.",
  pasteField: "Paste a table here",
  pasteHint: "Copy the cells in your spreadsheet, with their first row, and paste them.",
  chooseFile: "Choose a CSV file",
  lookAtTable: "Look at the table",
  dropHere: "or drop a CSV file here",
  otherTable: "Take another table",
  refusals: {
    empty: "There is no table in it yet.",
    noRows: "There are names of columns, and no rows under them.",
    oneColumn:
      "There is one column alone. A table needs one with codes and one with something to say about each.",
    tooManyRows: "The table has more than 5,000 rows. Bring in the part about these papers.",
    tooManyColumns: "The table has more than 200 columns. Bring in the part that matters here.",
    tooLong: "That is too long for a table of results.",
    notText: "That is no text file. In your spreadsheet, save it as CSV, or copy its cells.",
    unreadable: "The file could not be read.",
  },

  /* How rows and papers meet. */
  howMatched: "Which row is about which paper",
  ways: { code: "By code", order: "In the order of the papers" },
  keyColumn: "The column with the codes",
  columnNumber: (index: number): string => `Column ${index + 1}`,
  header: "The first row names the columns",
  matched: (rows: number, of: number): string =>
    rows === of
      ? `All ${counted(of, "row", "rows")} found a paper.`
      : `${rows} of ${counted(of, "row", "rows")} found a paper.`,
  orderWarning:
    "Row by row, as the papers lie now: Unsorted first, then the piles. Are these the right ones?",
  pairs: "First rows and their papers",
  pair: (key: string, code: string): string => `${key || "–"}: paper ${code}`,
  noneMatched:
    "No code in this column is a paper’s here. Choose another column, or match in the order of the papers.",
  withoutPaper: (keys: readonly string[]): string => `Not on this board: ${shortList(keys)}.`,
  withoutRow: (codes: readonly string[]): string => `Not in the table: ${shortList(codes)}.`,
  twice: (keys: readonly string[]): string =>
    `More than once in the table: ${shortList(keys)}. The first row counts.`,
  unclear: (keys: readonly string[]): string =>
    `Fits several papers, so left out: ${shortList(keys)}.`,
  byPupil: (codes: readonly string[]): string =>
    codes.length === 1
      ? `${codes[0]} has no row of its own and takes the one of its pupil.`
      : `These have no row of their own and take the one of their pupil: ${shortList(codes)}.`,
  severalRows: (keys: readonly string[]): string =>
    `Several rows of one pupil, none with the code of the paper here, so left out: ${shortList(keys)}.`,
  unnamed: (rows: number): string =>
    rows === 1 ? "1 row has no code." : `${rows} rows have no code.`,

  /* Which columns. */
  columns: "What to bring in",
  columnsAbout:
    "Only ticked columns go to the board, and only what they say of papers that are on it.",
  bringColumn: (title: string): string => `Bring in ${title}`,
  titleField: "Name",
  kindField: "Kind",
  kinds: { number: "Numbers", yesNo: "Yes or no", category: "Categories", text: "Words" },
  sample: (cells: readonly string[]): string => cells.join(", "),
  noCells: "Nothing in it",
  strays: (count: number): string =>
    `${counted(count, "cell does", "cells do")} not fit and will stay empty.`,
  heldBack: {
    emails: "Email addresses never come to the board.",
    names: "Looks like pupils’ names, so it stays here. Tick it only if it holds none.",
    pupilNumbers: "Looks like numbers that point to pupils, so it stays here.",
    birthdays: "Looks like birthdays, so it stays here.",
    classes: "Looks like a class or teacher, so it stays here: papers are pooled.",
    words: "Words may hold names, so it stays here until you have looked through it.",
  },
  updates: "Updates the column that is there",
  sameTitle: "Two columns have this name.",
  noTitle: "Give it a name.",
  tooMany: (most: number): string => `A board keeps ${most} columns at most.`,
  bringInColumns: (count: number): string =>
    count === 0 ? "Bring in" : `Bring in ${counted(count, "column", "columns")}`,
  othersKeep: "Papers that are not in this table keep the numbers they have.",
  broughtIn: (columns: number, count: number): string =>
    `${counted(columns, "column", "columns")} for ${papers(count)} brought in`,
  undo: "Undo",

  /* The panel. */
  close: "Close numbers",
  none: "No numbers yet",
  noneHelp:
    "A table of results, with the papers’ codes in one column, can stand beside the papers: every bar leads to the papers behind it.",
  noneToVisitors: "The team has not put numbers beside these papers.",
  list: "Columns",
  about: (kind: string, count: number): string => `${kind}, ${count}`,
  untitled: "Column without a name",
  onCards: (title: string): string => `Write ${title} on the cards`,
  mostOnCards: "Three columns at most stand on the cards. Take one off first.",
  remove: (title: string): string => `Remove ${title}`,
  removed: (title: string): string => `${title} was removed`,

  /* The chart. */
  bars: (title: string): string =>
    `${title}: papers by value. A press on a bar selects its papers.`,
  bar: (name: string, count: number): string => `${name}: ${papers(count)}`,
  noValue: "No value",
  range: (from: string, to: string, isWhole: boolean): string =>
    isWhole ? `${from} to ${to}` : `${from} to under ${to}`,
  asTable: "As a table",
  tableOf: (title: string): string => `${title}, papers by value`,
  valueHead: "Value",
  countHead: "Papers",
  codesHead: "Codes",
  wordsOf: (title: string): string => `What stands under ${title}`,
  pressBar: "Press a bar to see its papers on the table.",
  chosen: (names: readonly string[], count: number): string =>
    `${papers(count)}: ${shortList(names)}`,
  chooseNone: "Choose none",
  openThese: "Open in the reader",
  compareThese: "Compare",
  keepBright: "Dim the others",
  pilesOf: (groups: number): string =>
    groups === 1 ? "Make a pile of it" : `Make ${groups} piles`,
  pilesMade: (count: number): string => `${counted(count, "pile", "piles")} made`,
  draw: "Draw papers to look at",

  /* The filter. */
  filter: "What is kept bright",
  bright: (title: string, names: readonly string[], count: number, of: number): string =>
    `${title} ${shortList(names)}: ${count} of ${papers(of)} bright`,
  onlyForYou: "Only you see the others dimmed.",
  selectBright: "Select these",
  filterOff: "Show all as before",

  /* The draw. */
  drawAbout:
    "A fair few out of each group, for when there is no time for all. The same number of the draw gives the same papers to everybody.",
  groupsBy: "Groups",
  byPile: "Piles",
  together: "No groups",
  withinPiles: "Within each pile",
  howMany: "How many",
  counts: { each: "From each group", all: "In all" },
  countField: "Papers",
  drawNumber: "Number of the draw",
  drawAgain: "Draw again",
  drawn: (count: number): string => `${papers(count)} drawn`,
  everyone: "All papers",
  inPile: (group: string, pile: string): string => `${group}, ${pile}`,
  drawnOf: (taken: number, of: number): string => `${taken} of ${of}`,
  nobodyDrawn: "none",
  short: (group: string, there: number, short: number): string =>
    `${group} has ${there === 0 ? "no paper" : `only ${papers(there)}`}, ${short} fewer than asked for.`,
  shortInAll: (there: number): string => `There are ${papers(there)} in all, fewer than asked for.`,
  notDrawn: (count: number): string =>
    count === 1
      ? "1 paper has no value and is not drawn from."
      : `${count} papers have no value and are not drawn from.`,
  selectDrawn: (count: number): string => `Select ${papers(count)}`,
  pileDrawn: "Put in a new pile",
  pileName: "To look at",
} as const;
