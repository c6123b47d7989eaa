import { expect, test } from "vitest";
import { createPace } from "../../server/rooms/pace.ts";

/** Commits at their times, each as soon as it may; how long the one at the end has to wait. */
function waitAfter(listeners: number, perSecond: number, seconds: number): number {
  const pace = createPace();
  let now = 1_000_000;
  const end = now + seconds * 1000;
  for (let due = now; due < end; due += 1000 / perSecond) {
    now = Math.max(now, Math.floor(due));
    now += pace.waitMs(now);
    pace.began(now, listeners);
  }
  return pace.waitMs(now);
}

test("the first edit goes at once", () => {
  expect(createPace().waitMs(1_000_000)).toBe(0);
});

test("edits of a few go at once", () => {
  expect(waitAfter(5, 20, 10)).toBe(0);
});

test("a hundred edits a second to thirty people do not wait for each other", () => {
  expect(waitAfter(30, 100, 10)).toBeLessThan(10);
});

test("commits of a storm lie apart, and no further than a picture on the screen", () => {
  const pace = createPace();
  for (let now = 1_000_000; now < 1_002_000; now += 16) pace.began(now, 300);
  expect(pace.waitMs(1_002_000 - 8)).toBeGreaterThan(4);
  expect(pace.waitMs(1_002_000 - 8)).toBeLessThanOrEqual(16);
});

test("what was a storm is over a second later", () => {
  const pace = createPace();
  for (let now = 1_000_000; now < 1_002_000; now += 16) pace.began(now, 300);
  expect(pace.waitMs(1_003_000)).toBe(0);
});

test("a clock that is put back holds nobody", () => {
  const pace = createPace();
  for (let now = 1_000_000; now < 1_002_000; now += 16) pace.began(now, 300);
  expect(pace.waitMs(900_000)).toBeLessThanOrEqual(16);
});
