/** A board while papers are sorted alone: they lie unsorted for everybody, and nothing else is another. */
import { expect, test } from "vitest";
import { createBoardReader } from "../../../shared/board/reader.ts";
import { createVeil, type Resting } from "../../../shared/board/veil.ts";
import { placePaper } from "../../../shared/sorting/places.ts";
import { inventBoard } from "../../fixtures/board.ts";

test("papers that rest are shown unsorted wherever they lie, and keep the same view while nothing changes", () => {
  const { doc, papers } = inventBoard({ papers: 6, marks: 2, notes: 2 });
  const reader = createBoardReader(doc);
  const [pile, other] = reader.view().piles.map(({ id }) => id);
  const [first] = papers;
  if (!pile || !other || !first) throw new Error("an invented board has piles and papers");
  papers.forEach((paper, i) => {
    placePaper(doc, paper, { pile: i < 4 ? pile : other, order: `a${i}` }, null);
  });
  const resting: Resting = { papers: new Set(papers.slice(0, 2)), why: "round", isRevealed: false };
  const veil = createVeil();
  const view = reader.view();
  const veiled = veil(view, resting);
  expect(veiled.sorted.unsorted).toEqual(papers.slice(0, 2).toSorted());
  expect(veiled.sorted.piles.get(pile)).toEqual(papers.slice(2, 4));
  expect(veiled.sorted.piles.get(other)).toEqual(papers.slice(4));
  expect(veiled.places.get(first)?.pile).toBeUndefined();
  expect(veiled.resting).toBe(resting);
  expect(veil(view, resting)).toBe(veiled);
  for (const part of ["papers", "pages", "notes", "piles", "regions"] as const) {
    expect(veiled[part]).toBe(view[part]);
  }

  // Where a hidden paper is moved meanwhile is not seen either; the veil lifted, all lie where they lie.
  placePaper(doc, first, { pile: other, order: "a9" }, null);
  expect(veil(reader.view(), resting).sorted.unsorted).toContain(first);
  expect(veil(reader.view(), undefined)).toBe(reader.view());
  reader.destroy();
});

test("what was revealed lies in an order that tells nothing of where it was put", () => {
  const { doc, papers } = inventBoard({ papers: 9, marks: 0, notes: 0 });
  const reader = createBoardReader(doc);
  const piles = reader.view().piles.map(({ id }) => id);
  const resting: Resting = { papers: new Set(papers), why: "own", isRevealed: true };
  const shown = (turn: number) => {
    papers.forEach((paper, i) => {
      const pile = i % 4 === 3 ? undefined : piles[(i + turn) % 3];
      placePaper(doc, paper, { pile, order: `a${(i * 5 + turn) % 9}` }, null);
    });
    return createVeil()(reader.view(), resting).sorted.unsorted;
  };
  expect(shown(1)).toEqual(shown(0));
  expect(shown(2)).toEqual(shown(0));
  reader.destroy();
});
