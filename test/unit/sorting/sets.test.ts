/** Two sets of one board's pupils: the golden table of movement, from papers and piles as a board has them. */
import { expect, test } from "vitest";
import type { PaperId, PileId } from "../../../shared/base/ids.ts";
import type { Pile } from "../../../shared/sorting/piles.ts";
import {
  lastOf,
  movementOf,
  ofSet,
  type SetsSource,
  setOf,
  setsOn,
} from "../../../shared/sorting/sets.ts";

const piles = ["not-yet", "almost", "got-it"].map((id) => ({ id: id as PileId }) as Pile);
const golden = ["00", "00", "00"]
  .concat(Array<string>(5).fill("01"), Array<string>(4).fill("11"))
  .concat(Array<string>(6).fill("12"), Array<string>(5).fill("22"), ["21"]);

function board(moves: readonly string[]) {
  const papers = new Map<PaperId, { code: string }>();
  const places = new Map<PaperId, { pile: PileId | undefined; order: string }>();
  moves.forEach((move, i) => {
    Array.from(move).forEach((pile, set) => {
      const paper = `paper-${i}-${set}` as PaperId;
      papers.set(paper, { code: set === 0 ? `K${i}` : `K${i}-2` });
      places.set(paper, { pile: piles[Number(pile)]?.id, order: "a0" });
    });
  });
  return { piles, papers, places };
}

const movementBetween = (on: SetsSource, from: number, to: number) =>
  movementOf(ofSet(on, from), ofSet(on, to));

test("the golden table, each figure with both papers of its pupils", () => {
  const moved = movementBetween(board(golden), 1, 2);
  expect(moved).toMatchObject({ up: 11, same: 12, down: 1, unlinked: [[], []] });
  expect(moved.cells.map((row) => row.map(({ length }) => length))).toEqual([
    [3, 5, 0],
    [0, 4, 6],
    [0, 1, 5],
  ]);
  const last = golden.length - 1;
  expect(moved.cells[2]?.[1]).toEqual([
    { code: `K${last}`, papers: [`paper-${last}-0`, `paper-${last}-1`] },
  ]);
  // Looked at the other way round, what went up went down.
  expect(movementBetween(board(golden), 2, 1)).toMatchObject({ up: 1, same: 12, down: 11 });
});

test("who has no later paper, or one in no pile, moved nowhere and is told apart", () => {
  const on = board(["01", "0", "1_", "22"]);
  const moved = movementBetween(on, 1, 2);
  expect(moved).toMatchObject({ up: 1, same: 1, down: 0 });
  expect(moved.unlinked).toEqual([["paper-1-0", "paper-2-0"], ["paper-2-1"]]);
});

test("sets are told by the number behind a code, and codes without one are of the first", () => {
  expect(["K7M", "K7M-2", "K7M-10", "K-7M", "K7M-0", "2-2"].map(setOf)).toEqual([
    1, 2, 10, 1, 1, 2,
  ]);
  expect(setsOn(board(golden))).toEqual([1, 2]);
  expect(setsOn(board(["0"]))).toEqual([1]);
});

const stocks = ["notYet", "almostThere", "gotIt"] as const;

/** One set on a board of its own, with piles of its own: steps in order, or by name. */
function boardOf(name: string, lies: readonly string[], names?: readonly string[]): SetsSource {
  const own = (names ?? stocks).map(
    (called, i) =>
      ({
        id: `${name}-pile-${i}` as PileId,
        name: names ? called : "",
        stock: names ? undefined : stocks[i],
      }) as Pile,
  );
  const papers = new Map<PaperId, { code: string }>();
  const places = new Map<PaperId, { pile: PileId | undefined; order: string }>();
  lies.forEach((where, i) => {
    Array.from(where).forEach((pile, nth) => {
      const paper = `${name}-${i}-${nth}` as PaperId;
      papers.set(paper, { code: nth === 0 ? `K${i}` : `K${i}-${nth + 1}` });
      places.set(paper, { pile: own[Number(pile)]?.id, order: "a0" });
    });
  });
  return { piles: own, papers, places };
}

test("the golden table between two boards of the team: the same pupils keep their codes", () => {
  const autumn = boardOf(
    "autumn",
    golden.map((move) => move[0] ?? ""),
  );
  const spring = boardOf(
    "spring",
    golden.map((move) => move[1] ?? ""),
  );
  const moved = movementOf(lastOf(autumn), lastOf(spring));
  expect(moved).toMatchObject({ up: 11, same: 12, down: 1, isOrdered: true, unlinked: [[], []] });
  expect(moved.cells.map((row) => row.map(({ length }) => length))).toEqual([
    [3, 5, 0],
    [0, 4, 6],
    [0, 1, 5],
  ]);
  expect(moved.cells[2]?.[1]?.[0]?.papers).toEqual([
    `autumn-${golden.length - 1}-0`,
    `spring-${golden.length - 1}-0`,
  ]);
});

test("of a pupil with several papers on a board the last one counts, and a second paper is still theirs", () => {
  const autumn = boardOf("autumn", ["01", "0", "12"]);
  const spring = boardOf("spring", ["2", "11", "2"]);
  const moved = movementOf(lastOf(autumn), ofSet(spring, 2));
  expect(moved.cells[0]?.[1]?.map(({ papers }) => papers)).toEqual([["autumn-1-0", "spring-1-1"]]);
  // Nobody else has a second paper in spring.
  expect(moved.unlinked).toEqual([["autumn-0-1", "autumn-2-1"], []]);
  expect(movementOf(lastOf(autumn), ofSet(spring, 1))).toMatchObject({ up: 2, same: 1, down: 0 });
});

test("piles are the same by their name where they are no steps, and what has no other stands apart", () => {
  const autumn = boardOf("autumn", ["0", "1", "2"], ["Counts", "Draws", "Guesses"]);
  const spring = boardOf("spring", ["0", "1", "1"], ["draws ", "Calculates"]);
  const moved = movementOf(lastOf(autumn), lastOf(spring));
  expect(moved.isOrdered).toBe(false);
  expect(moved.cells.map((row) => row.map(({ length }) => length))).toEqual([
    [1, 0],
    [0, 1],
    [0, 1],
  ]);
  expect(moved.same).toBe(0);
  expect(moved.wayOf(1, 0)).toBe("same");
  expect([0, 1, 2].map((from) => moved.wayOf(from, 1))).not.toContain("same");
});
