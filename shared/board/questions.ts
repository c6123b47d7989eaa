/**
 * Open questions: the wonders of a board, each open until somebody closes it.
 *
 * A wonder is the question; this owns only whether it is closed, one register of the note, which whoever
 * writes last decides and which can be opened again. A note that becomes a notice is no question any more.
 * test/unit/board/questions.test.ts.
 */
import type * as Y from "yjs";
import type { NoteId, PaperId } from "../base/ids.ts";
import { setRegister } from "../records/records.ts";
import { type Mark, marksOfPaper } from "./marks.ts";
import { type Note, notesRoot } from "./notes.ts";
import type { BoardView } from "./reader.ts";

export interface Question {
  readonly note: Note;
  /** Where it stands on a paper; undefined for a note on the table. */
  readonly on: { readonly paper: PaperId; readonly mark: Mark } | undefined;
}

/** Without words nothing is asked yet. */
export const isQuestion = ({ stance, words }: Pick<Note, "stance" | "words">): boolean =>
  stance === "wonder" && words.trim() !== "";

/** Of one paper, in reading order. */
export function questionsOfPaper(
  view: Pick<BoardView, "pagesOf" | "regions" | "notesOn">,
  paper: PaperId,
): readonly Question[] {
  return marksOfPaper(view, paper).flatMap((mark) =>
    mark.notes.filter(isQuestion).map((note) => ({ note, on: { paper, mark } })),
  );
}

/** Of all papers in the order given, then of the table, from top to bottom. */
export function questionsOn(view: BoardView, papers: readonly PaperId[]): readonly Question[] {
  const free = [...view.notes.values()]
    .filter((note) => note.region === undefined && isQuestion(note))
    .toSorted((a, b) => a.pos.y - b.pos.y || a.pos.x - b.pos.x || (a.id < b.id ? -1 : 1));
  return [
    ...papers.flatMap((paper) => questionsOfPaper(view, paper)),
    ...free.map((note) => ({ note, on: undefined })),
  ];
}

/** Closes a question, or opens it again. */
export function closeQuestion(doc: Y.Doc, note: NoteId, closed: boolean, origin: unknown): void {
  setRegister(doc, notesRoot, note, "closed", closed, origin);
}
