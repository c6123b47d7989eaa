/**
 * Makes a lane's snapshot anew from the one before and the log behind it, through a document that
 * collects garbage: what was deleted is gone from it, and what still waits for others is kept. On the
 * way it learns who changed which record, and which records are dead; those dead for longer than a time
 * of grace it proposes to remove for good, as an update that the rooms carry out like any other.
 */
import * as Y from "yjs";
import { parseLane } from "../../../shared/protocol/lanes.ts";
import { indexOfSnapshot } from "../../admission/admit.ts";
import type { LaneReading } from "../../storage/lane-reading.ts";
import type { DeadRecord, Fold } from "../../storage/messages.ts";
import { deadRecords, hourMs, watchChanges } from "../record-changes.ts";

export interface FoldQuestion {
  readonly doc: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** How long the dead stay. */
  readonly graceMs: number;
}

export interface FoldAnswer {
  readonly fold: Omit<Fold, "at" | "tookMs">;
  /** Removes what has been dead for long, as of update `fold.upTo`: a Yjs update (v1) of deletions alone. */
  readonly purge: Uint8Array | undefined;
}

/** Undefined if there is nothing to fold. */
export function fold(
  lanes: LaneReading,
  { doc: name, now, graceMs }: FoldQuestion,
): FoldAnswer | undefined {
  const lane = lanes.lane(name);
  if (!lane) return undefined;
  const first = lane.updates[0];
  // Even with nothing new, somebody's time of grace may have passed.
  if (!first && !lane.dead.some(({ since }) => now - since >= graceMs)) return undefined;
  const doc = new Y.Doc();
  if (lane.snapshot) Y.applyUpdate(doc, lane.snapshot);
  const watch = watchChanges(doc, first ? lanes.changes(name, first.at - hourMs) : []);
  for (const update of lane.updates) watch.apply(update);
  const snapshot = Y.encodeStateAsUpdate(doc);

  const since = new Map(lane.dead.map((one) => [`${one.root}/${one.record}`, one.since]));
  const dead = deadRecords(doc).map(({ root, record }): DeadRecord => {
    const known = watch.turnedAt(root, record) ?? since.get(`${root}/${record}`) ?? now;
    return { root, record, since: Math.min(known, now) };
  });
  const { base, epoch, head: upTo } = lane;
  const answer = {
    fold: {
      doc: name,
      base,
      epoch,
      upTo,
      snapshot,
      index: indexOfSnapshot(snapshot),
      changes: isPersonal(name) ? [] : watch.changes(),
      dead,
    },
    purge: withoutDead(
      doc,
      dead.filter((one) => now - one.since >= graceMs),
    ),
  };
  doc.destroy();
  return answer;
}

/** What one person writes for themselves is nobody else's business: nothing is kept of who did what when. */
export function isPersonal(doc: string): boolean {
  const kind = parseLane(doc)?.kind;
  return kind === "private" || kind === "guest";
}

function withoutDead(doc: Y.Doc, dead: readonly DeadRecord[]): Uint8Array | undefined {
  let purge: Uint8Array | undefined;
  doc.once("update", (update: Uint8Array) => {
    purge = update;
  });
  doc.transact(() => {
    for (const { root, record } of dead) doc.getMap(root).delete(record);
  });
  return purge;
}
