/** The words of `client/review`: taking a report out, and everything the report itself says. */
import type { Stance } from "../../../shared/board/notes.ts";
import type { ResourceKind, ResourceState } from "../../../shared/board/resources.ts";
import { movement } from "./movement.ts";
import { nextSteps } from "./next-steps.ts";
import { resources } from "./resources.ts";

const stances: { readonly [stance in Stance]: string } = {
  notice: "Notice",
  wonder: "Wonder",
  interpretation: "Interpretation",
  plain: "Note",
};

const count = (n: number, one: string, many: string): string =>
  n === 1 ? `1 ${one}` : `${n} ${many}`;
/** "a", "a and b", "a, b and c". */
const listed = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
const pageOfPaper = (code: string, page: number | undefined): string =>
  page === undefined ? `Paper ${code}` : `Paper ${code}, page ${page}`;
const sentence = (words: string): string => (/[.!?…][”’)]?$/.test(words) ? words : `${words}.`);

/** What the report says. */
const report = {
  language: "en",
  untitled: "Board without a title",
  coveredPages: (count: number): string =>
    count === 1
      ? "1 page is left out: it is covered, because somebody could be recognised on it."
      : `${count} pages are left out: they are covered, because somebody could be recognised on them.`,
  imageMissing: "This page could not be loaded",
  checkStates: { checked: "Done", unchecked: "Not done yet" },
  question: "What we wondered",

  pilesHeading: "Where the papers lie",

  needsHeading: "What are they showing us they need?",
  needHeading: (number: number, need: string): string => `${number}. ${need}`,
  unwordedNeed: "Gathered, not yet put into words",
  seenIn: (pile: string): string => `Seen in the pile ${pile}`,
  hunch: (papers: number): string =>
    papers === 0
      ? "A hunch so far: no paper shows it yet"
      : "A hunch so far: one paper shows it, a second one is wanted",
  evidenceFrom: (papers: number): string => `Seen in ${papers} papers`,

  resourcesTitle: resources.title,
  resource: (kind: ResourceKind, state: ResourceState): string =>
    `${resources.kinds[kind]}, ${resources.states[state].toLowerCase()}`,
  stepsTitle: nextSteps.title,
  stepParts: nextSteps.parts,
  unmetHeading: resources.unmet,
  unmetAbout: resources.unmetAbout,
  needNumbered: (number: number): string => `Need ${number}`,

  talkHeading: "What we talked about",
  questioned: (questioned: number, notes: number, changed: number): string =>
    `${questioned} of ${count(notes, "note", "notes")} on papers ${
      questioned === 1 ? "was" : "were"
    } questioned, ${changed} changed.`,
  settledIn: (pile: string): string => `Left in ${pile}.`,

  movedHeading: movement.title,
  movedAbout: (first: number, last: number): string =>
    `Papers of the same codes, from pile to pile: from the ${movement.setName(first).toLowerCase()} to the ${movement.setName(last).toLowerCase()}.`,
  movedFromBoard: (title: string, last: number | undefined): string =>
    `Papers of the same codes, from pile to pile: from the board “${title}” to ${
      last === undefined ? "this one" : `the ${movement.setName(last).toLowerCase()} here`
    }.`,
  meantTitle: "What we meant to try",
  triedTitle: "What we tried in between",
  ways: { up: movement.up, same: movement.same, down: movement.down },
  fromTo: (from: string, to: string): string => `From ${from} to ${to}`,
  codes: (codes: number): string => count(codes, "code", "codes"),
  notTold: "Not told",
  heldBack: (most: number): string =>
    `Numbers of 1 to ${most} are not told, nor others from which they could be found.`,

  tableHeading: "Notes on the table",
  stance: (stance: Stance): string => stances[stance],
  standsOn: (codes: readonly string[]): string => `Read from ${listed(codes)}`,

  papersHeading: (pile: string): string => `Papers: ${pile}`,
  paper: (code: string): string => `Paper ${code}`,
  pageOf: (page: number, pages: number): string => (pages < 2 ? "" : `Page ${page} of ${pages}`),
  cropOf: pageOfPaper,
  wholePaper: (code: string, pages: number): string =>
    pages < 2 ? `Paper ${code}, the whole page` : `Paper ${code}, all ${pages} pages`,
  tagged: (tags: readonly string[]): string =>
    tags.length === 1 ? `Tag: ${tags[0]}` : `Tags: ${tags.join(" · ")}`,
  evidenceFor: (need: number): string => `Evidence for need ${need}`,

  altPage(about: {
    readonly code: string;
    readonly page: number;
    readonly pages: number;
    readonly place: string;
    readonly described: string;
    readonly regions: readonly {
      readonly number: number | undefined;
      readonly notes: readonly string[];
    }[];
    readonly penStrokes: number;
    readonly highlights: number;
  }): string {
    const { code, page, pages, place, described, regions, penStrokes, highlights } = about;
    const numbered = regions.filter(({ number }) => number !== undefined);
    const ink = listed([
      ...(penStrokes > 0 ? [count(penStrokes, "pen stroke", "pen strokes")] : []),
      ...(highlights > 0 ? [count(highlights, "highlight", "highlights")] : []),
    ]);
    return [
      `${pageOfPaper(code, pages > 1 ? page : undefined)} (${place}): a pupil’s page, as an image.`,
      ...(described ? [sentence(described)] : []),
      ...(regions.length > 0 ? [`${count(regions.length, "place is", "places are")} marked.`] : []),
      ...numbered.flatMap(({ number, notes }) =>
        notes.map((note) => sentence(`${number}: ${note}`)),
      ),
      ...(ink ? [`Also drawn on it: ${ink}.`] : []),
    ].join(" ");
  },
  altCrop(about: {
    readonly code: string;
    readonly page: number | undefined;
    readonly whole: boolean;
    readonly described: string;
    readonly notes: readonly string[];
  }): string {
    const { code, page, whole, described, notes } = about;
    return [
      `${whole ? "" : "Part of "}${whole ? pageOfPaper(code, page) : pageOfPaper(code, page).replace("Paper", "paper")}: a pupil’s work, as an image.`,
      ...(whole && described ? [sentence(described)] : []),
      ...notes.map(sentence),
    ].join(" ");
  },
} as const;

/** The dialog in which a report is taken out. */
const dialog = {
  title: "Export PDF",
  text: "Look through it first: what you see here is the file. Nothing leaves until you save it.",
  papers: "Papers",
  allPapers: "All",
  markedPapers: "With marks",
  noPapers: "None",
  needs: "Needs",
  withNeeds: "With",
  withoutNeeds: "Without",
  sheetSize: "Sheets",
  letter: "Letter",
  a4: "A4",
  moved: "What moved",
  movedNot: "Left out",
  movedHere: "Between the papers here",
  movedFrom: (title: string): string => `Since board “${title}”`,
  smallNumbers: "Small numbers",
  toldNumbers: "Told",
  heldNumbers: "1 to 4 held back",
  images: "Page images",
  screen: "Lighter",
  original: "As scanned",

  making: "Making the file",
  stop: "Stop",
  stopped: "Stopped. No file was made.",
  failed: "The file could not be made. Your board is as it was; please try again.",
  again: "Make it again",
  ready: (sheets: number, bytes: number): string =>
    `${count(sheets, "sheet", "sheets")}, ${size(bytes)}`,
  close: "Close",
  save: "Save PDF",
  fileName: "Noticeboard",

  preview: "Preview of the file",
  sheet: (sheet: number, sheets: number): string => `Sheet ${sheet} of ${sheets}`,
  noPreview: "This browser cannot show the file. It is whole, and can be saved.",

  notices: "Before you save",
  changed: "The board has changed since this file was made.",
  omitted: (images: number): string =>
    images === 1
      ? "One page image could not be put into the file; its place says so."
      : `${images} page images could not be put into the file; their places say so.`,
  missing: (some: readonly string[], all: number): string =>
    `The report’s letters have no shape for ${some.join(" ")}${all > some.length ? ` and ${all - some.length} more` : ""}. A mark stands in their place; search still finds them.`,
} as const;

/** What exactly leaves, in the dialog. */
const leaves = {
  heading: "What leaves with this file",
  front: (question: boolean): string =>
    question ? "The title, today’s date and the guiding question" : "The title and today’s date",
  piles: (piles: number, codes: number): string =>
    piles === 0
      ? `The codes of ${count(codes, "paper", "papers")}`
      : `${count(piles, "pile", "piles")} with ${piles === 1 ? "its" : "their"} criteria, and the codes of ${count(codes, "paper", "papers")}`,
  settled: (reasons: number): string =>
    `${count(reasons, "reason", "reasons")} why a paper was left in its pile`,
  moved: "What moved since the earlier papers, what you meant to try and what you tried",
  needs: (needs: number, evidence: number): string =>
    evidence === 0
      ? count(needs, "need", "needs")
      : `${count(needs, "need", "needs")} with ${count(evidence, "piece of evidence", "pieces of evidence")} cut from the pages`,
  resources: (resources: number): string =>
    `What could meet them: ${count(resources, "entry", "entries")} in the team’s words`,
  steps: (steps: number): string =>
    `${count(steps, "next step", "next steps")}, with who leads where the team wrote it`,
  tableNotes: (notes: number): string => `${count(notes, "note", "notes")} from the table`,
  papers: (papers: number, pages: number): string =>
    `${count(papers, "paper", "papers")}, masked as on the board: ${count(pages, "page image", "page images")}`,
  tags: (tags: number): string => `${count(tags, "tag", "tags")} in the team’s words`,
  marks: (notes: number, strokes: number): string =>
    `On the pages: ${listed([
      ...(notes > 0 ? [count(notes, "note", "notes")] : []),
      ...(strokes > 0 ? [count(strokes, "drawn line", "drawn lines")] : []),
    ])}`,
  never: "Never in the file: pupils’ or teachers’ names from Noticeboard, or who wrote what.",
} as const;

/** "820 KB", "2.4 MB". */
function size(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.ceil(bytes / 1000)} KB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

export const review = { report, dialog, leaves } as const;
