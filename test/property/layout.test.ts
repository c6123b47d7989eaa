import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import type { BlobHash, PageId, PaperId, PileId } from "../../shared/base/ids.ts";
import { layoutBoard, openPages } from "../../shared/board/layout.ts";
import { newBoard } from "../../shared/board/new-board.ts";
import { type BoardView, readBoard } from "../../shared/board/reader.ts";
import { addPapers } from "../../shared/papers/papers.ts";
import { arrangements, arrangePile, deletePile, foldPile } from "../../shared/sorting/piles.ts";
import { sendToPile } from "../../shared/sorting/places.ts";
import { inventBoard } from "../fixtures/board.ts";
import { papersLieApart } from "../fixtures/invariants.ts";

const side = fc.oneof(fc.integer({ min: 1, max: 5000 }), fc.constantFrom(1e-5, 0.5, 1e9));
const shapes = fc.array(fc.array(fc.tuple(side, side), { minLength: 1, maxLength: 4 }), {
  maxLength: 40,
});

const heaps = [undefined, "pile-0", "pile-1", "pile-2"];

/** A board with papers of these pages, spread over the tray and three piles, some piles gone. */
function aBoard(papers: readonly (readonly [number, number][])[], seeds: readonly number[]) {
  const doc = new Y.Doc();
  let pile = 0;
  const update = newBoard("Any", () => `pile-${pile++}` as never);
  Y.applyUpdate(doc, update);
  const hash = "a".repeat(64) as string as BlobHash;
  addPapers(
    doc,
    papers.map((pages, i) => ({
      id: `paper-${i}` as PaperId,
      code: `${i}`,
      order: "a0",
      pages: pages.map(([w, h], p) => ({
        id: `page-${i}-${p}` as PageId,
        tiers: [{ w, h, hash }],
      })),
    })),
    "me",
  );
  papers.forEach((_, i) => {
    const seed = seeds[i % seeds.length] ?? 0;
    const to = heaps[seed % 4];
    sendToPile(doc, [`paper-${i}` as PaperId], to as never, undefined, "me");
  });
  heaps.slice(1).forEach((pile, i) => {
    const seed = seeds[(i + 1) % seeds.length] ?? 0;
    arrangePile(doc, pile as PileId, arrangements[seed % 3] ?? "grid", "me");
    foldPile(doc, pile as PileId, seed % 7 === 0, "me");
  });
  if ((seeds[0] ?? 0) % 5 === 0) deletePile(doc, "pile-1" as never, "me");
  return readBoard(doc);
}
/** The view with one paper sent to the end of a heap, as `sendToPile` sends it. */
function sorted(view: BoardView, paper: PaperId, to: PileId | undefined): BoardView {
  const without = (ids: readonly PaperId[]): readonly PaperId[] => ids.filter((id) => id !== paper);
  const piles = new Map([...view.sorted.piles].map(([id, ids]) => [id, without(ids)]));
  const unsorted = without(view.sorted.unsorted);
  if (to !== undefined) piles.set(to, [...(piles.get(to) ?? []), paper]);
  const next = { piles, unsorted: to === undefined ? [...unsorted, paper] : unsorted };
  return { ...view, sorted: next };
}

const board: fc.Arbitrary<BoardView> = fc
  .tuple(shapes, fc.array(fc.nat(99), { minLength: 1, maxLength: 20 }))
  .map(([papers, seeds]) => aBoard(papers, seeds));

describe("the table", () => {
  test("holds every paper once, none over another in a grid, each within its heap, each page within its paper", () => {
    fc.assert(
      fc.property(board, (view) => papersLieApart(view)),
      { numRuns: 60 },
    );
  });

  test("with a pile laid out for one person differs in that pile's papers and in nothing else", () => {
    fc.assert(
      fc.property(board, (view) => {
        const shared = layoutBoard(view);
        for (const pile of view.piles) {
          papersLieApart(view, pile.id);
          const mine = layoutBoard(view, pile.id);
          const own = new Set(view.sorted.piles.get(pile.id));
          const others = [...mine.papers].filter(([id]) => !own.has(id));
          expect(others).toEqual(others.map(([id]) => [id, shared.papers.get(id)]));
          const covered = [...own].filter((id) => mine.depths.has(id));
          expect(pile.folded ? [] : covered).toEqual([]);
          for (const [id, { frame }] of mine.piles) {
            const { x, w, h } = shared.piles.get(id)?.frame ?? frame;
            expect([frame.x, frame.w, id === pile.id ? h : frame.h]).toEqual([x, w, h]);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  test("moves no paper of another heap, nor any that came before, when one is sorted", () => {
    fc.assert(
      fc.property(board, fc.nat(99), fc.nat(9), (view, which, where) => {
        const papers = [...view.papers.keys()];
        const moved = papers[which % papers.length];
        if (moved === undefined) return;
        const to = [undefined, ...view.piles.map(({ id }) => id)][where % (view.piles.length + 1)];
        const before = layoutBoard(view);
        const after = layoutBoard(sorted(view, moved, to));
        const from = view.places.get(moved)?.pile;
        const heap =
          (from === undefined ? view.sorted.unsorted : view.sorted.piles.get(from)) ?? [];
        const behind = new Set(heap.slice(heap.indexOf(moved)));
        for (const [id, card] of after.papers) {
          if (behind.has(id)) continue;
          expect(card).toEqual(before.papers.get(id));
        }
      }),
      { numRuns: 60 },
    );
  });

  test("shows a strip of every paper in a fan, and the one put on last on top of a stack", () => {
    fc.assert(
      fc.property(board, (view) => {
        const { papers, depths, piles } = layoutBoard(view);
        const over = view.piles.filter(({ id }) => piles.get(id)?.lies !== "grid");
        for (const { id } of over) {
          const heap = view.sorted.piles.get(id) ?? [];
          const cards = heap.map((paper) => papers.get(paper) ?? { x: 0, y: 0, w: 0, h: 0 });
          const corners = new Set(cards.map(({ x, y }) => `${x} ${y}`));
          const edges = piles.get(id)?.lies === "fan" ? heap.length : Math.min(heap.length, 6);
          expect(corners.size).toBe(edges);
          const deep = heap.length > 1 ? heap.map((_, i) => i + 1) : [undefined];
          expect(heap.map((paper) => depths.get(paper))).toEqual(deep.slice(0, heap.length));
        }
      }),
      { numRuns: 40 },
    );
  });

  test("shows the first pages of every paper, each in its own shape", () => {
    fc.assert(
      fc.property(board, (view) => {
        const { pages } = layoutBoard(view);
        const open = [...view.pagesOf.values()].flatMap((all) => all.slice(0, openPages));
        expect([...pages.keys()].toSorted()).toEqual(open.map(({ id }) => id).toSorted());
        for (const { id, size } of open) {
          const drawn = pages.get(id);
          expect((drawn?.w ?? 0) / (drawn?.h ?? 1) / (size.w / size.h)).toBeCloseTo(1, 6);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("is the same in every browser and after every reload", () => {
    const { doc } = inventBoard();
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    expect(layoutBoard(readBoard(other))).toEqual(layoutBoard(readBoard(doc)));
  });

  test("of an empty board has room to drop papers into", () => {
    const doc = new Y.Doc();
    Y.applyUpdate(
      doc,
      newBoard("Empty", () => `${Math.random()}` as never),
    );
    const { tray, piles } = layoutBoard(readBoard(doc));
    for (const { frame } of [tray, ...piles.values()]) {
      expect(frame.w).toBeGreaterThan(100);
      expect(frame.h).toBeGreaterThan(200);
    }
  });
});
