/**
 * How papers moved between two sorts of the same pupils' work: from which pile to which, on linked codes.
 *
 * Pure. Linked are equal codes, and otherwise papers of one pupil (shared/papers/codes.ts) where each sort has
 * just one of them: K7M of the first set and K7M-2 of the second. A code that is in one sort only, or unsorted
 * in one of them, did not move anywhere and is told apart. In a wide edition small cells are suppressed, also
 * where a total would give them away.
 * PRODUCT section 7 has the golden table; test/unit/movement.test.ts.
 */
import { pupilOf } from "../papers/codes.ts";

export interface Movement {
  /** `cells[from][to]`: the codes that went from one pile to another; k x k. */
  readonly cells: readonly (readonly (readonly string[])[])[];
  readonly up: number;
  readonly same: number;
  readonly down: number;
  /** Codes that lie in a pile in one of the two sorts only. */
  readonly unlinked: readonly string[];
}

/** `before` and `after`: the pile's index of each code. Up and down mean something where piles are in order. */
export function movement(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
  piles: number,
): Movement {
  const cells = Array.from({ length: piles }, () =>
    Array.from({ length: piles }, (): string[] => []),
  );
  const counts = { up: 0, same: 0, down: 0 };
  const unlinked: string[] = [];
  const links = linksBetween(before, after);
  for (const [code, from] of [...before].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const to = after.get(links.get(code) ?? code);
    const cell = to === undefined ? undefined : cells[from]?.[to];
    if (!cell || to === undefined) {
      unlinked.push(code);
      continue;
    }
    cell.push(code);
    counts[to > from ? "up" : to < from ? "down" : "same"]++;
  }
  const linked = new Set(links.values());
  for (const code of after.keys()) if (!linked.has(code)) unlinked.push(code);
  return { cells, ...counts, unlinked: unlinked.toSorted() };
}

/** For each code of the first sort, the code of the second that is the same pupil's. */
function linksBetween(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): ReadonlyMap<string, string> {
  const left = pupils([...before.keys()].filter((code) => !after.has(code)));
  const right = pupils([...after.keys()].filter((code) => !before.has(code)));
  const links = new Map<string, string>();
  for (const code of before.keys()) if (after.has(code)) links.set(code, code);
  for (const [pupil, [code, another]] of left) {
    const [other, more] = right.get(pupil) ?? [];
    if (code && other && !another && !more) links.set(code, other);
  }
  return links;
}

function pupils(codes: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const papers = new Map<string, string[]>();
  for (const code of codes) {
    const pupil = pupilOf(code);
    papers.set(pupil, [...(papers.get(pupil) ?? []), code]);
  }
  return papers;
}

/** Counts of 1 to this many could point to a child. */
export const smallCell = 4;

/**
 * A table of counts safe to show to outsiders: cells of 1 to 4 are hidden (undefined), and so are as many
 * more as it takes that no hidden cell can be found by taking the others from a row's, a column's or the
 * whole sum. `hidden` cells are chosen smallest first, so that as little as can be is lost.
 */
export function suppressed(
  counts: readonly (readonly number[])[],
): readonly (readonly (number | undefined)[])[] {
  const hidden = counts.map((row) => row.map((count) => count > 0 && count <= smallCell));
  const width = counts[0]?.length ?? 0;
  const lines: readonly (readonly (readonly [row: number, column: number])[])[] = [
    ...counts.map((row, r) => row.map((_, c) => [r, c] as const)),
    ...Array.from({ length: width }, (_, c) => counts.map((_, r) => [r, c] as const)),
    counts.flatMap((row, r) => row.map((_, c) => [r, c] as const)),
  ];
  const isHidden = ([r, c]: readonly [number, number]): boolean => hidden[r]?.[c] === true;
  const countAt = ([r, c]: readonly [number, number]): number => counts[r]?.[c] ?? 0;
  // One hidden cell in a line is what the line's sum lacks. Hiding another may leave one alone elsewhere.
  for (let changed = true; changed; ) {
    changed = false;
    for (const line of lines) {
      const gone = line.filter(isHidden);
      if (gone.length === 0) continue;
      const lacking = gone.reduce((sum, cell) => sum + countAt(cell), 0);
      if (gone.length > 1 && lacking > smallCell) continue;
      const next = line
        .filter((cell) => !isHidden(cell))
        .toSorted((a, b) => rankOf(countAt(a)) - rankOf(countAt(b)))[0];
      if (!next) continue;
      const [r, c] = next;
      (hidden[r] as boolean[])[c] = true;
      changed = true;
    }
  }
  return counts.map((row, r) => row.map((count, c) => (isHidden([r, c]) ? undefined : count)));
}

/** A zero hides least; it is taken last, since it says most by being there. */
const rankOf = (count: number): number => (count === 0 ? Number.MAX_SAFE_INTEGER : count);
