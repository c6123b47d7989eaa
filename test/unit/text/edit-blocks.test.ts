import { describe, expect, test } from "vitest";
import { type Block, type BlockType, paragraph } from "../../../shared/text/blocks.ts";
import {
  cut,
  indented,
  linkAround,
  linked,
  relooked,
  spliced,
  touched,
} from "../../../shared/text/edit-blocks.ts";
import { paragraphsOf } from "../../../shared/text/flat-text.ts";
import { wordsOf } from "../../../shared/text/words-of.ts";

const of = (type: BlockType, words: string): Block[] =>
  paragraphsOf(words).map((block) => ({ ...block, type }));
const types = (blocks: readonly Block[]): string[] => blocks.map(({ type }) => type);

describe("blocks", () => {
  const blocks = [...of("h1", "one"), ...of("p", "two"), ...of("ul", "three")];

  test("are cut from one place to another, the last without an end of its own", () => {
    expect(wordsOf(cut(blocks, 1, 6))).toBe("ne\ntw");
    expect(types(cut(blocks, 1, 6))).toEqual(["h1", "p"]);
    expect(wordsOf(cut(blocks, 0, 4))).toBe("one\n");
    expect(cut(blocks, 2, 2).map(({ runs }) => runs)).toEqual([[]]);
  });

  test("take others in the middle, which part the one they come into", () => {
    const put = spliced(blocks, 5, 6, [...of("p", "A"), ...of("q", "B")]);
    expect(wordsOf(put)).toBe("one\ntA\nBo\nthree");
    expect(types(put)).toEqual(["h1", "p", "q", "ul"]);
  });

  test("keep the look of the first when a stretch over several goes", () => {
    const put = spliced(blocks, 2, 9, of("p", ""));
    expect(wordsOf(put)).toBe("onhree");
    expect(types(put)).toEqual(["h1"]);
  });

  test("an empty one takes the look of what comes into it", () => {
    expect(types(spliced(of("p", ""), 0, 0, of("h2", "x")))).toEqual(["h2"]);
    expect(types(spliced(of("p", "a"), 1, 1, of("h2", "x")))).toEqual(["p"]);
  });

  test("get another look where a stretch touches them, and not where it ends in front of them", () => {
    const look = () => ({ ...paragraph, type: "q" as const });
    expect(types(relooked(blocks, 0, 4, look))).toEqual(["q", "p", "ul"]);
    expect(types(relooked(blocks, 4, 4, look))).toEqual(["h1", "q", "ul"]);
    expect(types(relooked(blocks, 2, 9, look))).toEqual(["q", "q", "q"]);
    expect(types(touched(blocks, 0, 4))).toEqual(["h1"]);
  });

  test("go in and out in lists only, and no deeper than there is room", () => {
    const [list] = of("ul", "x") as [Block];
    expect(indented(1)(list)).toMatchObject({ depth: 1 });
    expect(indented(1)({ ...list, depth: 6 })).toMatchObject({ depth: 6 });
    expect(indented(-1)(list)).toMatchObject({ depth: 0 });
    expect(indented(1)(paragraph)).toEqual(paragraph);
  });
});

describe("a link", () => {
  const url = "https://example.org";

  test("goes on the letters of a stretch and comes off again", () => {
    const blocks = of("p", "see the scale here");
    const on = linked(blocks, 8, 13, url);
    expect(on[0]?.runs.map((run) => [run.kind === "text" && run.text, run.link])).toEqual([
      ["see the ", undefined],
      ["scale", url],
      [" here", undefined],
    ]);
    expect(linked(on, 0, 18, undefined)).toEqual(blocks);
  });

  test("is found around the caret and at its edges", () => {
    const blocks = linked(of("p", "see the scale here"), 8, 13, url);
    const found = { from: 8, to: 13, link: url };
    expect([8, 10, 13].map((place) => linkAround(blocks, place))).toEqual([found, found, found]);
    expect([0, 7, 14, 18].map((place) => linkAround(blocks, place))).toEqual(
      Array(4).fill(undefined),
    );
  });
});
