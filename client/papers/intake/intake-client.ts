/**
 * The page's end of the intake's worker. Ending it is how anything is cancelled: whatever still runs
 * rejects with `IntakeEnded`, and the next call starts a fresh worker.
 */
import { proxy, type Remote, wrap } from "comlink";
import type { IntakeWork, Reading } from "./worker/intake-worker.ts";
import type { OnPage } from "./worker/page-image.ts";

/** The worker was ended, or broke down, before it answered; or nobody wants the answer any more. */
export class IntakeEnded extends Error {
  override readonly name = "IntakeEnded";
}

/** Part of the program could not be fetched: the line is down. Nothing is wrong with the file. */
export class IntakeNotLoaded extends Error {
  override readonly name = "IntakeNotLoaded";
}

export interface IntakeClient {
  /**
   * Runs one piece of work on a page, a few at a time, first come first served. Rejects with
   * `IntakeEnded` once the worker has ended, or when `signal` aborts before its turn has come.
   */
  run<T>(work: (worker: Remote<IntakeWork>) => Promise<T>, signal?: AbortSignal): Promise<T>;
  readFile(file: Blob, reading: Reading, onPage: OnPage): ReturnType<IntakeWork["readFile"]>;
  end(): void;
}

interface Running {
  readonly worker: Worker;
  readonly remote: Remote<IntakeWork>;
  readonly ended: Promise<never>;
  readonly reject: (reason: Error) => void;
  /** Calls it has not answered yet. */
  open: number;
}

/** Each piece of work holds a page's pixels, up to 34 MB: a small computer has room for a few. */
const atOnce = 3;

export function createIntakeClient(): IntakeClient {
  let running: Running | undefined;
  /** They get no more calls, and end once they have answered those they have. */
  const retired = new Set<Running>();
  let busy = 0;
  const waiting: (() => void)[] = [];

  function start(): Running {
    const worker = new Worker(new URL("./worker/intake-worker.ts", import.meta.url), {
      type: "module",
    });
    let reject: (reason: Error) => void = () => {};
    const ended = new Promise<never>((_, refuse) => {
      reject = refuse;
    });
    // Nobody may be waiting when it ends.
    ended.catch(() => {});
    // A script that cannot be fetched gives a bare event; one that breaks down says how.
    worker.addEventListener("error", (event) =>
      stop(
        event instanceof ErrorEvent
          ? new IntakeEnded("the worker broke down")
          : new IntakeNotLoaded("the worker could not be fetched"),
      ),
    );
    return { worker, remote: wrap<IntakeWork>(worker), ended, reject, open: 0 };
  }

  function stop(reason: Error): void {
    for (const one of [running, ...retired]) {
      one?.worker.terminate();
      one?.reject(reason);
    }
    running = undefined;
    retired.clear();
  }

  /** Browsers may remember in a worker that a part of it did not come: another try needs another worker. */
  function retire(): void {
    if (!running) return;
    retired.add(running);
    running = undefined;
  }

  async function ask<T>(work: (worker: Remote<IntakeWork>) => Promise<T>): Promise<T> {
    running ??= start();
    const asked = running;
    asked.open++;
    try {
      return await Promise.race([work(asked.remote), asked.ended]);
    } catch (error) {
      if (wasNotLoaded(error) && asked === running) retire();
      throw error;
    } finally {
      asked.open--;
      if (asked.open === 0 && retired.delete(asked)) asked.worker.terminate();
    }
  }

  return {
    async run(work, signal) {
      if (busy >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
      busy++;
      try {
        if (signal?.aborted) throw new IntakeEnded("not wanted any more");
        return await ask(work);
      } finally {
        busy--;
        waiting.shift()?.();
      }
    },
    readFile: (file, reading, onPage) =>
      ask((worker) => worker.readFile(file, reading, proxy(onPage))).catch((error: unknown) => {
        if (wasNotLoaded(error)) throw new IntakeNotLoaded("pdf.js could not be fetched");
        throw error;
      }),
    end: () => stop(new IntakeEnded("ended")),
  };
}

/** An import that failed inside the worker, in the words of each browser; errors cross over by name only. */
const wasNotLoaded = (error: unknown): boolean =>
  error instanceof Error &&
  error.name === "TypeError" &&
  /dynamically imported|module script/i.test(error.message);
