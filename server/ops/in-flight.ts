/** The requests being answered, so that closing can wait for them: an upload half done is a page lost. */
import type { ServerResponse } from "node:http";
import type { Clock } from "./clock.ts";

export function createInFlight(clock: Clock) {
  let count = 0;
  let onFinished: (() => void) | undefined;
  return {
    watch(response: ServerResponse): void {
      count++;
      response.once("close", () => {
        count--;
        if (count === 0) onFinished?.();
      });
    },
    /** Resolves when none is left, or after `graceMs`. */
    finished(graceMs: number): Promise<void> {
      return new Promise((resolve) => {
        if (count === 0) return resolve();
        const giveUp = clock.after(graceMs, resolve);
        onFinished = () => {
          giveUp();
          resolve();
        };
      });
    },
  };
}
