/** The words of `client/review`: taking a report out, and everything the report itself says. */
import type { Stance } from "../../../shared/board/notes.ts";

const stances: { readonly [stance in Stance]: string } = {
  notice: "Notice",
  wonder: "Wonder",
  plain: "Note",
};

const count = (n: number, one: string, many: string): string =>
  n === 1 ? `1 ${one}` : `${n} ${many}`;
/** "a", "a and b", "a, b and c". */
const listed = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
const pageOfPaper = (code: string, page: number | undefined): string =>
  page === undefined ? `Paper ${code}` : `Paper ${code}, page ${page}`;
const sentence = (words: string): string => (/[.!?…]$/.test(words) ? words : `${words}.`);

/** What the report says. */
const report = {
  language: "en",
  untitled: "Board without a title",
  imageMissing: "This page could not be loaded",
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

  tableHeading: "Notes on the table",
  stance: (stance: Stance): string => stances[stance],

  papersHeading: (pile: string): string => `Papers: ${pile}`,
  paper: (code: string): string => `Paper ${code}`,
  pageOf: (page: number, pages: number): string => (pages < 2 ? "" : `Page ${page} of ${pages}`),
  cropOf: pageOfPaper,
  wholePaper: (code: string, pages: number): string =>
    pages < 2 ? `Paper ${code}, the whole page` : `Paper ${code}, all ${pages} pages`,
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

export const review = { report } as const;
