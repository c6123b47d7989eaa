/**
 * What a client that has been away lacks, as one Yjs update, v1: the structs beyond its state vector, and
 * every deletion. Throws if the vector is malformed.
 */
import * as Y from "yjs";
import type { LaneReading } from "../../storage/lane-reading.ts";
import { mergeAsTree } from "../../storage/merge.ts";

export function diff(
  lanes: LaneReading,
  { doc, stateVector }: { readonly doc: string; readonly stateVector: Uint8Array },
): Uint8Array {
  const { snapshot, updates = [] } = lanes.lane(doc) ?? {};
  const tail = mergeAsTree(updates.map(({ data }) => data));
  // Of the tail a client may be told again what it knows; only the snapshot is worth looking through.
  return snapshot ? mergeAsTree([Y.diffUpdate(snapshot, stateVector), tail]) : tail;
}
