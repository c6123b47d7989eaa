import { describe, expect, test } from "vitest";
import { typedInto } from "../../../client/text/plain-typing.ts";
import { shortened } from "../../../client/text/shortcuts.ts";
import type { Block } from "../../../shared/text/blocks.ts";
import { paragraphsOf } from "../../../shared/text/flat-text.ts";
import { markdownOf } from "../../../shared/text/markdown.ts";
import { wordsOf } from "../../../shared/text/words-of.ts";

/** Types the last letter of `words` behind the others. */
function typed(words: string, blocks: (words: string) => Block[] = paragraphsOf) {
  const before = words.slice(0, -1);
  return shortened({ blocks: blocks(before), place: before.length, letter: words.slice(-1) });
}
const looks = (words: string): string | undefined => {
  const next = typed(words);
  return next && markdownOf(next.blocks).trimEnd();
};

describe("signs at the beginning of a block", () => {
  test.each([
    ["# ", "h1"],
    ["## ", "h2"],
    ["### ", "h3"],
    ["> ", "q"],
    ["- ", "ul"],
    ["* ", "ul"],
    ["1. ", "ol"],
    ["[] ", "cl"],
  ])("%s makes it another kind and goes", (signs, type) => {
    const next = typed(signs);
    expect(next?.blocks).toMatchObject([{ type, runs: [] }]);
    expect(next).toMatchObject({ place: 0, takesLetter: true });
  });

  test("a box with a cross is checked already", () => {
    expect(typed("[x] ")?.blocks).toMatchObject([{ type: "cl", checked: true }]);
  });

  test("keep the words behind them", () => {
    const next = shortened({ blocks: paragraphsOf("#scale"), place: 1, letter: " " });
    expect(next?.blocks).toMatchObject([{ type: "h1" }]);
    expect(next && wordsOf(next.blocks)).toBe("scale");
  });

  test("mean nothing in the middle of words, nor in a heading", () => {
    expect(typed("see # ")).toBeUndefined();
    expect(typed("2. ")).toBeUndefined();
    const heading = (words: string) =>
      paragraphsOf(words).map((block) => ({ ...block, type: "h1" as const }));
    expect(typed("- ", heading)).toBeUndefined();
  });
});

describe("signs around words", () => {
  test.each([
    ["a **big** ", "a **big**"],
    ["a *big*", "a *big*"],
    ["a _big_", "a *big*"],
    ["~~big~~", "~~big~~"],
    ["`3 < 4`", "`3 < 4`"],
    ["**two words**", "**two words**"],
  ])("%s becomes its look", (words, markdown) => {
    expect(looks(words.trimEnd())).toBe(markdown);
  });

  test("leave the caret behind the words", () => {
    expect(typed("a **big**")).toMatchObject({ place: 5, takesLetter: true });
  });

  test.each(["2 * 3 *", "a ** b **", "snake_case_", "2*3*", "**"])("%s stays as it is", (words) => {
    expect(typed(words)).toBeUndefined();
  });
});

describe("signs in a list", () => {
  test.each([
    ["- one\n- two", "- one\n- two"],
    ["1. one\n2. two", "1. one\n2. two"],
    ["- one\n1. two", "- one\n1. two"],
    ["- one\n# two", "- one\n- \\# two"],
  ])("%j is %j: nobody gets a second sign", (letters, markdown) => {
    const { blocks } = typedInto({ blocks: paragraphsOf(""), place: 0 }, letters);
    expect(markdownOf(blocks).trimEnd()).toBe(markdown);
  });
});

describe("an address typed out", () => {
  test("is a link once a space follows, without the stop behind it", () => {
    const next = typed("see https://example.org/a ");
    expect(next && markdownOf(next.blocks)).toContain("](<https://example.org/a>)");
    expect(next?.takesLetter).toBe(false);
    expect(typed("see www.example.org ")?.blocks[0]?.runs[1]?.link).toBe("https://www.example.org");
  });

  test("is none where it could not be followed", () => {
    expect(typed("see https:// ")).toBeUndefined();
    expect(typed("javascript:alert(1) ")).toBeUndefined();
  });
});
