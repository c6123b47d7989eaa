/**
 * Cells of a pasted or opened table read as columns: which row names them, what kind of values each
 * holds, and what of it should not travel.
 *
 * Pure and total: any cells give a table or a refusal. Knows no separators (client/cells/split-cells.ts)
 * and no papers (matching.ts). test/unit/numbers/tables.test.ts, test/property/numbers-tables.test.ts.
 */
import { type ColumnKind, most, type Value } from "./columns.ts";
import { type HeldBack, whyHeldBack } from "./held-back.ts";
import { isBlank, readNumbers, yesOrNo } from "./read-cells.ts";

export type Cells = readonly (readonly string[])[];

export interface TableColumn {
  /** Its place in the table, from 0. */
  readonly index: number;
  /** As the first row names it, or "" where none does. */
  readonly title: string;
  /** As it stands in each row. */
  readonly cells: readonly string[];
  readonly kind: ColumnKind;
  /** Why it is not to be brought in unless somebody says so; email addresses never are. */
  readonly heldBack: HeldBack | undefined;
}

export interface Table {
  readonly hasHeader: boolean;
  readonly columns: readonly TableColumn[];
  /** How many rows there are under the header. */
  readonly rows: number;
}

/** Far more than a team's papers, and little enough to look through at once. */
export const tableLimits = { characters: 4_000_000, rows: 5_000, columns: 200 } as const;

export type TableRefusal = "empty" | "noRows" | "oneColumn" | "tooManyRows" | "tooManyColumns";

export type TableAnswer =
  | { readonly ok: true; readonly table: Table }
  | { readonly ok: false; readonly code: TableRefusal };

/** `hasHeader`: what a person says of the first row; by default it is told from the cells. */
export function readTable(given: Cells, hasHeader?: boolean): TableAnswer {
  const cells = given
    .map((row) => row.map(cleaned))
    .filter((row) => row.some((cell) => cell !== ""));
  const width = cells.reduce((widest, row) => Math.max(widest, row.length), 0);
  if (cells.length === 0) return { ok: false, code: "empty" };
  if (cells.length > tableLimits.rows + 1) return { ok: false, code: "tooManyRows" };
  if (width > tableLimits.columns) return { ok: false, code: "tooManyColumns" };
  if (width < 2) return { ok: false, code: "oneColumn" };
  const isNamed = hasHeader ?? looksNamed(cells, width);
  const body = isNamed ? cells.slice(1) : cells;
  if (body.length === 0) return { ok: false, code: "noRows" };
  const titles = isNamed ? (cells[0] ?? []) : [];
  const columns = Array.from({ length: width }, (_, index): TableColumn => {
    const own = body.map((row) => row[index] ?? "");
    const title = (titles[index] ?? "").slice(0, most.title);
    return { index, title, cells: own, kind: kindOf(own), heldBack: whyHeldBack(title, own) };
  }).filter(({ title, cells: own }) => title !== "" || own.some((cell) => cell !== ""));
  return { ok: true, table: { hasHeader: isNamed, columns, rows: body.length } };
}

/** What stands in a cell, without what spreadsheets put round it; a table has no use for control signs. */
const cleaned = (cell: string): string =>
  // oxlint-disable-next-line no-control-regex -- they are what is taken out
  cell.replace(/[\u0000-\u001f\u007f\u200b\ufeff]+/g, " ").trim();

/** Cells of a column that say nothing of a number are let go up to this share: "absent", "see note". */
const strayShare = 0.2;
/** More different words than this are no categories. */
const mostCategories = 12;
const longestCategory = 40;

function kindOf(cells: readonly string[]): ColumnKind {
  const said = cells.filter((cell) => !isBlank(cell));
  if (said.length === 0) return "text";
  const strays = readNumbers(said).filter((value) => value === undefined).length;
  if (strays <= said.length * strayShare) return "number";
  if (said.every((cell) => yesOrNo(cell) !== undefined)) return "yesNo";
  const different = new Set(said.map((cell) => cell.toLowerCase())).size;
  const isShort = said.every((cell) => cell.length <= longestCategory);
  const recurs = different < said.length || said.length === 1;
  return isShort && recurs && different <= mostCategories ? "category" : "text";
}

/** The values of a column as a kind; undefined where a cell says nothing of it. */
export function valuesAs(
  cells: readonly string[],
  kind: ColumnKind,
): readonly (Value | undefined)[] {
  if (kind === "number") return readNumbers(cells);
  return cells.map((cell) => {
    if (isBlank(cell)) return undefined;
    return kind === "yesNo" ? yesOrNo(cell) : cell.slice(0, most.value);
  });
}

/** How many cells say something that the kind cannot hold. */
export function straysOf(cells: readonly string[], kind: ColumnKind): number {
  const values = valuesAs(cells, kind);
  return cells.filter((cell, i) => !isBlank(cell) && values[i] === undefined).length;
}

/** Whether the first row names the columns: nothing in it is a value, or built like the codes below it. */
function looksNamed([first = [], ...rest]: Cells, width: number): boolean {
  let signs = 0;
  for (let i = 0; i < width; i++) {
    const cell = first[i] ?? "";
    if (isBlank(cell)) continue;
    if (readNumbers([cell])[0] !== undefined) return false;
    const below = rest.map((row) => row[i] ?? "").filter((one) => !isBlank(one));
    if (/\d/.test(cell) && below.some((one) => shapeOf(one) === shapeOf(cell))) return false;
    const isValue = yesOrNo(cell) !== undefined && below.some((one) => yesOrNo(one) !== undefined);
    signs += isValue || below.includes(cell) ? -1 : 1;
  }
  return signs >= 0;
}

/** How a cell is built: "M01" is A9. */
const shapeOf = (cell: string): string => cell.replace(/\p{L}+/gu, "A").replace(/\d+/g, "9");
