/**
 * Which row of a table is about which paper: by the code in its key column, or one after the other.
 *
 * A table of results often has one row a pupil, while a pupil may have several papers here: K7M and K7M-2
 * (shared/papers/codes.ts). The row with a paper's own code comes first; a paper without one shows its
 * pupil's row. Where several rows or papers could be meant, none is taken, and that is said.
 *
 * Codes of our own never hold look-alikes (client/papers/intake/codes.ts), so one that was typed off a
 * sheet with O for 0 still finds its paper, as long as no other paper's code looks the same. Pure.
 * test/unit/numbers/matching.test.ts, test/property/numbers.test.ts.
 */
import type { PaperId } from "../base/ids.ts";
import { pupilOf } from "../papers/codes.ts";
import { isBlank } from "./read-cells.ts";
import type { Table, TableColumn } from "./tables.ts";

export interface CodedPaper {
  readonly id: PaperId;
  readonly code: string;
}

export interface Match {
  /** The row about each paper, from 0. Papers of one pupil may share one. */
  readonly rows: ReadonlyMap<PaperId, number>;
  /** Papers without a row of their own that have one of their pupil. */
  readonly byPupil: readonly PaperId[];
  /** What stands in the key column of rows that are about no paper here. */
  readonly withoutPaper: readonly string[];
  readonly withoutRow: readonly PaperId[];
  /** Codes that several rows name: the first of them counts. */
  readonly twice: readonly string[];
  /** Codes that fit several papers, and so none. */
  readonly unclear: readonly string[];
  /** Codes of several rows of one pupil, none of which names the paper that is here. */
  readonly severalRows: readonly string[];
  /** Rows whose key is empty. */
  readonly unnamed: number;
}

const spelled = (code: string): string =>
  code
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s_.]+/g, "")
    .replace(/[\u2010-\u2015\u2212]/g, "-");
const plain = (code: string): string => spelled(code).replaceAll("-", "");

const alike: { readonly [sign: string]: string } = {
  O: "0",
  Q: "0",
  I: "1",
  L: "1",
  Z: "2",
  S: "5",
  B: "8",
  U: "V",
};
/** The code as it looks: signs that are taken for one another become one. */
const asSeen = (code: string): string =>
  plain(code).replace(/[OQILZSBU]/g, (sign) => alike[sign] ?? sign);

/** The code of the pupil: that of a second paper without its number. */
const pupilIn = (code: string): string => pupilOf(spelled(code)) || spelled(code);

interface Row {
  readonly key: string;
  readonly row: number;
}

export function matchByCode(keys: readonly string[], papers: readonly CodedPaper[]): Match {
  const rows = new Map<PaperId, number>();
  const byPupil: PaperId[] = [];
  const twice = new Set<string>();
  const unclear = new Set<string>();
  const named = keys.flatMap((key, row): Row[] => (isBlank(key) ? [] : [{ key, row }]));

  // First each paper's own row.
  const papersOf = lookUp(papers, ({ code }) => code);
  const unsure = new Set<PaperId>();
  const strays: Row[] = [];
  for (const { key, row } of named) {
    const fits = papersOf(key);
    const [paper] = fits;
    if (!paper) strays.push({ key, row });
    else if (fits.length > 1) {
      unclear.add(key);
      for (const { id } of fits) unsure.add(id);
    } else if (rows.has(paper.id)) twice.add(key);
    else rows.set(paper.id, row);
  }

  // Then a row about the pupil: for all papers of theirs that have none.
  const papersOfPupil = lookUp(papers, ({ code }) => pupilIn(code));
  const give = (to: readonly CodedPaper[], row: number): boolean => {
    const open = to.filter(({ id }) => !rows.has(id) && !unsure.has(id));
    for (const { id } of open) {
      rows.set(id, row);
      byPupil.push(id);
    }
    return open.length > 0;
  };
  const isStray = new Set(strays.map(({ row }) => row));
  const left: Row[] = [];
  for (const { key, row } of named) {
    const theirs = papersOfPupil(key);
    const isOnePupil = new Set(theirs.map(({ code }) => pupilIn(code))).size === 1;
    const isGiven = isOnePupil && !unclear.has(key) && give(theirs, row);
    if (isGiven || !isStray.has(row)) continue;
    if (theirs.length === 0) left.push({ key, row });
    else if (isOnePupil) twice.add(key);
    else unclear.add(key);
  }

  // Last a row about another paper of the pupil, where it can be about no other than the one that is here.
  const rowsOfPupil = grouped(left, ({ key }) => pupilIn(key));
  const withoutPaper: string[] = [];
  const severalRows: string[] = [];
  for (const { key, row } of left) {
    const theirs = papersOfPupil(pupilIn(key));
    if (theirs.every(({ id }) => rows.has(id))) withoutPaper.push(key);
    else if ((rowsOfPupil.get(pupilIn(key)) ?? []).length > 1) severalRows.push(key);
    else if (theirs.length > 1 || !give(theirs, row)) unclear.add(key);
  }
  return {
    rows,
    byPupil,
    withoutPaper,
    withoutRow: papers.flatMap(({ id }) => (rows.has(id) ? [] : [id])),
    twice: [...twice],
    unclear: [...unclear],
    severalRows,
    unnamed: keys.length - named.length,
  };
}

/**
 * Finds things by code: as it is spelled; if there is none, whatever its dashes; if there is none, whatever
 * its signs that look alike.
 */
function lookUp<T>(
  items: readonly T[],
  codeOf: (item: T) => string,
): (code: string) => readonly T[] {
  const ways = [spelled, plain, asSeen].map(
    (read) => [read, grouped(items, (item) => read(codeOf(item)))] as const,
  );
  return (code) => {
    for (const [read, groups] of ways) {
      const found = groups.get(read(code));
      if (found) return found;
    }
    return [];
  };
}

/** The first row is about the first paper, and so on: for a table whose codes are written on the sheets alone. */
export function matchInOrder(keys: readonly string[], papers: readonly CodedPaper[]): Match {
  const rows = new Map(papers.slice(0, keys.length).map(({ id }, i) => [id, i]));
  const withoutPaper = keys.slice(papers.length);
  const withoutRow = papers.slice(keys.length).map(({ id }) => id);
  const none = { byPupil: [], twice: [], unclear: [], severalRows: [], unnamed: 0 };
  return { rows, withoutPaper, withoutRow, ...none };
}

/**
 * The column that holds the codes: the one that finds most papers; where none finds any, one whose title
 * says so, or else the first in which every cell is another.
 */
export function guessKey(
  { columns }: Table,
  papers: readonly CodedPaper[],
): TableColumn | undefined {
  const found = columns.map((column) => matchByCode(column.cells, papers).rows.size);
  const best = Math.max(0, ...found);
  if (best > 0) return columns[found.indexOf(best)];
  const named = columns.find(({ title }) => /code|key|label|clave/i.test(title));
  return named ?? columns.find(({ cells }) => new Set(cells).size === cells.length) ?? columns[0];
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
