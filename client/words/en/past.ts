/** The words for what came before: versions of a board, and what changed on it. */
import { clock } from "./keeping.ts";

export const past = {
  /* Versions. */
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
  changedAbout: (since: Date): string => `Since ${clock(since)}, by your colleagues.`,
  changedFirst:
    "This is your first time here in this browser. Next time you find here what changed.",
  changedNothing: "Nothing has changed since you were here.",
  kinds: {
    board: "The board",
    need: "Needs",
    evidence: "Evidence",
    resource: "What could meet a need",
    nextStep: "Next steps",
    note: "Notes and wonders",
    region: "Marks",
    pile: "Piles",
    paper: "Papers",
    shape: "Shapes, text and frames",
    stroke: "Ink",
    column: "Numbers beside papers",
  },
  ones: {
    board: "The board",
    need: "A need",
    evidence: "A piece of evidence",
    resource: "Something that could meet a need",
    nextStep: "A next step",
    note: "A note",
    region: "A mark",
    pile: "A pile",
    paper: "A paper",
    page: "A page",
    shape: "A shape",
    stroke: "Some ink",
    column: "A column of numbers",
  },
  how: {
    added: (who: string, when: Date): string => `new, by ${who}, ${clock(when)}`,
    changed: (who: string, when: Date): string => `changed by ${who}, ${clock(when)}`,
    removed: (who: string, when: Date): string => `taken off by ${who}, ${clock(when)}`,
  },
  someone: "somebody",
  server: "Noticeboard",
} as const;
