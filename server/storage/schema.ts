/**
 * The tables, and the version of them that a data folder was written with.
 *
 * `doc` and `upd` are the update log (DESIGN section 3): `upd.seq` has no gaps within a document and
 * follows the order of commits; `doc.snapshot` is the state up to and including `doc.base`. The
 * rest are records. Every change to a table is a new step at the end of `steps`.
 */
import { type Database, readPragma } from "./sqlite.ts";

const steps: readonly string[] = [
  `
  CREATE TABLE doc (
    id TEXT PRIMARY KEY, head INTEGER NOT NULL, base INTEGER NOT NULL, snapshot BLOB
  ) STRICT;
  CREATE TABLE upd (
    doc TEXT NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL, author TEXT NOT NULL,
    data BLOB NOT NULL, PRIMARY KEY (doc, seq)
  ) STRICT;
  CREATE TABLE team (id TEXT PRIMARY KEY, name TEXT NOT NULL, createdAt INTEGER NOT NULL) STRICT;
  CREATE TABLE member (
    id TEXT PRIMARY KEY, team TEXT NOT NULL REFERENCES team, name TEXT NOT NULL,
    joinedAt INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX memberOfTeam ON member (team, joinedAt);
  CREATE TABLE session (hash TEXT PRIMARY KEY, createdAt INTEGER NOT NULL) STRICT;
  CREATE TABLE sessionMember (
    session TEXT NOT NULL REFERENCES session, team TEXT NOT NULL REFERENCES team,
    member TEXT NOT NULL REFERENCES member, PRIMARY KEY (session, team)
  ) STRICT;
  CREATE TABLE invitation (
    id TEXT PRIMARY KEY, team TEXT NOT NULL REFERENCES team, hash TEXT NOT NULL UNIQUE,
    createdAt INTEGER NOT NULL, revokedAt INTEGER
  ) STRICT;
  CREATE INDEX invitationOfTeam ON invitation (team, createdAt);
  CREATE TABLE board (
    id TEXT PRIMARY KEY, team TEXT NOT NULL REFERENCES team, titleMirror TEXT NOT NULL,
    createdAt INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX boardOfTeam ON board (team, createdAt);
  CREATE TABLE blob (
    board TEXT NOT NULL REFERENCES board, hash TEXT NOT NULL, kind TEXT NOT NULL,
    width INTEGER NOT NULL, height INTEGER NOT NULL, bytes INTEGER NOT NULL,
    storedAt INTEGER NOT NULL, PRIMARY KEY (board, hash)
  ) STRICT;
  CREATE TABLE probe (id INTEGER PRIMARY KEY CHECK (id = 1), count INTEGER NOT NULL) STRICT;
  INSERT INTO probe VALUES (1, 0);
  `,
];

export const schemaVersion = steps.length;

/** A data folder written by a newer Noticeboard, which this one must not touch. */
export class NewerSchemaError extends Error {
  override readonly name = "NewerSchemaError";
}

/** Brings the tables to this version. Throws NewerSchemaError if they are ahead of it. */
export function migrate(database: Database): void {
  const found = Number(readPragma(database, "user_version"));
  if (found > schemaVersion) {
    throw new NewerSchemaError(
      `The data was written by a newer Noticeboard (its tables are version ${found}, this one knows ${schemaVersion}). Update Noticeboard and start it again.`,
    );
  }
  for (let version = found; version < schemaVersion; version++) {
    database.exec(
      `BEGIN IMMEDIATE; ${steps[version] ?? ""} PRAGMA user_version = ${version + 1}; COMMIT;`,
    );
  }
}
