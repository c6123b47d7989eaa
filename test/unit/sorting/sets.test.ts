/** Two sets of one board's pupils: the golden table of movement, from papers and piles as a board has them. */
import { expect, test } from "vitest";
import type { PaperId, PileId } from "../../../shared/base/ids.ts";
import type { Pile } from "../../../shared/sorting/piles.ts";
import { movementBetween, setOf, setsOn } from "../../../shared/sorting/sets.ts";

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

test("the golden table, each figure with both papers of its pupils", () => {
  const moved = movementBetween(board(golden), 1, 2);
  expect(moved).toMatchObject({ up: 11, same: 12, down: 1, unlinked: [] });
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
  expect(moved.unlinked).toEqual(["paper-1-0", "paper-2-0", "paper-2-1"]);
});

test("sets are told by the number behind a code, and codes without one are of the first", () => {
  expect(["K7M", "K7M-2", "K7M-10", "K-7M", "K7M-0", "2-2"].map(setOf)).toEqual([
    1, 2, 10, 1, 1, 2,
  ]);
  expect(setsOn(board(golden))).toEqual([1, 2]);
  expect(setsOn(board(["0"]))).toEqual([1]);
});
