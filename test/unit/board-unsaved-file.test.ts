import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { unsavedFile } from "../../client/board/keeping/unsaved-file.ts";
import type { MemberId, NeedId, NextStepId, NoteId, ResourceId } from "../../shared/base/ids.ts";
import { retitleBoard } from "../../shared/board/meta.ts";
import { addNeed } from "../../shared/board/needs.ts";
import { addNextStep } from "../../shared/board/next-steps.ts";
import { addNote, deleteNotes, noteText } from "../../shared/board/notes.ts";
import { addResource } from "../../shared/board/resources.ts";
import { addRichNote, block, done, run } from "../fixtures/blocks.ts";

const by = "maya" as MemberId;
const when = new Date(2026, 10, 24, 14, 3);

/** A board with a saved note, the updates of `edit`, and the file made of those. */
function fileAfter(edit: (doc: Y.Doc) => void) {
  const doc = new Y.Doc();
  retitleBoard(doc, "Seasons: exit/question", "me");
  addNote(doc, { id: "old" as NoteId, stance: "notice", words: "Saved long ago", by }, "me");
  const saved = Y.encodeStateAsUpdate(doc);
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  edit(doc);
  return { doc, saved, file: unsavedFile(doc, updates, when) };
}

describe("the file of unsaved work", () => {
  test("tells what was written and not saved, and nothing that was", () => {
    const { file } = fileAfter((doc) => {
      addNote(
        doc,
        { id: "new" as NoteId, stance: "wonder", words: "Why the sun?\nWhy so big?", by },
        "me",
      );
      addNeed(
        doc,
        { id: "need" as NeedId, words: "a model of the orbit", pile: undefined, order: "a0", by },
        "me",
      );
      const step = { id: "step" as NextStepId, need: "need" as NeedId, order: "a0", by };
      addNextStep(doc, { ...step, what: "draw at noon" }, "me");
      const put = { id: "lamp" as ResourceId, need: "need" as NeedId, order: "a0", by };
      addResource(doc, { ...put, kind: "material", words: "a lamp" }, "me");
    });
    expect(file.text).toContain("- Next step: draw at noon");
    expect(file.text).toContain("- For a need, material: a lamp");
    expect(file.text).toContain("- Wonder on the table: Why the sun?\n  Why so big?");
    expect(file.text).toContain("- Need: a model of the orbit");
    expect(file.text).not.toContain("Saved long ago");
  });

  test("tells words with their lists and where their links lead, and of no other link", () => {
    const { file } = fileAfter((doc) => {
      addRichNote(
        doc,
        [block("p", "see ", run("this", "b", "https://a.example/x")), done(block("cl", "drawn"))],
        { id: "rich" },
      );
      const text = noteText(doc, "rich" as NoteId);
      text?.insert(0, "press ", { a: "javascript:alert(1)" });
    });
    const [told = ""] = file.text.split("(do not change anything below this line)");
    expect(told).toContain(": press see this (https://a.example/x)\n  ☑ drawn");
    expect(told).not.toContain("javascript");
  });

  test("says how many things were taken off, where no words are left of them", () => {
    const { file } = fileAfter((doc) => deleteNotes(doc, ["old" as NoteId], "me"));
    expect(file.text).toContain("- 1 thing taken off the board");
  });

  test("holds all of it in Noticeboard's own form as well", () => {
    const { doc, saved, file } = fileAfter((doc) => {
      addNote(doc, { id: "new" as NoteId, stance: "notice", words: "Three drew it", by }, "me");
      deleteNotes(doc, ["old" as NoteId], "me");
    });
    const again = new Y.Doc();
    Y.applyUpdate(again, saved);
    const [, raw = ""] = file.text.split("(do not change anything below this line)\n");
    for (const line of raw.trim().split("\n")) {
      Y.applyUpdate(again, new Uint8Array(Buffer.from(line, "base64")));
    }
    expect(Y.encodeStateAsUpdate(again)).toEqual(Y.encodeStateAsUpdate(doc));
  });

  test("is called after the board, without letters that a file's name cannot hold", () => {
    const { file } = fileAfter(() => {});
    expect(file.name).toBe("Unsaved work Seasons exit question.txt");
    expect(file.text).toContain("Work on “Seasons: exit/question” that was not saved");
  });
});
