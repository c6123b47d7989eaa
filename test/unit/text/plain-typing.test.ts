import { describe, expect, test } from "vitest";
import { erased, type Standing, typedInto } from "../../../client/text/plain-typing.ts";
import { paragraphsOf } from "../../../shared/text/flat-text.ts";
import { markdownOf, wordsOf } from "../../../shared/text/words-of.ts";

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
    const now = typedInto(at(""), "# Title\n- one **two**\nthree");
    expect(markdownOf(now.blocks)).toBe("# Title\n\n- one **two**\n- three\n");
  });

  test("go one by one, whole ones only, and blocks come together again", () => {
    const whole = typedInto(at(""), "a\n😀");
    const back = erased(whole);
    expect(wordsOf(back.blocks)).toBe("a\n");
    expect(wordsOf(erased(back).blocks)).toBe("a");
    expect(erased(at("", 0))).toEqual(at("", 0));
  });
});
