/**
 * Numbers beside papers: columns of a table that a team brought in, each with a value for some papers.
 *
 * Owns the root `columns`. A value is one register of its column, `of.<paper>`, so two people who bring in
 * tables about different papers both keep theirs, and about the same paper one value wins. Nothing of the
 * table but the chosen columns comes here: no key, no row of a paper that is not on the board.
 * Edits are in column-edits.ts, which comes to a browser only with what brings numbers in.
 * test/unit/numbers/columns.test.ts.
 */
import type { ColumnId, PaperId } from "../base/ids.ts";
import { isAlive, type Record, readOneOf, readString } from "../records/records.ts";

export const columnsRoot = "columns";

export const columnKinds = ["number", "yesNo", "category", "text"] as const;
export type ColumnKind = (typeof columnKinds)[number];

/** A number, yes or no, or words: as its column's kind says. */
export type Value = number | boolean | string;
export type Values = ReadonlyMap<PaperId, Value>;

export interface Column {
  readonly id: ColumnId;
  readonly title: string;
  readonly kind: ColumnKind;
  /** Fractional key: the order of the table it came from. */
  readonly order: string;
  /** Whether it is written on the papers' cards, in the list and in the reader, for everybody. */
  readonly onCards: boolean;
  readonly values: Values;
}

/** As much as is kept of words, and as large as a number may be. */
export const most = { columns: 40, onCards: 3, title: 80, value: 120, number: 1e9 } as const;

export function readColumn(id: ColumnId, record: Record): Column | undefined {
  if (!isAlive(record)) return undefined;
  const kind = readOneOf(record.get("kind"), columnKinds) ?? "text";
  const values = new Map<PaperId, Value>();
  // By id: whoever wrote first, the same column reads the same everywhere.
  for (const register of [...record.keys()]
    .filter((key) => key.startsWith(valuePrefix))
    .toSorted()) {
    const value = readValue(record.get(register), kind);
    if (value !== undefined) values.set(register.slice(valuePrefix.length) as PaperId, value);
  }
  return {
    id,
    title: readString(record.get("title")).slice(0, most.title),
    kind,
    order: readString(record.get("order")),
    onCards: record.get("onCards") === true,
    values,
  };
}

function readValue(written: unknown, kind: ColumnKind): Value | undefined {
  switch (kind) {
    case "number":
      return isNumber(written) ? written : undefined;
    case "yesNo":
      return typeof written === "boolean" ? written : undefined;
    case "category":
    case "text": {
      if (typeof written === "boolean") return written;
      const said = isNumber(written) ? String(written) : readString(written).slice(0, most.value);
      return said === "" ? undefined : said;
    }
  }
}

const isNumber = (value: unknown): value is number =>
  typeof value === "number" && Math.abs(value) <= most.number;

/** What the registers with values begin with; the paper's id follows. */
export const valuePrefix = "of.";

/** Those written on the cards, in order. */
export const columnsOnCards = (columns: readonly Column[]): readonly Column[] =>
  columns.filter(({ onCards }) => onCards).slice(0, most.onCards);
