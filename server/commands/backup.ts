/**
 * `noticeboard backup DIR`: all data as it was at one moment, whether the server runs or not.
 *
 * The database is copied under one read transaction, then every image that the copy names: images
 * never change and are on disk before the database names them, so the moment is that of the database.
 * test/integration/backup.test.ts holds it to that promise under load.
 */
import { existsSync, mkdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { BlobHash } from "../../shared/base/ids.ts";
import { isoTime, systemClock } from "../ops/clock.ts";
import { copyDatabase } from "../storage/copy.ts";
import { openReading } from "../storage/reading.ts";
import { type CommandContext, CommandError, isErrno, UsageError } from "./command.ts";
import { clear, copyFile, factsOf, flushTree, linkOrCopy, namesIn } from "./files.ts";
import { blobPath, databaseName, keyName, type ListedFile, writeManifest } from "./manifest.ts";
import { createProgress } from "./progress.ts";

export async function backup(context: CommandContext): Promise<number> {
  const { config, args } = context;
  const [given, ...more] = args;
  if (given === undefined || more.length > 0) throw new UsageError("`backup` takes one folder.");
  const folder = config.dataFolder;
  const target = resolve(given);
  if (!existsSync(join(folder, databaseName))) {
    throw new CommandError(
      `There is no Noticeboard data in ${folder}. Set NOTICEBOARD_DATA to the folder the server uses.`,
    );
  }
  if (!relative(folder, target).startsWith("..")) {
    throw new CommandError(`The backup cannot lie inside the data folder ${folder} itself.`);
  }
  const there = namesIn(target);
  if (there && there.length > 0) {
    throw new CommandError(`${target} is not empty. A backup is made into a new folder.`);
  }
  if (!there) mkdirSync(target, { recursive: true, mode: 0o700 });
  try {
    return await fill(context, folder, target);
  } catch (error) {
    await clear(target, !there);
    throw error;
  }
}

async function fill(
  { say, warn, signal }: CommandContext,
  folder: string,
  target: string,
): Promise<number> {
  say("Copying the database …");
  const madeAt = isoTime(systemClock.now());
  const database = join(target, databaseName);
  await copyDatabase(join(folder, databaseName), database);
  const files: ListedFile[] = [{ path: databaseName, ...(await factsOf(database, signal)) }];
  if (existsSync(join(folder, keyName))) {
    const facts = await copyFile(join(folder, keyName), join(target, keyName), signal);
    files.push({ path: keyName, ...facts });
  }

  const reading = await openReading(database);
  const images = reading.imageHashes();
  reading.close();
  const missing: BlobHash[] = [];
  const progress = createProgress(say, "images", images.length);
  for (const hash of images) {
    signal.throwIfAborted();
    const path = blobPath(hash);
    const facts = await keepImage(join(folder, path), join(target, path), hash, signal);
    if (facts) files.push({ path, ...facts });
    else missing.push(hash);
    progress.step();
  }
  await flushTree(target);
  signal.throwIfAborted();
  await writeManifest(target, { madeAt, files, missing });

  for (const hash of missing)
    warn(`The image ${hash} is missing or damaged and is not in the backup.`);
  say(
    `The backup is complete: the database and ${images.length - missing.length} images, in ${target}`,
  );
  return missing.length === 0 ? 0 : 1;
}

/** Undefined where the file is not there, or not what its name says. */
async function keepImage(from: string, to: string, hash: BlobHash, signal: AbortSignal) {
  try {
    const facts = await linkOrCopy(from, to, signal);
    if (facts.sha256 === hash) return facts;
    await clear(to, true);
    return undefined;
  } catch (error) {
    if (isErrno(error) && error.code === "ENOENT") return undefined;
    throw error;
  }
}
