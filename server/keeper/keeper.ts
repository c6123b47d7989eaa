/**
 * The main thread's end of the keeper: the one place where a lane becomes a document, away from the
 * sockets. The thread is started when there is something to do and ended when it has been idle for a
 * while, so that the memory returns to the system; one that dies, or hangs over a job, fails that job
 * and nothing else. What the jobs are is in jobs/.
 *
 * Folding is the job that others do not wait behind. What is to be removed for good after one goes to
 * `onPurge`, to be carried out by the room; the keeper itself changes nothing but through the log.
 */
import { Worker } from "node:worker_threads";
import type { Clock } from "../ops/clock.ts";
import type { Log } from "../ops/log.ts";
import type { UpdateLog } from "../storage/storage.ts";
import { createGate, shut } from "./gate.ts";
import type { JobAnswer, JobName, KeeperData, Order, Question, Report } from "./jobs.ts";

/** A job could not be done; as in shared/protocol/errors.ts. */
export class KeeperError extends Error {
  override readonly name = "KeeperError";
  readonly code = "internal";
}

export interface KeeperOptions {
  /** The built `keeper-worker.js`. */
  readonly entry: URL;
  /** The database. */
  readonly path: string;
  readonly log: Pick<UpdateLog, "fold">;
  readonly clock: Clock;
  readonly journal: Log;
  /** What has been dead for long is to be removed from a lane, if it still stands at update `head`: a Yjs update, v1. */
  readonly onPurge: (doc: string, purge: Uint8Array, head: number) => void;
  /** How long the dead stay. */
  readonly graceMs?: number;
  readonly idleMs?: number;
}

export type Keeper = ReturnType<typeof createKeeper>;

/** How long what was deleted stays, so that it can be brought back. */
export const deletedStayMs = 7 * 24 * 3_600_000;

const usual = { graceMs: deletedStayMs, idleMs: 20_000 };
/** A job that has not ended by then never will. */
const longestJobMs = 120_000;
/** Far more than the largest board takes; a document that outgrows it ends the thread and not the server. */
const heapMb = 1_500;

interface Job {
  readonly order: Order;
  readonly done: (answer: unknown) => void;
  readonly failed: (reason: KeeperError) => void;
}

export function createKeeper(options: KeeperOptions) {
  const { entry, path, log, clock, journal, onPurge } = options;
  const { graceMs, idleMs } = { ...usual, ...options };
  const waiting: Job[] = [];
  const folding = new Map<string, Promise<void>>();
  let worker: Worker | undefined;
  let gate = createGate();
  let current: Job | undefined;
  let callOff = (): void => {};
  let closed = false;

  function start(): Worker {
    gate = createGate();
    const starting = new Worker(entry, {
      workerData: { path, gate } satisfies KeeperData,
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
    });
    const die = (reason: string): void => {
      if (worker === starting) end(reason);
    };
    starting.on("message", (report: Report) => {
      if (worker === starting) hear(report);
    });
    starting.on("error", (error) => die(String(error)));
    starting.on("exit", () => die("it has ended"));
    starting.unref();
    return starting;
  }

  /** Ends the thread that runs, which is then no longer the keeper's, as soon as it is outside the database. */
  async function letGo(): Promise<void> {
    const ending = worker;
    worker = undefined;
    if (!ending) return;
    // Nothing else may keep the process until then.
    ending.ref();
    const hasEnded = new Promise((resolve) => ending.once("exit", resolve));
    await Promise.race([shut(gate), hasEnded]);
    await ending.terminate();
  }

  /** Ends the thread; the job it was at, if any, has failed. */
  function end(reason: string): void {
    callOff();
    const failed = current;
    current = undefined;
    void letGo();
    if (!failed) return;
    const job = failed.order.name;
    journal.error({ reason: `${job}: ${reason}` }, "the keeper died over a job");
    failed.failed(new KeeperError(`the keeper died: ${reason}`));
    next();
  }

  function hear(report: Report): void {
    callOff();
    const job = current;
    current = undefined;
    if (report.is === "done") job?.done(report.answer);
    else job?.failed(new KeeperError(report.reason));
    next();
  }

  function next(): void {
    if (current || closed) return;
    const soon = waiting.findIndex(({ order }) => order.name !== "fold");
    current = waiting.splice(Math.max(soon, 0), 1)[0];
    if (!current) {
      callOff = clock.after(idleMs, () => end("idle"));
      return;
    }
    worker ??= start();
    callOff = clock.after(longestJobMs, () => end("it took too long"));
    worker.postMessage(current.order);
  }

  function run<N extends JobName>(name: N, question: Question<N>): Promise<JobAnswer<N>> {
    return new Promise((resolve, failed) => {
      if (closed) return failed(new KeeperError("the server is closing"));
      const done = (answer: unknown): void => resolve(answer as JobAnswer<N>);
      waiting.push({ order: { name, question }, done, failed });
      if (current) return;
      callOff();
      next();
    });
  }

  async function foldNow(doc: string): Promise<void> {
    const at = clock.now();
    const made = await run("fold", { doc, now: at, graceMs });
    if (!made) return;
    const { fold, purge } = made;
    // With the time it waited for other folds: where many lanes are busy, each is folded more rarely.
    const isTaken = await log.fold({ ...fold, at, tookMs: clock.now() - at });
    if (isTaken && purge) onPurge(doc, purge, fold.upTo);
  }

  return {
    /** Does a job in the thread. Rejects with KeeperError if it cannot be done. */
    run,
    /** What a peer at this state vector lacks of all that is on disk (Yjs, v1). */
    diff: (doc: string, stateVector: Uint8Array): Promise<Uint8Array> =>
      run("diff", { doc, stateVector }),
    /** The title a board's lane says; "" if it says none. */
    title: (doc: string): Promise<string> => run("title", { doc }),
    /** Folds a lane's log into its snapshot; resolves when that is on disk, or there was nothing to fold. */
    fold(doc: string): Promise<void> {
      const known = folding.get(doc);
      if (known) return known;
      const under = foldNow(doc).finally(() => folding.delete(doc));
      folding.set(doc, under);
      return under;
    },
    /** Whether the thread runs. */
    isRunning: (): boolean => worker !== undefined,
    /** Ends the thread; jobs under way and waiting fail. */
    async close(): Promise<void> {
      closed = true;
      callOff();
      for (const job of [current, ...waiting.splice(0)]) {
        job?.failed(new KeeperError("the server is closing"));
      }
      current = undefined;
      await letGo();
    },
  };
}
