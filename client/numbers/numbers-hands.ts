/** What the numbers reach for on the board around them; the board's frame makes it. */
import type { PaperId } from "../../shared/base/ids.ts";
import type { PaperFilter } from "../../shared/numbers/groups.ts";

export interface NumbersHands {
  /** Selects these papers alone, and brings them into view where the table is looked at. */
  show(papers: readonly PaperId[]): void;
  /** Opens the first one, to read through these and no others. */
  open(papers: readonly PaperId[]): void;
  compare(papers: readonly PaperId[]): void;
  /** Dims all other papers for this person; undefined = none any more. */
  keepBright(filter: PaperFilter | undefined): void;
  bringIn(): void;
  draw(): void;
}
