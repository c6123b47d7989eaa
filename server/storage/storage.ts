/**
 * The data folder: one SQLite database with the update log and the records, and the lock on it.
 *
 * This is the port the rest of the server is written against; SQL is spoken in this folder only.
 * test/integration/storage.test.ts and crash.test.ts hold it to "on disk means on disk".
 */
import { accessSync, constants, existsSync, mkdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { invariant } from "../../shared/base/assert.ts";
import type { Clock } from "../ops/clock.ts";
import type { Log } from "../ops/log.ts";
import { lockFolder } from "./folder-lock.ts";
import { startLogWorker } from "./log-client.ts";
import type { Append, Fold, Folded, PutBack, StoredLane } from "./messages.ts";
import { createRecords, type Records } from "./records.ts";
import { checkSoundness } from "./soundness.ts";
import { openDatabase } from "./sqlite.ts";
import { createVersionRecords, type VersionRecords } from "./version-records.ts";

export interface UpdateLog {
  /** Resolves once all of it is on disk, in this order; rejects with StorageError if none of it is, or that is not known. */
  append(appends: readonly Append[]): Promise<void>;
  /** The lane as stored, with all that was appended before; undefined if it was never written. */
  load(doc: string): Promise<StoredLane | undefined>;
  /** Puts a snapshot in the place of what it holds; false, and nothing is changed, if the lane has moved on. */
  fold(fold: Fold): Promise<boolean>;
  /** Makes a lane what it once was, in one transaction. Nobody may be writing to it meanwhile. */
  putBack(putBack: PutBack): Promise<void>;
  /** Tells of every fold that was taken. The returned function ends it. */
  onFolded(listener: (doc: string, folded: Folded) => void): () => void;
  /** Tells of a lane whose log has become so long that it is time to fold it. The returned function ends it. */
  onLong(listener: (doc: string) => void): () => void;
}

export interface Storage {
  /** The database's file, for those who only read it. */
  readonly path: string;
  readonly log: UpdateLog;
  readonly records: Records;
  readonly versions: VersionRecords;
  /** Writes to the disk and waits for it; rejects with StorageError if that fails. */
  probe(): Promise<void>;
  /** Commits what is queued, closes the files, gives the folder back; nothing the second time. */
  close(): Promise<void>;
}

export interface StorageOptions {
  readonly folder: string;
  /** The built `log-worker.js`. */
  readonly worker: URL;
  readonly clock: Clock;
  readonly log: Log;
}

/** The folder cannot be made or written. */
export class FolderUnusableError extends Error {
  override readonly name = "FolderUnusableError";
}

/** Throws FolderUnusableError, FolderInUseError, DatabaseDamagedError, NewerSchemaError, or StorageError with what the database says. */
export async function openStorage(options: StorageOptions): Promise<Storage> {
  const { folder, worker, clock, log } = options;
  makeWritable(folder);
  const unlock = await lockFolder(folder);
  try {
    const path = join(folder, "noticeboard.db");
    await checkSoundness(path);
    const whenFolded = createListeners<[doc: string, folded: Folded]>();
    const whenLong = createListeners<[doc: string]>();
    const client = await startLogWorker({ entry: worker, path, clock, log, onLong: whenLong.tell });
    const reader = await openDatabase(path, { readOnly: true });
    let closed = false;
    return {
      path,
      log: {
        append: (appends) => client.commit([], appends),
        load: (doc) => client.load(doc),
        async fold(fold) {
          const isTaken = await client.fold(fold);
          if (isTaken) {
            const { upTo: base, epoch, snapshot, index } = fold;
            whenFolded.tell(fold.doc, { base, epoch, snapshot, index });
          }
          return isTaken;
        },
        putBack: (putBack) => client.putBack(putBack),
        onFolded: whenFolded.add,
        onLong: whenLong.add,
      },
      records: createRecords(reader, client.commit, clock.now),
      versions: createVersionRecords(reader, client.commit),
      probe: () => client.commit([{ sql: "UPDATE probe SET count = count + 1", values: [] }], []),
      async close() {
        if (closed) return;
        closed = true;
        // The writer last: it folds the write-ahead log into the file, all of it where nobody reads.
        reader.close();
        await client.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

function makeWritable(folder: string): void {
  try {
    makeFolder(folder);
    invariant(statSync(folder).isDirectory(), "what is there is a folder");
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new FolderUnusableError(
      `The data folder ${folder} cannot be written. Give this account the right to write it, or set NOTICEBOARD_DATA to another folder.`,
      { cause: error },
    );
  }
}

/** `recursive: true` is not asked: where a file system answers ENOENT for ever, as /proc, Node 20 loops. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent);
  // Pupils' work: for the server's account alone, unless the folder was made otherwise.
  mkdirSync(folder, { mode: 0o700 });
}

function createListeners<Facts extends readonly unknown[]>() {
  const listeners = new Set<(...facts: Facts) => void>();
  return {
    add(listener: (...facts: Facts) => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell(...facts: Facts): void {
      for (const listener of listeners) listener(...facts);
    },
  };
}
