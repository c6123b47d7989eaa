/** However a board is marked up, its sheets hold all of its report, and nothing runs off them. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Mark, Typeset } from "../../client/export/sheets.ts";
import { textsOf, typeset } from "../../client/export/typeset.ts";
import { reportWords } from "../../client/review/report-words.ts";
import { seededRandom } from "../../shared/base/random.ts";
import { readBoard } from "../../shared/board/reader.ts";
import type { Rect } from "../../shared/geometry/rect.ts";
import { turnPages } from "../../shared/papers/papers.ts";
import { buildReport } from "../../shared/report/build-report.ts";
import type { Report } from "../../shared/report/report.ts";
import { lettersOf } from "../../shared/report/written.ts";
import type { Block } from "../../shared/text/blocks.ts";
import { paragraphsOf } from "../../shared/text/flat-text.ts";
import { addRichNote } from "../fixtures/blocks.ts";
import { inventBoard, seededIds } from "../fixtures/board.ts";
import { facesFor } from "../fixtures/faces.ts";
import { someBlocks } from "../fixtures/rich-text.ts";

/** What is added as notes: how many words of their own, how many ß in one word, anything at all, or any looks. */
const texts = fc.array(
  fc.oneof(
    fc.record({ words: fc.integer({ min: 1, max: 900 }) }),
    fc.record({ sharp: fc.integer({ min: 1, max: 900 }) }),
    fc.record({ any: fc.string({ maxLength: 30 }) }),
    fc.record({ rich: someBlocks }),
  ),
  { maxLength: 6 },
);

type Text = typeof texts extends fc.Arbitrary<readonly (infer T)[]> ? T : never;

function blocksOf(text: Text, i: number): readonly Block[] {
  return "rich" in text ? text.rich : paragraphsOf(wordsOf(text, i));
}

function wordsOf(text: Exclude<Text, { rich: unknown }>, i: number): string {
  if ("any" in text) return text.any;
  if ("sharp" in text) return "ß".repeat(text.sharp);
  return Array.from({ length: text.words }, (_, at) => `w${i}a${at}z`).join(" ");
}

const reports = fc
  .record({
    papers: fc.integer({ min: 0, max: 5 }),
    pagesPerPaper: fc.integer({ min: 1, max: 3 }),
    marks: fc.integer({ min: 0, max: 20 }),
    needs: fc.integer({ min: 0, max: 4 }),
    seed: fc.integer({ min: 1, max: 1_000_000 }),
    texts,
  })
  .map(({ texts: added, seed, ...sizes }): Report => {
    const { doc, regions, pages } = inventBoard({ notes: 2, strokes: 4, ...sizes }, seed);
    // Every third page as it is, to the right, to the left.
    pages.forEach((page, i) => {
      if (i % 3 > 0) turnPages(doc, [page], i % 3 === 1 ? 90 : -90, "test");
    });
    const newId = seededIds(seededRandom(seed + 1));
    added.forEach((text, i) => {
      const region = regions[i % Math.max(1, regions.length)];
      const place = region && i % 2 === 0 ? { region } : {};
      addRichNote(doc, blocksOf(text, i), { id: newId(), stance: "wonder", ...place });
    });
    const wanted = { words: reportWords, date: "today", needs: true, papers: "all" } as const;
    return buildReport(readBoard(doc), wanted);
  });

async function sheetsOf(report: Report, paper: "letter" | "a4"): Promise<Typeset> {
  return typeset(report, paper, await facesFor(...textsOf(report)));
}

function rectOf(mark: Mark): Rect {
  if (mark.is === "text")
    return { x: mark.x, y: mark.baseline - mark.size, w: mark.width, h: mark.size };
  return mark.is === "ink" ? mark.within : mark.rect;
}

const papers = fc.constantFrom("letter" as const, "a4" as const);
/** All notes, as often as they are told: on their page, in the evidence of a need, from the table. */
function notesOf(report: Report): string[] {
  const lines = report.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.is === "list") return block.items;
      if (block.is === "need") return block.evidence.flatMap(({ notes }) => notes);
      if (block.is !== "paper") return [];
      return block.pages.flatMap((page) => page.regions.flatMap(({ notes }) => notes));
    }),
  );
  return lines.map(({ written }) => written.map(lettersOf).join("\n"));
}

/** Enough to have seen each kind of board; one run sets up to thirty sheets. */
const runs = { numRuns: 15 };

describe("the sheets of any report", () => {
  test("hold every word of its notes, as often as it is told", async () => {
    await fc.assert(
      fc.asyncProperty(reports, papers, async (report, paper) => {
        const { sheets } = await sheetsOf(report, paper);
        const set = sheets
          .flatMap(({ marks }) => marks)
          .flatMap((mark) => (mark.is === "text" ? mark.glyphs : []))
          .map(({ text }) => text)
          .join("");
        const notes = notesOf(report);
        const own = (text: string): string[] => text.match(/w\d+a\d+z/g) ?? [];
        expect(own(set).toSorted()).toEqual(notes.flatMap(own).toSorted());
        const sharp = (text: string): number => text.split("ß").length - 1;
        expect(sharp(set)).toBe(notes.reduce((sum, words) => sum + sharp(words), 0));
      }),
      runs,
    );
  }, 60_000);

  test("have everything on them, and no two places of one name", async () => {
    await fc.assert(
      fc.asyncProperty(reports, papers, async (report, paper) => {
        const { sheets, sheetSize } = await sheetsOf(report, paper);
        const off = sheets
          .flatMap(({ marks }) => marks.map(rectOf))
          .filter(
            ({ x, y, w, h }) =>
              x < 1 || y < 1 || x + w > sheetSize.w - 1 || y + h > sheetSize.h - 1,
          );
        expect(off).toEqual([]);
        const names = sheets.flatMap(({ anchors }) => anchors.map(({ name }) => name));
        expect(new Set(names).size).toBe(names.length);
      }),
      runs,
    );
  }, 60_000);

  test("have bookmarks in order, none deeper than one below the one before", async () => {
    await fc.assert(
      fc.asyncProperty(reports, papers, async (report, paper) => {
        const { contents, sheets } = await sheetsOf(report, paper);
        contents.forEach(({ level, sheet }, i) => {
          expect(level).toBeLessThanOrEqual((contents[i - 1]?.level ?? 0) + 1);
          expect(sheet).toBeGreaterThanOrEqual(contents[i - 1]?.sheet ?? 0);
          expect(sheet).toBeLessThan(sheets.length);
        });
      }),
      runs,
    );
  }, 60_000);
});
