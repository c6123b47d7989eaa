/**
 * A database looked at from outside the server: by a command in another process, on a connection that
 * cannot write, whether the server runs or not.
 */
import type { BlobHash, BoardId, MemberId } from "../../shared/base/ids.ts";
import type { StoredLane } from "./messages.ts";
import type { BlobRecord, BoardRecord, TeamRecord } from "./records.ts";
import { schemaVersion } from "./schema.ts";
import { openDatabase, readPragma, type Value } from "./sqlite.ts";

/** A Yjs update, v1. */
export interface KeptState {
  readonly id: string;
  readonly doc: string;
  readonly data: Uint8Array;
}

/** The tables are not those this version knows; the message says what to do. */
export class OtherSchemaError extends Error {
  override readonly name = "OtherSchemaError";
}

/** Throws OtherSchemaError, or what SQLite says if there is no such database. */
export async function openReading(path: string) {
  const database = await openDatabase(path, { readOnly: true });
  const all = <T>(sql: string, ...values: Value[]): readonly T[] =>
    database.prepare(sql).all(...values) as T[];
  const one = <T>(sql: string, ...values: Value[]): T | undefined =>
    database.prepare(sql).get(...values) as T | undefined;

  const version = Number(readPragma(database, "user_version"));
  if (version !== schemaVersion) {
    database.close();
    throw new OtherSchemaError(
      version > schemaVersion
        ? "The data was written by a newer Noticeboard. Use its own commands on it."
        : "The data was written by an older Noticeboard. Start the server on it once, then try again.",
    );
  }

  return {
    /** Everything that `read` reads is of one moment. */
    moment<T>(read: () => T): T {
      database.exec("BEGIN");
      try {
        return read();
      } finally {
        database.exec("COMMIT");
      }
    },
    /** What SQLite finds wrong with the file, and rows that name others which are not there. */
    faults(): readonly string[] {
      const found = all<{ integrity_check: string }>("PRAGMA integrity_check").map(
        (row) => row.integrity_check,
      );
      const orphans = all<{ table: string; parent: string }>("PRAGMA foreign_key_check").map(
        ({ table, parent }) => `a row of ${table} names a row of ${parent} that is not there`,
      );
      return [...found.filter((line) => line !== "ok"), ...orphans];
    },
    lanes: (): readonly string[] =>
      all<{ id: string }>("SELECT id FROM doc ORDER BY id").map(({ id }) => id),
    /** Undefined if it was never written. */
    lane(id: string): StoredLane | undefined {
      const row = one<{ base: number; epoch: number }>(
        "SELECT base, epoch FROM doc WHERE id = ?",
        id,
      );
      if (!row) return undefined;
      const state = one<{ data: Uint8Array; idx: Uint8Array | null }>(
        "SELECT data, idx FROM state WHERE doc = ?",
        id,
      );
      const tail = all<{ data: Uint8Array }>("SELECT data FROM upd WHERE doc = ? ORDER BY seq", id);
      const owners = all<{ client: number; owner: string }>(
        "SELECT client, owner FROM author WHERE doc = ?",
        id,
      );
      return {
        ...row,
        head: row.base + tail.length,
        snapshot: state?.data,
        index: state?.idx ?? undefined,
        owners: owners.map(({ client, owner }) => [client, owner]),
        updates: tail.map(({ data }) => data),
      };
    },
    /** States of lanes that were kept under a name. */
    keptStates: (): readonly KeptState[] =>
      all<KeptState>("SELECT id, doc, data FROM snapshot ORDER BY doc, at"),
    teams: (): readonly TeamRecord[] =>
      all<TeamRecord>("SELECT id, name FROM team ORDER BY createdAt, rowid"),
    memberName: (id: MemberId): string | undefined =>
      one<{ name: string }>("SELECT name FROM member WHERE id = ?", id)?.name,
    board: (id: BoardId): BoardRecord | undefined =>
      one<BoardRecord>("SELECT id, team, titleMirror, createdAt FROM board WHERE id = ?", id),
    images: (board: BoardId): readonly BlobRecord[] =>
      all<BlobRecord>(
        "SELECT board, hash, kind, width, height, bytes FROM blob WHERE board = ?",
        board,
      ),
    /** Every image that any board has, each once. */
    imageHashes: (): readonly BlobHash[] =>
      all<{ hash: BlobHash }>("SELECT DISTINCT hash FROM blob ORDER BY hash").map(
        ({ hash }) => hash,
      ),
    close: (): void => database.close(),
  };
}

export type Reading = Awaited<ReturnType<typeof openReading>>;
