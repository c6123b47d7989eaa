/**
 * What is to be said on a board of how an act goes: how many members began and how many have finished,
 * counted in their private lanes, as one update (Yjs, v1); undefined where nothing is new. Says never who.
 */
import type { BoardId, MemberId } from "../../../shared/base/ids.ts";
import { laneName } from "../../../shared/protocol/lanes.ts";
import type { Act } from "../../../shared/sorting/private-entries.ts";
import { noteProgress, type Progress, readPart } from "../../../shared/sorting/taking-part.ts";
import type { LaneReading } from "../../storage/lane-reading.ts";
import { documentOf } from "./document-of.ts";

export interface ProgressQuestion extends Act {
  readonly boardId: BoardId;
  /** Whose private lanes are read. */
  readonly members: readonly MemberId[];
}

export interface ProgressJobAnswer extends Progress {
  readonly update: Uint8Array | undefined;
}

export function progress(lanes: LaneReading, question: ProgressQuestion): ProgressJobAnswer {
  const { boardId, members } = question;
  const counted = { began: 0, finished: 0 };
  for (const memberId of members) {
    const lane = documentOf(lanes, laneName({ kind: "private", boardId, memberId }));
    const part = lane && readPart(lane, question);
    if (part) counted.began++;
    if (part?.finished) counted.finished++;
    lane?.destroy();
  }
  const board = documentOf(lanes, laneName({ kind: "board", boardId }));
  if (!board) throw new Error("the board's lane cannot be read");
  let update: Uint8Array | undefined;
  board.once("update", (made: Uint8Array) => {
    update = made;
  });
  noteProgress(board, question, counted);
  board.destroy();
  return { ...counted, update };
}
