/** From a table to columns: what is ticked of itself, what stands against a choice, what would come to the board. */
import { describe, expect, test } from "vitest";
import { splitCells } from "../../../client/cells/split-cells.ts";
import { choicesAtFirst, columnsToBring, problemsOf } from "../../../client/numbers/bringing.ts";
import type { ColumnId, PaperId } from "../../../shared/base/ids.ts";
import type { Column } from "../../../shared/numbers/columns.ts";
import { matchByCode } from "../../../shared/numbers/matching.ts";
import { readTable } from "../../../shared/numbers/tables.ts";

const text = [
  "student_code,Name,prior_benchmark,idea,said,Email",
  "K7M,Ana Lind,79,layers,I counted them,a@b.org",
  "C4D,Bo Sand,86,formula,by heart,b@b.org",
  "Q9Q,Cem Aras,12,layers,no idea,c@b.org",
].join("\n");
const split = splitCells(text);
const answer = split.ok && readTable(split.cells);
if (!answer || !answer.ok) throw new Error("the table reads");
const { table } = answer;
const papers = ["K7M", "C4D", "X3X"].map((code) => ({ id: `p-${code}` as PaperId, code }));
const match = matchByCode(table.columns[0]?.cells ?? [], papers);
const nameOf = (index: number): string => `Column ${index + 1}`;
const column = (title: string): Column => {
  const id = title as string as ColumnId;
  return { id, title, kind: "number", order: title, onCards: false, values: new Map() };
};

describe("what is ticked of itself", () => {
  test("is neither the codes nor what should not travel nor free words", () => {
    const choices = [...choicesAtFirst(table, 0, [], nameOf).values()];
    expect(choices.map(({ title, isTaken }) => [title, isTaken])).toEqual([
      ["student code", false],
      ["Name", false],
      ["prior benchmark", true],
      ["idea", true],
      ["said", false],
      ["Email", false],
    ]);
  });

  test("is no more than a board has room for", () => {
    const there = Array.from({ length: 39 }, (_, i) => column(`c${i}`));
    const taken = (all: readonly Column[]) =>
      [...choicesAtFirst(table, 0, all, nameOf).values()].filter(({ isTaken }) => isTaken).length;
    expect(taken(there)).toBe(1);
    // Updating one that is there takes no room.
    expect(taken([...there, column("Prior Benchmark")])).toBe(1);
    expect(choicesAtFirst(table, 0, [column("Prior Benchmark")], nameOf).get(2)?.title).toBe(
      "Prior Benchmark",
    );
  });
});

test("two columns of one name, or of none, are told before they come", () => {
  const choices = new Map(choicesAtFirst(table, 0, [], nameOf));
  const named = (index: number, title: string) =>
    choices.set(index, { isTaken: true, title, kind: "category" });
  named(2, "Idea ");
  named(4, " ");
  expect(Object.fromEntries(problemsOf(choices, []))).toEqual({ 3: "sameTitle", 4: "noTitle" });
  const full = Array.from({ length: 40 }, (_, i) => column(`c${i}`));
  expect(problemsOf(choicesAtFirst(table, 0, [], nameOf), full).get(2)).toBe("tooMany");
});

test("only ticked columns come, of papers on the board alone, and never an email address", () => {
  const choices = new Map(choicesAtFirst(table, 0, [], nameOf));
  choices.set(5, { isTaken: true, title: "Email", kind: "text" });
  const coming = columnsToBring(table, match, choices);
  expect(
    coming.map(({ title, kind, values }) => [title, kind, Object.fromEntries(values)]),
  ).toEqual([
    ["prior benchmark", "number", { "p-K7M": 79, "p-C4D": 86 }],
    ["idea", "category", { "p-K7M": "layers", "p-C4D": "formula" }],
  ]);
  const sent = JSON.stringify(coming.map(({ title, values }) => [title, ...values]));
  for (const secret of ["Lind", "Sand", "Aras", "@", "Q9Q", "heart"]) {
    expect(sent).not.toContain(secret);
  }
});
