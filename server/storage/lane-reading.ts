/**
 * Lanes as read by somebody who writes nothing, on a connection of their own: the keeper's jobs and the
 * commands. What one call gives is of one moment.
 */
import type { DeadRecord, RecordChange } from "./messages.ts";
import { type Database, rollBack } from "./sqlite.ts";

/** One update of a lane's log. */
export interface LoggedUpdate {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly author: string;
  /** A Yjs update, v1. */
  readonly data: Uint8Array;
}

export interface LaneOnDisk {
  readonly head: number;
  readonly base: number;
  readonly epoch: number;
  /** The first `base` updates as one, v1. */
  readonly snapshot: Uint8Array | undefined;
  /** Number `base` + 1 to `head`. */
  readonly updates: readonly LoggedUpdate[];
  /** What is known to be deleted but still there. */
  readonly dead: readonly DeadRecord[];
}

export type LaneReading = ReturnType<typeof createLaneReading>;

export function createLaneReading(database: Database) {
  const statements = {
    doc: database.prepare("SELECT base, epoch FROM doc WHERE id = ?"),
    state: database.prepare("SELECT data FROM state WHERE doc = ?"),
    updates: database.prepare("SELECT at, author, data FROM upd WHERE doc = ? ORDER BY seq"),
    dead: database.prepare("SELECT root, record, since FROM dead WHERE doc = ?"),
    changes: database.prepare(
      "SELECT at, author, root, record, how FROM change WHERE doc = ? AND at >= ? ORDER BY at",
    ),
    keptIds: database.prepare("SELECT id FROM snapshot WHERE doc = ? ORDER BY at DESC, rowid DESC"),
    kept: database.prepare("SELECT data FROM snapshot WHERE id = ?"),
    overdue: database.prepare(
      "SELECT doc FROM dead WHERE since <= ?1 UNION SELECT doc FROM upd GROUP BY doc HAVING min(at) <= ?1",
    ),
  };

  return {
    /** Undefined if the lane was never written. */
    lane(doc: string): LaneOnDisk | undefined {
      database.exec("BEGIN");
      try {
        const row = statements.doc.get(doc) as { base: number; epoch: number } | undefined;
        if (!row) return undefined;
        const state = statements.state.get(doc) as { data: Uint8Array } | undefined;
        const updates = statements.updates.all(doc) as LoggedUpdate[];
        const dead = statements.dead.all(doc) as DeadRecord[];
        return { ...row, head: row.base + updates.length, snapshot: state?.data, updates, dead };
      } finally {
        rollBack(database);
      }
    },
    /** Lanes with something known to be dead, or an update not folded, since before that time. */
    overdue: (before: number): readonly string[] =>
      (statements.overdue.all(before) as { doc: string }[]).map(({ doc }) => doc),
    /** The versions that were kept of the lane, newest first. */
    keptIds: (doc: string): readonly string[] =>
      (statements.keptIds.all(doc) as { id: string }[]).map(({ id }) => id),
    /** One of them: a Yjs update, v1. */
    kept: (id: string): Uint8Array | undefined =>
      (statements.kept.get(id) as { data: Uint8Array } | undefined)?.data,
    /** What has been stored of who changed what, from `since` on; the lane's log may hold more. */
    changes: (doc: string, since: number): readonly RecordChange[] =>
      statements.changes.all(doc, since) as RecordChange[],
  };
}
