/** A board while papers are sorted alone: they lie unsorted for everybody, and nothing else is another. */
import { expect, test } from "vitest";
import { seededRandom } from "../../../shared/base/random.ts";
import { createBoardReader } from "../../../shared/board/reader.ts";
import { createVeil, type Resting } from "../../../shared/board/veil.ts";
import { bringInColumns } from "../../../shared/numbers/column-edits.ts";
import { putTag } from "../../../shared/papers/tags.ts";
import { placePaper } from "../../../shared/sorting/places.ts";
import { inventBoard, seededIds } from "../../fixtures/board.ts";

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

test("of papers that rest no tag and no number is told, and the others keep theirs", () => {
  const { doc, papers } = inventBoard({ papers: 4, marks: 2, notes: 2 });
  const reader = createBoardReader(doc);
  const [first, second] = papers;
  if (!first || !second) throw new Error("an invented board has papers");
  const all = { papers: reader.view().papers.values(), regions: reader.view().regions.values() };
  putTag(doc, all, "5b", "seed");
  const values = new Map(papers.map((paper) => [paper, "5b"]));
  const column = { title: "Group", kind: "category", values } as const;
  bringInColumns(doc, [column], [], seededIds(seededRandom(3)), "seed");
  const resting: Resting = { papers: new Set([first]), why: "round", isRevealed: false };
  const veil = createVeil();
  const view = reader.view();
  const veiled = veil(view, resting);
  expect(veiled.isWithheld).toBe(true);
  expect(veiled.papers.get(first)?.tags).toEqual([]);
  expect(veiled.papers.get(second)).toBe(view.papers.get(second));
  expect(veiled.columns.map((one) => [...one.values.keys()].toSorted())).toEqual([
    papers.slice(1).toSorted(),
  ]);
  for (const [id, region] of veiled.regions) {
    const rests = view.pages.get(region.page)?.paper === first;
    expect(region.tags).toEqual(rests ? [] : ["5b"]);
    expect(region === view.regions.get(id)).toBe(!rests);
  }
  expect(
    JSON.stringify([...veil(view, { ...resting, papers: new Set(papers) }).papers]),
  ).not.toContain("5b");

  // What did not change stays the same thing, so that nothing is drawn again for it.
  placePaper(doc, second, { pile: view.piles[0]?.id, order: "a1" }, null);
  const before = veil(view, resting);
  const moved = veil(reader.view(), resting);
  expect(moved).not.toBe(before);
  for (const part of ["papers", "regions", "columns"] as const) {
    expect(moved[part]).toBe(before[part]);
  }
  putTag(doc, { papers: [second].flatMap((id) => view.papers.get(id) ?? []) }, "tilt", "seed");
  expect(veil(reader.view(), resting).papers.get(first)).toBe(before.papers.get(first));
  expect(veil(reader.view(), undefined).papers.get(first)?.tags).toEqual(["5b"]);
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
