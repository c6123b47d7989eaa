import { describe, expect, test } from "vitest";
import { summedChanges } from "../../client/board/keeping/summed-changes.ts";
import type { BoardChange } from "../../shared/protocol/api.ts";

const change = (at: number, by: string, how: BoardChange["how"], id = "one"): BoardChange => ({
  at,
  by,
  kind: "note",
  id,
  how,
});
const told = (...changes: BoardChange[]) =>
  summedChanges(changes).map(({ id, how, by, at }) => [id, how, by.join(" and "), at]);

describe("what changed, summed", () => {
  test("is one line a thing, with everybody who changed it", () => {
    expect(
      told(change(5, "Leo", "changed"), change(4, "Ana", "changed"), change(3, "Leo", "changed")),
    ).toEqual([["one", "changed", "Leo and Ana", 5]]);
  });

  test("a thing that came is new, whatever was changed in it afterwards", () => {
    expect(told(change(5, "Leo", "changed"), change(4, "Ana", "added"))).toEqual([
      ["one", "added", "Leo and Ana", 5],
    ]);
  });

  test("a thing that was taken off is gone, whatever was changed in it before", () => {
    expect(told(change(5, "Leo", "removed"), change(4, "Ana", "changed"))).toEqual([
      ["one", "removed", "Leo and Ana", 5],
    ]);
  });

  test("what came and went is not told of, and what was taken off and brought back is there", () => {
    expect(told(change(5, "Leo", "removed"), change(4, "Ana", "added"))).toEqual([]);
    expect(told(change(5, "Leo", "changed"), change(4, "Ana", "removed"))).toEqual([
      ["one", "changed", "Leo and Ana", 5],
    ]);
  });

  test("things of one id and of two kinds are two things", () => {
    const stroke: BoardChange = { ...change(3, "Ana", "changed"), kind: "stroke" };
    expect(told(change(5, "Leo", "changed"), stroke)).toHaveLength(2);
  });
});
