import { describe, expect, test } from "vitest";
import type { PaperId } from "../../shared/base/ids.ts";
import { type Draw, type DrawGroup, drawFairly } from "../../shared/sorting/fair-draw.ts";

const group = (key: string, count: number): DrawGroup => ({
  key,
  papers: Array.from({ length: count }, (_, i) => `${key}${i + 1}` as PaperId),
});
const piles = [group("n", 5), group("a", 9), group("g", 2)];
const said = ({ groups }: Draw): string => groups.map(({ papers }) => papers.join(" ")).join(" | ");

/** Golden: a draw that was said aloud must come out the same in every later version. */
describe("a draw by its number", () => {
  test("gives the papers it always gave", () => {
    expect(said(drawFairly(piles, { each: 2 }, 1))).toMatchInlineSnapshot(
      `"n3 n5 | a8 a2 | g2 g1"`,
    );
    expect(said(drawFairly(piles, { each: 2 }, 2))).toMatchInlineSnapshot(
      `"n2 n1 | a2 a6 | g1 g2"`,
    );
    expect(said(drawFairly(piles, { all: 8 }, 1))).toMatchInlineSnapshot(
      `"n3 n5 n4 | a8 a2 a5 | g2 g1"`,
    );
  });

  test("says what was asked for and is not there", () => {
    const draw = drawFairly(piles, { each: 3 }, 1);
    expect(draw.groups.map(({ papers, short }) => [papers.length, short])).toEqual([
      [3, 0],
      [3, 0],
      [2, 1],
    ]);
    expect(draw.short).toBe(1);
    expect(drawFairly(piles, { all: 40 }, 1).short).toBe(24);
  });

  test("of nothing, or of no groups, is empty", () => {
    expect(said(drawFairly(piles, { all: 0 }, 1))).toBe(" |  | ");
    expect(drawFairly([], { each: 2 }, 1)).toEqual({ groups: [], short: 0 });
    expect(drawFairly(piles, { each: Number.NaN }, 1).short).toBe(0);
  });
});
