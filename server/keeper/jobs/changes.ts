/**
 * Who changed which record of a lane since a time: what was stored at folds, and what the log has had
 * since, newest first; one entry for each author, record and hour. None for a lane that is one person's.
 */
import * as Y from "yjs";
import type { LaneReading } from "../../storage/lane-reading.ts";
import type { RecordChange } from "../../storage/messages.ts";
import { hourMs, keyOf, watchChanges } from "../record-changes.ts";
import { isPersonal } from "./fold.ts";

export interface ChangesQuestion {
  readonly doc: string;
  /** Milliseconds since 1970. */
  readonly since: number;
}

export function changes(
  lanes: LaneReading,
  { doc: name, since }: ChangesQuestion,
): readonly RecordChange[] {
  if (isPersonal(name)) return [];
  const entries = new Map(lanes.changes(name, since).map((entry) => [keyOf(entry), entry]));
  for (const entry of changesOfLog(lanes, name, since)) entries.set(keyOf(entry), entry);
  return [...entries]
    .toSorted(([a, one], [b, other]) => other.at - one.at || (a < b ? -1 : 1))
    .map(([, entry]) => entry);
}

function changesOfLog(lanes: LaneReading, name: string, since: number): readonly RecordChange[] {
  const lane = lanes.lane(name);
  const first = lane?.updates[0];
  if (!lane || !first || !lane.updates.some(({ at }) => at >= since)) return [];
  const doc = new Y.Doc();
  if (lane.snapshot) Y.applyUpdate(doc, lane.snapshot);
  const watch = watchChanges(doc, lanes.changes(name, first.at - hourMs));
  for (const update of lane.updates) watch.apply(update);
  doc.destroy();
  return watch.changes().filter(({ at }) => at >= since);
}
