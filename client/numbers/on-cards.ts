/** What the columns on the cards say of a paper: short beside its code, and in full. Pure. */
import type { PaperId } from "../../shared/base/ids.ts";
import type { Column } from "../../shared/numbers/columns.ts";
import { words } from "../words/words.ts";

/** About as wide as a letter of the label, as it is usually seen. Board units. */
const letterUnits = 6.4;

/** With their columns' names as far as the card is wide enough; "" where nothing is known of the paper. */
export function numbersOnCard(
  columns: readonly Column[],
  paper: PaperId,
  width: number,
  code: string,
): string {
  const named = numbersInFull(columns, paper, " · ");
  if (named.length <= width / letterUnits - code.length - 6) return named;
  return said(columns, paper, (_title, value) => value).join(" · ");
}

export function numbersInFull(columns: readonly Column[], paper: PaperId, between = ", "): string {
  return said(columns, paper, (title, value) => `${title} ${value}`).join(between);
}

function said(
  columns: readonly Column[],
  paper: PaperId,
  tell: (title: string, value: string) => string,
): readonly string[] {
  return columns.flatMap(({ title, values }) => {
    const value = values.get(paper);
    return value === undefined ? [] : [tell(title, words.board.value(value))];
  });
}
