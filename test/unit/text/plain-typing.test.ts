import { describe, expect, test } from "vitest";
import { erased, put, type Standing, typedInto } from "../../../client/text/plain-typing.ts";
import { paragraphsOf } from "../../../shared/text/flat-text.ts";
import { markdownOf } from "../../../shared/text/markdown.ts";
import { wordsOf } from "../../../shared/text/words-of.ts";

const at = (words: string, place = words.length): Standing => ({
  blocks: paragraphsOf(words),
  place,
});

describe("letters typed before the editor has come", () => {
  test("go in where the caret is, and the caret goes behind them", () => {
    const now = typedInto(at("a c", 2), "b 😀");
    expect(wordsOf(now.blocks)).toBe("a b 😀c");
    expect(now.place).toBe(6);
  });

  test("get their look by signs, and Enter goes on with a list", () => {
    const now = typedInto(at(""), "# Title\n- one **two** more\nthree");
    expect(markdownOf(now.blocks)).toBe("# Title\n\n- one **two** more\n- three\n");
  });

  test("go one by one, whole ones only, and blocks come together again", () => {
    const whole = typedInto(at(""), "a\n😀");
    const back = erased(whole);
    expect(wordsOf(back.blocks)).toBe("a\n");
    expect(wordsOf(erased(back).blocks)).toBe("a");
    expect(erased(at("", 0))).toEqual(at("", 0));
  });
});

describe("a stretch held before the editor has come", () => {
  test("makes way for what is pasted, and a heading without letters stays one", () => {
    const now = put(at("one two three", 4), 7, "2\r\n3");
    expect(wordsOf(now.blocks)).toBe("one 2\n3 three");
    expect(now.place).toBe(7);
    const heading = typedInto(at(""), "# A");
    expect(erased(heading).blocks.map(({ type }) => type)).toEqual(["h1"]);
    expect(put({ blocks: heading.blocks, place: 0 }, 1, "").blocks[0]?.type).toBe("h1");
  });
});
