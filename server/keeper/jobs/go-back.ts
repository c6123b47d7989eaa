/**
 * A version of a board as the board may go back to it: what was masked or covered since stays so. Answers
 * its state (a Yjs update, v1), its index, and the client ids that are new in it.
 */
import * as Y from "yjs";
import type { BlobHash, BoardId } from "../../../shared/base/ids.ts";
import { carryMasks } from "../../../shared/papers/carried-masks.ts";
import { laneName } from "../../../shared/protocol/lanes.ts";
import { indexOfSnapshot } from "../../admission/admit.ts";
import type { LaneReading } from "../../storage/lane-reading.ts";
import { clientsOf } from "../../storage/merge.ts";
import { documentOf } from "./document-of.ts";

export interface GoBackQuestion {
  readonly boardId: BoardId;
  /** The version: a Yjs update, v1. */
  readonly state: Uint8Array;
  /** The images that the board hands to nobody. */
  readonly refused: readonly BlobHash[];
}

export interface GoBackAnswer {
  readonly state: Uint8Array;
  readonly index: Uint8Array;
  readonly newClients: readonly number[];
}

export function goBack(
  lanes: LaneReading,
  { boardId, state: version, refused }: GoBackQuestion,
): GoBackAnswer {
  const earlier = new Y.Doc();
  const now = documentOf(lanes, laneName({ kind: "board", boardId })) ?? new Y.Doc();
  try {
    Y.applyUpdate(earlier, version);
    const before = clientsOf(version);
    carryMasks(earlier, now, new Set(refused));
    const state = Y.encodeStateAsUpdate(earlier);
    const newClients = [...clientsOf(state)].filter((client) => !before.has(client));
    return { state, index: indexOfSnapshot(state), newClients };
  } finally {
    earlier.destroy();
    now.destroy();
  }
}
