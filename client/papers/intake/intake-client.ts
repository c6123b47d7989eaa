/**
 * The page's end of the intake's worker. Ending it is how anything is cancelled: whatever still runs
 * rejects with `IntakeEnded`, and the next call starts a fresh worker.
 */
import { proxy, type Remote, wrap } from "comlink";
import type { IntakeWork } from "./worker/intake-worker.ts";
import type { OnPage } from "./worker/page-image.ts";

/** The worker was ended, or broke down, before it answered. */
export class IntakeEnded extends Error {
  override readonly name = "IntakeEnded";
}

export interface IntakeClient {
  /** Runs one piece of work in the worker. Rejects with `IntakeEnded` once the worker has ended. */
  run<T>(work: (worker: Remote<IntakeWork>) => Promise<T>): Promise<T>;
  readFile(file: Blob, onPage: OnPage): ReturnType<IntakeWork["readFile"]>;
  end(): void;
}

interface Running {
  readonly worker: Worker;
  readonly remote: Remote<IntakeWork>;
  readonly ended: Promise<never>;
  readonly reject: (reason: IntakeEnded) => void;
}

export function createIntakeClient(): IntakeClient {
  let running: Running | undefined;

  function start(): Running {
    const worker = new Worker(new URL("./worker/intake-worker.ts", import.meta.url), {
      type: "module",
    });
    let reject: (reason: IntakeEnded) => void = () => {};
    const ended = new Promise<never>((_, refuse) => {
      reject = refuse;
    });
    // Nobody may be waiting when it ends.
    ended.catch(() => {});
    worker.addEventListener("error", () => stop(new IntakeEnded("the worker broke down")));
    return { worker, remote: wrap<IntakeWork>(worker), ended, reject };
  }

  function stop(reason: IntakeEnded): void {
    running?.worker.terminate();
    running?.reject(reason);
    running = undefined;
  }

  function run<T>(work: (worker: Remote<IntakeWork>) => Promise<T>): Promise<T> {
    running ??= start();
    return Promise.race([work(running.remote), running.ended]);
  }

  return {
    run,
    readFile: (file, onPage) => run((worker) => worker.readFile(file, proxy(onPage))),
    end: () => stop(new IntakeEnded("ended")),
  };
}
