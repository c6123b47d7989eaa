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

/** Gives a copied database the tables of this version. Throws NewerSchemaError. */
export async function beginNewEpochs(path: string, _nowMs: number): Promise<void> {
  const database = await openDatabase(path);
  try {
    migrate(database);
  } finally {
    database.close();
  }
}
