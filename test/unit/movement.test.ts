import { expect, test } from "vitest";
import { movement, suppressed } from "../../shared/sorting/movement.ts";

const [notYet, almost, gotIt] = [0, 1, 2];
/** How many went from where to where: the golden table. */
const golden = [
  [notYet, notYet, 3],
  [notYet, almost, 5],
  [almost, almost, 4],
  [almost, gotIt, 6],
  [gotIt, gotIt, 5],
  [gotIt, almost, 1],
] as const;

function sorts() {
  const before = new Map<string, number>();
  const after = new Map<string, number>();
  for (const [from, to, count] of golden) {
    for (let i = 0; i < count; i++) {
      const code = `${from}${to}${i}`;
      before.set(code, from);
      after.set(code, to);
    }
  }
  return { before, after };
}

test("the golden table: up 11, same 12, down 1, each cell with its codes", () => {
  const { before, after } = sorts();
  const moved = movement(before, after, 3);
  expect(moved).toMatchObject({ up: 11, same: 12, down: 1, unlinked: [] });
  expect(moved.cells.map((row) => row.map((codes) => codes.length))).toEqual([
    [3, 5, 0],
    [0, 4, 6],
    [0, 1, 5],
  ]);
  expect(moved.cells[2]?.[1]).toEqual(["210"]);
});

test("a code in one sort only, or in a pile that is gone, moved nowhere and is told apart", () => {
  const { before, after } = sorts();
  after.delete("210");
  after.set("new", 1);
  before.set("odd", 9);
  after.set("odd", 1);
  const moved = movement(before, after, 3);
  expect(moved.unlinked).toEqual(["210", "new", "odd"]);
  expect(moved.down).toBe(0);
});

test("a second paper of a pupil is linked to the first, unless a sort has two that it could be", () => {
  const before = new Map([
    ["K7M", 0],
    ["D4F", 1],
    ["W3C", 2],
    ["W3C-2", 0],
  ]);
  const after = new Map([
    ["K7M-2", 2],
    ["D4F", 1],
    ["D4F-2", 0],
    ["W3C-3", 1],
    ["H9T-2", 1],
  ]);
  const moved = movement(before, after, 3);
  expect(moved.cells[0]?.[2]).toEqual(["K7M"]);
  expect(moved.cells[1]?.[1]).toEqual(["D4F"]);
  expect(moved).toMatchObject({ up: 1, same: 1, down: 0 });
  expect(moved.unlinked).toEqual(["D4F-2", "H9T-2", "W3C", "W3C-2", "W3C-3"]);
});

test("cells of 1 to 4 are hidden, and what would give them away", () => {
  const shown = suppressed([
    [3, 5, 0],
    [0, 4, 6],
    [0, 1, 5],
  ]);
  expect(shown[0]?.[0]).toBeUndefined();
  expect(shown[0]?.[1]).toBeUndefined();
  expect(shown[1]?.[1]).toBeUndefined();
  expect(shown[2]?.[1]).toBeUndefined();
  expect(suppressed([[9, 8]])).toEqual([[9, 8]]);
  expect(suppressed([])).toEqual([]);
});
