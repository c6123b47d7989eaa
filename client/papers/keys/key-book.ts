/**
 * The key book: which pupil is behind which code. Read from a teacher's own file and written to one.
 *
 * Pure and total. Names are here and in what the teacher sees and saves, and nowhere else: no function of
 * this folder sends anything, writes to a document or keeps anything in the browser.
 * test/unit/key-book.test.ts and test/e2e/key-book.test.ts hold it to that.
 */
import type { Cells } from "../../../shared/numbers/tables.ts";
import { pupilOf } from "../../../shared/papers/codes.ts";
import type { ErrorCode } from "../../../shared/protocol/errors.ts";
import { joinCells } from "../../cells/join-cells.ts";

/** A line of the key book. */
export interface Pupil {
  /** Undefined for one of a class list, who has had no paper yet. */
  readonly code: string | undefined;
  readonly name: string;
  /** The class, or "". */
  readonly group: string;
}

export type KeyBook = readonly Pupil[];

export type KeyBookAnswer =
  | { readonly ok: true; readonly book: KeyBook }
  /** `row`: the first line at fault, counted from 1 as a spreadsheet does. */
  | { readonly ok: false; readonly code: ErrorCode; readonly row: number | undefined };

export const longestName = 80;

/** A name without what differs only in how it is typed. */
const plain = (name: string): string =>
  name.normalize("NFKC").replace(/\s+/g, " ").trim().toLocaleLowerCase();

export const isSameName = (a: string, b: string): boolean => plain(a) === plain(b);

export const pupilNamed = (book: KeyBook, name: string): Pupil | undefined =>
  plain(name) === "" ? undefined : book.find((pupil) => isSameName(pupil.name, name));

/** The pupil of a paper: a second paper's code has a number behind the pupil's own. */
export const pupilBehind = (book: KeyBook, code: string): Pupil | undefined =>
  book.find((pupil) => pupil.code !== undefined && pupil.code === pupilOf(code));

const titles = {
  code: /^(codes?|keys?|código|clave)$/i,
  name: /^(full )?(names?|pupils?|students?|child|nombres?|alumn[oa]s?)( names?)?$/i,
  first: /^(first|given)[ _-]?names?$/i,
  last: /^((last|family)[ _-]?names?|surnames?|apellidos?)$/i,
  group: /^(class(es)?|groups?|sections?|periods?|forms?|clases?|grupos?)$/i,
} as const;
const codeForm = /^[A-Z][A-Z0-9]{2,5}$/;
/** As codes.ts makes them: no name looks like that. */
const surelyCode = /^[CDFGHJKMNPQRTVWXY][CDFGHJKMNPQRTVWXY34679]{2,3}$/;

/**
 * A key book, or a class list without codes, of a table's cells. Columns are known by their titles; without
 * titles the one that looks like codes holds them, and the first other one the names.
 */
export function readKeyBook(given: Cells): KeyBookAnswer {
  const rows = given.map((row) => row.map(cleaned));
  const from = rows.findIndex((row) => row.some((cell) => cell !== ""));
  const columns = columnsOf(rows, from);
  const book: Pupil[] = [];
  for (let i = columns.isTitled ? from + 1 : from; i >= 0 && i < rows.length; i++) {
    const cell = (index: number): string => rows[i]?.[index] ?? "";
    const name = columns.name.map(cell).filter(Boolean).join(" ").slice(0, longestName);
    const said = cell(columns.code).toUpperCase();
    if (name === "") continue;
    const code = said === "" ? undefined : pupilOf(said);
    const pupil: Pupil = { code, name, group: cell(columns.group).slice(0, longestName) };
    const refused = whyNot(book, pupil);
    if (refused) return { ok: false, code: refused, row: i + 1 };
    if (!pupilNamed(book, name)) book.push(pupil);
  }
  if (book.length === 0) return { ok: false, code: "key_book_empty", row: undefined };
  return { ok: true, book };
}

function whyNot(book: KeyBook, { code, name }: Pupil): ErrorCode | undefined {
  if (code !== undefined && !codeForm.test(code)) return "key_book_code_odd";
  const namesake = pupilNamed(book, name);
  // The same line twice says nothing new; a pupil may well have several papers.
  if (namesake)
    return namesake.code === code && code !== undefined ? undefined : "key_book_name_twice";
  if (code !== undefined && book.some((pupil) => pupil.code === code)) return "key_book_code_twice";
  return undefined;
}

/** Without what a spreadsheet puts round a cell, and what joinCells put before a formula's sign. */
const cleaned = (cell: string): string =>
  cell
    .normalize("NFC")
    // oxlint-disable-next-line no-control-regex -- they are what is taken out
    .replace(/[\u0000-\u001f\u007f\u200b\ufeff]+/g, " ")
    .trim()
    .replace(/^'(?=[=+\-@])/, "");

interface Columns {
  readonly isTitled: boolean;
  /** -1 where there is none. */
  readonly code: number;
  readonly name: readonly number[];
  readonly group: number;
}

function columnsOf(rows: Cells, from: number): Columns {
  const first = rows[from] ?? [];
  const at = (title: RegExp): number => first.findIndex((cell) => title.test(cell));
  const parts = [at(titles.first), at(titles.last)].filter((index) => index >= 0);
  const names = at(titles.name) >= 0 ? [at(titles.name)] : parts;
  if (names.length > 0)
    return { isTitled: true, code: at(titles.code), name: names, group: at(titles.group) };
  const width = Math.max(0, ...rows.map((row) => row.length));
  const looksLikeCodes = (index: number): boolean => {
    const cells = rows.map((row) => row[index] ?? "").filter(Boolean);
    return cells.length > 0 && cells.every((cell) => surelyCode.test(pupilOf(cell)));
  };
  const all = Array.from({ length: width }, (_, index) => index);
  const code = all.findIndex(looksLikeCodes);
  const [name = -1, group = -1] = all.filter((index) => index !== code);
  return { isTitled: false, code, name: [name], group };
}

/** What the file says in its first line; the same in every language, so that every file can be read again. */
const header = ["code", "name", "class"] as const;

/** The key book as a CSV file that spreadsheets open and `readKeyBook` reads again. */
export const keyBookText = (book: KeyBook): string =>
  joinCells([header, ...book.map(({ code = "", name, group }) => [code, name, group])]);

/** What is said of one paper: who it is by, and the code it has on the board. */
export interface Named {
  readonly name: string;
  readonly code: string;
  /** The class that the pupil's line had before. */
  readonly group?: string | undefined;
}

/** The book with what was said of papers: known pupils keep their line, new ones stand behind, by name. */
export function withNames(book: KeyBook, named: readonly Named[], group: string): KeyBook {
  const known = new Map(book.map((pupil) => [plain(pupil.name), pupil]));
  const order = [...known.keys()];
  for (const { name, code, group: own } of named) {
    const key = plain(name);
    if (key === "") continue;
    const before = known.get(key);
    const line = before ?? { name: name.trim(), group: own ?? group.trim() };
    known.set(key, { ...line, code: before?.code ?? pupilOf(code) });
    if (!before) order.push(key);
  }
  const fresh = order.slice(book.length).toSorted((a, b) => a.localeCompare(b));
  return [...order.slice(0, book.length), ...fresh].flatMap((key) => known.get(key) ?? []);
}

/** Papers that carry one name, by their places from 0; only those with two papers or more. */
export function namesakes(names: readonly string[]): readonly (readonly number[])[] {
  const places = new Map<string, number[]>();
  names.forEach((name, i) => {
    const key = plain(name);
    if (key !== "") places.set(key, [...(places.get(key) ?? []), i]);
  });
  return [...places.values()].filter((each) => each.length > 1);
}
