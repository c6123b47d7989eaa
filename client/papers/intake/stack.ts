/**
 * The stack on the desk: pages as they were read, and how they fall into papers.
 *
 * Pure. An unreadable page and a blank one that is put aside keep their places in their papers, so that
 * one of them does not shift everybody behind it; they are left out only when the papers are brought in.
 * test/property/intake-stack.test.ts holds it to that.
 */

/** Quarter turns clockwise from how the page was read. */
export type Turn = 0 | 1 | 2 | 3;

/** Where a paper begins: as the rule says, or as the teacher says. */
export type Opening = "byRule" | "opens" | "joins";

/** What a printed code on a page says: a sheet between papers, or a label on a paper's own first page. */
export interface Separator {
  readonly is: "cover" | "label";
  /** The code that the paper is to have. */
  readonly code: string;
}

export interface StackPage {
  /** One for each page of this intake, in the order they were read. */
  readonly key: number;
  /** Which file it came from, and its number there from 1. */
  readonly source: number;
  readonly number: number;
  readonly readable: boolean;
  readonly blank: boolean;
  readonly separator: Separator | undefined;
  readonly dropped: boolean;
  /** A blank page that the teacher wants to keep. */
  readonly stays: boolean;
  readonly opening: Opening;
}

/** How many pages each pupil has; or that every file, or what lies between separator sheets, is one pupil's paper. */
export type PerPaper = number | "file" | "separator";

/** Taken out by the teacher, or a sheet that only parts papers: not among the papers at all. */
export function isOut({ dropped, separator }: StackPage): boolean {
  return dropped || separator?.is === "cover";
}

/** A blank page that keeps its place and is not shown or brought in. */
export function isAside(
  { blank, readable, stays, dropped }: Pick<StackPage, "blank" | "readable" | "stays" | "dropped">,
  blanksAside: boolean,
): boolean {
  return blanksAside && blank && readable && !stays && !dropped;
}

/**
 * The kept pages in papers, in order. A file of several pages begins a paper; single pages in files of
 * their own, such as photos, run on.
 */
export function groupPages<P extends StackPage>(
  pages: readonly P[],
  perPaper: PerPaper,
): readonly (readonly P[])[] {
  const several = filesOfSeveral(pages);
  const papers: P[][] = [];
  let place: Place = freshPlace;
  for (const page of pages) {
    const opens = opensAt(page, place, perPaper, several);
    if (!isOut(page)) {
      if (opens) papers.push([page]);
      else papers.at(-1)?.push(page);
    }
    place = after(page, place, opens);
  }
  return papers;
}

/** The files with more than one page. */
export function filesOfSeveral(pages: readonly StackPage[]): ReadonlySet<number> {
  return new Set(pages.filter(({ number }) => number > 1).map(({ source }) => source));
}

/** What grouping knows when it comes to a page. */
export interface Place {
  /** The kept page before, and how many pages its paper has so far. */
  readonly last: StackPage | undefined;
  readonly count: number;
  /** The code of the separator passed last, and whether that was since the last kept page. */
  readonly code: string | undefined;
  readonly passed: boolean;
}

export const freshPlace: Place = { last: undefined, count: 0, code: undefined, passed: false };

/** Whether a paper begins with this page. */
export function opensAt(
  page: StackPage,
  { last, count, code, passed }: Place,
  perPaper: PerPaper,
  several: ReadonlySet<number>,
): boolean {
  if (!last) return true;
  if (page.opening !== "byRule") return page.opening === "opens";
  if (perPaper === "separator")
    return passed || (page.separator?.is === "label" && page.separator.code !== code);
  const newFile = last.source !== page.source && (perPaper === "file" || several.has(page.source));
  return newFile || (perPaper !== "file" && count >= perPaper);
}

/** What is known behind the page. */
export function after(page: StackPage, place: Place, opened: boolean): Place {
  const code = page.separator?.code ?? place.code;
  if (!isOut(page)) return { last: page, count: opened ? 1 : place.count + 1, code, passed: false };
  // Front and back of one sheet carry the same code: they part papers once.
  const passed = place.passed || (page.separator !== undefined && code !== place.code);
  return { ...place, code, passed };
}

/** The code printed for each paper, by the key of the paper's first page. */
export function printedCodes(
  pages: readonly StackPage[],
  papers: readonly (readonly StackPage[])[],
): ReadonlyMap<number, string> {
  const firsts = new Set(papers.map(([first]) => first?.key));
  const codes = new Map<number, string>();
  let code: string | undefined;
  for (const page of pages) {
    code = page.separator?.code ?? code;
    if (firsts.has(page.key) && code !== undefined) codes.set(page.key, code);
    // One sheet's code is for the paper behind it alone.
    if (!isOut(page)) code = undefined;
  }
  return codes;
}

/** Papers whose count of pages is not the one asked for: their numbers from 1 and how many they have. */
export function unevenPapers(
  papers: readonly (readonly StackPage[])[],
  perPaper: PerPaper,
): readonly { readonly paper: number; readonly pages: number }[] {
  if (typeof perPaper === "string") return [];
  return papers.flatMap((pages, i) =>
    pages.length === perPaper ? [] : [{ paper: i + 1, pages: pages.length }],
  );
}

/** What is brought in: the papers with their readable pages; a paper without any is none. */
export function papersToBring<P extends StackPage>(
  papers: readonly (readonly P[])[],
  blanksAside = false,
): readonly (readonly P[])[] {
  return papers
    .map((pages) => pages.filter((page) => page.readable && !isAside(page, blanksAside)))
    .filter((pages) => pages.length > 0);
}

/** Fewer blank backs than this may be an accident. */
const leastBacks = 2;

/**
 * Whether the blank pages look like empty backs of a stack scanned on both sides: several, every one of
 * them an even page of its file, and nearly as many as there are fronts or in papers of several pages.
 */
export function haveBlankBacks(pages: readonly StackPage[], perPaper: PerPaper): boolean {
  const read = pages.filter((page) => page.readable && !page.separator);
  const blank = read.filter((page) => page.blank);
  if (blank.length < leastBacks || blank.some(({ number }) => number % 2 !== 0)) return false;
  return perPaper !== 1 || blank.length > read.length * 0.3;
}

/** The next quarter turn clockwise. */
export function turned(turn: Turn): Turn {
  return ((turn + 1) % 4) as Turn;
}
