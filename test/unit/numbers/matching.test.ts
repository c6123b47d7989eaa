import { describe, expect, test } from "vitest";
import type { PaperId } from "../../../shared/base/ids.ts";
import { guessKey, matchByCode, matchInOrder } from "../../../shared/numbers/matching.ts";
import { readTable } from "../../../shared/numbers/tables.ts";

const papers = ["K7M", "C4D", "M01", "X10"].map((code) => ({ id: `p-${code}` as PaperId, code }));
const rowsOf = (keys: readonly string[]) => Object.fromEntries(matchByCode(keys, papers).rows);

describe("codes", () => {
  test("match whatever their case, spaces, dashes and signs that look alike", () => {
    expect(rowsOf([" k7m", "C 4-D", "MO1", "x1O"])).toEqual({
      "p-K7M": 0,
      "p-C4D": 1,
      "p-M01": 2,
      "p-X10": 3,
    });
  });

  test("say which rows and papers are left over, and which stand twice", () => {
    expect(matchByCode(["K7M", "Q9Q", "", "k7m", "K7M"], papers)).toEqual({
      rows: new Map([["p-K7M", 0]]),
      withoutPaper: ["Q9Q"],
      withoutRow: ["p-C4D", "p-M01", "p-X10"],
      twice: ["k7m", "K7M"],
      unclear: [],
      unnamed: 1,
    });
  });

  test("that fit several papers fit none, but for the one that is spelled so", () => {
    const alike = ["B1", "81"].map((code) => ({ id: code as PaperId, code }));
    expect(matchByCode(["81", "8I"], alike)).toMatchObject({
      rows: new Map([["81", 0]]),
      unclear: ["8I"],
    });
    const same = [1, 2].map((n) => ({ id: `p${n}` as PaperId, code: "K7M" }));
    expect(matchByCode(["K7M"], same).unclear).toEqual(["K7M"]);
  });

  test("are looked for in the column that finds most papers", () => {
    const table = (cells: readonly (readonly string[])[]) => {
      const answer = readTable(cells);
      if (!answer.ok) throw new Error(answer.code);
      return answer.table;
    };
    const keyOf = (cells: readonly (readonly string[])[]) => guessKey(table(cells), papers)?.index;
    expect(
      keyOf([
        ["n", "paper"],
        ["1", "K7M"],
        ["2", "C4D"],
      ]),
    ).toBe(1);
    expect(
      keyOf([
        ["n", "student_code"],
        ["1", "Z1"],
        ["2", "Z2"],
      ]),
    ).toBe(1);
    expect(
      keyOf([
        ["met", "pupil"],
        ["yes", "one"],
        ["yes", "two"],
      ]),
    ).toBe(1);
  });
});

test("rows in the order of the papers go by their place alone", () => {
  expect(matchInOrder(["a", "b"], papers)).toMatchObject({
    rows: new Map([
      ["p-K7M", 0],
      ["p-C4D", 1],
    ]),
    withoutPaper: [],
    withoutRow: ["p-M01", "p-X10"],
  });
  expect(matchInOrder(["a", "b", "c", "d", "e"], papers).withoutPaper).toEqual(["e"]);
});
