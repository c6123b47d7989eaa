import { describe, expect, test } from "vitest";
import { splitCells } from "../../../client/cells/split-cells.ts";
import {
  readTable,
  straysOf,
  type Table,
  tableLimits,
  valuesAs,
} from "../../../shared/numbers/tables.ts";

function tableOf(text: string, hasHeader?: boolean): Table {
  const split = splitCells(text);
  if (!split.ok) throw new Error(split.code);
  const answer = readTable(split.cells, hasHeader);
  if (!answer.ok) throw new Error(answer.code);
  return answer.table;
}
const kinds = ({ columns }: Table) => columns.map(({ kind }) => kind);
const valuesOf = ({ columns }: Table, index: number) =>
  columns[index] && valuesAs(columns[index].cells, columns[index].kind);

const benchmark = `student_code,item_1_volume,item_2_scaling,prior_benchmark
M01,4,3,79
M02,3,3,86
M03,2,1,73`;

describe("a table", () => {
  test("reads the same parted by commas, semicolons, tabs and bars, with any line ends and a mark of encoding", () => {
    const expected = tableOf(benchmark);
    for (const sign of [",", ";", "\t", "|"]) {
      for (const end of ["\n", "\r\n", "\r"]) {
        const text = benchmark.replaceAll(",", sign).replaceAll("\n", end);
        expect(tableOf(`\ufeff${text}${end}${end}`)).toEqual(expected);
      }
    }
    expect(expected.hasHeader).toBe(true);
    expect(kinds(expected).slice(1)).toEqual(["number", "number", "number"]);
    expect(valuesOf(expected, 3)).toEqual([79, 86, 73]);
  });

  test("keeps what stands in quotes together", () => {
    const table = tableOf('code,said\nK7M,"so, ""why""?"\nK9C,"two\nlines"\nK4D,');
    expect(table.columns[1]?.cells).toEqual(['so, "why"?', "two lines", ""]);
  });

  test("takes a decimal comma where the columns are parted by another sign", () => {
    const table = tableOf("code;value\nK7M;1,5\nK9C;2,25\nK4D;3");
    expect(valuesOf(table, 1)).toEqual([1.5, 2.25, 3]);
  });

  test("tells from the whole column whether a comma parts thousands or decimals", () => {
    const read = (cells: readonly string[]) => valuesAs(cells, "number");
    expect(read(["1,500", "12,000"])).toEqual([1500, 12000]);
    expect(read(["1,500", "12,5"])).toEqual([1.5, 12.5]);
    expect(read(["1.500,5", "2"])).toEqual([1500.5, 2]);
    expect(read(["1,500.5", "2"])).toEqual([1500.5, 2]);
    expect(read(["85 %", "−3", "1 200", ".5"])).toEqual([85, -3, 1200, 0.5]);
    expect(read(["1e9", "12345678901", "3/4", "Infinity", "0x10"])).toEqual(
      Array(5).fill(undefined),
    );
  });

  test("knows a first row of names from a row of values", () => {
    expect(tableOf("M01,4\nM02,3\nM03,1").hasHeader).toBe(false);
    expect(tableOf("M01,red\nM02,blue\nM03,red").hasHeader).toBe(false);
    expect(tableOf("Code,Colour\nM01,red\nM02,blue").hasHeader).toBe(true);
    expect(tableOf("M01,red\nM02,blue", true).rows).toBe(1);
    expect(tableOf("Code,Colour\nM01,red", false).rows).toBe(2);
  });

  test("knows numbers, yes and no, categories and words", () => {
    const table = tableOf(
      [
        "code,points,met,idea,said",
        "M01,4,yes,layers,I counted the cubes",
        "M02,absent,No,formula,because it is bigger",
        "M03,3,Y,layers,we multiplied",
        "M04,2,,layers,no idea",
        "M05,1,n,formula,the box is three high",
        "M06,0,yes,n/a,see above",
      ].join("\n"),
    );
    expect(kinds(table).slice(1)).toEqual(["number", "yesNo", "category", "text"]);
    expect(valuesOf(table, 1)).toEqual([4, undefined, 3, 2, 1, 0]);
    expect(straysOf(table.columns[1]?.cells ?? [], "number")).toBe(1);
    expect(valuesOf(table, 2)).toEqual([true, false, true, undefined, false, true]);
    expect(valuesOf(table, 3)?.at(-1)).toBeUndefined();
  });

  test("says what it cannot take", () => {
    const refused = (text: string) => {
      const split = splitCells(text);
      const answer = split.ok ? readTable(split.cells) : split;
      return answer.ok ? "taken" : answer.code;
    };
    expect(refused(" \n \n")).toBe("empty");
    expect(refused("code,points")).toBe("noRows");
    expect(refused("M01\nM02\nM03")).toBe("oneColumn");
    expect(refused("M,4\n".repeat(tableLimits.rows + 2))).toBe("tooManyRows");
    expect(refused("4,".repeat(tableLimits.columns))).toBe("tooManyColumns");
    expect(refused("x".repeat(tableLimits.characters + 1))).toBe("tooLong");
    expect(refused("PK\u0003\u0004workbook")).toBe("notText");
  });
});

describe("what should not travel", () => {
  const heldBack = (text: string) => tableOf(text).columns.map((column) => column.heldBack);

  test("is told from titles", () => {
    expect(
      heldBack(
        "student_code,Student Name,lastName,DOB,State ID,Class,Email,Item 1\nM01,a,b,c,d,e,f,1",
      ),
    ).toEqual([
      undefined,
      "names",
      "names",
      "birthdays",
      "pupilNumbers",
      "classes",
      "emails",
      undefined,
    ]);
  });

  test("is told from what stands in the cells, whatever the title", () => {
    const text = [
      "code;a;b;c;d;e",
      "M01;Alva Lind;Ana;mia@school.org;12345678;2014-03-02",
      "M02;Bo Sand;Ben;;23456789;2014-05-12",
      "M03;Cem Aras-Öz;Cleo;;34567890;2013-11-30",
      "M04;Dina O’Hara;Dev;;45678901;2014-01-07",
    ].join("\n");
    expect(heldBack(text)).toEqual([
      undefined,
      "names",
      "names",
      "emails",
      "pupilNumbers",
      "birthdays",
    ]);
  });

  test("is not what recurs, such as a category of two words with capitals", () => {
    expect(
      heldBack("code,idea\nM01,Layer Thinking\nM02,Layer Thinking\nM03,Layer Thinking"),
    ).toEqual([undefined, undefined]);
  });
});
