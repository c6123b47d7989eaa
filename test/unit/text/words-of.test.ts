import { describe, expect, test } from "vitest";
import type { Block } from "../../../shared/text/blocks.ts";
import { plainText, wordsOf } from "../../../shared/text/words-of.ts";
import { block, brk, deeper, done, mention, run } from "../../fixtures/blocks.ts";

const notes: Block[] = [
  block("h1", "Shadows"),
  block("p", "They draw ", run("straight", "b"), " lines", brk, "ask ", mention("Ann")),
  block("ul", "long"),
  deeper(1, block("ul", "short")),
  done(block("cl", "measured")),
  block("cl", "drawn"),
  block("ol", "first"),
  block("ol", run("second", "", "https://example.org/a")),
  block("q", "the sun moves"),
];

describe("words without their look", () => {
  test("are the letters alone, a name with its sign", () => {
    expect(wordsOf(notes.slice(0, 3))).toBe("Shadows\nThey draw straight lines\nask @Ann\nlong");
  });

  test("in a plain letter keep their lists and addresses", () => {
    expect(plainText(notes)).toBe(
      [
        "Shadows",
        "They draw straight lines",
        "ask @Ann",
        "• long",
        "  • short",
        "☑ measured",
        "☐ drawn",
        "1. first",
        "2. second (https://example.org/a)",
        "the sun moves",
      ].join("\n"),
    );
  });

  test("in a plain letter have one kind of line end, whatever somebody pasted", () => {
    expect(plainText([block("ul", "a\r\nb\u2029c", brk, "d")])).toBe("\u2022 a b c\nd");
  });

  test("a link that reads as its address is not said twice", () => {
    const link = run("https://example.org", "", "https://example.org");
    expect(plainText([block("p", link)])).toBe("https://example.org");
    const letter = run("ann@example.org", "", "mailto:ann@example.org");
    expect(plainText([block("p", letter)])).toBe("ann@example.org");
  });
});
