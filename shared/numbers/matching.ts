/**
 * Which row of a table is about which paper: by the code in its key column, or one after the other.
 *
 * Codes of our own never hold look-alikes (client/papers/intake/codes.ts), so one that was typed off a
 * sheet with O for 0 still finds its paper, as long as no other paper's code looks the same. Pure.
 * test/unit/numbers/matching.test.ts, test/property/numbers-matching.test.ts.
 */
import type { PaperId } from "../base/ids.ts";
import { isBlank } from "./read-cells.ts";
import type { Table, TableColumn } from "./tables.ts";

export interface CodedPaper {
  readonly id: PaperId;
  readonly code: string;
}

export interface Match {
  /** The row about each paper, from 0. */
  readonly rows: ReadonlyMap<PaperId, number>;
  /** What stands in the key column of rows that are about no paper here. */
  readonly withoutPaper: readonly string[];
  readonly withoutRow: readonly PaperId[];
  /** Codes that several rows name: the first of them counts. */
  readonly twice: readonly string[];
  /** Codes that fit several papers, and so none. */
  readonly unclear: readonly string[];
  /** Rows whose key is empty. */
  readonly unnamed: number;
}

const plain = (code: string): string =>
  code
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s_.-]+/g, "");

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

export function matchByCode(keys: readonly string[], papers: readonly CodedPaper[]): Match {
  const exact = grouped(papers, ({ code }) => plain(code));
  const seen = grouped(papers, ({ code }) => asSeen(code));
  const rows = new Map<PaperId, number>();
  const withoutPaper: string[] = [];
  const twice = new Set<string>();
  const unclear: string[] = [];
  let unnamed = 0;
  keys.forEach((key, row) => {
    if (isBlank(key)) {
      unnamed++;
      return;
    }
    const fits = exact.get(plain(key)) ?? seen.get(asSeen(key)) ?? [];
    const [paper, another] = fits;
    if (!paper) withoutPaper.push(key);
    else if (another) unclear.push(key);
    else if (rows.has(paper.id)) twice.add(key);
    else rows.set(paper.id, row);
  });
  const withoutRow = papers.flatMap(({ id }) => (rows.has(id) ? [] : [id]));
  return { rows, withoutPaper, withoutRow, twice: [...twice], unclear, unnamed };
}

/** The first row is about the first paper, and so on: for a table whose codes are written on the sheets alone. */
export function matchInOrder(keys: readonly string[], papers: readonly CodedPaper[]): Match {
  const rows = new Map(papers.slice(0, keys.length).map(({ id }, i) => [id, i]));
  const withoutPaper = keys.slice(papers.length);
  const withoutRow = papers.slice(keys.length).map(({ id }) => id);
  return { rows, withoutPaper, withoutRow, twice: [], unclear: [], unnamed: 0 };
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
