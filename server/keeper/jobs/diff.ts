/**
 * What a client that has been away lacks, as one Yjs update, v1: the structs beyond its state vector, and
 * every deletion. Throws if the vector is malformed.
 */
import * as Y from "yjs";
import type { LaneReading } from "../../storage/lane-reading.ts";
import { mergeAsTree } from "../../storage/merge.ts";
import { mergedState } from "./state.ts";

export function diff(
  lanes: LaneReading,
  { doc, stateVector }: { readonly doc: string; readonly stateVector: Uint8Array },
): Uint8Array {
  const lane = lanes.lane(doc);
  return lane ? Y.diffUpdate(mergedState(lane), stateVector) : mergeAsTree([]);
}
