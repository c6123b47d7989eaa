/**
 * Papers in the order worth talking about: the most disputed first, then those more people placed, then
 * those somebody was unsure of, then by code, so that every screen shows the same order.
 *
 * Pure; PRODUCT section 7 has the definition and test/unit/agreement.test.ts its golden order.
 */
import { disagreement, type PileOrder, type Placements } from "./agreement.ts";

export interface SortedPaper<Id> {
  readonly paper: Id;
  readonly code: string;
  readonly placements: Placements;
  /** How many people marked it as unsure. */
  readonly unsure: number;
}

export interface Disputed<Id> extends SortedPaper<Id> {
  /** 0..1, as `disagreement` says. */
  readonly disagreement: number;
}

/** Every paper that was placed at all; those without disagreement last. */
export function talkQueue<Id>(
  papers: readonly SortedPaper<Id>[],
  piles: number,
  order: PileOrder,
): readonly Disputed<Id>[] {
  const count = ({ placements }: SortedPaper<Id>): number =>
    placements.filter((pile) => pile !== undefined).length;
  return papers
    .filter((paper) => count(paper) > 0)
    .map((paper) => ({
      ...paper,
      disagreement: disagreement(paper.placements, piles, order),
    }))
    .toSorted(
      (a, b) =>
        b.disagreement - a.disagreement ||
        count(b) - count(a) ||
        b.unsure - a.unsure ||
        (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
    );
}
