/** The words for what is kept and what came before: unsaved work, versions, what changed, visiting. */
const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${many}`;

const clock = (when: Date): string =>
  when.toLocaleString("en", { day: "numeric", month: "long", hour: "numeric", minute: "2-digit" });
const day = (when: Date): string =>
  when.toLocaleDateString("en", { day: "numeric", month: "long", year: "numeric" });

const stances = { notice: "Notice", wonder: "Wonder", plain: "Note" } as const;

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
  fileStrokes: (count: number): string => counted(count, "pen stroke", "pen strokes"),
  fileRegions: (count: number): string =>
    counted(count, "mark without words", "marks without words"),
  fileEvidence: (count: number): string =>
    counted(count, "piece of evidence", "pieces of evidence"),
  fileRemoved: (count: number): string =>
    counted(count, "thing taken off the board", "things taken off the board"),
  fileNothing: "Nothing that can be told in words.",
  fileRaw: "For Noticeboard (do not change anything below this line)",

  /* Versions. */
  versions: "Versions",
  versionsTitle: "Versions of this board",
  versionsAbout:
    "A version is the whole board as it was at one moment. Nothing that happens later changes it.",
  versionName: "Name",
  versionNameHint: "Such as “After our first meeting”.",
  versionNameMissing: "Give it a name, so that the team finds it again.",
  keepVersion: "Keep this version",
  versionKept: (name: string): string => `“${name}” is kept`,
  noVersions: "No versions are kept yet.",
  kept: (when: Date, by: string): string => `Kept on ${clock(when)} by ${by}`,
  openCopy: "Open as copy",
  openCopyOf: (name: string): string => `Open as copy: “${name}”`,
  putBack: "Put the board back to this",
  putBackTo: (name: string): string => `Put the board back to this: “${name}”`,
  putBackTitle: (name: string): string => `Put the board back to “${name}”?`,
  putBackText: (when: Date): string =>
    `For everybody in the team the board becomes what it was on ${clock(when)}. What came after is kept as a version, so that you can come back to it.`,
  putBackUnsaved: "Wait until your last changes are saved.",
  putBackDo: "Put it back",
  putBackNot: "Leave it as it is",
  beforePutBack: (name: string): string => `Before going back to “${name}”`,
  keptByNoticeboard: (when: Date): string => `Kept by Noticeboard on ${clock(when)}`,

  /* What changed. */
  changed: "Changed since you were here",
  changedAbout: (since: Date): string => `Since ${clock(since)}, by your colleagues.`,
  changedFirst:
    "This is your first time here in this browser. Next time you find here what changed.",
  changedNothing: "Nothing has changed since you were here.",
  changedNow: "Colleagues have changed this board since you were here.",
  show: "Show",
  kinds: {
    board: "The board",
    need: "Needs",
    evidence: "Evidence",
    note: "Notes and wonders",
    region: "Marks",
    pile: "Piles",
    paper: "Papers",
    stroke: "Ink",
  },
  ones: {
    board: "The board",
    need: "A need",
    evidence: "A piece of evidence",
    note: "A note",
    region: "A mark",
    pile: "A pile",
    paper: "A paper",
    page: "A page",
    stroke: "Some ink",
  },
  how: {
    added: (who: string, when: Date): string => `new, by ${who}, ${clock(when)}`,
    changed: (who: string, when: Date): string => `changed by ${who}, ${clock(when)}`,
    removed: (who: string, when: Date): string => `taken off by ${who}, ${clock(when)}`,
  },
  someone: "somebody",
  server: "Noticeboard",

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
    stroke: (code: string | undefined): string =>
      code === undefined ? "Ink on the table" : `Ink on paper ${code}`,
    need: "Need",
    evidence: "Evidence for a need",
  },
} as const;
