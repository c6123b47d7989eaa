/** Pages fall into papers as the teacher says, and none is lost or doubled. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  groupPages,
  haveBlankBacks,
  papersToBring,
  printedCodes,
  type StackPage,
  turned,
  unevenPapers,
} from "../../client/papers/intake/stack.ts";
import { stack } from "../fixtures/page-stack.ts";

const keysOf = (papers: readonly (readonly StackPage[])[]) =>
  papers.map((paper) => paper.map(({ key }) => key));

const anyPage = fc.record({
  source: fc.nat(3),
  readable: fc.boolean(),
  blank: fc.boolean(),
  separator: fc.constant(undefined),
  stays: fc.constant(false),
  dropped: fc.boolean(),
  opening: fc.constantFrom("byRule" as const, "opens" as const, "joins" as const),
});
const anyStack = fc.array(anyPage, { maxLength: 40 }).map((pages) =>
  pages
    .toSorted((a, b) => a.source - b.source)
    .map((page, key, all) => ({
      ...page,
      key,
      number: all.slice(0, key).filter(({ source }) => source === page.source).length + 1,
    })),
);
const anyCount = fc.oneof(fc.integer({ min: 1, max: 6 }), fc.constant("file" as const));

describe("the contact sheet", () => {
  test("holds every kept page once, in order", () => {
    fc.assert(
      fc.property(anyStack, anyCount, (pages, perPaper) => {
        const papers = groupPages(pages, perPaper);
        expect(papers.flat()).toEqual(pages.filter(({ dropped }) => !dropped));
        expect(papers.every((paper) => paper.length > 0)).toBe(true);
      }),
    );
  });

  test("never gives a paper more pages than asked for, unless the teacher joined them", () => {
    fc.assert(
      fc.property(anyStack, fc.integer({ min: 1, max: 6 }), (pages, perPaper) => {
        for (const paper of groupPages(pages, perPaper)) {
          const joined = paper.filter(({ opening }) => opening === "joins").length;
          expect(paper.length).toBeLessThanOrEqual(perPaper + joined);
        }
      }),
    );
  });

  test("groups a duplex scan by two, and says which paper came out short", () => {
    const papers = groupPages(stack(5), 2);
    expect(keysOf(papers)).toEqual([[0, 1], [2, 3], [4]]);
    expect(unevenPapers(papers, 2)).toEqual([{ paper: 3, pages: 1 }]);
    expect(unevenPapers(papers.slice(0, 2), 2)).toEqual([]);
  });

  test("begins a paper with each scanned stack, but lets single photos run on", () => {
    const pages = stack(7, {
      3: { source: 1, number: 1 },
      4: { source: 1, number: 2 },
      5: { source: 2, number: 1 },
      6: { source: 3, number: 1 },
    });
    expect(keysOf(groupPages(pages, 2))).toEqual([[0, 1], [2], [3, 4], [5, 6]]);
  });

  test("takes every file as one pupil's paper, where the teacher says so", () => {
    const pages = stack(4, { 2: { source: 1, number: 1 }, 3: { source: 2, number: 1 } });
    expect(keysOf(groupPages(pages, "file"))).toEqual([[0, 1], [2], [3]]);
    expect(unevenPapers(groupPages(pages, "file"), "file")).toEqual([]);
  });

  test("shifts what follows a page that was taken out, or where a paper was begun by hand", () => {
    expect(keysOf(groupPages(stack(5, { 1: { dropped: true } }), 2))).toEqual([
      [0, 2],
      [3, 4],
    ]);
    expect(keysOf(groupPages(stack(5, { 1: { opening: "opens" } }), 2))).toEqual([
      [0],
      [1, 2],
      [3, 4],
    ]);
    expect(keysOf(groupPages(stack(5, { 2: { opening: "joins" } }), 2))).toEqual([
      [0, 1, 2],
      [3, 4],
    ]);
  });

  test("keeps an unreadable page's place, and leaves it out of what is brought in", () => {
    const papers = groupPages(stack(4, { 1: { readable: false } }), 2);
    expect(keysOf(papers)).toEqual([
      [0, 1],
      [2, 3],
    ]);
    expect(keysOf(papersToBring(papers))).toEqual([[0], [2, 3]]);
    expect(papersToBring(groupPages(stack(1, { 0: { readable: false } }), 1))).toEqual([]);
  });

  test("turns a page back to where it was in four quarters", () => {
    expect(turned(turned(turned(turned(0))))).toBe(0);
  });

  test("takes blank pages for backs only where they lie as backs do", () => {
    const backs = (...blank: readonly number[]) =>
      stack(8, Object.fromEntries(blank.map((i) => [i, { blank: true }])));
    expect(haveBlankBacks(backs(1, 3, 5, 7), 1)).toBe(true);
    expect(haveBlankBacks(backs(1, 5), 2)).toBe(true);
    // One pupil in eight left the sheet empty: that is an answer.
    expect(haveBlankBacks(backs(1), 1)).toBe(false);
    expect(haveBlankBacks(backs(1, 3), 1)).toBe(false);
    expect(haveBlankBacks(backs(1, 2, 3), 2)).toBe(false);
  });
});

describe("separator sheets", () => {
  const cover = (code: string) => ({ separator: { is: "cover" as const, code } });
  const label = (code: string) => ({ separator: { is: "label" as const, code } });

  test("part the stack and are left out, front and back of one sheet once, whatever the papers' lengths", () => {
    const pages = stack(9, { 0: cover("K7M"), 1: cover("K7M"), 4: cover("D4F"), 6: cover("P9W") });
    const papers = groupPages(pages, "separator");
    expect(keysOf(papers)).toEqual([[2, 3], [5], [7, 8]]);
    expect([...printedCodes(pages, papers)]).toEqual([
      [2, "K7M"],
      [5, "D4F"],
      [7, "P9W"],
    ]);
  });

  test("may be labels on the papers themselves, which stay", () => {
    const pages = stack(5, { 0: label("K7M"), 2: label("D4F"), 3: label("D4F") });
    const papers = groupPages(pages, "separator");
    expect(keysOf(papers)).toEqual([
      [0, 1],
      [2, 3, 4],
    ]);
    expect([...printedCodes(pages, papers).values()]).toEqual(["K7M", "D4F"]);
  });

  test("are no pupil's page, also where papers are counted", () => {
    expect(keysOf(groupPages(stack(4, { 0: cover("K7M") }), 2))).toEqual([[1, 2], [3]]);
  });
});
