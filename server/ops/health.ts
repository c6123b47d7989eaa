/**
 * Whether the server can do its work: not when it is closing, not when its disk takes nothing or stalls,
 * and not when the disk is nearly full, which is said before it is too late.
 */
import type { ErrorCode } from "../../shared/protocol/errors.ts";
import type { Clock } from "./clock.ts";
import type { Commits } from "./commits.ts";
import type { Disk } from "./disk.ts";

/** Asking more often than this is answered with the last answer: each answer waits for the disk. */
const freshMs = 1_000;
/** A commit that has not ended after this long is taken for one that will not. */
const stalledMs = 5_000;

export interface HealthOptions {
  /** Writes to the disk; rejects where that fails. */
  readonly probe: () => Promise<void>;
  readonly commits: Commits;
  readonly disk: Disk;
  readonly clock: Clock;
}

export type Health = ReturnType<typeof createHealth>;

export function createHealth({ probe, commits, disk, clock }: HealthOptions) {
  let closing = false;
  let last: { readonly at: number; readonly trouble: Promise<ErrorCode | undefined> } | undefined;
  let probing: Promise<boolean> | undefined;

  /** Whether a write reaches the disk in time. A probe that hangs is not joined by another. */
  async function writes(): Promise<boolean> {
    probing ??= commits.timed(probe).then(
      () => true,
      () => false,
    );
    const answer = probing;
    void answer.then(() => {
      probing = undefined;
    });
    let callOff = (): void => {};
    const tooLong = new Promise<boolean>((resolve) => {
      callOff = clock.after(stalledMs, () => resolve(false));
    });
    const inTime = await Promise.race([answer, tooLong]);
    callOff();
    return inTime;
  }

  async function look(): Promise<ErrorCode | undefined> {
    if (commits.oldestMs() > stalledMs) return "storage_unavailable";
    if (await disk.isNearlyFull()) return "storage_unavailable";
    return (await writes()) ? undefined : "storage_unavailable";
  }

  return {
    beginClosing(): void {
      closing = true;
    },
    isClosing: (): boolean => closing,
    /** Why the server cannot do its work now; undefined if it can. */
    async trouble(): Promise<ErrorCode | undefined> {
      if (closing) return "shutting_down";
      if (!last || clock.now() - last.at >= freshMs) last = { at: clock.now(), trouble: look() };
      return last.trouble;
    },
  };
}
