/**
 * What a reveal adds to a board: one update (Yjs, v1) with every entry of one act in its members' private
 * lanes that the board does not hold yet; undefined where there is nothing to add. A lane or an entry that
 * cannot be read is passed over.
 */
import * as Y from "yjs";
import type { BoardId, MemberId } from "../../../shared/base/ids.ts";
import { laneName } from "../../../shared/protocol/lanes.ts";
import {
  type Act,
  type PrivateEntry,
  type Reveal,
  readPrivately,
  reveal as revealOn,
} from "../../../shared/sorting/private-entries.ts";
import type { LaneReading } from "../../storage/lane-reading.ts";
import { mergedState } from "./state.ts";

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
  const entries = new Map<MemberId, readonly PrivateEntry[]>();
  for (const memberId of members) {
    const lane = documentOf(lanes, laneName({ kind: "private", boardId, memberId }));
    if (lane) entries.set(memberId, readPrivately(lane, question));
    lane?.destroy();
  }
  const board = documentOf(lanes, laneName({ kind: "board", boardId }));
  if (!board) throw new Error("the board's lane cannot be read");
  let update: Uint8Array | undefined;
  board.once("update", (made: Uint8Array) => {
    update = made;
  });
  const first = revealOn(board, question, entries, now);
  board.destroy();
  return { update, reveal: first };
}

function documentOf(lanes: LaneReading, name: string): Y.Doc | undefined {
  const lane = lanes.lane(name);
  if (!lane) return undefined;
  const doc = new Y.Doc();
  try {
    Y.applyUpdate(doc, mergedState(lane));
    return doc;
  } catch {
    doc.destroy();
    return undefined;
  }
}
