import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Layout, layoutBoard, table } from "../../shared/board/layout.ts";
import { type BoardView, readBoard } from "../../shared/board/reader.ts";
import type { Rect } from "../../shared/geometry/rect.ts";
import { sendToPile } from "../../shared/sorting/places.ts";
import { inventBoard } from "../fixtures/board.ts";

const overlap = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.w - 0.01 &&
  b.x < a.x + a.w - 0.01 &&
  a.y < b.y + b.h - 0.01 &&
  b.y < a.y + a.h - 0.01;
const isInside = (inner: Rect, outer: Rect): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.w <= outer.x + outer.w &&
  inner.y + inner.h <= outer.y + outer.h;

function anyTwoOverlap(rects: readonly Rect[]): boolean {
  return rects.some((a, i) => rects.slice(i + 1).some((b) => overlap(a, b)));
}

const boards = fc.record({
  papers: fc.integer({ min: 0, max: 60 }),
  pagesPerPaper: fc.integer({ min: 1, max: 4 }),
  seed: fc.integer({ min: 1, max: 1000 }),
});

function laidOut(of: { papers: number; pagesPerPaper: number; seed: number }): {
  readonly view: BoardView;
  readonly layout: Layout;
} {
  const { doc } = inventBoard({ ...of, marks: 0, notes: 0, strokes: 0, needs: 0 }, of.seed);
  const view = readBoard(doc);
  return { view, layout: layoutBoard(view) };
}

describe("the table's own arrangement", () => {
  test("every paper lies on it exactly once, none over another, each within its heap", () => {
    fc.assert(
      fc.property(boards, (board) => {
        const { view, layout } = laidOut(board);
        expect([...layout.papers.keys()].toSorted()).toEqual([...view.papers.keys()].toSorted());
        expect(anyTwoOverlap([...layout.papers.values()])).toBe(false);
        for (const [id, card] of layout.papers) {
          const pile = view.places.get(id)?.pile;
          const heap = pile === undefined ? layout.tray : layout.piles.get(pile);
          expect(heap && isInside(card, heap.frame)).toBe(true);
          expect(heap && !overlap(card, heap.header)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("open pages lie on their own paper, beside each other, above its code", () => {
    fc.assert(
      fc.property(boards, (board) => {
        const { view, layout } = laidOut(board);
        for (const [id, card] of layout.papers) {
          const open = (view.pagesOf.get(id) ?? []).flatMap(
            (page) => layout.pages.get(page.id) ?? [],
          );
          expect(open).toHaveLength(Math.min(2, board.pagesPerPaper));
          expect(anyTwoOverlap(open)).toBe(false);
          const label: Rect = {
            ...card,
            y: card.y + card.h - table.labelHeight,
            h: table.labelHeight,
          };
          expect(open.every((page) => isInside(page, card) && !overlap(page, label))).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });

  test("heaps stand side by side, as high as each other, in the order of the piles", () => {
    fc.assert(
      fc.property(boards, (board) => {
        const { view, layout } = laidOut(board);
        const heaps = [layout.tray, ...view.piles.flatMap(({ id }) => layout.piles.get(id) ?? [])];
        expect(heaps).toHaveLength(view.piles.length + 1);
        const frames = [...heaps.map(({ frame }) => frame), layout.addPile];
        expect(anyTwoOverlap(frames)).toBe(false);
        expect(new Set(frames.map(({ h }) => h)).size).toBe(1);
        expect(frames.map(({ x }) => x)).toEqual(
          frames.map(({ x }) => x).toSorted((a, b) => a - b),
        );
        expect(frames.every((frame) => isInside(frame, layout.bounds))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  test("sorting one paper moves no heap and no paper of another heap sideways", () => {
    const { doc, papers, piles } = inventBoard({ papers: 28, pagesPerPaper: 1 }, 5);
    const before = layoutBoard(readBoard(doc));
    sendToPile(doc, papers.slice(0, 1), piles[2], undefined, "test");
    const after = layoutBoard(readBoard(doc));
    expect(after.tray.frame.x).toBe(before.tray.frame.x);
    for (const [id, heap] of after.piles) {
      expect(heap.frame.x).toBe(before.piles.get(id)?.frame.x);
      expect(heap.frame.w).toBe(before.piles.get(id)?.frame.w);
    }
  });
});
