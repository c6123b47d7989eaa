/**
 * When a lane's log has become long enough to be folded into its snapshot.
 *
 * A fold costs by the size of the board, not of its tail: so a big board, whose folds take long, is
 * folded more rarely, such that folding stays under a twentieth of the time; up to a bound on the log. A
 * storm on a small board is not folded again and again either: with 30 people at 1,500 moves a second that
 * was a sixth of all CPU, and a tail of ten thousand moves is taken in within a twentieth of a second.
 */

/** What lies behind a lane's snapshot. */
export interface Tail {
  head: number;
  count: number;
  bytes: number;
  /** Said to be long already: not again before the count is this. */
  askAgainAt: number;
  /** The last fold since the server was started: when it began and how long it took, in milliseconds. */
  foldedAt: number;
  tookMs: number;
}

const usual = { count: 500, bytes: 256 * 1024 };
const most = { count: 20_000, bytes: 16 * 1024 * 1024 };
const share = 0.05;
/** However quick a fold is. */
const leastRestMs = 15_000;

export function newTail(head: number, count: number, bytes: number): Tail {
  return { head, count, bytes, askAgainAt: 0, foldedAt: 0, tookMs: 0 };
}

/** Whether to fold now, in milliseconds since 1970. True once; then, if nothing came of it, some updates later. */
export function isTimeToFold(tail: Tail, now: number): boolean {
  const { count, bytes } = tail;
  if ((count < usual.count && bytes < usual.bytes) || count < tail.askAgainAt) return false;
  const isRested = now - tail.foldedAt >= Math.max(leastRestMs, tail.tookMs / share);
  if (!isRested && count < most.count && bytes < most.bytes) return false;
  tail.askAgainAt = count + usual.count;
  return true;
}
