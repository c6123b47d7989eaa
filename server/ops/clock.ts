/**
 * The server's only wall clock and timers. Everything else is handed a `Clock`, so that tests can
 * shorten waits without sleeping. Timers never keep the process alive.
 */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs `act` once, `delayMs` from now; the returned function calls it off. */
  after(delayMs: number, act: () => void): () => void;
  /** Runs `act` every `periodMs`; the returned function ends it. */
  every(periodMs: number, act: () => void): () => void;
}

/** A moment in milliseconds since 1970 as ISO 8601. */
export function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(delayMs, act) {
    const timer = setTimeout(act, delayMs);
    timer.unref();
    return () => clearTimeout(timer);
  },
  every(periodMs, act) {
    const timer = setInterval(act, periodMs);
    timer.unref();
    return () => clearInterval(timer);
  },
};
