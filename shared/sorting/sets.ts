/**
 * The sets of papers on one board, told by their codes: a pupil's first papers, their second ones, and what
 * moved from pile to pile between two of them.
 *
 * Pure. K7M is of the first set, K7M-2 of the second (shared/papers/codes.ts); how codes are linked and
 * counted is movement.ts. test/unit/sorting/sets.test.ts.
 */
import type { PaperId, PileId } from "../base/ids.ts";
import { pupilOf } from "../papers/codes.ts";
import { type Movement, movement } from "./movement.ts";
import type { Pile } from "./piles.ts";
import type { Place } from "./places.ts";

export interface SetsSource {
  readonly piles: readonly Pile[];
  readonly papers: ReadonlyMap<PaperId, { readonly code: string }>;
  readonly places: ReadonlyMap<PaperId, Place>;
}

/** 1 for a pupil's first paper. */
export function setOf(code: string): number {
  const nth = Number(code.slice(pupilOf(code).length + 1));
  return Number.isSafeInteger(nth) && nth > 1 ? nth : 1;
}

/** The sets there are, first to last. */
export function setsOn({ papers }: Pick<SetsSource, "papers">): readonly number[] {
  return [...new Set([...papers.values()].map(({ code }) => setOf(code)))].toSorted(
    (a, b) => a - b,
  );
}

export interface MovedPupil {
  readonly code: string;
  /** Their paper of the earlier set, then of the later one. */
  readonly papers: readonly [PaperId, PaperId];
}

export interface SetMovement extends Pick<Movement, "up" | "same" | "down"> {
  /** `cells[from][to]`, by the piles' places from left to right. */
  readonly cells: readonly (readonly (readonly MovedPupil[])[])[];
  /** Papers of either set that have none in the other, or lie in no pile in one of the two. */
  readonly unlinked: readonly PaperId[];
}

/** Cost: one look at every paper. */
export function movementBetween(board: SetsSource, from: number, to: number): SetMovement {
  const index = new Map<PileId, number>(board.piles.map(({ id }, i) => [id, i]));
  const paperOf = new Map<string, PaperId>();
  const sorts = [from, to].map((set) => {
    const sort = new Map<string, number>();
    for (const [paper, { code }] of board.papers) {
      if (setOf(code) !== set) continue;
      paperOf.set(code, paper);
      const pile = board.places.get(paper)?.pile;
      const at = pile === undefined ? undefined : index.get(pile);
      if (at !== undefined) sort.set(code, at);
    }
    return sort;
  });
  const [before, after] = sorts as [Map<string, number>, Map<string, number>];
  const moved = movement(before, after, board.piles.length);
  const laterOf = new Map([...after.keys()].map((code) => [pupilOf(code), code]));
  const cells = moved.cells.map((row) =>
    row.map((codes) =>
      codes.flatMap((code): MovedPupil[] => {
        const [first, then] = [paperOf.get(code), paperOf.get(laterOf.get(pupilOf(code)) ?? "")];
        return first && then ? [{ code: pupilOf(code), papers: [first, then] }] : [];
      }),
    ),
  );
  const linked = new Set(cells.flat(2).flatMap(({ papers }) => papers));
  const unlinked = [...paperOf.values()].filter((paper) => !linked.has(paper));
  return { cells, up: moved.up, same: moved.same, down: moved.down, unlinked };
}
