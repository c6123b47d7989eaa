/** Whether the server can do its work: not when it is closing, and not when its disk takes nothing. */
import type { ErrorCode } from "../../shared/protocol/errors.ts";
import type { Clock } from "./clock.ts";

/** Asking more often than this is answered with the last answer: each answer waits for the disk. */
const freshMs = 1_000;

export type Health = ReturnType<typeof createHealth>;

/** `disk.probe` writes to the disk, and rejects where that fails. */
export function createHealth(disk: { probe(): Promise<void> }, clock: Clock) {
  let closing = false;
  let last: { readonly at: number; readonly trouble: Promise<ErrorCode | undefined> } | undefined;

  return {
    beginClosing(): void {
      closing = true;
    },
    isClosing: (): boolean => closing,
    /** Why the server cannot do its work now; undefined if it can. */
    async trouble(): Promise<ErrorCode | undefined> {
      if (closing) return "shutting_down";
      if (!last || clock.now() - last.at >= freshMs) {
        const trouble = disk.probe().then(
          () => undefined,
          (): ErrorCode => "storage_unavailable",
        );
        last = { at: clock.now(), trouble };
      }
      return last.trouble;
    },
  };
}
