/** New papers lie behind those already unsorted, in the stack's order, under codes of their own. */
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { makeCodes } from "../../client/papers/intake/codes.ts";
import { newPapers, type StoredPaper } from "../../client/papers/intake/new-papers.ts";
import type { BlobHash } from "../../shared/base/ids.ts";
import { seededRandom } from "../../shared/base/random.ts";
import { readBoard } from "../../shared/board/reader.ts";
import { addPapers } from "../../shared/papers/papers.ts";

let ids = 0;
const random = seededRandom(5);
const newId = <T extends string>() => `id-${ids++}-abcdef` as T;
const tiers = (page: string) => [
  { w: 1275, h: 1650, hash: page.padEnd(64, "0").slice(0, 64) as BlobHash },
];

/** Papers with an id each, of pages with these hashes. */
const stored = (...papers: readonly (readonly string[])[]): readonly StoredPaper[] =>
  papers.map((pages) => ({
    id: newId(),
    code: undefined,
    pages: pages.map((page) => ({ id: newId(), tiers: tiers(page) })),
  }));

const printed = (...codes: readonly (string | undefined)[]): readonly StoredPaper[] =>
  codes.flatMap((code) => stored(["a1"]).map((paper) => ({ ...paper, code })));

describe("papers that are brought in", () => {
  test("lie behind the last unsorted one, in the order of the stack", () => {
    const doc = new Y.Doc();
    const first = newPapers(readBoard(doc), stored(["a1"], ["b2"]), random);
    addPapers(doc, first, "me");
    const second = newPapers(readBoard(doc), stored(["c3", "d4"], ["e5"]), random);
    addPapers(doc, second, "me");
    const view = readBoard(doc);
    expect(view.sorted.unsorted).toEqual([...first, ...second].map(({ id }) => id));
    const pages = view.sorted.unsorted.map((id) => view.pagesOf.get(id) ?? []);
    expect(pages.map((each) => each.map(({ tiers: [tier] }) => tier?.hash.slice(0, 2)))).toEqual([
      ["a1"],
      ["b2"],
      ["c3", "d4"],
      ["e5"],
    ]);
    expect(new Set([...view.papers.values()].map(({ code }) => code)).size).toBe(4);
  });

  test("have the codes that were printed for them, unless the board or another paper has them", () => {
    const doc = new Y.Doc();
    addPapers(doc, newPapers(readBoard(doc), printed("K7M"), random), "me");
    const asked = printed("D4F", "K7M", undefined, "D4F");
    const fresh = newPapers(readBoard(doc), asked, random);
    const [first, ...others] = fresh.map(({ code }) => code);
    expect(first).toBe("D4F");
    expect(new Set([first, "K7M", ...others]).size).toBe(5);
  });

  test("of a pupil in the key book keep the pupil's code, a second one with a number behind it", () => {
    const doc = new Y.Doc();
    const of = (...codes: readonly string[]): readonly StoredPaper[] =>
      codes.flatMap((code) => stored(["a1"]).map((paper) => ({ ...paper, code, codeOf: "pupil" })));
    const first = newPapers(readBoard(doc), of("K7M", "D4F"), random);
    addPapers(doc, first, "me");
    const second = newPapers(readBoard(doc), of("D4F", "K7M", "K7M"), random);
    expect(first.map(({ code }) => code)).toEqual(["K7M", "D4F"]);
    expect(second.map(({ code }) => code)).toEqual(["D4F-2", "K7M-2", "K7M-3"]);
  });

  test("of a pupil who is new never get a code that a colleague's paper has by now, nor one in the book", () => {
    const doc = new Y.Doc();
    addPapers(doc, newPapers(readBoard(doc), printed("K7M"), random), "me");
    const fresh = ["K7M", "D4F", "K7M"].flatMap((code) =>
      stored(["a1"]).map((paper) => ({ ...paper, code, codeOf: "new" as const })),
    );
    // Were the book not heeded, the first code that comes up would be taken.
    const [next = ""] = makeCodes(1, new Set(), seededRandom(9));
    const [ana, ben, again] = newPapers(readBoard(doc), fresh, seededRandom(9), [next]).map(
      ({ code }) => code,
    );
    expect(ben).toBe("D4F");
    expect(again).toBe(`${ana}-2`);
    expect(["K7M", "D4F", next]).not.toContain(ana);
  });
});
