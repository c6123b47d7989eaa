/**
 * The update log as SQL: append, load, fold. Runs in the log worker, on its one connection.
 *
 * Knows no threads (log-worker.ts) and nothing of what an update means. Sequence numbers are given
 * here, in the order of commits, and have no gaps.
 */
import { isTimeToFold, newTail, type Tail } from "./fold-policy.ts";
import type {
  FailedChange,
  Fold,
  PackedChange,
  PackedLane,
  PutBack,
  RecordChange,
} from "./messages.ts";
import { pack } from "./messages.ts";
import { type Database, rollBack, type Statement } from "./sqlite.ts";

/** More tails than this are not remembered; each is looked up again in a few microseconds. */
const rememberedTails = 10_000;

export interface Outcome {
  readonly failed: readonly FailedChange[];
  /** Lanes whose log it is time to fold. */
  readonly long: readonly string[];
}

export function createLogTables(database: Database) {
  const tails = new Map<string, Tail>();
  const statements = new Map<string, Statement>();
  const prepared = (sql: string): Statement => {
    let known = statements.get(sql);
    if (!known) statements.set(sql, (known = database.prepare(sql)));
    return known;
  };
  const begin = database.prepare("BEGIN IMMEDIATE");
  const commit = database.prepare("COMMIT");
  const beginChange = database.prepare("SAVEPOINT change");
  const endChange = database.prepare("RELEASE change");
  const insertUpdate = database.prepare("INSERT INTO upd VALUES (?, ?, ?, ?, ?)");
  const insertOwner = database.prepare("INSERT OR IGNORE INTO author VALUES (?, ?, ?)");

  function tailOf(doc: string): Tail {
    const known = tails.get(doc);
    if (known) return known;
    const row = prepared("SELECT base FROM doc WHERE id = ?").get(doc) as
      | { base: number }
      | undefined;
    const sums = prepared(
      "SELECT count(*) AS count, max(seq) AS head, coalesce(sum(length(data)), 0) AS bytes FROM upd WHERE doc = ?",
    ).get(doc) as { count: number; head: number | null; bytes: number };
    if (!row) prepared("INSERT INTO doc (id, base) VALUES (?, 0)").run(doc);
    const tail = newTail(sums.head ?? row?.base ?? 0, sums.count, sums.bytes);
    if (tails.size >= rememberedTails) tails.clear();
    tails.set(doc, tail);
    return tail;
  }

  function carryOut(
    { writes, appends }: PackedChange,
    bytes: Uint8Array,
    from: number,
    long: Set<string>,
  ): void {
    for (const { sql, values } of writes) prepared(sql).run(...values);
    let start = from;
    for (const { doc, at, author, newClients, end } of appends) {
      const tail = tailOf(doc);
      insertUpdate.run(doc, tail.head + 1, at, author, bytes.subarray(start, end));
      for (const client of newClients) insertOwner.run(doc, client, author);
      tail.head++;
      tail.count++;
      tail.bytes += end - start;
      start = end;
      if (isTimeToFold(tail, at)) long.add(doc);
    }
  }

  function insertChange(doc: string, { author, root, record, at, how }: RecordChange): void {
    prepared(
      "INSERT INTO change VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT DO UPDATE SET at = excluded.at, how = excluded.how",
    ).run(doc, author, root, record, hourOf(at), at, how);
  }

  return {
    /**
     * Commits many changes with one wait for the disk. A change of records that breaks a constraint fails
     * alone; if the commit itself fails (disk full), all have failed and nothing is on disk.
     */
    commit(changes: readonly PackedChange[], bytes: Uint8Array): Outcome {
      const failed: FailedChange[] = [];
      const long = new Set<string>();
      let start = 0;
      try {
        begin.run();
        for (const [index, change] of changes.entries()) {
          // Updates alone break no constraint, and most changes are such.
          const mayFail = change.writes.length > 0;
          if (mayFail) beginChange.run();
          try {
            carryOut(change, bytes, start, long);
            if (mayFail) endChange.run();
          } catch (error) {
            if (!mayFail) throw error;
            // A full disk may have rolled the whole transaction back already; then this throws too.
            database.exec("ROLLBACK TO change; RELEASE change");
            tails.clear();
            failed.push({ index, reason: String(error) });
          }
          start = change.appends.at(-1)?.end ?? start;
        }
        commit.run();
        return { failed, long: [...long] };
      } catch (error) {
        tails.clear();
        rollBack(database);
        const reason = String(error);
        return { failed: changes.map((_change, index) => ({ index, reason })), long: [] };
      }
    },

    load(doc: string): PackedLane | undefined {
      const row = prepared("SELECT base, epoch FROM doc WHERE id = ?").get(doc) as
        | { base: number; epoch: number }
        | undefined;
      if (!row) return undefined;
      const state = prepared("SELECT data, idx FROM state WHERE doc = ?").get(doc) as
        | { data: Uint8Array; idx: Uint8Array | null }
        | undefined;
      const updates = prepared("SELECT data FROM upd WHERE doc = ? ORDER BY seq").all(doc) as {
        data: Uint8Array;
      }[];
      const owners = prepared("SELECT client, owner FROM author WHERE doc = ?").all(doc) as {
        client: number;
        owner: string;
      }[];
      return {
        head: row.base + updates.length,
        base: row.base,
        epoch: row.epoch,
        snapshot: state?.data,
        index: state?.idx ?? undefined,
        owners: owners.map(({ client, owner }) => [client, owner] as const),
        tail: pack(updates.map(({ data }) => data)),
      };
    },

    /** Puts a snapshot in the place of an older one and of what it holds; false if those are there no more. */
    fold(fold: Fold): boolean {
      const { doc, base, epoch, upTo, snapshot, index } = fold;
      try {
        begin.run();
        const row = prepared(
          "UPDATE doc SET base = ? WHERE id = ? AND base = ? AND epoch = ? RETURNING id",
        ).get(upTo, doc, base, epoch);
        if (!row) {
          rollBack(database);
          return false;
        }
        prepared("INSERT OR REPLACE INTO state VALUES (?, ?, ?)").run(doc, snapshot, index ?? null);
        prepared("DELETE FROM upd WHERE doc = ? AND seq <= ?").run(doc, upTo);
        for (const change of fold.changes) insertChange(doc, change);
        prepared("DELETE FROM dead WHERE doc = ?").run(doc);
        for (const { root, record, since } of fold.dead)
          prepared("INSERT INTO dead VALUES (?, ?, ?, ?)").run(doc, root, record, since);
        commit.run();
      } catch (error) {
        tails.delete(doc);
        rollBack(database);
        throw error;
      }
      tails.delete(doc);
      Object.assign(tailOf(doc), { foldedAt: fold.at, tookMs: fold.tookMs });
      return true;
    },

    /** Keeps what the lane is now as a version, and puts an older state in its place under a higher epoch. */
    putBack({ doc, author, at, state, index, owners, before }: PutBack): void {
      try {
        begin.run();
        prepared(
          "INSERT INTO snapshot SELECT ?, id, ?, ?, ?, epoch, ?, ? FROM doc WHERE id = ?",
        ).run(before.id, before.name, before.at, before.author, before.state, before.index, doc);
        prepared("UPDATE doc SET base = ?, epoch = epoch + 1 WHERE id = ?").run(
          tailOf(doc).head,
          doc,
        );
        prepared("INSERT OR REPLACE INTO state VALUES (?, ?, ?)").run(doc, state, index);
        prepared("DELETE FROM upd WHERE doc = ?").run(doc);
        prepared("DELETE FROM dead WHERE doc = ?").run(doc);
        for (const [client, owner] of owners) insertOwner.run(doc, client, owner);
        insertChange(doc, { author, at, root: "meta", record: "version", how: "changed" });
        commit.run();
      } catch (error) {
        rollBack(database);
        throw error;
      } finally {
        tails.delete(doc);
      }
    },
  };
}

const hourMs = 3_600_000;

const hourOf = (at: number): number => Math.floor(at / hourMs);
