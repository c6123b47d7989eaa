/**
 * The sets of papers on one board, told by their codes: a pupil's first papers, their second ones; and what
 * moved from pile to pile between two of them, or between an earlier board of the team and this one.
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

/** The papers of one set alone. */
export function ofSet(board: SetsSource, set: number): SetsSource {
  return { ...board, papers: papersWhere(board, ({ code }) => setOf(code) === set) };
}

/** Each pupil's last paper on the board, and no other. */
export function lastOf(board: SetsSource): SetsSource {
  const last = new Map<string, number>();
  for (const { code } of board.papers.values()) {
    const pupil = pupilOf(code);
    last.set(pupil, Math.max(last.get(pupil) ?? 0, setOf(code)));
  }
  const isLast = ({ code }: { readonly code: string }): boolean =>
    setOf(code) === last.get(pupilOf(code));
  return { ...board, papers: papersWhere(board, isLast) };
}

function papersWhere(
  { papers }: SetsSource,
  isMeant: (paper: { readonly code: string }) => boolean,
): SetsSource["papers"] {
  return new Map([...papers].filter(([, paper]) => isMeant(paper)));
}

export const ways = ["up", "same", "down"] as const;
export type Way = (typeof ways)[number];

export interface MovedPupil {
  readonly code: string;
  /** Their earlier paper, then the later one: of the same board, or each of its own. */
  readonly papers: readonly [PaperId, PaperId];
}

export interface SetMovement extends Pick<Movement, "up" | "same" | "down"> {
  /** The piles of the earlier papers and of the later ones, from left to right. */
  readonly from: readonly Pile[];
  readonly to: readonly Pile[];
  /** `cells[from][to]`, by the piles' places. */
  readonly cells: readonly (readonly (readonly MovedPupil[])[])[];
  /** Whether going up and down means something: all piles are steps, the same ones on both sides. */
  readonly isOrdered: boolean;
  /** Where the way from one pile to another leads; "same" is the pile itself, or the one that is called so on the other board. */
  readonly wayOf: (from: number, to: number) => Way;
  /** Earlier and later papers that have no other, or lie in no pile on one of the two sides. */
  readonly unlinked: readonly [readonly PaperId[], readonly PaperId[]];
}

/** Cost: one look at every paper. */
export function movementOf(earlier: SetsSource, later: SetsSource): SetMovement {
  const places = placesAmong(earlier.piles, later.piles);
  const before = sortOf(earlier, (i) => places[i] ?? i);
  const after = sortOf(later, (i) => i);
  const count = Math.max(later.piles.length, ...places.map((at) => at + 1), 0);
  const moved = movement(before.sort, after.sort, count);
  const laterOf = new Map([...after.sort.keys()].map((code) => [pupilOf(code), code]));
  const linked = new Set<PaperId>();
  const cells = earlier.piles.map((_, from) =>
    later.piles.map((__, to) =>
      (moved.cells[places[from] ?? from]?.[to] ?? []).flatMap((code): MovedPupil[] => {
        const first = before.paperOf.get(code);
        const then = after.paperOf.get(laterOf.get(pupilOf(code)) ?? "");
        if (!first || !then) return [];
        linked.add(first).add(then);
        return [{ code: pupilOf(code), papers: [first, then] }];
      }),
    ),
  );
  const apart = ({ paperOf }: typeof before): readonly PaperId[] =>
    [...paperOf.values()].filter((paper) => !linked.has(paper));
  return {
    from: earlier.piles,
    to: later.piles,
    cells,
    up: moved.up,
    same: moved.same,
    down: moved.down,
    isOrdered:
      [...earlier.piles, ...later.piles].every(({ stock }) => stock !== undefined) &&
      places.every((at) => at < later.piles.length),
    wayOf(from, to) {
      const at = places[from] ?? from;
      return to > at ? "up" : to < at ? "down" : "same";
    },
    unlinked: [apart(before), apart(after)],
  };
}

/** In which pile each code lies, by the place that `placeOf` gives the pile, and whose paper is which. */
function sortOf(board: SetsSource, placeOf: (index: number) => number) {
  const index = new Map<PileId, number>(board.piles.map(({ id }, i) => [id, placeOf(i)]));
  const paperOf = new Map<string, PaperId>();
  const sort = new Map<string, number>();
  for (const [paper, { code }] of board.papers) {
    paperOf.set(code, paper);
    const pile = board.places.get(paper)?.pile;
    const at = pile === undefined ? undefined : index.get(pile);
    if (at !== undefined) sort.set(code, at);
  }
  return { paperOf, sort };
}

/**
 * For each earlier pile the place of the later one that is the same: by its id, as a step, or by its name, each
 * taken once. One that has no other comes behind all of them.
 */
function placesAmong(earlier: readonly Pile[], later: readonly Pile[]): readonly number[] {
  const found = new Map<number, number>();
  const taken = new Set<number>();
  for (const isSame of likenesses) {
    earlier.forEach((pile, i) => {
      if (found.has(i)) return;
      const at = later.findIndex((other, j) => !taken.has(j) && isSame(pile, other));
      if (at < 0) return;
      found.set(i, at);
      taken.add(at);
    });
  }
  let next = later.length;
  return earlier.map((_, i) => found.get(i) ?? next++);
}

const likenesses: readonly ((a: Pile, b: Pile) => boolean)[] = [
  (a, b) => a.id === b.id,
  (a, b) => a.stock !== undefined && a.stock === b.stock,
  (a, b) => named(a) !== "" && named(a) === named(b),
];

const named = ({ name }: Pile): string => name.trim().toLocaleLowerCase();
