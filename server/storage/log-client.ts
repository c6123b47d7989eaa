/**
 * The main thread's end of the log worker: promises for what is on disk.
 *
 * Owns the thread and the questions still open. A worker that dies fails all of them; the server
 * then reports itself not ready, and clients keep what they have until it is started again.
 */
import { Worker } from "node:worker_threads";
import type { Log } from "../ops/log.ts";
import type { Answer, Append, Request, StoredDocument, Write } from "./messages.ts";

/** The disk or the database would not take a change, or give a document. */
export class StorageError extends Error {
  override readonly name = "StorageError";
  /** As in shared/protocol/errors.ts: what a request that met this is answered. */
  readonly code = "storage_unavailable";
}

interface Waiting {
  readonly done: (stored: StoredDocument | undefined) => void;
  readonly failed: (reason: StorageError) => void;
}

/** Starts the worker on the database at `path` and waits until its tables are there. */
export async function startLogWorker(entry: URL, path: string, log: Log) {
  const worker = new Worker(entry, { workerData: { path } });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let dead: StorageError | undefined;

  const settle = (id: number, how: (one: Waiting) => void): void => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (one) how(one);
  };
  const failAll = (reason: StorageError): void => {
    dead = reason;
    for (const id of waiting.keys()) settle(id, (one) => one.failed(reason));
  };

  await new Promise<void>((resolve, reject) => {
    worker.on("message", (answer: Answer) => {
      switch (answer.is) {
        case "opened":
          return resolve();
        case "unopened":
          return reject(new StorageError(answer.reason));
        case "committed":
          for (const id of answer.ids) settle(id, (one) => one.done(undefined));
          return;
        case "loaded":
          return settle(answer.id, (one) => one.done(answer.stored));
        case "closed":
          return settle(answer.id, (one) => one.done(undefined));
        case "failed":
          log.error({ reason: answer.reason }, "the database refused a change");
          for (const id of answer.ids)
            settle(id, (one) => one.failed(new StorageError(answer.reason)));
          return;
        case "troubled":
          return log.warn({ reason: answer.reason }, "the log worker reports");
      }
    });
    worker.on("error", (error: Error) => {
      log.error({ reason: String(error) }, "the log worker died");
      const reason = new StorageError("the log worker died", { cause: error });
      failAll(reason);
      reject(reason);
    });
    worker.on("exit", () => {
      const reason = new StorageError("the log worker has ended");
      failAll(reason);
      reject(reason);
    });
  });

  const ask = (request: (id: number) => Request): Promise<StoredDocument | undefined> =>
    new Promise((done, failed) => {
      if (dead) return failed(dead);
      const id = ++lastId;
      waiting.set(id, { done, failed });
      worker.postMessage(request(id));
    });

  return {
    /** Resolves once all of it is on disk; rejects with StorageError if none of it is. */
    async commit(writes: readonly Write[], appends: readonly Append[]): Promise<void> {
      await ask((id) => ({ is: "commit", id, writes, appends: appends.map(withOwnBuffer) }));
    },
    /** The document as stored, all earlier commits included; undefined if it was never written. */
    load: (doc: string): Promise<StoredDocument | undefined> =>
      ask((id) => ({ is: "load", id, doc })),
    /** Commits what is queued and ends the thread. */
    async close(): Promise<void> {
      if (!dead) await ask((id) => ({ is: "close", id }));
      await worker.terminate();
    },
  };
}

/** A view copies its whole buffer on the way to the worker, which may be a socket's megabytes. */
function withOwnBuffer(append: Append): Append {
  const { data } = append;
  return data.byteLength === data.buffer.byteLength ? append : { ...append, data: data.slice() };
}
