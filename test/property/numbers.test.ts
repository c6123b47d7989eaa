/** Tables of any cells, codes of any signs, numbers of any size: nothing throws, no paper is lost or counted twice. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitCells } from "../../client/cells/split-cells.ts";
import type { ColumnId, PaperId } from "../../shared/base/ids.ts";
import type { Column, ColumnKind } from "../../shared/numbers/columns.ts";
import { columnKinds } from "../../shared/numbers/columns.ts";
import { groupsOf, isWithin } from "../../shared/numbers/groups.ts";
import { guessKey, matchByCode } from "../../shared/numbers/matching.ts";
import { isBlank } from "../../shared/numbers/read-cells.ts";
import { readTable, valuesAs } from "../../shared/numbers/tables.ts";

const cell = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    "",
    "M01",
    "m 01",
    "yes",
    "No",
    "1,5",
    "1.500,5",
    "12",
    "-3",
    "a@b.org",
    '"',
    ";",
  ),
);
const cells = fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 12 });
const code = fc.string({
  unit: fc.constantFrom(..."K 7 M O 0 I 1 l 2 Z 5 S 8 B -".split(" "), " "),
  maxLength: 4,
});

/** A value or nothing for each cell, as the kind says. */
function isSound(of: readonly string[], kind: ColumnKind): boolean {
  const values = valuesAs(of, kind);
  const types: readonly string[] =
    kind === "number" ? ["number"] : kind === "yesNo" ? ["boolean"] : ["string"];
  const isOfKind = (value: unknown): boolean =>
    value === undefined || (types.includes(typeof value) && !Number.isNaN(value));
  return values.length === of.length && values.every(isOfKind);
}

describe("a table of any cells", () => {
  test("is read or refused, and every kind of every column has a value or nothing for each row", () => {
    fc.assert(
      fc.property(cells, fc.option(fc.boolean(), { nil: undefined }), (given, hasHeader) => {
        const answer = readTable(given, hasHeader);
        if (!answer.ok) return;
        const { columns, rows } = answer.table;
        for (const column of columns) {
          expect(column.cells.length).toBe(rows);
          for (const kind of columnKinds) expect(isSound(column.cells, kind)).toBe(true);
        }
        guessKey(answer.table, []);
      }),
    );
  });

  test("comes back as it was from text, quoted, whatever parts it", () => {
    const plain = fc
      .string({ maxLength: 8 })
      .map((said) => said.replaceAll("\u0000", "").replaceAll("\r", ""));
    const filled = fc
      .array(fc.tuple(plain, plain), { minLength: 1, maxLength: 8 })
      .filter((rows) => rows.every((row) => row.some((said) => said.trim() !== "")));
    fc.assert(
      fc.property(
        filled,
        fc.constantFrom(",", ";", "\t"),
        fc.constantFrom("\n", "\r\n"),
        (rows, sign, end) => {
          const quoted = (said: string): string => `"${said.replaceAll('"', '""')}"`;
          const text = rows.map((row) => row.map(quoted).join(sign)).join(end);
          expect(splitCells(text)).toEqual({ ok: true, cells: rows });
        },
      ),
    );
  });

  test("of any text at all is split or refused", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void splitCells(text)));
  });
});

test("matching gives each paper one row at most, and tells of every row and paper that is left", () => {
  fc.assert(
    fc.property(fc.array(code), fc.array(code), (keys, codes) => {
      const papers = codes.map((one, i) => ({ id: `p${i}` as PaperId, code: one }));
      const match = matchByCode(keys, papers);
      const { rows, byPupil, withoutPaper, withoutRow, twice, unclear, severalRows } = match;
      const shared = new Set(byPupil);
      const own = [...rows].filter(([paper]) => !shared.has(paper)).map(([, row]) => row);
      expect(new Set(own).size).toBe(own.length);
      expect([...shared].every((paper) => rows.has(paper))).toBe(true);
      expect([...rows.keys(), ...withoutRow].toSorted()).toEqual(
        papers.map(({ id }) => id).toSorted(),
      );
      // Every row is taken or told of.
      const taken = new Set(rows.values());
      const said = new Set([...withoutPaper, ...twice, ...unclear, ...severalRows]);
      const untold = keys.filter((key, row) => !taken.has(row) && !said.has(key) && !isBlank(key));
      expect(untold).toEqual([]);
      expect(match.unnamed).toBe(keys.filter(isBlank).length);
      // A code spelled as the paper's own always wins over one that only looks like it.
      const outdone = [...rows].filter(([paper, row]) => {
        const spelled = papers.find(({ id }) => id === paper)?.code ?? "";
        const asOwn = keys.indexOf(spelled);
        return spelled.trim() !== "" && asOwn >= 0 && row > asOwn;
      });
      expect(outdone).toEqual([]);
    }),
  );
});

test("every paper stands in exactly one bar, within its bounds, and there are never too many bars", () => {
  const number = fc.oneof(
    fc.integer({ min: -50, max: 150 }),
    fc.double({ min: -1e9, max: 1e9, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  );
  fc.assert(
    fc.property(fc.array(fc.option(number, { nil: undefined }), { maxLength: 40 }), (values) => {
      const papers = values.map((_, i) => `p${i}` as PaperId);
      const said = values.flatMap((value, i): [PaperId, number][] =>
        value === undefined ? [] : [[papers[i] as PaperId, value]],
      );
      const column: Column = {
        id: "c" as ColumnId,
        title: "",
        kind: "number",
        order: "",
        onCards: false,
        values: new Map(said),
      };
      const groups = groupsOf(column, papers);
      expect(groups.flatMap((group) => group.papers).toSorted()).toEqual(papers.toSorted());
      expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
      expect(groups.length).toBeLessThanOrEqual(13);
      // What a filter keeps bright is what the bar holds, but where all bars fell into one.
      if (groups.filter(({ key }) => key !== "none").length < 2) return;
      for (const { span, papers: own } of groups) {
        const within = papers.filter((paper) => isWithin(column.values.get(paper), span));
        expect(within).toEqual(own);
      }
    }),
  );
});
