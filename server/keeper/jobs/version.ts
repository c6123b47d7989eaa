/**
 * A lane's state as it is kept under a name: one Yjs update, v1, without what was deleted, and its index.
 * Undefined if the lane was never written.
 */
import * as Y from "yjs";
import { indexOfSnapshot } from "../../admission/admit.ts";
import type { LaneReading } from "../../storage/lane-reading.ts";
import { mergedState } from "./state.ts";

export interface VersionAnswer {
  readonly state: Uint8Array;
  readonly index: Uint8Array;
  readonly epoch: number;
}

export function version(
  lanes: LaneReading,
  { doc: name }: { readonly doc: string },
): VersionAnswer | undefined {
  const lane = lanes.lane(name);
  if (!lane) return undefined;
  const doc = new Y.Doc();
  Y.applyUpdate(doc, mergedState(lane));
  const state = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return { state, index: indexOfSnapshot(state), epoch: lane.epoch };
}
