/**
 * The tables, and the version of them that a data folder was written with.
 *
 * `doc`, `upd`, `state` and `author` are the update log (DESIGN section 3): `upd.seq` has no gaps within
 * a lane and follows the order of commits; `state.data` is the state up to and including `doc.base`,
 * and every update behind it is in `upd`. An update costs one row in one tree: nothing big and nothing
 * that could be computed lies in a row that is written at every commit. `author` says whose a Yjs
 * client id is in a lane. `change` is who changed what, `dead` what is deleted but still there,
 * `snapshot` the states that were kept under a name. The rest are records. Every change to a table is
 * a new step at the end of `steps`.
 */
import { clientsOf } from "./merge.ts";
import { type Database, readPragma, rollBack } from "./sqlite.ts";

/** SQL, or what SQL alone cannot do; inside the step's transaction. */
type Step = string | ((database: Database) => void);

const steps: readonly Step[] = [
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
  (database) => {
    database.exec(`
      CREATE TABLE state (doc TEXT PRIMARY KEY, data BLOB NOT NULL, idx BLOB) STRICT;
      INSERT INTO state SELECT id, snapshot, NULL FROM doc WHERE snapshot IS NOT NULL;
      ALTER TABLE doc RENAME TO oldDoc;
      CREATE TABLE doc (
        id TEXT PRIMARY KEY, base INTEGER NOT NULL, epoch INTEGER NOT NULL DEFAULT 0
      ) STRICT, WITHOUT ROWID;
      INSERT INTO doc SELECT id, base, 0 FROM oldDoc;
      DROP TABLE oldDoc;
      ALTER TABLE upd RENAME TO oldUpd;
      CREATE TABLE upd (
        doc TEXT NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL, author TEXT NOT NULL,
        data BLOB NOT NULL, PRIMARY KEY (doc, seq)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO upd SELECT doc, seq, at, author, data FROM oldUpd ORDER BY doc, seq;
      DROP TABLE oldUpd;
      CREATE TABLE author (
        doc TEXT NOT NULL, client INTEGER NOT NULL, owner TEXT NOT NULL, PRIMARY KEY (doc, client)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE change (
        doc TEXT NOT NULL, author TEXT NOT NULL, root TEXT NOT NULL, record TEXT NOT NULL,
        hour INTEGER NOT NULL, at INTEGER NOT NULL, how TEXT NOT NULL,
        PRIMARY KEY (doc, hour, author, root, record)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE dead (
        doc TEXT NOT NULL, root TEXT NOT NULL, record TEXT NOT NULL, since INTEGER NOT NULL,
        PRIMARY KEY (doc, root, record)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE snapshot (
        id TEXT PRIMARY KEY, doc TEXT NOT NULL, name TEXT NOT NULL, at INTEGER NOT NULL,
        author TEXT NOT NULL, epoch INTEGER NOT NULL, data BLOB NOT NULL, idx BLOB
      ) STRICT;
      CREATE INDEX snapshotOfDoc ON snapshot (doc, at);
    `);
    // Whose a client id is was not kept: the log knows who first wrote under it. Those of a snapshot
    // alone are nobody's.
    const own = database.prepare("INSERT OR IGNORE INTO author VALUES (?, ?, ?)");
    const rows = database.prepare("SELECT doc, author, data FROM upd ORDER BY doc, seq").all();
    for (const { doc, author, data } of rows as { doc: string; author: string; data: Uint8Array }[])
      for (const client of clientsOf(data)) own.run(doc, client, author);
  },
  `
  ALTER TABLE member ADD COLUMN leftAt INTEGER;
  ALTER TABLE session ADD COLUMN renewedAt INTEGER NOT NULL DEFAULT 0;
  UPDATE session SET renewedAt = createdAt;
  CREATE INDEX sessionOfMember ON sessionMember (member);
  CREATE TABLE guestLink (
    id TEXT PRIMARY KEY, board TEXT NOT NULL REFERENCES board, role TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE, until INTEGER NOT NULL, createdAt INTEGER NOT NULL, revokedAt INTEGER,
    closedAt INTEGER
  ) STRICT;
  CREATE INDEX guestLinkOfBoard ON guestLink (board, createdAt);
  CREATE TABLE guest (
    id TEXT PRIMARY KEY, link TEXT NOT NULL REFERENCES guestLink, name TEXT NOT NULL,
    cameAt INTEGER NOT NULL, endedAt INTEGER
  ) STRICT;
  CREATE INDEX guestOfLink ON guest (link);
  CREATE TABLE sessionGuest (
    session TEXT NOT NULL REFERENCES session, board TEXT NOT NULL REFERENCES board,
    guest TEXT NOT NULL REFERENCES guest, PRIMARY KEY (session, board)
  ) STRICT;
  CREATE TABLE visit (guest TEXT NOT NULL REFERENCES guest, at INTEGER NOT NULL) STRICT;
  CREATE INDEX visitOfGuest ON visit (guest, at);
  `,
  `
  CREATE TABLE covered (
    board TEXT NOT NULL REFERENCES board, page TEXT NOT NULL, hash TEXT NOT NULL,
    PRIMARY KEY (board, hash, page)
  ) STRICT, WITHOUT ROWID;
  `,
];

export const schemaVersion = steps.length;

/** A data folder written by a newer Noticeboard, which this one must not touch. */
export class NewerSchemaError extends Error {
  override readonly name = "NewerSchemaError";
}

/** The version of the tables. Throws NewerSchemaError if it is ahead of this one. */
export function refuseNewer(database: Database): number {
  const found = Number(readPragma(database, "user_version"));
  if (found <= schemaVersion) return found;
  throw new NewerSchemaError(
    `The data was written by a newer Noticeboard (its tables are version ${found}, this one knows ${schemaVersion}). Update Noticeboard and start it again.`,
  );
}

/** Brings the tables to this version. Throws NewerSchemaError if they are ahead of it. */
export function migrate(database: Database): void {
  const found = refuseNewer(database);
  for (let version = found; version < schemaVersion; version++) {
    const step = steps[version] ?? "";
    database.exec("BEGIN IMMEDIATE");
    try {
      if (typeof step === "string") database.exec(step);
      else step(database);
      database.exec(`PRAGMA user_version = ${version + 1}; COMMIT;`);
    } catch (error) {
      rollBack(database);
      throw error;
    }
  }
}
