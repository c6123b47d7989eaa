/**
 * What a reveal adds to a board: one update (Yjs, v1) with every entry of one act in its members' private
 * lanes that the board does not hold yet, and for the first reveal of a sort with the papers laid where it
 * says; undefined where there is nothing to add. A lane or an entry that cannot be read is passed over.
 *
 * Whoever goes by an alias in the act is shown by that; one that two go by could put words into another's
 * mouth, so neither is shown.
 */
import type { BoardId, MemberId, RoundId } from "../../../shared/base/ids.ts";
import { laneName } from "../../../shared/protocol/lanes.ts";
import { layReadings } from "../../../shared/sorting/lay-readings.ts";
import {
  type Act,
  type PrivateEntry,
  type Reveal,
  readPrivately,
  readReveal,
  reveal as revealOn,
  type Who,
} from "../../../shared/sorting/private-entries.ts";
import { readPart } from "../../../shared/sorting/taking-part.ts";
import type { LaneReading } from "../../storage/lane-reading.ts";
import { documentOf } from "./document-of.ts";

export interface RevealQuestion extends Act {
  readonly boardId: BoardId;
  /** Whose private lanes are read. */
  readonly members: readonly MemberId[];
  /** If it is the first of this act. */
  readonly now: Reveal;
}

export interface RevealJobAnswer {
  readonly update: Uint8Array | undefined;
  /** The first of this act. */
  readonly reveal: Reveal;
}

export function reveal(lanes: LaneReading, question: RevealQuestion): RevealJobAnswer {
  const { boardId, members, now } = question;
  const shown: (readonly [who: Who, own: readonly PrivateEntry[]])[] = [];
  for (const memberId of members) {
    const lane = documentOf(lanes, laneName({ kind: "private", boardId, memberId }));
    if (!lane) continue;
    const who = readPart(lane, question)?.alias ?? memberId;
    shown.push([who, readPrivately(lane, question)]);
    lane.destroy();
  }
  const entries = new Map(
    shown.filter(([who]) => shown.filter(([other]) => other === who).length === 1),
  );
  const board = documentOf(lanes, laneName({ kind: "board", boardId }));
  if (!board) throw new Error("the board's lane cannot be read");
  let update: Uint8Array | undefined;
  board.once("update", (made: Uint8Array) => {
    update = made;
  });
  const isFirst = readReveal(board, question) === undefined;
  // In one transaction, and so in one update.
  const first = board.transact(() => {
    const made = revealOn(board, question, entries, now);
    if (isFirst && question.kind === "sort") layReadings(board, question.act as RoundId, "server");
    return made;
  }, "server");
  board.destroy();
  return { update, reveal: first };
}
