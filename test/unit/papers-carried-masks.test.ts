/** Going back to an earlier state of a board shows nothing that was masked or covered since. */
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import type { BlobHash, PageId, PaperId } from "../../shared/base/ids.ts";
import { readBoard } from "../../shared/board/reader.ts";
import { carryMasks } from "../../shared/papers/carried-masks.ts";
import { addPapers, coverPage, maskPage, type Tier } from "../../shared/papers/papers.ts";

const page = "the-first-page" as PageId;
const hash = (sign: string): BlobHash => sign.repeat(64) as BlobHash;
const tier = (sign: string): Tier => ({ w: 640, h: 830, hash: hash(sign) });

function boardWithPage(): Y.Doc {
  const doc = new Y.Doc();
  const paper = { id: "the-only-paper" as PaperId, code: "K7M", order: "a0" };
  addPapers(doc, [{ ...paper, pages: [{ id: page, tiers: [tier("a")] }] }], "test");
  return doc;
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

const seen = (doc: Y.Doc) => readBoard(doc).pages.get(page);

describe("a board that goes back", () => {
  test("keeps the cover that a page has now", () => {
    const now = boardWithPage();
    const earlier = copyOf(now);
    coverPage(now, page, true, "server");
    carryMasks(earlier, [now], new Set([hash("a")]));
    expect(seen(earlier)).toMatchObject({ covered: true, tiers: [] });
  });

  test("keeps what was masked since, under a cover or not", () => {
    for (const uncovers of [false, true]) {
      const now = boardWithPage();
      const earlier = copyOf(now);
      if (uncovers) coverPage(now, page, true, "server");
      maskPage(now, page, [tier("b")], uncovers);
      carryMasks(earlier, [now], new Set(uncovers ? [hash("a")] : []));
      expect(seen(earlier)).toMatchObject({ covered: false, tiers: [{ hash: hash("b") }] });
    }
  });

  test("keeps what was masked before the board went back to where there was no such page", () => {
    const kept = boardWithPage();
    const oldest = copyOf(kept);
    const earlier = copyOf(kept);
    maskPage(kept, page, [tier("b")]);
    carryMasks(earlier, [new Y.Doc(), kept, oldest], new Set());
    expect(seen(earlier)).toMatchObject({ tiers: [{ hash: hash("b") }] });
  });

  test("covers a page that is gone by now and whose image is refused", () => {
    const earlier = boardWithPage();
    carryMasks(earlier, [new Y.Doc()], new Set([hash("a")]));
    expect(seen(earlier)).toMatchObject({ covered: true, tiers: [] });
  });

  test("shows a page that was looked at and shown again since, and writes nothing where nothing was hidden", () => {
    const now = boardWithPage();
    const before = copyOf(now);
    coverPage(now, page, true, "server");
    const earlier = copyOf(now);
    coverPage(now, page, false, "server");
    carryMasks(earlier, [now], new Set());
    expect(seen(earlier)).toMatchObject({ covered: false, tiers: [{ hash: hash("a") }] });
    const state = Y.encodeStateVector(before);
    carryMasks(before, [now], new Set());
    expect(Y.encodeStateVector(before)).toEqual(state);
  });
});
