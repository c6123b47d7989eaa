/** Tags on papers as the document keeps them: whose they are, how they are spelled, what happens at once. */
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import type { PaperId } from "../../shared/base/ids.ts";
import { readBoard } from "../../shared/board/reader.ts";
import { mostTag, papersRoot, tagPrefix } from "../../shared/papers/papers.ts";
import { deleteRegions, type Region } from "../../shared/papers/regions.ts";
import { putTag, renameTag, tagsOf, takeTagOff, tidyTag } from "../../shared/papers/tags.ts";
import { recordsOf } from "../../shared/records/records.ts";
import { handsOn } from "../fixtures/acting.ts";
import { inventBoard } from "../fixtures/board.ts";

function board() {
  const { doc, papers } = inventBoard({ papers: 3, marks: 0, notes: 0, strokes: 0, needs: 0 });
  const paper = (index: number, of = doc) => {
    const found = readBoard(of).papers.get(papers[index] as PaperId);
    if (!found) throw new Error("the paper is on the board");
    return found;
  };
  return { doc, papers, paper };
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

function exchange(a: Y.Doc, b: Y.Doc): void {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
}

describe("a tag", () => {
  test("is kept on one line, and no longer than a few words", () => {
    expect(tidyTag("  draws \n arrows  ")).toBe("draws arrows");
    expect(tidyTag(" \n ")).toBe("");
    expect(Array.from(tidyTag("😀".repeat(100))).length).toBe(mostTag);
  });

  test("is on a paper once, however it is spelled, and as it was spelled first", () => {
    const { doc, paper } = board();
    putTag(doc, { papers: [paper(0)] }, "Slope", "me");
    putTag(doc, { papers: [paper(0)] }, "slope", "me");
    putTag(doc, { papers: [paper(0)] }, "arrows", "me");
    expect(paper(0).tags).toEqual(["arrows", "Slope"]);
    takeTagOff(doc, { papers: [paper(0)] }, "SLOPE", "me");
    expect(paper(0).tags).toEqual(["arrows"]);
  });

  test("of nothing but spaces is none", () => {
    const { doc, paper } = board();
    putTag(doc, { papers: [paper(0)] }, "  ", "me");
    expect(paper(0).tags).toEqual([]);
  });

  test("stays where two people tag one paper at once, or one of them takes another tag off", () => {
    const { doc, paper } = board();
    putTag(doc, { papers: [paper(0)] }, "old", "me");
    const other = copyOf(doc);
    putTag(doc, { papers: [paper(0)] }, "arrows", "me");
    putTag(other, { papers: [paper(0, other)] }, "scale", "you");
    takeTagOff(other, { papers: [paper(0, other)] }, "old", "you");
    exchange(doc, other);
    expect(paper(0).tags).toEqual(["arrows", "scale"]);
    expect(paper(0, other).tags).toEqual(["arrows", "scale"]);
  });

  test("gets other words on every paper; a new spelling is the same tag", () => {
    const { doc, paper } = board();
    const all = () => [0, 1, 2].map((i) => paper(i));
    putTag(doc, { papers: all().slice(0, 2) }, "arows", "me");
    renameTag(doc, { papers: all() }, { from: "arows", to: "arrows" }, "me");
    expect(all().map(({ tags }) => tags)).toEqual([["arrows"], ["arrows"], []]);
    renameTag(doc, { papers: all() }, { from: "arrows", to: "Arrows" }, "me");
    expect(all().map(({ tags }) => tags)).toEqual([["Arrows"], ["Arrows"], []]);
  });

  test("goes when it is undone, on all papers it was put on, and a colleague's stays", () => {
    const { doc, paper } = board();
    const hands = handsOn(doc);
    hands.act((origin) => putTag(doc, { papers: [paper(0), paper(1)] }, "arrows", origin));
    putTag(doc, { papers: [paper(0)] }, "scale", "colleague");
    hands.history.undo();
    expect([paper(0).tags, paper(1).tags]).toEqual([["scale"], []]);
    hands.history.redo();
    expect([paper(0).tags, paper(1).tags]).toEqual([["arrows", "scale"], ["arrows"]]);
  });

  test("that another client wrote as it should not be breaks no reading", () => {
    const { doc, papers, paper } = board();
    const record = recordsOf(doc, papersRoot).get(papers[0] as string);
    record?.set(`${tagPrefix}a`, 7);
    record?.set(`${tagPrefix}b`, "b".repeat(5000));
    for (let i = 0; i < 200; i++) record?.set(`${tagPrefix}c${i}`, `c${i}`);
    expect(paper(0).tags[0]).toBe("b".repeat(2 * mostTag));
    expect(paper(0).tags.length).toBeLessThan(30);
  });
});

describe("the tags of a board", () => {
  test("are those its papers have, each once, as most spell it", () => {
    const { doc, papers, paper } = board();
    putTag(doc, { papers: [paper(0)] }, "slope", "me");
    putTag(doc, { papers: [paper(1), paper(2)] }, "Slope", "me");
    putTag(doc, { papers: [paper(2)] }, "arrows", "me");
    const inUse = (order?: readonly PaperId[]) => tagsOf(readBoard(doc), order);
    expect(inUse().map(({ words, papers: on }) => [words, on.length])).toEqual([
      ["arrows", 1],
      ["Slope", 3],
    ]);
    const order = [papers[2], papers[0], papers[1]] as PaperId[];
    expect(inUse(order)[1]?.papers).toEqual(order);
    takeTagOff(doc, { papers: [0, 1, 2].map((i) => paper(i)) }, "slope", "me");
    expect(inUse().map(({ words }) => words)).toEqual(["arrows"]);
  });

  test("are on regions too, by which their papers are found, as long as the region is there", () => {
    const { doc, papers, regions } = inventBoard({ papers: 2, marks: 2, needs: 0 });
    const marked = [...readBoard(doc).regions.values()];
    const [one, other] = marked;
    if (!one || !other) throw new Error("the board has regions");
    const paperOf = ({ page }: Region) => readBoard(doc).pages.get(page)?.paper;
    putTag(doc, { regions: [one] }, "Arrows", "me");
    putTag(doc, { papers: [...readBoard(doc).papers.values()].slice(0, 1) }, "arrows", "me");
    const [tag] = tagsOf(readBoard(doc));
    expect(tag?.regions).toEqual([one.id]);
    expect(new Set(tag?.papers)).toEqual(new Set([papers[0], paperOf(one)]));
    expect(readBoard(doc).regions.get(one.id)?.tags).toEqual(["Arrows"]);
    expect(readBoard(doc).regions.get(other.id)?.tags).toEqual([]);
    renameTag(
      doc,
      { regions: readBoard(doc).regions.values() },
      { from: "arrows", to: "Rays" },
      "me",
    );
    expect(readBoard(doc).regions.get(one.id)?.tags).toEqual(["Rays"]);
    deleteRegions(doc, [one.id], "me");
    expect(tagsOf(readBoard(doc)).map(({ words }) => words)).toEqual(["arrows"]);
    expect(regions.length).toBeGreaterThan(1);
  });
});
