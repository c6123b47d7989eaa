/**
 * Opening SQLite, through one API with two homes: `node:sqlite` inside Node 24 and later, and the
 * prebuilt `@photostructure/sqlite` before (Node 22 has the first only as an experiment).
 *
 * Owns the pragmas every connection needs. `synchronous=FULL` is set after every open, because it is
 * a property of the connection and not of the file: without it a commit in WAL mode may be lost when
 * the power fails, and "saved" would be a lie. test/integration/storage.test.ts reads it back.
 */
export type Value = null | number | string | Uint8Array;

export interface Statement {
  run(...values: Value[]): unknown;
  get(...values: Value[]): unknown;
  all(...values: Value[]): unknown[];
}

export interface Database {
  exec(sql: string): void;
  prepare(sql: string): Statement;
  close(): void;
}

interface SqliteModule {
  readonly DatabaseSync: new (
    path: string,
    options: { readonly readOnly: boolean; readonly timeout: number },
  ) => Database;
}

const firstNodeWithSqlite = 24;

async function loadSqlite(): Promise<SqliteModule> {
  const major = Number(process.versions.node.split(".")[0]);
  if (major >= firstNodeWithSqlite) {
    const builtIn = process.getBuiltinModule("node:sqlite") as SqliteModule | undefined;
    if (builtIn) return builtIn;
  }
  return (await import("@photostructure/sqlite")) as unknown as SqliteModule;
}

/** Waits this long for another connection's write to end. */
const busyMs = 2_000;

export interface OpenOptions {
  readonly readOnly?: boolean;
  /** For a file that only serves as a lock: no write-ahead log, and no waiting. */
  readonly lock?: boolean;
}

/** Opens the file, creating it unless `readOnly`. Throws what SQLite says if it cannot. */
export async function openDatabase(path: string, options: OpenOptions = {}): Promise<Database> {
  const { DatabaseSync } = await loadSqlite();
  const { readOnly = false, lock = false } = options;
  const database = new DatabaseSync(path, { readOnly, timeout: lock ? 0 : busyMs });
  // Any pragma that reads the file would already fail on one that is locked.
  if (lock) return database;
  if (!readOnly) database.exec("PRAGMA journal_mode=WAL");
  database.exec("PRAGMA synchronous=FULL");
  database.exec("PRAGMA foreign_keys=ON");
  return database;
}

/** What a pragma reads as now, such as 2 for `synchronous` under FULL. */
export function readPragma(database: Database, name: string): unknown {
  const row = database.prepare(`PRAGMA ${name}`).get() as { [column: string]: unknown } | undefined;
  return row && Object.values(row)[0];
}

/** Ends a transaction that failed, whether or not SQLite has done so itself. */
export function rollBack(database: Database): void {
  try {
    database.exec("ROLLBACK");
  } catch {
    // There was none left: a full disk makes SQLite roll back by itself.
  }
}
