import { describe, expect, test } from "vitest";
import { dropPlaceAt } from "../../client/board/table/drop-place.ts";
import { placesAfterDrop } from "../../client/board/table/sorting.ts";
import type { PaperId } from "../../shared/base/ids.ts";
import { layoutBoard } from "../../shared/board/layout.ts";
import { readBoard } from "../../shared/board/reader.ts";
import type { Point } from "../../shared/geometry/rect.ts";
import { arrangePile } from "../../shared/sorting/piles.ts";
import { placePaper, sendToPile } from "../../shared/sorting/places.ts";
import { inventBoard } from "../fixtures/board.ts";

/** Twelve papers: four in the first pile, the rest unsorted. */
function table() {
  const { doc, papers, piles } = inventBoard({ papers: 12, pagesPerPaper: 1 }, 3);
  sendToPile(doc, papers, undefined, undefined, "test");
  sendToPile(doc, papers.slice(0, 4), piles[0], undefined, "test");
  const [first, second] = piles;
  if (!first || !second) throw new Error("a board has piles");
  return { doc, papers, first, second };
}

/** Lets `dragged` go at a point; returns the codes' order in every heap afterwards. */
function drop(at: ReturnType<typeof table>, dragged: readonly PaperId[], point: Point) {
  const view = readBoard(at.doc);
  const ids = new Set<string>(dragged);
  const place = dropPlaceAt(layoutBoard(view), view.sorted, point, ids);
  if (!place) return undefined;
  for (const [id, to] of placesAfterDrop(view, ids, place)) placePaper(at.doc, id, to, "test");
  return readBoard(at.doc).sorted;
}

const middle = (at: ReturnType<typeof table>, paper: PaperId, dx = 0): Point => {
  const card = layoutBoard(readBoard(at.doc)).papers.get(paper);
  if (!card) throw new Error("the paper lies on the table");
  return { x: card.x + card.w / 2 + dx, y: card.y + card.h / 2 };
};

describe("letting papers go", () => {
  test("over an empty pile they lie in it, in the order they lay in", () => {
    const at = table();
    const { frame } = layoutBoard(readBoard(at.doc)).piles.get(at.second) ?? {};
    const dragged = [at.papers[9], at.papers[6]] as PaperId[];
    const sorted = drop(at, dragged, { x: (frame?.x ?? 0) + 80, y: 300 });
    expect(sorted?.piles.get(at.second)).toEqual([at.papers[6], at.papers[9]]);
  });

  test("on the left half of a paper they come before it, on the right half behind it", () => {
    const at = table();
    const [a, b, c, d, e] = at.papers as [PaperId, PaperId, PaperId, PaperId, PaperId];
    expect(drop(at, [e], middle(at, b, -30))?.piles.get(at.first)).toEqual([a, e, b, c, d]);
    expect(drop(at, [e], middle(at, c, 30))?.piles.get(at.first)).toEqual([a, b, c, e, d]);
  });

  test("within a pile they change places, and nothing else does", () => {
    const at = table();
    const [a, b, c, d] = at.papers as [PaperId, PaperId, PaperId, PaperId];
    const before = readBoard(at.doc).sorted.unsorted;
    const sorted = drop(at, [d], middle(at, a, -30));
    expect(sorted?.piles.get(at.first)).toEqual([d, a, b, c]);
    expect(sorted?.unsorted).toEqual(before);
  });

  test("on a stack they come on top, wherever they are let go", () => {
    const at = table();
    arrangePile(at.doc, at.first, "stack", "test");
    const [a, b, c, d, e] = at.papers as [PaperId, PaperId, PaperId, PaperId, PaperId];
    expect(drop(at, [e], middle(at, a, -30))?.piles.get(at.first)).toEqual([a, b, c, d, e]);
  });

  test.each([
    ["left half", 10, 1],
    ["right half", 50, 2],
  ])("in a fan, on the %s of a paper's strip, they come there", (_half, x, index) => {
    const at = table();
    arrangePile(at.doc, at.first, "fan", "test");
    const [a, b, c, d, e] = at.papers as [PaperId, PaperId, PaperId, PaperId, PaperId];
    const card = layoutBoard(readBoard(at.doc)).papers.get(b) ?? { x: 0, y: 0 };
    const heap = [a, b, c, d];
    heap.splice(index, 0, e);
    expect(drop(at, [e], { x: card.x + x, y: card.y + 40 })?.piles.get(at.first)).toEqual(heap);
  });

  test("let go where they lay they stay, and nothing is written", () => {
    const at = table();
    const view = readBoard(at.doc);
    const [a] = at.papers as [PaperId];
    const ids = new Set<string>([a]);
    const place = dropPlaceAt(layoutBoard(view), view.sorted, middle(at, a), ids);
    expect(place && placesAfterDrop(view, ids, place)).toEqual([]);
  });

  test("far from every heap they go home", () => {
    const at = table();
    expect(drop(at, at.papers.slice(0, 1), { x: 100, y: -4000 })).toBeUndefined();
  });
});
