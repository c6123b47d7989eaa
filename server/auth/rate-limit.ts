/**
 * How often one address may do a thing, counted by the minute. For what does not pass through HTTP's
 * own limiter: sockets.
 */
import type { Clock } from "../ops/clock.ts";

const minuteMs = 60_000;

/** Asks for one more from `address`; false once it has had `perMinute` within the minute. */
export type RateLimit = (address: string) => boolean;

export function createRateLimit(perMinute: number, clock: Clock): RateLimit {
  const counts = new Map<string, number>();
  let endsAt = 0;
  return (address) => {
    const now = clock.now();
    if (now >= endsAt) {
      counts.clear();
      endsAt = now + minuteMs;
    }
    const count = (counts.get(address) ?? 0) + 1;
    counts.set(address, count);
    return count <= perMinute;
  };
}
