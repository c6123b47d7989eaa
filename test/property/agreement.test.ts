/** The figures of agreement against a second reckoning, pair by pair, as slow and plain as can be. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  disagreement,
  fleissKappa,
  krippendorffAlpha,
  type Metric,
  type Placements,
  pairAgreement,
} from "../../shared/sorting/agreement.ts";
import { suppressed } from "../../shared/sorting/movement.ts";

const piles = 4;
const row = fc.array(fc.option(fc.nat(piles - 1), { nil: undefined }), { maxLength: 6 });
const rows = fc.array(row, { maxLength: 12 });

/** All ordered pairs of placements of two different people, paper by paper, each with its weight. */
function pairsOf(all: readonly Placements[]) {
  return all.flatMap((placements) => {
    const known = placements.filter((pile): pile is number => pile !== undefined);
    return known.flatMap((a, i) =>
      known.flatMap((b, j) => (i === j ? [] : [{ a, b, weight: 1 / (known.length - 1) }])),
    );
  });
}

function slowAlpha(all: readonly Placements[], metric: Metric): number | undefined {
  const pairs = pairsOf(all);
  const values = pairs.map(({ a }) => a);
  const weights = pairs.map(({ weight }) => weight);
  const n = new Map<number, number>();
  values.forEach((value, i) => n.set(value, (n.get(value) ?? 0) + (weights[i] ?? 0)));
  if (n.size < 2) return undefined;
  const total = [...n.values()].reduce((sum, count) => sum + count, 0);
  const distance = (a: number, b: number): number => {
    if (metric === "nominal") return a === b ? 0 : 1;
    if (metric === "interval") return (a - b) ** 2;
    const [low, high] = [Math.min(a, b), Math.max(a, b)];
    let between = 0;
    for (const [value, count] of n) if (value >= low && value <= high) between += count;
    return a === b ? 0 : (between - ((n.get(a) ?? 0) + (n.get(b) ?? 0)) / 2) ** 2;
  };
  const observed =
    pairs.reduce((sum, { a, b, weight }) => sum + weight * distance(a, b), 0) / total;
  let expected = 0;
  for (const [a, count] of n) {
    for (const [b, other] of n) expected += count * other * distance(a, b);
  }
  return 1 - observed / (expected / (total * (total - 1)));
}

test.each(["nominal", "ordinal", "interval"] as const)("alpha, %s", (metric) => {
  fc.assert(
    fc.property(rows, (all) => {
      const fast = krippendorffAlpha(all, metric);
      const slow = slowAlpha(all, metric);
      expect(fast === undefined).toBe(slow === undefined);
      expect(Math.abs((fast ?? 0) - (slow ?? 0))).toBeLessThan(1e-9);
      expect(fast ?? 0).toBeLessThanOrEqual(1 + 1e-12);
    }),
    { numRuns: 400 },
  );
});

test("pairs and disagreement", () => {
  fc.assert(
    fc.property(rows, (all) => {
      const pairs = pairsOf(all);
      expect(pairAgreement(all)?.pairs ?? 0).toBe(pairs.length / 2);
      expect(pairAgreement(all)?.agreeing ?? 0).toBe(
        pairs.filter(({ a, b }) => a === b).length / 2,
      );
      for (const placements of all) {
        const own = pairsOf([placements]);
        const mean = (of: (a: number, b: number) => number): number =>
          own.length === 0 ? 0 : own.reduce((sum, { a, b }) => sum + of(a, b), 0) / own.length;
        const far = mean((a, b) => ((a - b) / (piles - 1)) ** 2);
        expect(disagreement(placements, piles, "ordered")).toBeCloseTo(far, 9);
        const differ = mean((a, b) => (a === b ? 0 : 1));
        expect(disagreement(placements, piles, "thematic")).toBeCloseTo(differ, 9);
      }
    }),
  );
});

test("who placed a paper, and in which order papers come, changes no figure", () => {
  fc.assert(
    fc.property(rows, fc.nat(), (all, by) => {
      const turned = all.map((placements) => placements.toReversed()).toReversed();
      const shift = all.length === 0 ? 0 : by % all.length;
      const moved = [...turned.slice(shift), ...turned.slice(0, shift)];
      for (const metric of ["nominal", "ordinal"] as const) {
        const [a, b] = [krippendorffAlpha(all, metric), krippendorffAlpha(moved, metric)];
        expect(Math.abs((a ?? 0) - (b ?? 0))).toBeLessThan(1e-9);
      }
      expect(Math.abs((fleissKappa(all) ?? 0) - (fleissKappa(moved) ?? 0))).toBeLessThan(1e-9);
      expect(pairAgreement(moved)).toEqual(pairAgreement(all));
    }),
  );
});

test("no small count can be had from what a suppressed table shows and its sums", () => {
  const table = fc.integer({ min: 2, max: 4 }).chain((k) =>
    fc.array(fc.array(fc.nat(12), { minLength: k, maxLength: k }), {
      minLength: k,
      maxLength: k,
    }),
  );
  fc.assert(
    fc.property(table, (counts) => {
      const shown = suppressed(counts);
      const lines = [
        ...counts.map((_, r) => counts.map((__, c) => [r, c] as const)),
        ...counts.map((_, c) => counts.map((__, r) => [r, c] as const)),
      ];
      for (const line of lines) {
        const hidden = line.filter(([r, c]) => shown[r]?.[c] === undefined);
        const lacking = hidden.reduce((sum, [r, c]) => sum + (counts[r]?.[c] ?? 0), 0);
        const all = line.length;
        // Either nothing is hidden, or more than one cell is and they hold more than a small count;
        // or the whole line is gone and its sum with it.
        expect(
          hidden.length === 0 || (hidden.length > 1 && lacking > 4) || hidden.length === all,
        ).toBe(true);
      }
      counts.forEach((row, r) =>
        row.forEach((count, c) => {
          expect(count >= 1 && count <= 4 ? shown[r]?.[c] : undefined).toBeUndefined();
        }),
      );
    }),
  );
});
