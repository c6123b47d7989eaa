/** The figures of a round: the golden set's coefficients, their intervals, and where none is given. */
import { expect, test } from "vitest";
import type { Alias, PaperId, PileId } from "../../../shared/base/ids.ts";
import { figuresOf } from "../../../shared/sorting/figures.ts";
import type { PrivateEntry, Who } from "../../../shared/sorting/private-entries.ts";
import { placementEntry, readingsOf } from "../../../shared/sorting/readings.ts";
import { roundOf, sortedCode } from "../../fixtures/round.ts";

const piles = ["not-yet", "almost", "got-it"] as PileId[];

function figures(rows: string, order: "ordered" | "thematic" = "ordered") {
  const people = new Map<Who, PrivateEntry[]>();
  const all = rows.split(" ");
  all.forEach((row, i) => {
    Array.from(row).forEach((read, who) => {
      const own = people.get(`anon-${who}` as Alias) ?? [];
      people.set(`anon-${who}` as Alias, own);
      const pile = piles[Number(read)];
      if (pile) own.push(placementEntry(`paper-${i}` as PaperId, { pile, unsure: false }));
    });
  });
  const round = roundOf({ papers: all.length, piles, order });
  return figuresOf(round, readingsOf(round, people, sortedCode));
}

const golden = "2222 2221 2211 1111 1110 0010 2021 12__ ___0 22_2";

test("of the golden set are ordinal for piles in order, nominal for ideas, with no kappa for uneven reading", () => {
  const { alpha, kappa, papers } = figures(golden);
  expect(alpha?.value).toBeCloseTo(0.489883, 6);
  expect(figures(golden, "thematic").alpha?.value).toBeCloseTo(0.331343, 6);
  expect(kappa).toBeUndefined();
  expect(papers).toHaveLength(9);
  const complete = figures(golden.split(" ").slice(0, 7).join(" "));
  expect(complete.kappa?.value).toBeCloseTo(0.319838, 6);
});

test("have an interval around them, the same each time, and a narrower one for more papers", () => {
  const few = figures(golden).alpha;
  const many = figures(`${golden} ${golden} ${golden} ${golden}`).alpha;
  expect(figures(golden).alpha).toEqual(few);
  const [low = 1, high = 0] = few?.interval ?? [];
  expect(low).toBeLessThan(few?.value ?? 0);
  expect(high).toBeGreaterThan(few?.value ?? 1);
  const [closer = 0, close = 1] = many?.interval ?? [];
  expect(close - closer).toBeLessThan(high - low);
});

test("are none where one pile only was used, and leave out papers that nobody read", () => {
  expect(figures("11 11 11")).toMatchObject({ alpha: undefined, kappa: undefined });
  const { kappa, papers } = figures("01 11 __ 00 22");
  expect(kappa?.value).toBeGreaterThan(0);
  expect(papers).toHaveLength(4);
});
