/** A lane as a document, for jobs that read what is in it; undefined where there is none or it cannot be read. */
import * as Y from "yjs";
import type { LaneReading } from "../../storage/lane-reading.ts";
import { mergedState } from "./state.ts";

export function documentOf(lanes: LaneReading, name: string): Y.Doc | undefined {
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
