import { describe, expect, test } from "vitest";
import type { PaperId } from "../../../shared/base/ids.ts";
import { guessKey, matchByCode, matchInOrder } from "../../../shared/numbers/matching.ts";
import { readTable } from "../../../shared/numbers/tables.ts";

const papers = ["K7M", "C4D", "M01", "X10"].map((code) => ({ id: `p-${code}` as PaperId, code }));
const rowsOf = (keys: readonly string[]) => Object.fromEntries(matchByCode(keys, papers).rows);

/** The row of each paper, by codes. */
const joined = (keys: readonly string[], codes: readonly string[]) =>
  Object.fromEntries(matchByCode(keys, papersWith(codes)).rows);
const papersWith = (codes: readonly string[]) =>
  codes.map((code) => ({ id: code as PaperId, code }));

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
      byPupil: [],
      withoutRow: ["p-C4D", "p-M01", "p-X10"],
      twice: ["k7m", "K7M"],
      unclear: [],
      severalRows: [],
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

  test("that hold a number behind a dash are not those without the dash, where both are here", () => {
    expect(joined(["K7M3", "K7M-3", "K7M–4"], ["K7M-3", "K7M3", "K7M-4"])).toEqual({
      "K7M-3": 1,
      K7M3: 0,
      "K7M-4": 2,
    });
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

describe("several papers of one pupil", () => {
  // Each line: the codes in the table, the papers, the row of each paper, and what is said of the rest.
  test.each([
    ["each its own row", ["K7M-2", "K7M"], ["K7M", "K7M-2"], { K7M: 1, "K7M-2": 0 }, {}],
    [
      "the pupil's row for all, where there is no other",
      ["C4D", "K7M"],
      ["K7M", "K7M-2", "K7M-3", "C4D"],
      { K7M: 1, "K7M-2": 1, "K7M-3": 1, C4D: 0 },
      { byPupil: ["K7M-2", "K7M-3"] },
    ],
    [
      "its own row for one and the pupil's for the others, whatever comes first",
      ["K7M-3", "k7m", "K7M-2"],
      ["K7M-3", "K7M-4", "K7M"],
      { K7M: 1, "K7M-3": 0, "K7M-4": 1 },
      { byPupil: ["K7M-4"], withoutPaper: ["K7M-2"] },
    ],
    [
      "the pupil's row for a second paper alone",
      ["K7M"],
      ["K7M-2"],
      { "K7M-2": 0 },
      { byPupil: ["K7M-2"] },
    ],
    [
      "the one row of the pupil for their one paper, though it has another number",
      ["K7M-2"],
      ["K7M"],
      { K7M: 0 },
      { byPupil: ["K7M"] },
    ],
    [
      "none, where several rows could be about the one paper",
      ["K7M-2", "K7M-3", "C4D"],
      ["K7M", "C4D"],
      { C4D: 2 },
      { severalRows: ["K7M-2", "K7M-3"], withoutRow: ["K7M"] },
    ],
    [
      "none, where one row could be about several papers",
      ["K7M-4"],
      ["K7M-2", "K7M-3"],
      {},
      { unclear: ["K7M-4"], withoutRow: ["K7M-2", "K7M-3"] },
    ],
    [
      "the first of two rows of the pupil",
      ["K7M", "K7M"],
      ["K7M-2"],
      { "K7M-2": 0 },
      { byPupil: ["K7M-2"], twice: ["K7M"] },
    ],
    [
      "none, where the pupil's code could be that of two pupils",
      ["8I"],
      ["B1-2", "81-2"],
      {},
      { unclear: ["8I"], withoutRow: ["B1-2", "81-2"] },
    ],
    [
      "nothing of other codes that end in numbers",
      ["S-1", "S-2"],
      ["K7M"],
      {},
      {
        withoutPaper: ["S-1", "S-2"],
        withoutRow: ["K7M"],
      },
    ],
  ] as const)("get %s", (_, keys, codes, rows, said) => {
    const { rows: got, ...rest } = matchByCode(keys, papersWith(codes));
    expect(Object.fromEntries(got)).toEqual(rows);
    const nothing = { byPupil: [], withoutPaper: [], withoutRow: [], twice: [], unclear: [] };
    expect(rest).toEqual({ ...nothing, severalRows: [], unnamed: 0, ...said });
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
