/** A clock whose hours pass when the test says so; what is done every hour or more rarely is done then. */
import { type Clock, systemClock } from "../../server/ops/clock.ts";

const hourMs = 3_600_000;

export function createPassingClock() {
  let shiftMs = 0;
  const due: (() => void)[] = [];
  const clock: Clock = {
    ...systemClock,
    now: () => Date.now() + shiftMs,
    every(periodMs, act) {
      if (periodMs < hourMs) return systemClock.every(periodMs, act);
      due.push(act);
      return () => {};
    },
  };
  const passHours = (hours: number): void => {
    shiftMs += hours * hourMs;
    for (const act of due) act();
  };
  return { clock, passHours };
}
