/**
 * Page images as files named by the sha256 of their bytes, two levels deep: `blobs/ab/cd/abcd…`.
 *
 * A file is there whole or not at all: written beside, flushed, renamed, and the folder flushed, so
 * that what was answered with 201 outlives a power cut. Which board an image belongs to is a record; two
 * boards with the same image share the file.
 */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import type { BlobHash, BoardId } from "../../shared/base/ids.ts";
import type { Disk } from "../ops/disk.ts";
import { newId } from "../ops/ids.ts";
import type { BlobRecord, ImageKind, Records } from "../storage/records.ts";

export interface ImageFacts {
  readonly kind: ImageKind;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

export type BlobStore = ReturnType<typeof createBlobStore>;

export function createBlobStore(folder: string, records: Records, disk: Disk) {
  const root = join(folder, "blobs");
  const unfinished = join(root, "unfinished");
  const folderOf = (hash: BlobHash): string => join(root, hash.slice(0, 2), hash.slice(2, 4));
  let stored = { count: 0, bytes: 0 };
  const pathOf = (hash: BlobHash): string => join(folderOf(hash), hash);

  /** Resolves once the bytes are on disk under their name. Throws what the disk says. */
  async function writeFile(hash: BlobHash, bytes: Uint8Array): Promise<void> {
    const path = pathOf(hash);
    if (await isWhole(path, bytes.byteLength)) return;
    const temporary = join(unfinished, newId());
    try {
      const file = await open(temporary, "wx", 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await mkdir(folderOf(hash), { recursive: true });
      await rename(temporary, path);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    await flushFolder(folderOf(hash));
    await flushFolder(join(folderOf(hash), ".."));
    await flushFolder(root);
  }

  return {
    /** Removes what a crash left half written. To be awaited before the first `store`. */
    async open(): Promise<void> {
      await rm(unfinished, { recursive: true, force: true });
      await mkdir(unfinished, { recursive: true });
    },

    /** Puts a file there for which the record is yet to come; says whether it was not there before. */
    async put(bytes: Uint8Array): Promise<{ readonly hash: BlobHash; readonly isNew: boolean }> {
      const hash = createHash("sha256").update(bytes).digest("hex") as BlobHash;
      const isNew = !(await isWhole(pathOf(hash), bytes.byteLength));
      await writeFile(hash, bytes);
      return { hash, isNew };
    },
    /** Takes back a file that no record names. */
    takeBack: (hash: BlobHash): Promise<void> => rm(pathOf(hash), { force: true }),

    /** Keeps an image for a board; resolves with its name once file and record are on disk. */
    async store(board: BoardId, bytes: Uint8Array, facts: ImageFacts): Promise<BlobHash> {
      const hash = createHash("sha256").update(bytes).digest("hex") as BlobHash;
      await writeFile(hash, bytes);
      await records.addBlob({ board, hash, ...facts, bytes: bytes.byteLength });
      stored = { count: stored.count + 1, bytes: stored.bytes + bytes.byteLength };
      return hash;
    },

    /** Whether another image may be taken: the last of the disk is kept for edits. */
    hasRoom: async (): Promise<boolean> => !(await disk.isNearlyFull()),

    /** What was taken since the start. */
    stored: () => stored,

    find: (board: BoardId, hash: BlobHash): BlobRecord | undefined => records.blob(board, hash),

    /** Whether it is of a page that is covered: then only a member who masks it gets it. */
    isCovered: (board: BoardId, hash: BlobHash): boolean => records.isCovered(board, hash),

    readWhole: (hash: BlobHash): Promise<Buffer> => readFile(pathOf(hash)),

    /** The bytes from `first` to `last`, both included. */
    read: (hash: BlobHash, range: { readonly first: number; readonly last: number }): Readable =>
      createReadStream(pathOf(hash), { start: range.first, end: range.last }),
  };
}

async function isWhole(path: string, bytes: number): Promise<boolean> {
  try {
    return (await stat(path)).size === bytes;
  } catch {
    return false;
  }
}

/** A new name in a folder is only lasting once the folder is flushed; Windows knows no such thing. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
