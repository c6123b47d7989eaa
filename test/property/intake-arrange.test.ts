/** Whatever a hand does on the contact sheet, no page is lost, and only what it touched changes. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Grouping,
  gathered,
  seenPapers,
  stepSlot,
  withCut,
  withCutMoved,
  withMoved,
} from "../../client/papers/intake/arrange.ts";
import { groupPages, type StackPage } from "../../client/papers/intake/stack.ts";
import { stack } from "../fixtures/page-stack.ts";

const papersOf = (pages: readonly StackPage[], grouping: Grouping) =>
  seenPapers(pages, grouping).map((paper) => paper.map(({ key }) => key));
const byTwo: Grouping = { perPaper: 2, blanksAside: false };
const set = (...keys: readonly number[]) => new Set(keys);

const anyStack = fc
  .array(
    fc.record({
      source: fc.nat(2),
      blank: fc.boolean(),
      dropped: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
      opening: fc.constantFrom(
        "byRule" as const,
        "byRule" as const,
        "opens" as const,
        "joins" as const,
      ),
    }),
    { minLength: 1, maxLength: 24 },
  )
  .map((pages) =>
    pages
      .toSorted((a, b) => a.source - b.source)
      .map((page, key, all) => ({
        ...stack(1)[0],
        ...page,
        key,
        number: all.slice(0, key).filter(({ source }) => source === page.source).length + 1,
      })),
  ) as fc.Arbitrary<readonly StackPage[]>;
const anyGrouping = fc.record({
  perPaper: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.constant("file" as const)),
  blanksAside: fc.boolean(),
});
const anyKeys = fc.array(fc.nat(23), { minLength: 1, maxLength: 5 }).map((keys) => new Set(keys));

describe("pages moved by hand", () => {
  test("lie where they were put, every page once, and all other papers stay as they were", () => {
    fc.assert(
      fc.property(
        anyStack,
        anyGrouping,
        anyKeys,
        fc.nat(24),
        fc.constantFrom("previous" as const, "next" as const, "own" as const),
        (pages, grouping, keys, before, as) => {
          const papers = papersOf(pages, grouping);
          const seen = papers.flat();
          const moved = seen.filter((key) => keys.has(key));
          const slot = { before: seen.includes(before) ? before : undefined, as };
          const next = withMoved(pages, grouping, keys, slot);
          expect(next.map(({ key }) => key).toSorted((a, b) => a - b)).toEqual(
            pages.map(({ key }) => key),
          );
          const after = papersOf(next, grouping);
          expect(after.flat().filter((key) => keys.has(key))).toEqual(moved);
          expect(after.flat().filter((key) => !keys.has(key))).toEqual(
            seen.filter((key) => !keys.has(key)),
          );
          // Papers without a moved page are the same papers, but for the one that took the pages up.
          const untouched = papers.filter((paper) => !paper.some((key) => keys.has(key)));
          const kept = untouched.filter((paper) =>
            after.some((each) => JSON.stringify(each) === JSON.stringify(paper)),
          );
          expect(untouched.length - kept.length).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  test("take their place in the paper they are put into", () => {
    const pages = stack(6);
    expect(papersOf(withMoved(pages, byTwo, set(5), { before: 1, as: "previous" }), byTwo)).toEqual(
      [[0, 5, 1], [2, 3], [4]],
    );
    expect(papersOf(withMoved(pages, byTwo, set(0), { before: 4, as: "previous" }), byTwo)).toEqual(
      [[1], [2, 3, 0], [4, 5]],
    );
    expect(papersOf(withMoved(pages, byTwo, set(0), { before: 4, as: "next" }), byTwo)).toEqual([
      [1],
      [2, 3],
      [0, 4, 5],
    ]);
    expect(
      papersOf(withMoved(pages, byTwo, set(0), { before: undefined, as: "own" }), byTwo),
    ).toEqual([[1], [2, 3], [4, 5], [0]]);
  });

  test("stay papers where whole papers are moved between others", () => {
    const moved = withMoved(stack(8), byTwo, set(4, 5, 6, 7), { before: 2, as: "own" });
    expect(papersOf(moved, byTwo)).toEqual([
      [0, 1],
      [4, 5],
      [6, 7],
      [2, 3],
    ]);
  });

  test("go step by step through papers by the keys, and back again", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 9 }),
        fc.nat(8),
        fc.integer({ min: 1, max: 3 }),
        (count, which, per) => {
          const grouping: Grouping = { perPaper: per, blanksAside: false };
          const pages = stack(count);
          const keys = set(which % count);
          const there = stepSlot(seenPapers(pages, grouping), keys, 1);
          if (!there) return;
          const moved = withMoved(pages, grouping, keys, there);
          expect(papersOf(moved, grouping)).not.toEqual(papersOf(pages, grouping));
        },
      ),
    );
    // A page of a paper of two: past its neighbour, out into the next paper, on through it.
    let pages: readonly StackPage[] = stack(4);
    const seen: unknown[] = [];
    for (let i = 0; i < 4; i++) {
      const slot = stepSlot(seenPapers(pages, byTwo), set(0), 1);
      if (!slot) break;
      pages = withMoved(pages, byTwo, set(0), slot);
      seen.push(papersOf(pages, byTwo));
    }
    expect(seen).toEqual([
      [
        [1, 0],
        [2, 3],
      ],
      [[1], [0, 2, 3]],
      [[1], [2, 0, 3]],
      [[1], [2, 3, 0]],
    ]);
  });

  test("whole papers step past whole papers", () => {
    const one: Grouping = { perPaper: 1, blanksAside: false };
    const slot = stepSlot(seenPapers(stack(3), one), set(0), 1);
    expect(slot && papersOf(withMoved(stack(3), one, set(0), slot), one)).toEqual([[1], [0], [2]]);
    expect(stepSlot(seenPapers(stack(3), one), set(0), -1)).toBeUndefined();
    expect(stepSlot(seenPapers(stack(3), one), set(2), 1)).toBeUndefined();
  });
});

describe("papers merged and split", () => {
  test("pages gathered make one paper; what was around them stays", () => {
    fc.assert(
      fc.property(anyStack, anyGrouping, anyKeys, (pages, grouping, keys) => {
        const papers = papersOf(pages, grouping);
        const wanted = papers.flat().filter((key) => keys.has(key));
        fc.pre(wanted.length > 0);
        const after = papersOf(gathered(pages, grouping, keys), grouping);
        expect(after.filter((paper) => paper.some((key) => keys.has(key)))).toEqual([wanted]);
      }),
    );
    expect(papersOf(gathered(stack(4), { ...byTwo, perPaper: 4 }, set(1, 2)), byTwo)).toEqual([
      [0],
      [1, 2],
      [3],
    ]);
  });

  test("a cut taken along puts a stack right in which one paper has a page more", () => {
    const pages = stack(7);
    expect(papersOf(pages, byTwo)).toEqual([[0, 1], [2, 3], [4, 5], [6]]);
    expect(papersOf(withCutMoved(pages, byTwo, 4, 5), byTwo)).toEqual([
      [0, 1],
      [2, 3, 4],
      [5, 6],
    ]);
    expect(papersOf(withCut(pages, byTwo, 4, false), byTwo)).toEqual([[0, 1], [2, 3, 4, 5], [6]]);
  });

  test("a cut lies or lies not before the page where it was set, blank backs or not", () => {
    fc.assert(
      fc.property(
        anyStack,
        anyGrouping,
        fc.nat(23),
        fc.boolean(),
        (pages, grouping, which, opens) => {
          const seen = papersOf(pages, grouping).flat();
          const key = seen[which % Math.max(1, seen.length)];
          fc.pre(key !== undefined && key !== seen[0]);
          const after = papersOf(withCut(pages, grouping, key ?? 0, opens), grouping);
          expect(after.some(([first]) => first === key)).toBe(opens);
          expect(after.flat()).toEqual(seen);
        },
      ),
    );
  });
});

describe("blank backs put aside", () => {
  test("keep their places: papers of two stay what they were, without the backs", () => {
    const pages = stack(6, { 1: { blank: true }, 5: { blank: true } });
    expect(papersOf(pages, { perPaper: 2, blanksAside: true })).toEqual([[0], [2, 3], [4]]);
    expect(papersOf(pages, { perPaper: 1, blanksAside: true })).toEqual([[0], [2], [3], [4]]);
    expect(groupPages(pages, 2)).toHaveLength(3);
  });
});
