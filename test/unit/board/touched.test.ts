import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import type { MemberId, NoteId } from "../../../shared/base/ids.ts";
import { retitleBoard } from "../../../shared/board/meta.ts";
import { addNote, deleteNotes, noteText, setStance } from "../../../shared/board/notes.ts";
import { readTouched } from "../../../shared/board/touched.ts";
import { replaceWords } from "../../../shared/text/flat-text.ts";

const by = "maya" as MemberId;
const note = (id: string, words: string) =>
  ({ id: id as NoteId, stance: "notice", words, by }) as const;

/** A board with two saved notes, and what `edit` made after that. */
function afterwards(edit: (doc: Y.Doc) => void) {
  const doc = new Y.Doc();
  addNote(doc, note("one", "Three drew the sun closer"), "me");
  addNote(doc, note("two", "Two labelled the tilt"), "me");
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  edit(doc);
  return readTouched(doc, updates);
}

describe("what some updates touched", () => {
  test("is a record they made, and none that was there before", () => {
    const { records, meta } = afterwards((doc) => addNote(doc, note("three", "New"), "me"));
    expect(records.note).toEqual(["three"]);
    expect(meta).toBe(false);
  });

  test("is a record one of whose registers they wrote", () => {
    const { records } = afterwards((doc) => setStance(doc, "two" as NoteId, "wonder", "me"));
    expect(records.note).toEqual(["two"]);
  });

  test("is a record of which they took letters away and added none", () => {
    const { records } = afterwards((doc) => {
      const text = noteText(doc, "one" as NoteId);
      if (text) replaceWords(text, "Three drew the sun closer", "Three drew the sun", 18, "me");
    });
    expect(records.note).toEqual(["one"]);
  });

  test("is a record they took off the board", () => {
    const { records } = afterwards((doc) => deleteNotes(doc, ["one" as NoteId], "me"));
    expect(records.note).toEqual(["one"]);
  });

  test("stays touched when a colleague has overwritten the register since", () => {
    const doc = new Y.Doc();
    addNote(doc, note("one", ""), "me");
    const mine: Uint8Array[] = [];
    doc.once("update", (update: Uint8Array) => mine.push(update));
    setStance(doc, "one" as NoteId, "wonder", "me");
    const theirs = new Y.Doc();
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc));
    setStance(theirs, "one" as NoteId, "plain", "they");
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs));
    expect(readTouched(doc, mine).records.note).toEqual(["one"]);
  });

  test("is the board itself where they gave it a title", () => {
    const { records, meta } = afterwards((doc) => retitleBoard(doc, "Seasons", "me"));
    expect(meta).toBe(true);
    expect(records.note).toEqual([]);
  });

  test("is nothing for no updates", () => {
    const { records, meta } = afterwards(() => {});
    expect([meta, records.note]).toEqual([false, []]);
  });
});
