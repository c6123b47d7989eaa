/** Files on their way from one folder to another: hashed as they go, and on the disk when it is said. */
import { createHash } from "node:crypto";
import { createReadStream, existsSync, readdirSync } from "node:fs";
import { link, mkdir, open, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { pipeline } from "node:stream/promises";
import { isErrno } from "./command.ts";

export interface FileFacts {
  readonly bytes: number;
  /** 64 lowercase hexadecimal digits. */
  readonly sha256: string;
}

/** Reads a whole file. Throws what the disk says. */
export async function factsOf(path: string, signal: AbortSignal): Promise<FileFacts> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const part of createReadStream(path, { signal })) {
    hash.update(part as Buffer);
    bytes += (part as Buffer).length;
  }
  return { bytes, sha256: hash.digest("hex") };
}

/** Copies to `to`, which must not exist, makes its folder, flushes it, and says what was read. */
export async function copyFile(from: string, to: string, signal: AbortSignal): Promise<FileFacts> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  const hash = createHash("sha256");
  let bytes = 0;
  const file = await open(to, "wx", 0o600);
  try {
    await pipeline(
      createReadStream(from, { signal }),
      async function* (parts) {
        for await (const part of parts) {
          hash.update(part as Buffer);
          bytes += (part as Buffer).length;
          yield part as Buffer;
        }
      },
      async (parts) => {
        for await (const part of parts) await file.writeFile(part);
      },
    );
    await file.sync();
  } finally {
    await file.close();
  }
  return { bytes, sha256: hash.digest("hex") };
}

const cannotLink = new Set(["EXDEV", "EPERM", "EMLINK", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"]);

/**
 * The same file under another name, or a copy where the disks differ. Only for files that are never
 * changed in place, as content-addressed ones. What was read is in both cases the whole file.
 */
export async function linkOrCopy(
  from: string,
  to: string,
  signal: AbortSignal,
): Promise<FileFacts> {
  const facts = await factsOf(from, signal);
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  try {
    await link(from, to);
    return facts;
  } catch (error) {
    if (!isErrno(error) || !cannotLink.has(error.code ?? "")) throw error;
    return copyFile(from, to, signal);
  }
}

/** A name in a folder is only lasting once the folder is flushed; Windows knows no such thing. */
export async function flushFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Flushes every folder below `folder`, and itself. */
export async function flushTree(folder: string): Promise<void> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) await flushTree(`${folder}/${entry.name}`);
  }
  await flushFolder(folder);
}

/** What lies in the folder; undefined if there is no such folder. */
export function namesIn(folder: string): readonly string[] | undefined {
  return existsSync(folder) ? readdirSync(folder) : undefined;
}

/** Removes all that lies in the folder, and the folder too if `itself`. */
export async function clear(folder: string, itself: boolean): Promise<void> {
  if (itself) return rm(folder, { recursive: true, force: true });
  for (const name of readdirSync(folder)) await rm(`${folder}/${name}`, { recursive: true });
}
