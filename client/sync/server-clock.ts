/**
 * The server's time in this browser, whose own clock may be minutes off: learnt from answers that carry
 * it, so that a clock that a team takes for all reads the same for each.
 */
let aheadMs = 0;

export const serverNow = (): number => Math.round(Date.now() + aheadMs);

/** The server said `now` in answer to what was asked at `askedAt` of this browser's clock. */
export function learnServerTime(now: number, askedAt: number): void {
  aheadMs = now - (askedAt + Date.now()) / 2;
}
