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
  const name = laneName({ kind: "board", boardId });
  const now = documentOf(lanes, name) ?? new Y.Doc();
  try {
    Y.applyUpdate(earlier, version);
    const before = clientsOf(version);
    carryMasks(earlier, laterStates(lanes, name, now), new Set(refused));
    const state = Y.encodeStateAsUpdate(earlier);
    const newClients = [...clientsOf(state)].filter((client) => !before.has(client));
    return { state, index: indexOfSnapshot(state), newClients };
  } finally {
    earlier.destroy();
    now.destroy();
  }
}

/** The board now, then the versions kept of it, newest first: each is read when it is asked for. */
function* laterStates(lanes: LaneReading, name: string, now: Y.Doc): Iterable<Y.Doc> {
  yield now;
  for (const id of lanes.keptIds(name)) {
    const state = lanes.kept(id);
    const kept = new Y.Doc();
    if (state) Y.applyUpdate(kept, state);
    yield kept;
    kept.destroy();
  }
}
