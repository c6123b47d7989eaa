/**
 * The main thread's end of the log worker: promises for what is on disk.
 *
 * Group commit with no timer: the first change goes at the end of the turn it was asked for in, and
 * whatever is asked for while a commit runs goes into the next one. So a lone edit waits for nobody and
 * a storm waits for few flushes. A worker that dies fails all that is open and is started again, after
 * pauses that grow while it keeps dying; what is asked for meanwhile fails at once.
 */
import { Worker } from "node:worker_threads";
import type { Clock } from "../ops/clock.ts";
import type { Log } from "../ops/log.ts";
import {
  type Answer,
  type Append,
  type Fold,
  type PutBack,
  pack,
  type Request,
  type StoredLane,
  unpack,
  type Write,
} from "./messages.ts";

/** The disk or the database would not take a change, or give a document. */
export class StorageError extends Error {
  override readonly name = "StorageError";
  /** As in shared/protocol/errors.ts: what a request that met this is answered. */
  readonly code = "storage_unavailable";
}

interface Change {
  readonly writes: readonly Write[];
  readonly appends: readonly Append[];
  readonly done: () => void;
  readonly failed: (reason: StorageError) => void;
}

interface Question {
  readonly done: (answer: Answer) => void;
  readonly failed: (reason: StorageError) => void;
}

export interface LogClientOptions {
  /** The built `log-worker.js`. */
  readonly entry: URL;
  /** The database. */
  readonly path: string;
  readonly clock: Clock;
  readonly log: Log;
  /** A lane's log has become so long that it is time to fold it. */
  readonly onLong: (doc: string) => void;
}

const pauseMs = { first: 100, most: 10_000 };
/** One that has lived this long was sound: the next death is the first of a new row. */
const soundMs = 30_000;

/** Starts the worker and waits until its tables are there. Throws StorageError. */
export async function startLogWorker({ entry, path, clock, log, onLong }: LogClientOptions) {
  let worker: Worker | undefined;
  let dead: StorageError | undefined;
  let closing = false;
  let pause = pauseMs.first;
  let startedAt = 0;
  let lastId = 0;
  let queued: Change[] = [];
  /** Sent and not answered, oldest first. */
  let batches: (readonly Change[])[] = [];
  const questions = new Map<number, Question>();
  let isSendDue = false;

  function hear(answer: Answer): void {
    switch (answer.is) {
      case "committed": {
        settleBatch(answer);
        return sendQueued();
      }
      case "failed": {
        log.error({ reason: answer.reason }, "the database refused what was asked");
        questions.get(answer.id)?.failed(new StorageError(answer.reason));
        questions.delete(answer.id);
        return;
      }
      case "loaded":
      case "folded":
      case "isBack":
      case "closed":
        questions.get(answer.id)?.done(answer);
        questions.delete(answer.id);
        return;
      case "opened":
      case "unopened":
    }
  }

  function settleBatch({ failed, long }: Answer & { is: "committed" }): void {
    const batch = batches.shift() ?? [];
    const reasons = new Map(failed.map(({ index, reason }) => [index, reason]));
    if (failed[0]) {
      log.error(
        { reason: failed[0].reason, count: failed.length },
        "the database refused a change",
      );
    }
    for (const [i, change] of batch.entries()) {
      const reason = reasons.get(i);
      if (reason === undefined) change.done();
      else change.failed(new StorageError(reason));
    }
    for (const doc of long) onLong(doc);
  }

  function onDeath(reason: StorageError): void {
    if (dead) return;
    dead = reason;
    worker = undefined;
    const lost = [...batches.flat(), ...queued, ...questions.values()];
    batches = [];
    queued = [];
    questions.clear();
    if (!closing) {
      if (clock.now() - startedAt > soundMs) pause = pauseMs.first;
      log.error({ reason: reason.message, ms: pause }, "the log worker died; it is started again");
      clock.after(pause, () => void startAgain());
      pause = Math.min(pause * 2, pauseMs.most);
    }
    for (const one of lost) one.failed(reason);
  }

  function start(): Promise<void> {
    return new Promise((resolve, reject) => {
      const starting = new Worker(entry, { workerData: { path } });
      const fail = (reason: StorageError): void => {
        reject(reason);
        if (worker === starting) onDeath(reason);
      };
      starting.on("message", (answer: Answer) => {
        if (answer.is === "unopened") return fail(new StorageError(answer.reason));
        if (answer.is !== "opened") return hear(answer);
        worker = starting;
        dead = undefined;
        startedAt = clock.now();
        resolve();
      });
      starting.on("error", (error) =>
        fail(new StorageError(`the log worker died: ${String(error)}`, { cause: error })),
      );
      starting.on("exit", () => fail(new StorageError("the log worker has ended")));
    });
  }

  async function startAgain(): Promise<void> {
    if (closing) return;
    try {
      await start();
      log.warn({}, "the log worker runs again");
    } catch (error) {
      log.error({ reason: String(error), ms: pause }, "the log worker does not start");
      clock.after(pause, () => void startAgain());
      pause = Math.min(pause * 2, pauseMs.most);
    }
  }

  function send(request: Request, hands: readonly ArrayBuffer[] = []): void {
    worker?.postMessage(request, hands);
  }

  /** One commit at a time is under way, unless somebody is about to read: what was asked for before comes first. */
  function sendQueued(isUrgent = false): void {
    if (queued.length === 0 || (batches.length > 0 && !isUrgent)) return;
    const batch = queued;
    queued = [];
    batches.push(batch);
    const { bytes, ends } = pack(batch.flatMap(({ appends }) => appends.map(({ data }) => data)));
    let next = 0;
    const changes = batch.map(({ writes, appends }) => ({
      writes,
      appends: appends.map(({ doc, at, author, newClients }) => {
        return { doc, at, author, newClients, end: ends[next++] ?? 0 };
      }),
    }));
    send({ is: "commit", changes, bytes }, [bytes.buffer]);
  }

  function sendSoon(): void {
    if (isSendDue || batches.length > 0) return;
    isSendDue = true;
    queueMicrotask(() => {
      isSendDue = false;
      sendQueued();
    });
  }

  function ask<A extends Answer["is"]>(
    _answered: A,
    request: (id: number) => Request,
  ): Promise<Answer & { is: A }> {
    return new Promise((resolve, failed) => {
      if (dead) return failed(dead);
      sendQueued(true);
      const id = ++lastId;
      questions.set(id, { done: (answer) => resolve(answer as Answer & { is: A }), failed });
      send(request(id));
    });
  }

  await start();

  return {
    /** Resolves once all of it is on disk; rejects with StorageError if none of it is, or if that is not known. */
    commit: (writes: readonly Write[], appends: readonly Append[]): Promise<void> =>
      new Promise((done, failed) => {
        if (dead) return failed(dead);
        queued.push({ writes, appends, done, failed });
        sendSoon();
      }),
    /** The lane as stored, all earlier commits included; undefined if it was never written. */
    async load(doc: string): Promise<StoredLane | undefined> {
      const { stored } = await ask("loaded", (id) => ({ is: "load", id, doc }));
      if (!stored) return undefined;
      const { tail, ...lane } = stored;
      return { ...lane, updates: unpack(tail) };
    },
    /** Whether the fold was taken; not if the lane was folded or its epoch raised meanwhile. */
    async fold(fold: Fold): Promise<boolean> {
      return (await ask("folded", (id) => ({ is: "fold", id, fold }))).done;
    },
    async putBack(putBack: PutBack): Promise<void> {
      await ask("isBack", (id) => ({ is: "putBack", id, putBack }));
    },
    /** Commits what is queued and ends the thread. */
    async close(): Promise<void> {
      closing = true;
      const ending = worker;
      if (!dead) await ask("closed", (id) => ({ is: "close", id }));
      await ending?.terminate();
    },
  };
}
