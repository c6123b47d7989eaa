/**
 * The list of all that a backup holds, `manifest.json`. It is written last: a folder without one is a
 * backup that was broken off. Names are of a closed form, so that a list from elsewhere leads nowhere.
 */
import { readFileSync } from "node:fs";
import { open, rename } from "node:fs/promises";
import { join } from "node:path";
import type { BlobHash } from "../../shared/base/ids.ts";
import { CommandError, isErrno } from "./command.ts";
import { type FileFacts, flushFolder } from "./files.ts";

export const databaseName = "noticeboard.db";
export const keyName = "invitations.key";
const manifestName = "manifest.json";
const format = "noticeboard-backup";
const version = 1;

/** Where an image lies below a data folder and below a backup. */
export const blobPath = (hash: BlobHash): string =>
  `blobs/${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}`;

export interface ListedFile extends FileFacts {
  /** Below the folder, with slashes. */
  readonly path: string;
}

export interface Manifest {
  readonly format: typeof format;
  readonly version: typeof version;
  /** ISO 8601, the moment the database was copied. */
  readonly madeAt: string;
  readonly files: readonly ListedFile[];
  /** Images the database names whose files were missing or damaged when the backup was made. */
  readonly missing: readonly string[];
}

export async function writeManifest(
  folder: string,
  facts: Pick<Manifest, "madeAt" | "files" | "missing">,
): Promise<void> {
  const path = join(folder, manifestName);
  const file = await open(`${path}.new`, "wx", 0o600);
  try {
    await file.writeFile(`${JSON.stringify({ format, version, ...facts }, undefined, 1)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.new`, path);
  await flushFolder(folder);
}

/** Throws CommandError with what is wrong with it. */
export function readManifest(folder: string): Manifest {
  const path = join(folder, manifestName);
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if (!isErrno(error) || (error.code !== "ENOENT" && error.code !== "ENOTDIR")) throw error;
    throw new CommandError(
      `${folder} holds no complete backup: there is no ${manifestName} in it. One that was broken off has none.`,
    );
  }
  const found = parse(text);
  if (found?.format !== format) {
    throw new CommandError(`${path} is not the list of a Noticeboard backup, or it is damaged.`);
  }
  if (found.version !== version) {
    throw new CommandError(
      `The backup in ${folder} was made by a newer Noticeboard. Update Noticeboard and restore again.`,
    );
  }
  if (
    !Array.isArray(found.files) ||
    !found.files.every(isListed) ||
    !Array.isArray(found.missing)
  ) {
    throw new CommandError(`The list of the backup, ${path}, is damaged.`);
  }
  return found as Manifest;
}

type Unchecked = { readonly [key in keyof Manifest]?: unknown };

function parse(text: string): Unchecked | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

const fileNames =
  /^(?:noticeboard\.db|invitations\.key|blobs\/[0-9a-f]{2}\/[0-9a-f]{2}\/[0-9a-f]{64})$/;

function isListed(value: unknown): value is ListedFile {
  const { path, bytes, sha256 } = (value ?? {}) as { readonly [key in keyof ListedFile]?: unknown };
  return (
    typeof path === "string" &&
    fileNames.test(path) &&
    Number.isSafeInteger(bytes) &&
    typeof sha256 === "string"
  );
}
