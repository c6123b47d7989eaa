import { describe, expect, test } from "vitest";
import { pageMarksOf } from "../../client/papers/reading/view-marks.ts";
import type { NoteId, PageId, PaperId, RegionId } from "../../shared/base/ids.ts";
import { marksByPaper, marksOfPaper } from "../../shared/board/marks.ts";
import { addNote, noteText, setStance } from "../../shared/board/notes.ts";
import { createBoardReader } from "../../shared/board/reader.ts";
import { pageRect } from "../../shared/geometry/rect.ts";
import { turnPages } from "../../shared/papers/papers.ts";
import { addRegion, deleteRegions, reshapeRegion } from "../../shared/papers/regions.ts";
import { replaceWords } from "../../shared/text/flat-text.ts";
import { inventBoard } from "../fixtures/board.ts";

/** A paper of two pages with regions named after where they are. */
function marked() {
  const { doc } = inventBoard({ papers: 2, pagesPerPaper: 2, marks: 0, notes: 0, strokes: 0 });
  const reader = createBoardReader(doc);
  const [paper, other] = [...reader.view().pagesOf.keys()] as [PaperId, PaperId];
  const pages = reader
    .view()
    .pagesOf.get(paper)
    ?.map(({ id }) => id) as [PageId, PageId];
  const add = (id: string, page: PageId, x: number, y: number): void => {
    const by = "somebody" as never;
    const region = { id: `region-${id}` as RegionId, page, rect: pageRect(x, y, 0.1, 0.1), by };
    addRegion(doc, region, "me");
    const note = { id: `note-${id}` as NoteId, stance: "notice", words: id, by } as const;
    addNote(doc, { ...note, region: region.id }, "me");
  };
  add("second page", pages[1], 0.1, 0.1);
  add("low", pages[0], 0.1, 0.8);
  add("top right", pages[0], 0.6, 0.2);
  add("top left", pages[0], 0.1, 0.205);
  return { doc, reader, paper, other, pages };
}

const words = (marks: ReturnType<typeof marksOfPaper>): string[] =>
  marks.map(({ notes, index }) => `${index} ${notes[0]?.words}`);

describe("marks of a paper", () => {
  test("are numbered page by page, line by line, from left to right", () => {
    const { reader, paper, other } = marked();
    expect(words(marksOfPaper(reader.view(), paper))).toEqual([
      "1 top left",
      "2 top right",
      "3 low",
      "4 second page",
    ]);
    expect(marksOfPaper(reader.view(), other)).toEqual([]);
    expect([...marksByPaper(reader.view()).keys()]).toEqual([paper]);
  });

  test("are numbered anew when one is moved or deleted", () => {
    const { doc, reader, paper } = marked();
    reshapeRegion(doc, "region-low" as RegionId, pageRect(0.1, 0.05, 0.1, 0.1), "me");
    expect(words(marksOfPaper(reader.view(), paper))[0]).toBe("1 low");
    deleteRegions(doc, ["region-low" as RegionId], "me");
    expect(words(marksOfPaper(reader.view(), paper))[0]).toBe("1 top left");
  });

  test("are numbered as they are seen, once their page is turned", () => {
    const { doc, reader, paper, pages } = marked();
    turnPages(doc, [pages[0]], 90, "me");
    expect(words(marksOfPaper(reader.view(), paper))).toEqual([
      "1 low",
      "2 top left",
      "3 top right",
      "4 second page",
    ]);
  });

  test("stay the same objects while somebody writes on another one", () => {
    const { doc, reader, paper } = marked();
    const before = marksOfPaper(reader.view(), paper);
    const text = noteText(doc, "note-low" as NoteId);
    if (text) replaceWords(text, "low", "lower", 5, "me");
    const after = marksOfPaper(reader.view(), paper);
    expect(after.map((mark, i) => mark === before[i])).toEqual([true, true, false, true]);
    expect(after[2]?.notes[0]?.words).toBe("lower");
  });
});

describe("marks as the canvas draws them", () => {
  test("are the same while words are written, and others when a stance changes", () => {
    const { doc, reader, pages } = marked();
    const before = pageMarksOf(reader.view());
    const text = noteText(doc, "note-low" as NoteId);
    if (text) replaceWords(text, "low", "lower", 5, "me");
    expect(pageMarksOf(reader.view())).toBe(before);

    setStance(doc, "note-low" as NoteId, "wonder", "me");
    const after = pageMarksOf(reader.view());
    expect(after.get(pages[1])).toBe(before.get(pages[1]));
    expect(after.get(pages[0])?.regions[2]?.stances).toEqual(["wonder"]);
  });
});
