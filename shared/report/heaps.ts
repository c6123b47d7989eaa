/** The papers by pile, left to right, each pile by code, the unsorted last: the settled order of a report. */
import type { PaperId } from "../base/ids.ts";
import type { BoardView } from "../board/reader.ts";
import type { Pile } from "../sorting/piles.ts";
import type { ReportWords } from "./report-words.ts";
import { codeOf } from "./telling.ts";

export interface Heap {
  /** Undefined for the papers that lie in no pile. */
  readonly pile: Pile | undefined;
  readonly name: string;
  /** By code; at least one. */
  readonly papers: readonly PaperId[];
}

/** Piles without a paper are left out. */
export function heapsOf(view: BoardView, words: ReportWords): Heap[] {
  const code = (id: PaperId): string => codeOf({ view }, id);
  const byCode = (ids: readonly PaperId[]): PaperId[] =>
    ids.toSorted((a, b) => compare(code(a), code(b)) || compare(a, b));
  return [
    ...view.piles.map((pile) => ({
      pile,
      name: words.pileName(pile),
      papers: byCode(view.sorted.piles.get(pile.id) ?? []),
    })),
    { pile: undefined, name: words.unsorted, papers: byCode(view.sorted.unsorted) },
  ].filter(({ papers }) => papers.length > 0);
}

/** By code unit: the same on every machine, whatever its locale. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
