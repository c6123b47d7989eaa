/** When a socket is dropped for not being there, and when it is only slow. */
import { expect, test } from "vitest";
import { createPulse, type Signs } from "../../server/ws/pulse.ts";

const limits = { periodMs: 15_000, frameMs: 120_000, unreadMs: 60_000 };
const alive: Signs = { bytesRead: 1, frames: 1, waiting: 0, drained: 0, isHeld: false };

/** How many periods a socket lasts whose signs are these; 100 for one that is not dropped. */
function periods(signsAt: (period: number) => Partial<Signs>): number {
  const isAlive = createPulse(limits);
  for (let i = 1; i <= 100; i++) if (!isAlive({ ...alive, ...signsAt(i) })) return i;
  return 100;
}

test("one that answers stays", () => {
  expect(periods((i) => ({ bytesRead: i, frames: i }))).toBe(100);
});

test("one from which nothing comes is dropped a period after it was asked", () => {
  expect(periods(() => ({}))).toBe(2);
});

test("one that sends a large frame over a slow line stays, though it cannot answer meanwhile", () => {
  expect(periods((i) => ({ bytesRead: i * 100_000, frames: 1 + Math.floor(i / 7) }))).toBe(100);
});

test("one whose frame never ends is dropped", () => {
  // The first period is that of the frame before.
  expect(periods((i) => ({ bytesRead: i }))).toBe(1 + limits.frameMs / limits.periodMs);
});

test("one that reads nothing of what waits for it is dropped, though it goes on sending", () => {
  const signs = (i: number) => ({ bytesRead: i, frames: i, waiting: 500_000 });
  expect(periods(signs)).toBe(limits.unreadMs / limits.periodMs);
});

test("one that reads slowly stays", () => {
  expect(periods((i) => ({ bytesRead: i, frames: i, waiting: 500_000, drained: i >> 1 }))).toBe(
    100,
  );
});

test("one that is told a large board over a slow line stays, though no ping comes through to it", () => {
  expect(periods((i) => ({ waiting: 500_000, drained: i }))).toBe(100);
  const ended = (i: number) => ({ waiting: i > 4 ? 0 : 500_000, drained: Math.min(i, 4) });
  expect(periods(ended)).toBe(5);
});

test("one that we ourselves do not read from is not called silent", () => {
  expect(periods(() => ({ isHeld: true }))).toBe(100);
});
