/** New papers lie behind those already unsorted, in the stack's order, under codes of their own. */
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { newPapers } from "../../client/papers/intake/new-papers.ts";
import type { BlobHash } from "../../shared/base/ids.ts";
import { seededRandom } from "../../shared/base/random.ts";
import { readBoard } from "../../shared/board/reader.ts";
import { addPapers } from "../../shared/papers/papers.ts";

let ids = 0;
const ports = { newId: <T extends string>() => `id-${ids++}-abcdef` as T, random: seededRandom(5) };
const tiers = (page: string) => [
  { w: 1275, h: 1650, hash: page.padEnd(64, "0").slice(0, 64) as BlobHash },
];

describe("papers that are brought in", () => {
  test("lie behind the last unsorted one, in the order of the stack", () => {
    const doc = new Y.Doc();
    const first = newPapers(readBoard(doc), [[tiers("a1")], [tiers("b2")]], ports);
    addPapers(doc, first, "me");
    const second = newPapers(readBoard(doc), [[tiers("c3"), tiers("d4")], [tiers("e5")]], ports);
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
});
