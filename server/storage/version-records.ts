/**
 * The states of boards that were kept under a name: every statement about them but the one that puts a
 * board back, which is the log's (log-tables.ts).
 */
import type { BoardId } from "../../shared/base/ids.ts";
import type { Append, KeptVersion } from "./messages.ts";
import type { Commit } from "./queries.ts";
import type { BoardRecord } from "./records.ts";
import type { Database } from "./sqlite.ts";

export interface VersionRecord extends Omit<KeptVersion, "state" | "index"> {
  /** Of a member, also one who has left; null if the author is none. */
  readonly authorName: string | null;
}

export type VersionRecords = ReturnType<typeof createVersionRecords>;

/** `doc` names a board's lane in the log. */
export function createVersionRecords(reader: Database, commit: Commit) {
  const list = reader.prepare(
    `SELECT snapshot.id AS id, snapshot.name AS name, at, author, member.name AS authorName
     FROM snapshot LEFT JOIN member ON member.id = author
     WHERE doc = ? ORDER BY at DESC, snapshot.id`,
  );
  const one = reader.prepare(
    'SELECT id, name, at, author, data AS state, idx AS "index" FROM snapshot WHERE doc = ? AND id = ?',
  );
  return {
    /** Newest first. */
    versionsOf: (doc: string): readonly VersionRecord[] => list.all(doc) as VersionRecord[],
    version: (doc: string, id: string): KeptVersion | undefined =>
      one.get(doc, id) as KeptVersion | undefined,
    keep: (doc: string, version: KeptVersion, epoch: number): Promise<void> => {
      const { id, name, at, author, state, index } = version;
      const values = [id, doc, name, at, author, epoch, state, index];
      return commit([{ sql: "INSERT INTO snapshot VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values }], []);
    },
    /** A board that begins as a copy: its document, and the pages' images of the one it is a copy of. */
    addCopy: (board: BoardRecord, of: BoardId, first: Append): Promise<void> =>
      commit(
        [
          {
            sql: "INSERT INTO board VALUES (?, ?, ?, ?)",
            values: [board.id, board.team, board.titleMirror, board.createdAt],
          },
          {
            sql: "INSERT INTO blob SELECT ?, hash, kind, width, height, bytes, ? FROM blob WHERE board = ?",
            values: [board.id, board.createdAt, of],
          },
          {
            sql: "INSERT INTO covered SELECT ?, page, hash FROM covered WHERE board = ?",
            values: [board.id, of],
          },
        ],
        [first],
      ),
  };
}
