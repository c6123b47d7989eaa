/**
 * What a hand does to the stack on the contact sheet: cuts between papers, pages and papers moved,
 * gathered into one.
 *
 * Pure. Pages are a list in order, cuts are words on pages (stack.ts); a hand that moves a page says
 * where it belongs, so that only the papers it touches change. Taking a cut along, or a page out, lets
 * what follows count anew: that is how a stack with one odd paper is put right in one act.
 * test/property/intake-arrange.test.ts holds it to its promises.
 */
import {
  after,
  filesOfSeveral,
  freshPlace,
  groupPages,
  isAside,
  isOut,
  opensAt,
  type PerPaper,
  type StackPage,
} from "./stack.ts";

/** How pages are grouped and which are seen. */
export interface Grouping {
  readonly perPaper: PerPaper;
  readonly blanksAside: boolean;
}

type Papers = readonly (readonly number[])[];

/** The papers as they are seen: without pages put aside, and none without pages. */
export function seenPapers<P extends StackPage>(
  pages: readonly P[],
  { perPaper, blanksAside }: Grouping,
): readonly (readonly P[])[] {
  return groupPages(pages, perPaper)
    .map((paper) => paper.filter((page) => !isAside(page, blanksAside)))
    .filter((paper) => paper.length > 0);
}

/** A paper begins at this page, and what follows counts from there; or two papers become one. */
export function withCut<P extends StackPage>(
  pages: readonly P[],
  grouping: Grouping,
  key: number,
  opens: boolean,
): readonly P[] {
  if (opens) return withOpening(pages, [key], "opens");
  const papers = keysOf(seenPapers(pages, grouping));
  const at = papers.findIndex(([first]) => first === key);
  const before = papers[at - 1];
  if (!before) return pages;
  const joined = [...before, ...(papers[at] ?? [])];
  return arranged(pages, grouping, papers.toSpliced(at - 1, 2, joined));
}

/** The cut before one page taken to before another: all pages on its way belong together. */
export function withCutMoved<P extends StackPage>(
  pages: readonly P[],
  grouping: Grouping,
  from: number,
  to: number,
): readonly P[] {
  const order = pages.filter((page) => !isOut(page)).map(({ key }) => key);
  const [start, end] = [order.indexOf(from), order.indexOf(to)];
  if (start < 0 || end < 0 || start === end) return pages;
  const onTheWay = start < end ? order.slice(start, end) : order.slice(end + 1, start + 1);
  // Blank backs just before the old cut must not begin a paper either.
  const backs = hiddenBefore(pages, grouping, from);
  return withOpening(withOpening(pages, [...backs, ...onTheWay], "joins"), [to], "opens");
}

function withOpening<P extends StackPage>(
  pages: readonly P[],
  keys: readonly number[],
  opening: StackPage["opening"],
): readonly P[] {
  return pages.map((page) => (keys.includes(page.key) ? { ...page, opening } : page));
}

function hiddenBefore(
  pages: readonly StackPage[],
  grouping: Grouping,
  key: number,
): readonly number[] {
  const at = pages.findIndex((page) => page.key === key);
  const start = pages.slice(0, at).findLastIndex((page) => !isHidden(page, grouping)) + 1;
  return pages.slice(start, at).map((page) => page.key);
}

/** Where pages are put down: before a page or at the end, and to which paper they then belong. */
export interface Slot {
  readonly before: number | undefined;
  readonly as: "previous" | "next" | "own";
}

export function withMoved<P extends StackPage>(
  pages: readonly P[],
  grouping: Grouping,
  keys: ReadonlySet<number>,
  { before, as }: Slot,
): readonly P[] {
  const papers = keysOf(seenPapers(pages, grouping));
  const moved = inOrder(papers, keys);
  if (moved.length === 0) return pages;
  // The first page behind the place that does not move itself.
  const order = papers.flat();
  const from = before === undefined ? order.length : order.indexOf(before);
  const behind = order.slice(from).find((key) => !keys.has(key));
  const whole = papers.filter((paper) => paper.every((key) => keys.has(key)));
  const own = isOfWholePapers(papers, keys) ? whole : [moved];
  const left = papers
    .map((paper) => paper.filter((key) => !keys.has(key)))
    .filter((paper) => paper.length > 0);
  return arranged(pages, grouping, insert(left, behind, as, own, moved));
}

/** One place earlier or later: a page step by step through papers, whole papers past each other. */
export function stepSlot(
  papersOfPages: readonly (readonly StackPage[])[],
  keys: ReadonlySet<number>,
  by: -1 | 1,
): Slot | undefined {
  const papers = keysOf(papersOfPages);
  const first = inOrder(papers, keys)[0];
  if (first === undefined) return undefined;
  const left = papers
    .map((paper) => paper.filter((key) => !keys.has(key)))
    .filter((paper) => paper.length > 0);
  const order = papers.flat();
  const next = order.slice(order.indexOf(first)).find((key) => !keys.has(key));
  if (isOfWholePapers(papers, keys)) {
    const at = next === undefined ? left.length : left.findIndex((paper) => paper.includes(next));
    const to = at + by;
    if (to < 0 || to > left.length) return undefined;
    return { before: left[to]?.[0], as: "own" };
  }
  const slots = left.flatMap((paper, p): readonly Slot[] => [
    { before: paper[0], as: "next" },
    ...paper.slice(1).map((key) => ({ before: key, as: "previous" as const })),
    { before: left[p + 1]?.[0], as: "previous" },
  ]);
  const home = papers.find((paper) => paper.includes(first)) ?? [];
  const restOfHome = home.filter((key) => !keys.has(key));
  const place = home.slice(0, home.indexOf(first)).filter((key) => !keys.has(key)).length;
  const isFirst = place === 0;
  const isLast = place === restOfHome.length;
  const now = slots.findIndex(
    (slot) =>
      slot.before === next &&
      (isLast ? slot.as === "previous" : isFirst ? slot.as === "next" : true),
  );
  return slots[now + by];
}

/** The pages together as one paper, where the first of them lies. */
export function gathered<P extends StackPage>(
  pages: readonly P[],
  grouping: Grouping,
  keys: ReadonlySet<number>,
): readonly P[] {
  const papers = keysOf(seenPapers(pages, grouping));
  const [first, ...others] = inOrder(papers, keys);
  if (first === undefined) return pages;
  const next = papers.flatMap((paper): Papers => {
    const at = paper.indexOf(first);
    const rest = (part: readonly number[]): readonly number[] =>
      part.filter((key) => !keys.has(key));
    if (at < 0) return [rest(paper)];
    return [rest(paper.slice(0, at)), [first, ...others], rest(paper.slice(at + 1))];
  });
  return arranged(
    pages,
    grouping,
    next.filter((paper) => paper.length > 0),
  );
}

/** Whether the pages are papers as they lie, none cut in two. */
export function isOfWholePapers(papers: Papers, keys: ReadonlySet<number>): boolean {
  return papers.every(
    (paper) => paper.every((key) => keys.has(key)) || !paper.some((key) => keys.has(key)),
  );
}

export const keysOf = (papers: readonly (readonly StackPage[])[]): Papers =>
  papers.map((paper) => paper.map(({ key }) => key));

const inOrder = (papers: Papers, keys: ReadonlySet<number>): readonly number[] =>
  papers.flat().filter((key) => keys.has(key));

const isHidden = (page: StackPage | undefined, { blanksAside }: Grouping): boolean =>
  page !== undefined && (isOut(page) || isAside(page, blanksAside));

function insert(
  papers: Papers,
  before: number | undefined,
  as: Slot["as"],
  own: Papers,
  moved: readonly number[],
): Papers {
  const at =
    before === undefined ? papers.length : papers.findIndex((paper) => paper.includes(before));
  const within = before === undefined ? 0 : (papers[at]?.indexOf(before) ?? 0);
  // Put down inside a paper, pages belong to it, whatever else was meant.
  if (within > 0 || (as === "next" && papers[at]))
    return papers.map((paper, i) => (i === at ? paper.toSpliced(within, 0, ...moved) : paper));
  if (as === "own" || at === 0) return papers.toSpliced(at, 0, ...own);
  return papers.map((paper, i) => (i === at - 1 ? [...paper, ...moved] : paper));
}

/** The pages in this order and these papers; those not seen stay behind the page they lay behind. */
function arranged<P extends StackPage>(
  pages: readonly P[],
  grouping: Grouping,
  papers: Papers,
): readonly P[] {
  const trains = new Map<number | undefined, P[]>();
  let head: number | undefined;
  for (const page of pages) {
    if (!isHidden(page, grouping)) head = page.key;
    const train = trains.get(head);
    if (train) train.push(page);
    else trains.set(head, [page]);
  }
  const order = [undefined, ...papers.flat()].flatMap((key) => trains.get(key) ?? []);
  return said(order, grouping, new Set(papers.map(([first]) => first)));
}

/** The pages with as few words of the teacher's as make papers begin at `firsts` and nowhere else. */
function said<P extends StackPage>(
  pages: readonly P[],
  grouping: Grouping,
  firsts: ReadonlySet<number | undefined>,
): readonly P[] {
  const several = filesOfSeveral(pages);
  let place = freshPlace;
  let begun = false;
  return pages.map((page, i) => {
    if (isOut(page)) {
      place = after(page, place, false);
      return page;
    }
    const hidden = isHidden(page, grouping);
    const seen = hidden ? pages.slice(i).find((each) => !isHidden(each, grouping)) : page;
    const wanted = firsts.has(seen?.key);
    const opens = opensAt(page, place, grouping.perPaper, several);
    const next = hidden
      ? opens && !wanted
        ? { ...page, opening: "joins" as const }
        : page
      : opens === wanted || (wanted && begun)
        ? page
        : { ...page, opening: wanted ? ("opens" as const) : ("joins" as const) };
    const opened = opensAt(next, place, grouping.perPaper, several);
    begun = hidden ? begun || opened : false;
    place = after(next, place, opened);
    return next;
  });
}
