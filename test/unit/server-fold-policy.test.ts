import { expect, test } from "vitest";
import { isTimeToFold, newTail, type Tail } from "../../server/storage/fold-policy.ts";

const now = 1_000_000_000;
const tail = (facts: Partial<Tail>): Tail => ({ ...newTail(0, 0, 0), ...facts });

test("a short log is left alone", () => {
  expect(isTimeToFold(tail({ count: 499, bytes: 200_000 }), now)).toBe(false);
});

test("a log of many updates, or of large ones, is folded", () => {
  expect(isTimeToFold(tail({ count: 500 }), now)).toBe(true);
  expect(isTimeToFold(tail({ count: 1, bytes: 5_000_000 }), now)).toBe(true);
});

test("it is said once, and again when nothing came of it", () => {
  const long = tail({ count: 500 });
  expect(isTimeToFold(long, now)).toBe(true);
  expect(isTimeToFold({ ...long, count: 999 }, now)).toBe(false);
  expect(isTimeToFold({ ...long, count: 1_000 }, now)).toBe(true);
});

test("a storm is folded several times a minute, not every few hundred updates", () => {
  const folded = { foldedAt: now, tookMs: 10 };
  expect(isTimeToFold(tail({ ...folded, count: 600 }), now + 400)).toBe(false);
  expect(isTimeToFold(tail({ ...folded, count: 9_000 }), now + 15_000)).toBe(true);
});

test("a board whose folds take a second rests for twenty", () => {
  const folded = { foldedAt: now, tookMs: 1_000 };
  expect(isTimeToFold(tail({ ...folded, count: 2_000 }), now + 19_000)).toBe(false);
  expect(isTimeToFold(tail({ ...folded, count: 2_000 }), now + 20_000)).toBe(true);
});

test("the log is bounded, however long folds take", () => {
  const folded = { foldedAt: now, tookMs: 60_000 };
  expect(isTimeToFold(tail({ ...folded, count: 20_000 }), now + 1)).toBe(true);
  expect(isTimeToFold(tail({ ...folded, count: 10, bytes: 16 * 1024 * 1024 }), now + 1)).toBe(true);
});
