/** What somebody said that did not reach the server, in words for the file they are given it in. */
import type * as Y from "yjs";
import { recordsOf } from "../../shared/records/records.ts";
import { createWrittenIn } from "../../shared/records/written-in.ts";
import { repliesRoot } from "../../shared/talk/roots.ts";
import { readTalk } from "../../shared/talk/talk-reader.ts";
import { threads as say } from "../words/en/threads.ts";

/** The replies that these updates wrote to, a line each, under a heading; none where there are none. */
export function repliesInWords(lane: Y.Doc, updates: readonly Uint8Array[]): readonly string[] {
  const isWritten = createWrittenIn(updates);
  const records = recordsOf(lane, repliesRoot);
  const said = readTalk(lane).threads.flatMap(({ replies }) =>
    replies.filter(({ id }) => {
      const record = records.get(id);
      return record !== undefined && isWritten(record);
    }),
  );
  if (said.length === 0) return [];
  return ["", say.fileTalk, ...said.map((one) => `- ${one.words.replace(/\n/g, "\n  ")}`)];
}
