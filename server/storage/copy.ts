/**
 * A whole copy of a database as it was at one moment, made by another process than the one that writes.
 *
 * `VACUUM INTO` reads under one read transaction: writers go on, and unlike the backup API it never
 * begins anew because of them. What was deleted is not in the copy. Works on a read-only connection.
 */
import { rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { migrate } from "./schema.ts";
import { openDatabase } from "./sqlite.ts";

/** Writes the copy at `to`, which must not exist, and waits until it is on the disk. Throws what SQLite says. */
export async function copyDatabase(from: string, to: string): Promise<void> {
  const database = await openDatabase(from, { readOnly: true });
  try {
    database.prepare("VACUUM INTO ?").run(to);
  } catch (error) {
    rmSync(to, { force: true });
    throw error;
  } finally {
    database.close();
  }
  // SQLite does not wait for the disk here (sqlite.org/lang_vacuum.html).
  const file = await open(to, "r+");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * Makes a copied database ready to be served in place of the one it was copied from: tables of this
 * version, and every lane in a new epoch. Whoever was connected to the other one may hold what this one
 * lacks, and is told to load the lane anew instead of having its edits refused. Throws NewerSchemaError.
 *
 * Epochs become the seconds since 1970: more than any the other database can have reached meanwhile.
 */
export async function beginNewEpochs(path: string, nowMs: number): Promise<void> {
  const database = await openDatabase(path);
  try {
    migrate(database);
    database.prepare("UPDATE doc SET epoch = max(epoch + 1, ?)").run(Math.floor(nowMs / 1_000));
    // Not left to closing: a statement that is still in memory keeps the file open.
    database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  } finally {
    database.close();
  }
}
