/**
 * Looks at a database before anything is written to it, so that one with damaged pages is left exactly
 * as it was found: for its owner, a backup, or somebody who can mend it.
 *
 * SQLite's own quick check of the whole file: 0.4 s a gigabyte from memory, as long as reading it from a
 * slow disk. Above `wholeBytes` only the tables that everything hangs on are checked; the command
 * `noticeboard check` checks all of any size.
 */
import { existsSync, statSync } from "node:fs";
import { refuseNewer } from "./schema.ts";
import { type Database, openDatabase } from "./sqlite.ts";

/** Pages of the database are not what SQLite wrote. */
export class DatabaseDamagedError extends Error {
  override readonly name = "DatabaseDamagedError";
}

const wholeBytes = 1024 * 1024 * 1024;
/** Large, and not read at the start. */
const contents = ["upd", "state", "snapshot", "change"];

/** Throws DatabaseDamagedError, or NewerSchemaError. A file that is not there is sound. */
export async function checkSoundness(path: string): Promise<void> {
  if (!existsSync(path)) return;
  const damage = await findDamage(path);
  if (damage === undefined) return;
  throw new DatabaseDamagedError(
    `The database ${path} is damaged (${damage}). Nothing in it was changed. Bring back the last backup with \`noticeboard restore\`, or keep a copy of the folder and have it mended.`,
  );
}

async function findDamage(path: string): Promise<string | undefined> {
  let database: Database | undefined;
  try {
    database = await openDatabase(path, { readOnly: true });
    refuseNewer(database);
    const isWhole = statSync(path).size <= wholeBytes;
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
    const names = (tables as { name: string }[]).map(({ name }) => name);
    const checks = isWhole
      ? ["PRAGMA quick_check(1)"]
      : names
          .filter((name) => !contents.includes(name))
          .map((name) => `PRAGMA quick_check(${name})`);
    for (const check of checks) {
      const { quick_check: found } = database.prepare(check).get() as { quick_check: string };
      if (found !== "ok") return found.trim().replaceAll(/\s+/g, " ");
    }
    return undefined;
  } catch (error) {
    if (!isDamage(error)) throw error;
    return error.message;
  } finally {
    database?.close();
  }
}

/** SQLITE_CORRUPT, and SQLITE_NOTADB where the first page is gone. */
function isDamage(error: unknown): error is Error {
  return error instanceof Error && /malformed|not a database|corrupt/i.test(error.message);
}
