import { expect, test } from "vitest";
import * as Y from "yjs";
import { unsavedFile } from "../../client/board/keeping/unsaved-file.ts";
import { repliesInWords } from "../../client/talk/replies-in-words.ts";
import type { MemberId, NoteId, ReplyId, ThreadId } from "../../shared/base/ids.ts";
import { addReply, openThread } from "../../shared/talk/threads.ts";
import { paragraphsOf } from "../../shared/text/flat-text.ts";

const by = "maya" as MemberId;
const thread = "thread-one" as ThreadId;
const said = (id: string, words: string) => ({
  id: id as ReplyId,
  blocks: paragraphsOf(words),
  by,
  at: 1_000,
});

test("the file of unsaved work tells of replies that were not saved, and of no others", () => {
  const lane = new Y.Doc();
  const about = { kind: "note", id: "note-one" as NoteId } as const;
  openThread(lane, { id: thread, about, first: said("reply-one", "Saved long ago") }, "me");
  const updates: Uint8Array[] = [];
  lane.on("update", (update: Uint8Array) => updates.push(update));
  addReply(lane, thread, said("reply-two", "Written on the train\nand in the bus"), "me");

  const told = repliesInWords(lane, updates);
  const { text } = unsavedFile(new Y.Doc(), [], new Date(2026, 10, 24), { told, updates });
  expect(text).toContain("- Written on the train\n  and in the bus");
  expect(text).not.toContain("Saved long ago");

  const raw = text
    .split("\n")
    .flatMap((line) => (/^[A-Za-z0-9+/]{8,}=*$/.test(line) ? [line] : []));
  const again = new Y.Doc();
  const bytes = (line: string) => Uint8Array.from(atob(line), (letter) => letter.charCodeAt(0));
  expect(() => {
    for (const line of raw) Y.applyUpdate(again, bytes(line));
  }).not.toThrow();
  expect(raw).toHaveLength(updates.length);
});
