/** What a row of the list is called and what it is about, in words and for talk. Pure. */
import type { NoteId } from "../../shared/base/ids.ts";
import type { About } from "../../shared/talk/about.ts";
import { list as listWords } from "../words/en/list.ts";
import { needs } from "../words/en/needs.ts";
import { reading as readingWords } from "../words/en/reading.ts";
import { words } from "../words/words.ts";
import type { MarkRow, NoteRow, Row, ShapeRow } from "./rows.ts";

/** What a row is called, for type-ahead and for what is said. */
export function nameOf(row: Row): string {
  switch (row.kind) {
    case "session":
      return row.title || listWords.untitled;
    case "pile":
      return row.pile ? words.board.pileName(row.pile) : words.board.unsorted;
    case "paper":
      return row.code;
    case "mark":
      return row.words || listWords.mark(row.index);
    case "note":
      return row.words || readingWords.stanceOf[row.stance];
    case "shape":
      return nameOfShape(row);
    case "ink":
      return listWords.strokes(row.strokes.length);
    case "table":
      return listWords.onTable;
    case "needs":
      return needs.title;
    case "need":
      return row.words || needs.untitled;
    case "evidence":
      return row.code;
    case "thread":
      return row.words || words.talk.title;
  }
}

/** A line is called by what it joins, all else by what it says. */
export function nameOfShape({ shapeKind, words: said, from, to }: ShapeRow): string {
  const say = words.shapes;
  if (from === undefined && to === undefined) return said || say.kinds[shapeKind];
  const join = shapeKind === "arrow" ? say.fromTo : say.between;
  const [a, b] = [from, to].map((end) => (end === undefined ? say.nowhere : end || say.something));
  return [join(a ?? "", b ?? ""), said].filter((part) => part !== "").join(": ");
}

/** Whether the row is a wonder with words, which is open or closed. */
export function asksQuestion(row: Row): row is (MarkRow | NoteRow) & { readonly note: NoteId } {
  const isNote = row.kind === "note" || row.kind === "mark";
  return isNote && row.note !== undefined && row.stance === "wonder" && row.words.trim() !== "";
}

/** Whether it is an interpretation on the table that says something and cites nothing yet; on a paper its region is its evidence. */
export const isWithoutEvidence = (row: Row): boolean =>
  row.kind === "note" &&
  row.stance === "interpretation" &&
  row.words.trim() !== "" &&
  row.standsOn === "";

/** What a thread begun at this row is about; undefined where there is nothing to talk about. */
export function aboutOf(row: Row): About | undefined {
  switch (row.kind) {
    case "pile":
      return row.pile && { kind: "pile", id: row.pile.id };
    case "paper":
      return { kind: "paper", id: row.paper };
    case "mark":
      return { kind: "region", id: row.region };
    case "note":
      return { kind: "note", id: row.note };
    case "shape":
      return { kind: "shape", id: row.shape };
    case "ink":
      return row.paper && { kind: "paper", id: row.paper };
    case "need":
      return { kind: "need", id: row.need };
    case "evidence":
      return row.region ? { kind: "region", id: row.region } : { kind: "paper", id: row.paper };
    case "session":
    case "table":
    case "needs":
    case "thread":
      return undefined;
  }
}
