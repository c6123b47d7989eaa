/** When the server says that it cannot do its work, on a clock and a disk of the test's own. */
import { describe, expect, test } from "vitest";
import type { Clock } from "../../server/ops/clock.ts";
import { createCommits } from "../../server/ops/commits.ts";
import { createDisk } from "../../server/ops/disk.ts";
import { createHealth } from "../../server/ops/health.ts";

const mb = 1024 * 1024;

function createStage() {
  let now = 0;
  const timers = new Set<{ at: number; act: () => void }>();
  const clock: Clock = {
    now: () => now,
    after(delayMs, act) {
      const timer = { at: now + delayMs, act };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    every: () => () => {},
  };
  const state = { free: 1_000 * mb, probe: (): Promise<void> => Promise.resolve() };
  const ended: { ms: number; ok: boolean }[] = [];
  const commits = createCommits(clock, (outcome) => ended.push(outcome));
  const disk = createDisk({
    folder: "/data",
    floorBytes: 200 * mb,
    clock,
    readFree: async () => state.free,
  });
  const health = createHealth({ probe: () => state.probe(), commits, disk, clock });
  return {
    health,
    commits,
    disk,
    ended,
    state,
    async pass(ms: number): Promise<void> {
      now += ms;
      for (const timer of timers) {
        if (timer.at > now) continue;
        timers.delete(timer);
        timer.act();
      }
      await settled();
    },
    waitingTimers: () => timers.size,
  };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const never = (): Promise<void> => new Promise(() => {});

describe("the server is", () => {
  test("ready while the disk takes what is written, and leaves no timer behind", async () => {
    const { health, waitingTimers } = createStage();
    expect(await health.trouble()).toBeUndefined();
    expect(waitingTimers()).toBe(0);
  });

  test("not ready while the disk is nearly full, and ready again once there is room", async () => {
    const { health, state, disk, pass } = createStage();
    state.free = 200 * mb - 1;
    expect(await health.trouble()).toBe("storage_unavailable");
    expect(await disk.isNearlyFull()).toBe(true);
    state.free = 200 * mb;
    await pass(1_000);
    expect(await health.trouble()).toBeUndefined();
    expect(await disk.isNearlyFull()).toBe(false);
  });

  test("ready where the system does not say how full the disk is", async () => {
    const { health, pass, state } = createStage();
    const disk = createDisk({
      folder: "/data",
      floorBytes: 200 * mb,
      clock: { now: () => 0, after: () => () => {}, every: () => () => {} },
      readFree: () => Promise.reject(new Error("not supported")),
    });
    expect(await disk.isNearlyFull()).toBe(false);
    state.free = Number.POSITIVE_INFINITY;
    await pass(1_000);
    expect(await health.trouble()).toBeUndefined();
  });

  test("not ready while a write fails", async () => {
    const { health, state, pass } = createStage();
    state.probe = () => Promise.reject(new Error("disk full"));
    expect(await health.trouble()).toBe("storage_unavailable");
    state.probe = () => Promise.resolve();
    await pass(1_000);
    expect(await health.trouble()).toBeUndefined();
  });

  test("not ready while somebody's commit has waited more than 5 seconds, and says so at once", async () => {
    const { health, commits, pass } = createStage();
    let finish = (): void => {};
    const slow = commits.timed(
      () =>
        new Promise<void>((resolve) => {
          finish = resolve;
        }),
    );
    await pass(5_000);
    expect(await health.trouble()).toBeUndefined();
    await pass(1_000);
    expect(await health.trouble()).toBe("storage_unavailable");
    finish();
    await slow;
    await pass(1_000);
    expect(await health.trouble()).toBeUndefined();
  });

  test("not ready while the disk does not answer, and does not pile questions up on it", async () => {
    const { health, state, pass } = createStage();
    let asked = 0;
    state.probe = () => {
      asked++;
      return never();
    };
    const answer = health.trouble();
    await settled();
    await pass(5_000);
    expect(await answer).toBe("storage_unavailable");
    for (let i = 0; i < 5; i++) {
      await pass(1_000);
      expect(await health.trouble()).toBe("storage_unavailable");
    }
    expect(asked).toBe(1);
  });

  test("not ready once it is closing", async () => {
    const { health } = createStage();
    health.beginClosing();
    expect(await health.trouble()).toBe("shutting_down");
  });
});

test("a commit is measured whether it succeeds or fails", async () => {
  const { commits, ended, pass } = createStage();
  let fail: (reason: Error) => void = () => {};
  const failing = commits.timed(
    () =>
      new Promise<void>((_resolve, reject) => {
        fail = reject;
      }),
  );
  await pass(30);
  expect(commits.oldestMs()).toBe(30);
  expect(await commits.timed(async () => "done")).toBe("done");
  fail(new Error("disk full"));
  await expect(failing).rejects.toThrow("disk full");
  expect(ended).toEqual([
    { ms: 0, ok: true },
    { ms: 30, ok: false },
  ]);
  expect(commits.oldestMs()).toBe(0);
});
