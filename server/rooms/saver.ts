/**
 * Takes a room's updates to the log and knows which of them are on disk.
 *
 * Updates are handed over one by one and at once: gathering them into few flushes is the log's
 * business. The log commits in order, so "everything up to here" is a number.
 */
import type { Clock } from "../ops/clock.ts";
import type { UpdateLog } from "../storage/storage.ts";

export interface SaverOptions {
  readonly doc: string;
  readonly log: UpdateLog;
  readonly clock: Clock;
  /** Called once, when the log could not take an update: what was added since is not on disk. */
  readonly onFailure: (error: unknown) => void;
}

export type Saver = ReturnType<typeof createSaver>;

export function createSaver({ doc, log, clock, onFailure }: SaverOptions) {
  let added = 0;
  let saved = 0;
  let failed = false;
  const waiting: { readonly position: number; readonly act: () => void }[] = [];
  const whenFailed: (() => void)[] = [];

  function reached(position: number): void {
    saved = position;
    while (waiting[0] && waiting[0].position <= saved) waiting.shift()?.act();
  }

  return {
    /** `update` is a Yjs update, v1; `author` a member's id. */
    add(update: Uint8Array, author: string): void {
      const position = ++added;
      log.append([{ doc, at: clock.now(), author, data: update, newClients: [] }]).then(
        () => {
          if (!failed) reached(position);
        },
        (error: unknown) => {
          if (failed) return;
          failed = true;
          onFailure(error);
          for (const act of whenFailed) act();
        },
      );
    },
    /** Runs `act` once all that was added so far is on disk; never, if saving fails. */
    whenSaved(act: () => void): void {
      if (failed) return;
      if (saved >= added) act();
      else waiting.push({ position: added, act });
    },
    /** Resolves once all that was added so far is on disk, or it is known that it never will be. */
    settled(): Promise<void> {
      return new Promise((resolve) => {
        if (failed) return resolve();
        whenFailed.push(resolve);
        this.whenSaved(resolve);
      });
    },
    hasPending: (): boolean => !failed && saved < added,
  };
}
