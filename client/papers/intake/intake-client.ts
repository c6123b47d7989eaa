/**
 * The page's end of the intake's workers. Ending them is how anything is cancelled: whatever still runs
 * rejects with `IntakeEnded`, and the next call starts afresh.
 */
import { proxy, type Remote } from "comlink";
import { type Crew, createCrew } from "./crew.ts";
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

/** Each piece of work holds a page's pixels, up to 34 MB: a small computer has room for a few. */
const atOnce = 4;
/** While a picture of one piece of work is decoded elsewhere, its worker encodes that of another. */
const mostWorkers = atOnce / 2;

export function createIntakeClient(): IntakeClient {
  let crew: Crew | undefined;
  let busy = 0;
  const waiting: (() => void)[] = [];

  // A script that cannot be fetched gives a bare event; one that breaks down says how.
  const onBroken = (event: Event): void =>
    stop(
      event instanceof ErrorEvent
        ? new IntakeEnded("the worker broke down")
        : new IntakeNotLoaded("the worker could not be fetched"),
    );

  function stop(reason: Error): void {
    crew?.end(reason);
    crew = undefined;
  }

  function ask<T>(work: (worker: Remote<IntakeWork>) => Promise<T>): Promise<T> {
    crew ??= createCrew({
      most: Math.min(mostWorkers, navigator.hardwareConcurrency || 1),
      onBroken,
      isSpoilt: wasNotLoaded,
    });
    return crew.ask(work);
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
