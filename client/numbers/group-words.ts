/** What groups and columns are called, in whole words. */
import type { Column } from "../../shared/numbers/columns.ts";
import type { Span } from "../../shared/numbers/groups.ts";
import { numbers as say } from "../words/en/numbers.ts";
import { words } from "../words/words.ts";

export function nameOfSpan(span: Span): string {
  switch (span.is) {
    case "none":
      return say.noValue;
    case "value":
      return words.board.value(span.value);
    case "range":
      return say.range(String(span.from), String(span.to), span.isWhole);
  }
}

export const titleOf = ({ title }: Pick<Column, "title">): string => title || say.untitled;
