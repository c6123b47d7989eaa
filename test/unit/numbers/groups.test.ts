import { expect, test } from "vitest";
import type { ColumnId, PaperId } from "../../../shared/base/ids.ts";
import type { Column, ColumnKind, Value } from "../../../shared/numbers/columns.ts";
import { groupsOf, type Span } from "../../../shared/numbers/groups.ts";

const papers = Array.from({ length: 12 }, (_, i) => `p${i}` as PaperId);
function columnOf(kind: ColumnKind, values: readonly (Value | undefined)[]): Column {
  const said = values.flatMap((value, i) =>
    value === undefined ? [] : [[papers[i] as PaperId, value] as const],
  );
  const id = "column" as ColumnId;
  return { id, title: "", kind, order: "", onCards: false, values: new Map(said) };
}
const inShort = (span: Span): string =>
  span.is === "none" ? "none" : span.is === "value" ? `${span.value}` : `${span.from}..${span.to}`;
const bars = (kind: ColumnKind, values: readonly (Value | undefined)[]): string =>
  groupsOf(columnOf(kind, values), papers.slice(0, values.length))
    .map(({ span, papers: own }) => `${inShort(span)}: ${own.length}`)
    .join(", ");

test("few whole numbers are a bar each, with the gaps between", () => {
  expect(bars("number", [4, 3, 2, 0, 4])).toBe("0: 1, 1: 0, 2: 1, 3: 1, 4: 2");
});

test("many numbers go in round steps; whole ones end in whole ones", () => {
  // prior_benchmark of the volume set
  expect(bars("number", [79, 86, 73, 60, 63, 69, 46, 50, 41, 70, 50, 88])).toBe(
    "40..44: 1, 45..49: 1, 50..54: 2, 55..59: 0, 60..64: 2, 65..69: 1, 70..74: 2, 75..79: 1, 80..84: 0, 85..89: 2",
  );
  expect(bars("number", [0.12, 0.5, 0.31])).toBe(
    "0.1..0.15: 1, 0.15..0.2: 0, 0.2..0.25: 0, 0.25..0.3: 0, 0.3..0.35: 1, 0.35..0.4: 0, 0.4..0.45: 0, 0.45..0.5: 0, 0.5..0.55: 1",
  );
});

test("one value, and values that differ by nothing that counts, are one bar", () => {
  expect(bars("number", [7, 7])).toBe("7: 2");
  expect(bars("number", [0.5, 0.5 + 1e-13])).toBe("0.5: 2");
});

test("words stand by how often they come, no before yes, and papers without a value last", () => {
  expect(bars("category", ["red", undefined, "Blue", "Red", "blue", "red"])).toBe(
    "red: 3, Blue: 2, none: 1",
  );
  expect(bars("yesNo", [true, true, false])).toBe("false: 1, true: 2");
  expect(bars("number", [])).toBe("");
});
