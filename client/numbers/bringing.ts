/**
 * The way from a table to the columns that come to the board: what is ticked at first, what stands against
 * a choice, and the values by paper. Pure. test/unit/numbers/bringing.test.ts.
 */
import { type ColumnToBring, foldedTitle } from "../../shared/numbers/column-edits.ts";
import { type Column, type ColumnKind, most } from "../../shared/numbers/columns.ts";
import type { HeldBack } from "../../shared/numbers/held-back.ts";
import type { Match } from "../../shared/numbers/matching.ts";
import { type Table, type TableColumn, valuesAs } from "../../shared/numbers/tables.ts";

/** What a person says of one column. */
export interface Choice {
  readonly isTaken: boolean;
  readonly title: string;
  readonly kind: ColumnKind;
}
export type Choices = ReadonlyMap<number, Choice>;

/** Why a column is not ticked of itself: held back, or free words, which may hold names. */
export const whyNot = ({ heldBack, kind }: TableColumn): HeldBack | "words" | undefined =>
  heldBack ?? (kind === "text" ? "words" : undefined);

/** Numbers, yes and no and categories are taken; what is held back, free words and what is empty are not. */
export function choicesAtFirst(
  { columns }: Table,
  key: number | undefined,
  there: readonly Column[],
  columnName: (index: number) => string,
): Choices {
  let room = most.columns - there.length;
  return new Map(
    columns.map((column) => {
      const title = column.title.replace(/[\s_]+/g, " ").trim() || columnName(column.index);
      const known = there.find((one) => foldedTitle(one.title) === foldedTitle(title));
      const isMeant = column.index !== key && whyNot(column) === undefined;
      const isTaken = isMeant && (known !== undefined || room > 0);
      if (isTaken && !known) room--;
      return [column.index, { isTaken, title: known?.title ?? title, kind: column.kind }] as const;
    }),
  );
}

export type Problem = "noTitle" | "sameTitle" | "tooMany";

/** What stands against each choice that cannot be brought in as it is. */
export function problemsOf(
  choices: Choices,
  there: readonly Column[],
): ReadonlyMap<number, Problem> {
  const problems = new Map<number, Problem>();
  const titles = new Set<string>();
  const known = new Set(there.map(({ title }) => foldedTitle(title)));
  let count = there.length;
  for (const [index, { isTaken, title }] of choices) {
    if (!isTaken) continue;
    const folded = foldedTitle(title);
    if (!known.has(folded)) count++;
    if (folded === "") problems.set(index, "noTitle");
    else if (titles.has(folded)) problems.set(index, "sameTitle");
    else if (count > most.columns && !known.has(folded)) problems.set(index, "tooMany");
    titles.add(folded);
  }
  return problems;
}

/** Only ticked columns, and only rows that are about a paper here. */
export function columnsToBring(
  { columns }: Table,
  { rows }: Match,
  choices: Choices,
): readonly ColumnToBring[] {
  return columns.flatMap((column): ColumnToBring[] => {
    const choice = choices.get(column.index);
    if (!choice?.isTaken || column.heldBack === "emails") return [];
    const all = valuesAs(column.cells, choice.kind);
    const values = new Map([...rows].map(([paper, row]) => [paper, all[row]] as const));
    return [{ title: choice.title.trim().slice(0, most.title), kind: choice.kind, values }];
  });
}
