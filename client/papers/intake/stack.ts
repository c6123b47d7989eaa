/**
 * The stack on the desk: pages as they were read, and how they fall into papers.
 *
 * Pure. An unreadable page keeps its place in its paper, so that one bad page does not shift everybody
 * behind it; it is left out only when the papers are brought in.
 * test/property/intake-stack.test.ts holds it to that.
 */

/** Quarter turns clockwise from how the page was read. */
export type Turn = 0 | 1 | 2 | 3;

/** Where a paper begins: as the rule says, or as the teacher says. */
export type Opening = "byRule" | "opens" | "joins";

export interface StackPage {
  /** One for each page of this intake, in the order they were read. */
  readonly key: number;
  /** Which file it came from, and its number there from 1. */
  readonly source: number;
  readonly number: number;
  readonly readable: boolean;
  readonly dropped: boolean;
  readonly opening: Opening;
}

/** How many pages each pupil has, or that every file is one pupil's paper. */
export type PerPaper = number | "file";

/**
 * The kept pages in papers, in order. A file of several pages begins a paper; single pages in files of
 * their own, such as photos, run on.
 */
export function groupPages<P extends StackPage>(
  pages: readonly P[],
  perPaper: PerPaper,
): readonly (readonly P[])[] {
  const several = new Set(pages.filter(({ number }) => number > 1).map(({ source }) => source));
  const papers: P[][] = [];
  let last: P | undefined;
  for (const page of pages) {
    if (page.dropped) continue;
    const paper = papers.at(-1);
    const newFile =
      last?.source !== page.source && (perPaper === "file" || several.has(page.source));
    const full = perPaper !== "file" && (paper?.length ?? 0) >= perPaper;
    const opens = page.opening === "opens" || (page.opening === "byRule" && (newFile || full));
    if (paper && !opens) paper.push(page);
    else papers.push([page]);
    last = page;
  }
  return papers;
}

/** Papers whose count of pages is not the one asked for: their numbers from 1 and how many they have. */
export function unevenPapers(
  papers: readonly (readonly StackPage[])[],
  perPaper: PerPaper,
): readonly { readonly paper: number; readonly pages: number }[] {
  if (perPaper === "file") return [];
  return papers.flatMap((pages, i) =>
    pages.length === perPaper ? [] : [{ paper: i + 1, pages: pages.length }],
  );
}

/** What is brought in: the papers with their readable pages; a paper without any is none. */
export function papersToBring<P extends StackPage>(
  papers: readonly (readonly P[])[],
): readonly (readonly P[])[] {
  return papers
    .map((pages) => pages.filter(({ readable }) => readable))
    .filter((pages) => pages.length > 0);
}

/** The next quarter turn clockwise. */
export function turned(turn: Turn): Turn {
  return ((turn + 1) % 4) as Turn;
}
