/** However a board is marked up, its sheets hold all of its report, and nothing runs off them. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Mark, Typeset } from "../../client/export/sheets.ts";
import { textsOf, typeset } from "../../client/export/typeset.ts";
import { reportWords } from "../../client/review/report-words.ts";
import type { MemberId } from "../../shared/base/ids.ts";
import { seededRandom } from "../../shared/base/random.ts";
import { addNote } from "../../shared/board/notes.ts";
import { readBoard } from "../../shared/board/reader.ts";
import type { Rect } from "../../shared/geometry/rect.ts";
import { buildReport } from "../../shared/report/build-report.ts";
import type { Report } from "../../shared/report/report.ts";
import { inventBoard, seededIds } from "../fixtures/board.ts";
import { facesFor } from "../fixtures/faces.ts";

/** Words from one letter to several sheets' full. */
const texts = fc.array(
  fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.constant("a very long remark, ".repeat(120)),
    fc.constant("unbreakable".repeat(40)),
    fc.constant("many\nshort\nlines\n".repeat(30)),
  ),
  { maxLength: 5 },
);

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
    const { doc, regions } = inventBoard({ notes: 2, strokes: 4, ...sizes }, seed);
    const newId = seededIds(seededRandom(seed + 1));
    const by = newId<MemberId>();
    added.forEach((words, i) => {
      const region = regions[i % Math.max(1, regions.length)];
      const place = region && i % 2 === 0 ? { region } : {};
      addNote(doc, { id: newId(), stance: "wonder", words, by, ...place }, "test");
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
/** Enough to have seen each kind of board; one run sets up to thirty sheets. */
const runs = { numRuns: 25 };

describe("the sheets of any report", () => {
  test("hold every word of its notes", async () => {
    await fc.assert(
      fc.asyncProperty(reports, papers, async (report, paper) => {
        const { sheets } = await sheetsOf(report, paper);
        const set = sheets
          .flatMap(({ marks }) => marks)
          .flatMap((mark) => (mark.is === "text" ? mark.glyphs : []))
          .map(({ text }) => text)
          .join("");
        const squeezed = set.replace(/\s+/g, "");
        const notes = report.sections.flatMap(({ blocks }) =>
          blocks.flatMap((block) =>
            block.is === "paper"
              ? block.pages.flatMap((page) => page.regions.flatMap((region) => region.notes))
              : block.is === "list"
                ? block.items
                : [],
          ),
        );
        for (const { words } of notes) {
          // Controls are not set; every other letter of a long text is there, with sheets' feet between.
          const letters = words.normalize("NFC").replace(/[\p{C}\s]/gu, "");
          for (let i = 0; i + 12 <= letters.length; i += 97)
            expect(squeezed).toContain(letters.slice(i, i + 4));
        }
      }),
      runs,
    );
  }, 60_000);

  test("have everything on them, and no two places of one name", async () => {
    await fc.assert(
      fc.asyncProperty(reports, papers, async (report, paper) => {
        const { sheets, sheetSize } = await sheetsOf(report, paper);
        for (const mark of sheets.flatMap(({ marks }) => marks)) {
          const { x, y, w, h } = rectOf(mark);
          expect(x).toBeGreaterThan(0);
          expect(y).toBeGreaterThan(0);
          expect(x + w).toBeLessThan(sheetSize.w);
          expect(y + h).toBeLessThan(sheetSize.h);
        }
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
