/**
 * The update log as SQL: append, load, compact. Runs in the log worker, on its one connection.
 *
 * Knows no threads (log-worker.ts) and nothing of what an update means, except that merged ones say
 * the same. Sequence numbers are given here, in the order of commits, and have no gaps.
 */
import { compacted } from "./merge.ts";
import type { Append, StoredDocument, Write } from "./messages.ts";
import type { Database, Statement } from "./sqlite.ts";

/** What lies behind a document's snapshot, and when that is too much. */
interface Tail {
  head: number;
  count: number;
  bytes: number;
}

const compactAt = { count: 500, bytes: 256 * 1024 };

export interface Change {
  readonly id: number;
  readonly writes: readonly Write[];
  readonly appends: readonly Append[];
}

export interface Outcome {
  readonly committed: readonly number[];
  readonly failed: readonly { readonly id: number; readonly reason: string }[];
}

export function createLogTables(database: Database) {
  const tails = new Map<string, Tail>();
  const statements = new Map<string, Statement>();
  const prepared = (sql: string): Statement => {
    const known = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, known);
    return known;
  };

  function tailOf(doc: string): Tail {
    const known = tails.get(doc);
    if (known) return known;
    const row = prepared("SELECT head, base FROM doc WHERE id = ?").get(doc) as
      | { head: number; base: number }
      | undefined;
    const sums = prepared(
      "SELECT count(*) AS count, coalesce(sum(length(data)), 0) AS bytes FROM upd WHERE doc = ?",
    ).get(doc) as { count: number; bytes: number };
    if (!row) prepared("INSERT INTO doc VALUES (?, 0, 0, NULL)").run(doc);
    const tail = { head: row?.head ?? 0, count: sums.count, bytes: sums.bytes };
    tails.set(doc, tail);
    return tail;
  }

  function append({ doc, at, author, data }: Append): void {
    const tail = tailOf(doc);
    const seq = tail.head + 1;
    prepared("INSERT INTO upd VALUES (?, ?, ?, ?, ?)").run(doc, seq, at, author, data);
    prepared("UPDATE doc SET head = ? WHERE id = ?").run(seq, doc);
    tail.head = seq;
    tail.count++;
    tail.bytes += data.byteLength;
  }

  return {
    /**
     * Commits many changes with one wait for the disk. A change that breaks a constraint fails alone;
     * if the commit itself fails (disk full), all have failed and nothing is on disk.
     */
    commit(changes: readonly Change[]): Outcome {
      const committed: number[] = [];
      const failed: { id: number; reason: string }[] = [];
      try {
        database.exec("BEGIN IMMEDIATE");
        for (const { id, writes, appends } of changes) {
          database.exec("SAVEPOINT change");
          try {
            for (const { sql, values } of writes) prepared(sql).run(...values);
            for (const update of appends) append(update);
            database.exec("RELEASE change");
            committed.push(id);
          } catch (error) {
            // A full disk may have rolled the whole transaction back already; then this throws too.
            database.exec("ROLLBACK TO change; RELEASE change");
            tails.clear();
            failed.push({ id, reason: String(error) });
          }
        }
        database.exec("COMMIT");
        return { committed, failed };
      } catch (error) {
        tails.clear();
        rollBack(database);
        return { committed: [], failed: changes.map(({ id }) => ({ id, reason: String(error) })) };
      }
    },

    load(doc: string): StoredDocument | undefined {
      const row = prepared("SELECT head, base, snapshot FROM doc WHERE id = ?").get(doc) as
        | { head: number; base: number; snapshot: Uint8Array | null }
        | undefined;
      if (!row) return undefined;
      const updates = prepared("SELECT data FROM upd WHERE doc = ? AND seq > ? ORDER BY seq").all(
        doc,
        row.base,
      ) as { data: Uint8Array }[];
      return {
        head: row.head,
        snapshot: row.snapshot ?? undefined,
        updates: updates.map(({ data }) => data),
      };
    },

    /** Folds the document's updates into its snapshot if they have become many; else does nothing. */
    compactIfLong(doc: string): void {
      const tail = tails.get(doc);
      if (!tail || (tail.count < compactAt.count && tail.bytes < compactAt.bytes)) return;
      // Should it fail, it is tried again after as many updates more, not after every one.
      Object.assign(tail, { count: 0, bytes: 0 });
      const stored = this.load(doc);
      if (!stored) return;
      const { snapshot, updates } = stored;
      const state = compacted(snapshot ? [snapshot, ...updates] : updates);
      try {
        database.exec("BEGIN IMMEDIATE");
        prepared("UPDATE doc SET base = ?, snapshot = ? WHERE id = ?").run(stored.head, state, doc);
        prepared("DELETE FROM upd WHERE doc = ? AND seq <= ?").run(doc, stored.head);
        database.exec("COMMIT");
      } catch (error) {
        rollBack(database);
        throw error;
      }
    },
  };
}

function rollBack(database: Database): void {
  try {
    database.exec("ROLLBACK");
  } catch {
    // There was no transaction left to roll back: SQLite had done so itself.
  }
}
