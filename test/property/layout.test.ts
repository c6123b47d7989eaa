import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import type { BlobHash, PageId, PaperId } from "../../shared/base/ids.ts";
import { layoutBoard, openPages } from "../../shared/board/layout.ts";
import { newBoard } from "../../shared/board/new-board.ts";
import { type BoardView, readBoard } from "../../shared/board/reader.ts";
import { addPapers } from "../../shared/papers/papers.ts";
import { deletePile } from "../../shared/sorting/piles.ts";
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
  if ((seeds[0] ?? 0) % 5 === 0) deletePile(doc, "pile-1" as never, "me");
  return readBoard(doc);
}
const board: fc.Arbitrary<BoardView> = fc
  .tuple(shapes, fc.array(fc.nat(99), { minLength: 1, maxLength: 20 }))
  .map(([papers, seeds]) => aBoard(papers, seeds));

describe("the table", () => {
  test("holds every paper once, none over another, each within its heap, each page within its paper", () => {
    fc.assert(fc.property(board, papersLieApart), { numRuns: 60 });
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
