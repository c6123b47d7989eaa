/** However a board is marked up, its report tells each living thing once and nothing that was deleted. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reportWords } from "../../client/review/report-words.ts";
import { deleteEvidence, deleteNeed } from "../../shared/board/needs.ts";
import { deleteNotes } from "../../shared/board/notes.ts";
import { type BoardView, readBoard } from "../../shared/board/reader.ts";
import { deletePapers } from "../../shared/papers/papers.ts";
import { deleteRegions } from "../../shared/papers/regions.ts";
import { buildReport } from "../../shared/report/build-report.ts";
import type { Crop, PageBlock, Report } from "../../shared/report/report.ts";
import { lettersOf } from "../../shared/report/written.ts";
import { deletePile } from "../../shared/sorting/piles.ts";
import { type InventedBoard, inventBoard } from "../fixtures/board.ts";

const boards = fc
  .record({
    papers: fc.integer({ min: 0, max: 12 }),
    pagesPerPaper: fc.integer({ min: 1, max: 3 }),
    marks: fc.integer({ min: 0, max: 25 }),
    notes: fc.integer({ min: 0, max: 5 }),
    strokes: fc.integer({ min: 0, max: 6 }),
    needs: fc.integer({ min: 0, max: 6 }),
    seed: fc.integer({ min: 1, max: 1_000_000 }),
    /** Which of everything is deleted afterwards: each thing whose turn comes up. */
    every: fc.integer({ min: 2, max: 6 }),
  })
  .map(({ seed, every, ...sizes }) => {
    const board = inventBoard(sizes, seed);
    deleteSome(board, every);
    return board;
  });

function deleteSome({ doc, ...board }: InventedBoard, every: number): void {
  const some = <T>(ids: readonly T[]): T[] => ids.filter((_, i) => i % every === every - 1);
  deleteNotes(doc, some(board.notes), "test");
  deleteRegions(doc, some(board.regions), "test");
  deletePapers(doc, some(board.papers), "test");
  deleteEvidence(doc, some(board.evidence), "test");
  for (const need of some(board.needs)) deleteNeed(doc, need, "test");
  for (const pile of some(board.piles)) deletePile(doc, pile, "test");
}

const reportOf = (view: BoardView): Report =>
  buildReport(view, { words: reportWords, date: "today", needs: true, papers: "all" });

function pagesOf(report: Report): readonly (readonly [paper: string, page: PageBlock])[] {
  return report.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.is === "paper" ? block.pages.map((page) => [block.heading.words, page] as const) : [],
    ),
  );
}

const cropsOf = (report: Report): readonly Crop[] =>
  report.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.is === "need" ? block.evidence : [])),
  );

const sorted = (texts: readonly string[]): string[] => texts.toSorted();

const runs = { numRuns: 50 };

describe("a report of any board", () => {
  test("shows every living note of a region exactly once, under its own paper", () => {
    fc.assert(
      fc.property(boards, ({ doc }) => {
        const view = readBoard(doc);
        const wanted = [...view.notes.values()].flatMap(({ region, words }) => {
          const page = region && view.pages.get(view.regions.get(region)?.page as never);
          const code = page && view.papers.get(page.paper)?.code;
          return code === undefined ? [] : [`Paper ${code} ${page?.id} ${words.trim()}`];
        });
        const shown = pagesOf(reportOf(view)).flatMap(([paper, page]) =>
          page.regions.flatMap(({ notes }) =>
            notes.map(({ written }) => {
              const words = written.map(lettersOf).join("\n").trim();
              return `${paper} ${page.anchor.replace("page.", "")} ${words}`;
            }),
          ),
        );
        expect(sorted(shown)).toEqual(sorted(wanted));
      }),
      runs,
    );
  }, 30_000);

  test("shows every piece of evidence as a crop of its own region", () => {
    fc.assert(
      fc.property(boards, ({ doc }) => {
        const view = readBoard(doc);
        const wanted = [...view.evidenceOf.values()].flat().map(({ region, paper }) => {
          const at = region && view.regions.get(region);
          const page = at ? view.pages.get(at.page) : view.pagesOf.get(paper)?.[0];
          return JSON.stringify([page?.tiers.at(-1)?.hash, at?.rect]);
        });
        const shown = cropsOf(reportOf(view)).map(({ image, rect }) =>
          JSON.stringify([image.tiers.at(-1)?.hash, rect]),
        );
        expect(sorted(shown)).toEqual(sorted(wanted));
      }),
      runs,
    );
  }, 30_000);

  test("shows every living paper once, every page of it, and every stroke on them", () => {
    fc.assert(
      fc.property(boards, ({ doc }) => {
        const view = readBoard(doc);
        const pages = pagesOf(reportOf(view));
        expect(sorted(pages.map(([, { anchor }]) => anchor))).toEqual(
          sorted([...view.pages.keys()].map((id) => `page.${id}`)),
        );
        const onPages = [...view.strokes.values()].filter(({ page }) => page !== undefined);
        expect(pages.flatMap(([, { ink }]) => ink)).toHaveLength(onPages.length);
      }),
      runs,
    );
  }, 30_000);

  test("counts in its piles what it lists in them", () => {
    fc.assert(
      fc.property(boards, ({ doc }) => {
        const view = readBoard(doc);
        const piles = reportOf(view).sections.flatMap(({ blocks }) =>
          blocks.flatMap((block) => (block.is === "piles" ? block.piles : [])),
        );
        for (const { count, codes } of piles) expect(codes).toHaveLength(count);
        expect(piles.reduce((sum, { count }) => sum + count, 0)).toBe(view.papers.size);
      }),
      runs,
    );
  }, 30_000);
});
