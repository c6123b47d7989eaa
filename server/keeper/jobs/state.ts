/** A lane's state as one Yjs update, v1; undefined if it was never written. Without a document: as it was written. */
import type { LaneOnDisk, LaneReading } from "../../storage/lane-reading.ts";
import { mergeAsTree } from "../../storage/merge.ts";

export function state(
  lanes: LaneReading,
  { doc }: { readonly doc: string },
): Uint8Array | undefined {
  const lane = lanes.lane(doc);
  return lane && mergedState(lane);
}

/** The snapshot and all that came after it, as one update. */
export function mergedState({ snapshot, updates }: LaneOnDisk): Uint8Array {
  const tail = updates.map(({ data }) => data);
  if (!snapshot) return mergeAsTree(tail);
  return tail.length === 0 ? snapshot : mergeAsTree([snapshot, mergeAsTree(tail)]);
}
