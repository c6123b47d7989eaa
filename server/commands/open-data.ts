/** The data folder as a command finds it: read, not written, and told in a sentence if it is not there. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { OtherSchemaError, openReading, type Reading } from "../storage/reading.ts";
import { CommandError } from "./command.ts";
import { databaseName } from "./manifest.ts";

/** Throws CommandError. */
export function databaseIn(folder: string): string {
  const path = join(folder, databaseName);
  if (existsSync(path)) return path;
  throw new CommandError(
    `There is no Noticeboard data in ${folder}. Set NOTICEBOARD_DATA to the folder the server uses.`,
  );
}

/** To be closed by the caller. Throws CommandError. */
export function openData(folder: string): Promise<Reading> {
  return openReading(databaseIn(folder)).catch((error: unknown) => {
    if (error instanceof OtherSchemaError) throw new CommandError(error.message);
    throw new CommandError(`The database in ${folder} cannot be read: ${String(error)}`, {
      cause: error,
    });
  });
}
