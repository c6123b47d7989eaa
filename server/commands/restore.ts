/**
 * `noticeboard restore DIR`: a backup back into the data folder, whole or not at all.
 *
 * Everything is copied and compared with the backup's list in a folder beside, which then takes the data
 * folder's name. Where the data folder is there already, and empty (a mounted disk, say), the folder
 * beside lies in it, and the database is moved last: without it there is no data.
 */
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { rename, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { systemClock } from "../ops/clock.ts";
import { newId } from "../ops/ids.ts";
import { beginNewEpochs } from "../storage/copy.ts";
import { lockFolder } from "../storage/folder-lock.ts";
import { NewerSchemaError } from "../storage/schema.ts";
import { type CommandContext, CommandError, UsageError } from "./command.ts";
import { copyFile, flushFolder, flushTree, namesIn } from "./files.ts";
import { databaseName, type ListedFile, type Manifest, readManifest } from "./manifest.ts";
import { createProgress } from "./progress.ts";

const unfinished = "restoring-";
/** What may lie in a data folder that counts as empty. */
const isNothing = (name: string): boolean =>
  name === "lock.db" || name === "lost+found" || name.startsWith(unfinished);

export async function restore(context: CommandContext): Promise<number> {
  const { config, args, say } = context;
  const [given, ...more] = args;
  if (given === undefined || more.length > 0) throw new UsageError("`restore` takes one folder.");
  const backup = resolve(given);
  const manifest = readManifest(backup);
  const folder = config.dataFolder;
  const there = namesIn(folder);
  if (there && !there.every(isNothing)) {
    throw new CommandError(
      `The data folder ${folder} is not empty. Nothing in it was touched: move it away, or set NOTICEBOARD_DATA to a new folder.`,
    );
  }
  const moment = manifest.madeAt;
  if (there) await intoEmpty(context, backup, manifest, folder);
  else await intoNew(context, backup, manifest, folder);
  for (const hash of manifest.missing)
    context.warn(`The image ${hash} was missing or damaged when the backup was made.`);
  say(`Restored to ${folder} as it was at ${moment}. Pages that were open are told to load anew.`);
  return 0;
}

async function intoNew(
  context: CommandContext,
  backup: string,
  manifest: Manifest,
  folder: string,
): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true });
  const beside = `${folder}.${unfinished}${newId<string>()}`;
  try {
    await fill(context, backup, manifest, beside);
    await rename(beside, folder);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    throw error;
  }
  await flushFolder(dirname(folder));
}

async function intoEmpty(
  context: CommandContext,
  backup: string,
  manifest: Manifest,
  folder: string,
): Promise<void> {
  const unlock = await lockFolder(folder);
  const within = join(folder, `${unfinished}${newId<string>()}`);
  try {
    for (const name of readdirSync(folder)) {
      if (name.startsWith(unfinished)) rmSync(join(folder, name), { recursive: true });
    }
    await fill(context, backup, manifest, within);
    const names = readdirSync(within).filter((name) => name !== databaseName);
    for (const name of names) await rename(join(within, name), join(folder, name));
    await flushFolder(folder);
    await rename(join(within, databaseName), join(folder, databaseName));
    await flushFolder(folder);
  } finally {
    rmSync(within, { recursive: true, force: true });
    unlock();
  }
}

/** Lays the backup out in `target`, every file compared with the list. Throws CommandError. */
async function fill(
  { signal, say }: CommandContext,
  backup: string,
  { files }: Manifest,
  target: string,
): Promise<void> {
  if (!files.some(({ path }) => path === databaseName)) {
    throw new CommandError(`The list of the backup in ${backup} names no database.`);
  }
  for (const file of files) await compareSize(backup, file);
  mkdirSync(target, { mode: 0o700 });
  const progress = createProgress(say, "files", files.length);
  for (const { path, sha256 } of files) {
    signal.throwIfAborted();
    const facts = await copyFile(join(backup, path), join(target, path), signal);
    if (facts.sha256 !== sha256) throw damaged(backup, path);
    progress.step();
  }
  const database = join(target, databaseName);
  await beginNewEpochs(database, systemClock.now()).catch((error: unknown) => {
    throw error instanceof NewerSchemaError ? new CommandError(error.message) : error;
  });
  await flushTree(target);
  signal.throwIfAborted();
}

async function compareSize(backup: string, { path, bytes }: ListedFile): Promise<void> {
  const from = join(backup, path);
  if (!existsSync(from)) {
    throw new CommandError(`The backup is not whole: ${from} is missing. Nothing was restored.`);
  }
  if ((await stat(from)).size !== bytes) throw damaged(backup, path);
}

const damaged = (backup: string, path: string): CommandError =>
  new CommandError(
    `The backup is damaged: ${join(backup, path)} is not what its list says. Nothing was restored.`,
  );
