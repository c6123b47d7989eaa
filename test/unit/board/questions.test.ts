/** Open questions: which notes are questions, in which order they stand, and what closing one means. */
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import type { MemberId, NoteId, PageId, PaperId, RegionId } from "../../../shared/base/ids.ts";
import { addNote, type Stance, setStance } from "../../../shared/board/notes.ts";
import { closeQuestion, questionsOfPaper, questionsOn } from "../../../shared/board/questions.ts";
import { readBoard } from "../../../shared/board/reader.ts";
import { pageRect } from "../../../shared/geometry/rect.ts";
import { addRegion } from "../../../shared/papers/regions.ts";
import { handsOn } from "../../fixtures/acting.ts";
import { inventBoard } from "../../fixtures/board.ts";

const by = "somebody" as MemberId;

function wondering() {
  const { doc } = inventBoard({ papers: 2, marks: 0, notes: 0, strokes: 0, needs: 0 });
  const papers = [...readBoard(doc).papers.keys()] as [PaperId, PaperId];
  const onPaper = (paper: PaperId, y: number, stance: Stance, words: string): NoteId => {
    const page = readBoard(doc).pagesOf.get(paper)?.[0]?.id as PageId;
    const region = `region of ${words} ${stance}` as RegionId;
    addRegion(doc, { id: region, page, rect: pageRect(0.1, y, 0.2, 0.1), by }, "me");
    const id = `note of ${words} ${stance}` as NoteId;
    addNote(doc, { id, stance, words, region, by }, "me");
    return id;
  };
  const said = () =>
    questionsOn(readBoard(doc), papers).map(({ note }) =>
      note.closed ? `(${note.words})` : note.words,
    );
  return { doc, papers, onPaper, said };
}

describe("the open questions of a board", () => {
  test("are its wonders with words, paper by paper from the top, then those on the table", () => {
    const { doc, papers, onPaper, said } = wondering();
    const pos = { x: 0, y: 0 };
    addNote(doc, { id: "t" as NoteId, stance: "wonder", words: "table?", pos, by }, "me");
    onPaper(papers[1], 0.5, "wonder", "second paper?");
    onPaper(papers[0], 0.8, "wonder", "low?");
    onPaper(papers[0], 0.1, "wonder", "high?");
    onPaper(papers[0], 0.3, "notice", "an arrow");
    onPaper(papers[0], 0.6, "wonder", "");
    expect(said()).toEqual(["high?", "low?", "second paper?", "table?"]);
    const ofFirst = questionsOfPaper(readBoard(doc), papers[0]);
    expect(ofFirst.map(({ note, on }) => [note.words, on?.mark.index])).toEqual([
      ["high?", 1],
      ["low?", 4],
    ]);
  });

  test("stay in the list when they are closed, and open again", () => {
    const { doc, papers, onPaper, said } = wondering();
    const id = onPaper(papers[0], 0.1, "wonder", "why?");
    closeQuestion(doc, id, true, "me");
    expect(said()).toEqual(["(why?)"]);
    closeQuestion(doc, id, false, "me");
    expect(said()).toEqual(["why?"]);
  });

  test("are none of it any more when a wonder becomes a notice, and closed still when it is one again", () => {
    const { doc, papers, onPaper, said } = wondering();
    const id = onPaper(papers[0], 0.1, "wonder", "why?");
    closeQuestion(doc, id, true, "me");
    setStance(doc, id, "notice", "me");
    expect(said()).toEqual([]);
    setStance(doc, id, "wonder", "me");
    expect(said()).toEqual(["(why?)"]);
  });

  test("closed by one while another changes what they are stay closed", () => {
    const { doc, papers, onPaper, said } = wondering();
    const id = onPaper(papers[0], 0.1, "wonder", "why?");
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    closeQuestion(doc, id, true, "me");
    setStance(other, id, "interpretation", "you");
    setStance(other, id, "wonder", "you");
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    expect(said()).toEqual(["(why?)"]);
  });

  test("are opened by undo where one closed them, not where a colleague has since", () => {
    const { doc, papers, onPaper, said } = wondering();
    const id = onPaper(papers[0], 0.1, "wonder", "why?");
    const hands = handsOn(doc);
    hands.act((origin) => closeQuestion(doc, id, true, origin));
    hands.history.undo();
    expect(said()).toEqual(["why?"]);
    hands.act((origin) => closeQuestion(doc, id, true, origin));
    closeQuestion(doc, id, false, "colleague");
    closeQuestion(doc, id, true, "colleague");
    hands.history.undo();
    expect(said()).toEqual(["(why?)"]);
  });
});
