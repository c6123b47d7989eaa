import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PaperId } from "../../shared/base/ids.ts";
import { seededRandom, shuffled } from "../../shared/base/random.ts";
import { type DrawGroup, drawFairly } from "../../shared/sorting/fair-draw.ts";

const groups = fc.array(fc.nat({ max: 12 }), { maxLength: 7 }).map((sizes) =>
  sizes.map(
    (size, g): DrawGroup => ({
      key: `g${g}`,
      papers: Array.from({ length: size }, (_, i) => `g${g}-${i}` as PaperId),
    }),
  ),
);
const howMany = fc.oneof(
  fc.nat({ max: 9 }).map((each) => ({ each })),
  fc.nat({ max: 60 }).map((all) => ({ all })),
);
const seed = fc.nat();

describe("a fair draw", () => {
  test("takes papers of their own group alone, none twice, and says exactly what is short", () => {
    fc.assert(
      fc.property(groups, howMany, seed, (given, how, number) => {
        const draw = drawFairly(given, how, number);
        expect(draw.groups.map(({ key }) => key)).toEqual(given.map(({ key }) => key));
        let taken = 0;
        draw.groups.forEach(({ papers, short }, i) => {
          expect(new Set(papers).size).toBe(papers.length);
          for (const paper of papers) expect(given[i]?.papers).toContain(paper);
          expect("all" in how || papers.length + short === how.each).toBe(true);
          taken += papers.length;
        });
        expect(taken + draw.short).toBe("each" in how ? how.each * given.length : how.all);
      }),
    );
  });

  test("is balanced within one but for groups that have no more", () => {
    fc.assert(
      fc.property(groups, howMany, seed, (given, how, number) => {
        const counts = drawFairly(given, how, number).groups.map(({ papers }) => papers.length);
        const greatest = Math.max(0, ...counts);
        counts.forEach((count, i) => {
          const isEmptied = count === given[i]?.papers.length;
          expect(count >= greatest - 1 || isEmptied).toBe(true);
        });
        // Short only where every paper there is was drawn.
        const isShort = "all" in how && drawFairly(given, how, number).short > 0;
        const sizes = given.map(({ papers }) => papers.length);
        expect(!isShort || counts.every((count, i) => count === sizes[i])).toBe(true);
      }),
    );
  });

  test("is the same in whatever order groups and papers come, and for each group whatever the others are", () => {
    fc.assert(
      fc.property(groups, howMany, seed, (given, how, number) => {
        const random = seededRandom(number);
        const mixed = shuffled(given, random).map((one) => ({
          ...one,
          papers: shuffled(one.papers, random),
        }));
        const byKey = (all: readonly DrawGroup[]) =>
          Object.fromEntries(
            drawFairly(all, how, number).groups.map(({ key, papers }) => [key, papers]),
          );
        expect(byKey(mixed)).toEqual(byKey(given));
        if (!("each" in how)) return;
        for (const one of given) {
          expect(drawFairly([one], how, number).groups[0]?.papers).toEqual(byKey(given)[one.key]);
        }
      }),
    );
  });

  test("reaches every paper by some number", () => {
    const one: DrawGroup = {
      key: "pile",
      papers: ["a", "b", "c", "d", "e"] as string[] as PaperId[],
    };
    const drawn = Array.from({ length: 40 }, (_, i) => drawFairly([one], { each: 1 }, i));
    expect(new Set(drawn.flatMap((draw) => draw.groups[0]?.papers)).size).toBe(5);
  });
});
