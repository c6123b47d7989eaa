/** The words for what is kept: unsaved work, what things are called, visiting. What came before is in past.ts. */
const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${many}`;

export const clock = (when: Date): string =>
  when.toLocaleString("en", { day: "numeric", month: "long", hour: "numeric", minute: "2-digit" });
const day = (when: Date): string =>
  when.toLocaleDateString("en", { day: "numeric", month: "long", year: "numeric" });

const stances = {
  notice: "Notice",
  wonder: "Wonder",
  interpretation: "Interpretation",
  plain: "Note",
} as const;

const shapes = {
  text: "Text",
  box: "Box",
  ellipse: "Ellipse",
  line: "Line",
  arrow: "Arrow",
  frame: "Frame",
  image: "Image",
} as const;

const list = new Intl.ListFormat("en", { type: "conjunction" });

export const keeping = {
  people: (names: readonly string[]): string => list.format(new Set(names)),
  clock,
  day,

  /* Work that did not reach the server. */
  refused: "Not saved",
  download: "Download unsaved work",
  downloaded: "Saved to your downloads",
  reload: "Reload the page",
  leftover: "Unsaved work in this browser",
  leftoverText:
    "This browser holds work of yours that never reached the server. It cannot be put back by itself; download it to keep it.",
  discard: "Throw away",
  discardTitle: "Throw this work away?",
  discardText: "It was never saved on the server. Once thrown away here, it is gone for good.",
  keep: "Keep it",

  /* The file with it. */
  fileName: (title: string): string => `Unsaved work ${title}`,
  fileTitle: (title: string): string => `Work on “${title}” that was not saved`,
  fileAbout: (when: Date): string =>
    `Kept on ${clock(when)}, ${when.getFullYear()}. Below is what you wrote and did, in words. At the end stands the same in the form Noticeboard itself uses, so that nothing of it is lost.`,
  fileBoard: "The board",
  fileTitleIs: (title: string): string => `Title: ${title}`,
  fileQuestionIs: (question: string): string => `Question: ${question}`,
  fileNotes: "Notes and wonders",
  fileNeeds: "Needs",
  filePiles: "Piles",
  filePile: (name: string, criterion: string): string =>
    criterion ? `${name}: ${criterion}` : name,
  filePapers: "Papers",
  filePaper: (code: string, pile: string): string => `Paper ${code} lies in ${pile}`,
  fileAlso: "Besides",
  fileShapes: "Shapes, text and frames",
  fileStrokes: (count: number): string => counted(count, "pen stroke", "pen strokes"),
  fileRegions: (count: number): string =>
    counted(count, "mark without words", "marks without words"),
  fileEvidence: (count: number): string =>
    counted(count, "piece of evidence", "pieces of evidence"),
  fileColumns: (count: number): string => counted(count, "column of numbers", "columns of numbers"),
  fileRemoved: (count: number): string =>
    counted(count, "thing taken off the board", "things taken off the board"),
  fileNothing: "Nothing that can be told in words.",
  fileRaw: "For Noticeboard (do not change anything below this line)",

  /* Versions. */
  versions: "Versions",

  /* What changed. */
  changed: "Changed since you were here",
  changedNow: "Colleagues have changed this board since you were here.",
  show: "Show",

  /* What things are called. */
  things: {
    board: "Title or question of the board",
    paper: (code: string): string => `Paper ${code}`,
    pile: (name: string): string => `Pile “${name}”`,
    region: (code: string): string => `A mark on paper ${code}`,
    note: (stance: keyof typeof stances, code: string | undefined): string =>
      code === undefined
        ? stance === "plain"
          ? "Note on the table"
          : `${stances[stance]} on the table`
        : `${stances[stance]} on paper ${code}`,
    shape: (kind: keyof typeof shapes): string => `${shapes[kind]} on the table`,
    stroke: (code: string | undefined): string =>
      code === undefined ? "Ink on the table" : `Ink on paper ${code}`,
    need: "Need",
    evidence: "Evidence for a need",
    column: (title: string): string => `Numbers “${title}”`,
  },
} as const;
