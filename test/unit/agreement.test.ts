/** The golden values of PRODUCT section 7, to its six digits. */
import { describe, expect, test } from "vitest";
import { seededRandom } from "../../shared/base/random.ts";
import {
  bootstrapInterval,
  disagreement,
  fleissKappa,
  krippendorffAlpha,
  type Placements,
  pairAgreement,
  pairable,
  unanimity,
} from "../../shared/sorting/agreement.ts";
import { talkQueue } from "../../shared/sorting/talk-queue.ts";

const rowsOf = (words: string): readonly Placements[] =>
  words
    .split(" ")
    .map((row) => Array.from(row, (letter) => (letter === "_" ? undefined : Number(letter))));

const golden = rowsOf("2222 2221 2211 1111 1110 0010 2021 12__ ___0 22_2");

describe("the golden set", () => {
  test("shares", () => {
    expect(pairable(golden)).toHaveLength(9);
    expect(unanimity(golden)).toBeCloseTo(0.333333, 6);
    expect(pairAgreement(golden)).toEqual({ agreeing: 27, pairs: 46 });
  });

  test("coefficients", () => {
    expect(krippendorffAlpha(golden, "nominal")).toBeCloseTo(0.331343, 6);
    expect(krippendorffAlpha(golden, "ordinal")).toBeCloseTo(0.489883, 6);
    expect(krippendorffAlpha(golden, "interval")).toBeCloseTo(0.485714, 6);
    expect(fleissKappa(golden)).toBeUndefined();
    expect(fleissKappa(golden.slice(0, 7))).toBeCloseTo(0.319838, 6);
  });

  test("disagreement of each paper, and the talk queue", () => {
    const d = golden.map((row) => disagreement(row, 3, "ordered"));
    expect(d.map((value) => Number(value.toFixed(4)))).toEqual([
      0, 0.125, 0.1667, 0, 0.125, 0.125, 0.4583, 0.25, 0, 0,
    ]);
    const papers = golden.map((placements, i) => ({
      paper: i + 1,
      code: String(i + 1).padStart(2, "0"),
      placements,
      unsure: 0,
    }));
    const queue = talkQueue(papers, 3, "ordered");
    expect(queue.slice(0, 6).map(({ paper }) => paper)).toEqual([7, 8, 3, 2, 5, 6]);
    expect(queue).toHaveLength(10);
  });
});

describe("the paradox set", () => {
  const rows = rowsOf(`${"2222 ".repeat(22)}2221 2122`);
  test("nearly all agree, and the coefficients say otherwise", () => {
    const { agreeing = 0, pairs = 1 } = pairAgreement(rows) ?? {};
    expect(agreeing / pairs).toBeCloseTo(0.9583, 4);
    expect(fleissKappa(rows)).toBeCloseTo(-0.0213, 4);
    expect(krippendorffAlpha(rows, "nominal")).toBeCloseTo(-0.0106, 4);
  });
});

describe("where there is nothing to say, nothing is said", () => {
  test("one pile only, one person only, nobody", () => {
    expect(krippendorffAlpha(rowsOf("222 222"), "ordinal")).toBeUndefined();
    expect(fleissKappa(rowsOf("222 222"))).toBeUndefined();
    expect(krippendorffAlpha(rowsOf("2__ _1_"), "nominal")).toBeUndefined();
    expect([unanimity([]), pairAgreement([]), fleissKappa([])]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(
      bootstrapInterval(
        [],
        (rows) => krippendorffAlpha(rows, "nominal"),
        () => 0,
      ),
    ).toBe(undefined);
    expect(disagreement(rowsOf("2__")[0] ?? [], 3, "ordered")).toBe(0);
  });
});

test("thematic piles differ or they do not; how far apart they stand is nothing", () => {
  const [row = []] = rowsOf("02");
  expect(disagreement(row, 5, "thematic")).toBe(1);
  expect(disagreement(row, 5, "ordered")).toBe(0.25);
});

test("after equal disagreement come more placements, then unsure marks, then the code", () => {
  const paper = (code: string, row: string, unsure = 0) => ({
    paper: code,
    code,
    placements: rowsOf(row)[0] ?? [],
    unsure,
  });
  const papers = [
    paper("b", "22__"),
    paper("a", "22__"),
    paper("c", "22__", 1),
    paper("d", "222_"),
    paper("e", "____"),
    paper("f", "20__"),
  ];
  const queue = talkQueue(papers, 3, "ordered").map(({ code }) => code);
  expect(queue).toEqual(["f", "d", "c", "a", "b"]);
});

test("an interval holds the coefficient, and is the same for the same seed", () => {
  const alpha = (rows: readonly Placements[]) => krippendorffAlpha(rows, "ordinal");
  const once = bootstrapInterval(golden, alpha, seededRandom(7));
  expect(once).toEqual(bootstrapInterval(golden, alpha, seededRandom(7)));
  const [low = 1, high = 0] = once ?? [];
  expect(low).toBeLessThan(0.489883);
  expect(high).toBeGreaterThan(0.489883);
});
