/** A press through its states, and what two people do with it at once; and the sentence about a board. */
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import type { MemberId, NoteId, ReplyId, ThreadId } from "../../shared/base/ids.ts";
import { endPress, pressStateOf, questionedOf, reopenPress } from "../../shared/talk/presses.ts";
import { readTalk, type Thread } from "../../shared/talk/talk-reader.ts";
import { addReply, openThread } from "../../shared/talk/threads.ts";
import { paragraphsOf } from "../../shared/text/flat-text.ts";

const [maya, tom] = ["maya-maya", "tom-tom-tom"] as MemberId[] as [MemberId, MemberId];
const id = "thread-thread-01" as ThreadId;
const note = "note-note-note-1" as NoteId;

function pressed(doc = new Y.Doc(), thread = id, on = note): Y.Doc {
  const first = {
    id: `${thread}-first` as ReplyId,
    by: maya,
    at: 1,
    blocks: paragraphsOf("Which mark?"),
  };
  const about = { kind: "note", id: on } as const;
  openThread(
    doc,
    { id: thread, about, first, press: { asks: "evidence", words: "It is far" } },
    "m",
  );
  return doc;
}
const says = (doc: Y.Doc, by: MemberId, name: string): void =>
  addReply(doc, id, { id: name as ReplyId, by, at: 2, blocks: paragraphsOf("Here") }, "m");
const ends = (doc: Y.Doc, is: "revised" | "kept", by = tom): void =>
  endPress(doc, id, { is, by, at: 3, words: "It is farther" }, "m");
const threadOf = (doc: Y.Doc): Thread =>
  readTalk(doc).threads.find((one) => one.id === id) as Thread;
const stateOf = (doc: Y.Doc) => pressStateOf(threadOf(doc));

describe("a press", () => {
  test("is open until a colleague answers, and whoever asked may go on asking", () => {
    const doc = pressed();
    expect(stateOf(doc)).toBe("open");
    says(doc, maya, "more");
    expect(stateOf(doc)).toBe("open");
    says(doc, tom, "answer");
    expect(stateOf(doc)).toBe("answered");
  });

  test("ends revised or kept, from open as from answered, with the words before and after, and can be taken up again", () => {
    const doc = pressed();
    ends(doc, "kept");
    expect(stateOf(doc)).toBe("kept");
    says(doc, tom, "answer");
    expect(stateOf(doc)).toBe("kept");
    reopenPress(doc, id, "m");
    expect(stateOf(doc)).toBe("answered");
    ends(doc, "revised");
    expect(stateOf(doc)).toBe("revised");
    expect(threadOf(doc).press?.words).toBe("It is far");
    expect(threadOf(doc).outcome).toEqual({
      is: "revised",
      by: tom,
      at: 3,
      words: "It is farther",
    });
  });

  test("that two end differently at once has one end for both, with its own words; an answer meanwhile is kept", () => {
    const doc = pressed();
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    ends(doc, "kept", maya);
    ends(other, "revised", tom);
    says(other, tom, "answer");
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    expect(threadOf(doc)).toEqual(threadOf(other));
    expect(threadOf(doc).outcome?.by).toBe(threadOf(doc).outcome?.is === "kept" ? maya : tom);
    expect(threadOf(doc).replies).toHaveLength(2);
  });

  test("written by a broken client reads as one that asks, or as a plain thread", () => {
    const doc = pressed();
    const record = doc.getMap<Y.Map<unknown>>("threads").get(id);
    for (const outcome of [7, ["gone"], ["revised", 3, -1], [null], {}]) {
      record?.set("outcome", outcome);
      expect(["open", "revised"]).toContain(stateOf(doc));
    }
    record?.set("press", [{}, 9]);
    expect(threadOf(doc).press).toEqual({ asks: "meaning", words: "" });
    record?.set("press", "evidence");
    expect(stateOf(doc)).toBeUndefined();
  });
});

test("of nine notes five were questioned and three changed, however often each was", () => {
  const notes = Array.from({ length: 9 }, (_, i) => `note-${i}` as NoteId);
  const doc = new Y.Doc();
  notes.slice(0, 5).forEach((on, i) => {
    pressed(doc, `thread-${i}-a` as ThreadId, on);
    pressed(doc, `thread-${i}-b` as ThreadId, on);
    const outcome = { is: i < 3 ? "revised" : "kept", by: tom, at: 3, words: "" } as const;
    endPress(doc, `thread-${i}-b` as ThreadId, outcome, "m");
  });
  const { threads } = readTalk(doc);
  const pressesOf = (on: NoteId) =>
    threads.filter(({ about }) => about?.kind === "note" && about.id === on);
  expect(questionedOf(notes, pressesOf)).toEqual({ notes: 9, questioned: 5, changed: 3 });
  expect(questionedOf(notes.slice(5), pressesOf)).toEqual({ notes: 4, questioned: 0, changed: 0 });
});
