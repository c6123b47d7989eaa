/**
 * One process for one data folder. The lock is SQLite's own, held on an empty database for as long as
 * the process lives: the system lets go of it however the process ends, and no number in a file can
 * be mistaken for a process that is another by now (as in two containers sharing a folder).
 */
import { join } from "node:path";
import { openDatabase } from "./sqlite.ts";

/** Somebody else has the folder. */
export class FolderInUseError extends Error {
  override readonly name = "FolderInUseError";
}

/** Takes the folder; the returned function gives it back. Throws FolderInUseError. */
export async function lockFolder(folder: string): Promise<() => void> {
  const database = await openDatabase(join(folder, "lock.db"), { lock: true });
  try {
    database.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    database.close();
    throw new FolderInUseError(
      `Another Noticeboard is running on the data folder ${folder}. Stop it first, or set NOTICEBOARD_DATA to another folder.`,
      { cause: error },
    );
  }
  return () => database.close();
}
