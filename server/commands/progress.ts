/** How far long work has come: a line at most every two seconds, so that a log of it stays short. */
import { systemClock } from "../ops/clock.ts";

const everyMs = 2_000;

export function createProgress(say: (line: string) => void, things: string, total: number) {
  let done = 0;
  let lastSaid = systemClock.now();
  return {
    step(): void {
      done++;
      if (systemClock.now() - lastSaid < everyMs) return;
      lastSaid = systemClock.now();
      say(`${done} of ${total} ${things} …`);
    },
  };
}
