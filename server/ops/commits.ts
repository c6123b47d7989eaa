/**
 * How long commits take and how long the oldest has been waiting: the one sign that tells a disk which
 * has stopped answering from one with nothing to do.
 */
import type { Clock } from "./clock.ts";

export interface CommitOutcome {
  /** From asking until it was on the disk, or failed. */
  readonly ms: number;
  readonly ok: boolean;
}

export type Commits = ReturnType<typeof createCommits>;

/** `onEnd` is told of every commit that has ended. */
export function createCommits(clock: Clock, onEnd: (outcome: CommitOutcome) => void) {
  /** When each that still waits was begun; a set keeps the oldest first. */
  const waiting = new Set<{ readonly since: number }>();

  return {
    /** Runs `commit` and gives what it gives. */
    async timed<T>(commit: () => Promise<T>): Promise<T> {
      const one = { since: clock.now() };
      waiting.add(one);
      let ok = false;
      try {
        const result = await commit();
        ok = true;
        return result;
      } finally {
        waiting.delete(one);
        onEnd({ ms: clock.now() - one.since, ok });
      }
    },
    /** How long the oldest has been waiting; 0 if none is. */
    oldestMs(): number {
      const [oldest] = waiting;
      return oldest ? clock.now() - oldest.since : 0;
    },
  };
}
