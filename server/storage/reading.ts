/**
 * A database looked at from outside the server: by a command in another process, on a connection that
 * cannot write, whether the server runs or not. What is read together is read at one moment.
 */
import type { BlobHash } from "../../shared/base/ids.ts";
import { openDatabase, readPragma } from "./sqlite.ts";

/** Throws what SQLite says if there is no such database. */
export async function openReading(path: string) {
  const database = await openDatabase(path, { readOnly: true });
  const all = <T>(sql: string): readonly T[] => database.prepare(sql).all() as T[];

  return {
    /** The version of the tables: see schema.ts. */
    version: (): number => Number(readPragma(database, "user_version")),
    /** Every image that any board names, each once. */
    imageHashes: (): readonly BlobHash[] =>
      all<{ hash: BlobHash }>("SELECT DISTINCT hash FROM blob ORDER BY hash").map(
        ({ hash }) => hash,
      ),
    close: (): void => database.close(),
  };
}
