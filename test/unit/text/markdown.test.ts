import { describe, expect, test } from "vitest";
import type { Block, Run } from "../../../shared/text/blocks.ts";
import { markdownOf } from "../../../shared/text/markdown.ts";
import { block, brk, deeper, done, everyLook, mention, run } from "../../fixtures/blocks.ts";

const written = (...runs: readonly (Run | string)[]): string =>
  markdownOf([block("p", ...runs)]).replace(/\n$/, "");

describe("words as Markdown", () => {
  test("say what they look like, every block and every look", () => {
    expect(markdownOf(everyLook)).toBe(
      [
        "# Shadows at noon",
        "",
        "They draw **straight** lines and *long* ones, some ***both***, one <u>underlined</u>, " +
          "one ~~taken back~~, one as `angle = 23.5°`\\",
        "Ask @Ana Li or see [the lamp ***lesson***](<https://example.org/lamp?a=1&b=(2)>).",
        "",
        "## What they *said*",
        "",
        "> The sun is closer in summer, that is why it is so hot, and in winter it goes away.",
        "",
        "> Everybody knows that.",
        "",
        "### What we saw",
        "",
        "- Rays as arrows",
        "    - close together in summer",
        "        - and not in winter, where the same four arrows lie over twice the ground",
        "- No tilt",
        "1. Measure the shadow",
        "    1. at nine",
        "    2. at noon",
        "2. Draw it",
        "- [x] Borrow the lamp",
        "- [ ] Write to [the museum](<mailto:ask@museum.example>)",
        "",
        "",
        "",
        "And then we <u>~~look again~~</u>.",
        "",
      ].join("\n"),
    );
  });

  test.each([
    [
      "2 * 3 * 4 <b> [x](y) `z` a_b ~c~ &amp;",
      "2 \\* 3 \\* 4 \\<b\\> \\[x\\](y) \\`z\\` a\\_b \\~c\\~ \\&amp;",
    ],
    ["1. not a list", "1\\. not a list"],
    ["2) nor this", "2\\) nor this"],
    ["1.5 degrees", "1.5 degrees"],
    ["- nor this", "\\- nor this"],
    ["+", "\\+"],
    ["-5 degrees", "-5 degrees"],
    ["# no heading", "\\# no heading"],
    ["#1 of all", "#1 of all"],
    ["---", "\\---"],
    ["===", "\\==="],
    [":-- | --:", "\\:-- | --:"],
    ["    no code", "&#32;   no code"],
    ["\tno code", "&#9;no code"],
    ["end\\", "end\\\\"],
    ["one\r# line\u2029- only", "one # line - only"],
  ])("mean %j as letters", (words, markdown) => {
    expect(written(words)).toBe(markdown);
    expect(written("before", brk, words)).toBe(`before\\\n${markdown}`);
    expect(markdownOf([block("q", "x", brk, words)])).toBe(`> x\\\n> ${markdown}\n`);
  });

  test("make no image of a link behind a cry, and no entity of what two people wrote", () => {
    const link = run("look", "", "https://a.example");
    expect(written("Wow!", link)).toBe("Wow\\![look](<https://a.example>)");
    expect(
      written("&", { kind: "unknown", json: undefined, marks: "", link: undefined }, "lt;"),
    ).toBe("\\&lt;");
    expect(written(run("x", "", "https://a.example/?a&copy;"))).toBe(
      "[x](<https://a.example/?a&amp;copy;>)",
    );
    // It would define another link: `[label]: where`.
    expect(written(run("]:", "c", "https://a.example"))).toBe(
      "[<code>\\]:</code>](<https://a.example>)",
    );
  });

  test("close their marks at letters, not at spaces", () => {
    expect(written("a", run(" big ", "bi"), "b")).toBe("a ***big*** b");
    expect(written("a", run("  ", "b"), "b")).toBe("a  b");
  });

  test("take tags where signs would not count as signs", () => {
    expect(written("so", run("“big”", "b"), "ger")).toBe("so<strong>“big”</strong>ger");
    expect(written("so ", run("“big”", "b"), " it is")).toBe("so **“big”** it is");
    expect(written(run("a", "b"), run("b", "i"))).toBe("**a**<em>b</em>");
    expect(written("half", run("word", "i"), "s")).toBe("half*word*s");
    expect(written("字", run("「学」", "s"), "校")).toBe("字<del>「学」</del>校");
  });

  test("keep code as it is, whatever stands in it", () => {
    expect(written(run("a`b``c", "c"))).toBe("``` a`b``c ```");
    expect(written(run("*x*", "c"), mention("A*", "c"))).toBe("`*x*@A*`");
  });

  test("keep lists in each other, however they are wide, deep or empty", () => {
    const items = Array.from({ length: 100 }, (_, i) => block("ol", `${i + 1}`));
    const lines = markdownOf([...items, deeper(1, block("ul", "below"))]).split("\n");
    expect(lines.slice(-3)).toEqual(["100. 100", "     - below", ""]);
    expect(markdownOf([deeper(3, block("ul", "a")), deeper(6, block("cl", "b"))])).toBe(
      "- a\n    - [ ] b\n",
    );
    const empty: Block[] = [block("ul", "a"), deeper(1, block("ul")), done(block("cl"))];
    expect(markdownOf(empty)).toBe("- a\n    - &nbsp;\n- [x] &nbsp;\n");
  });

  test("have headings of one line that end as they end", () => {
    expect(markdownOf([block("h2", "one", brk, "line in C #")])).toBe("## one line in C \\#\n");
  });

  test("that are none are nothing", () => {
    expect(markdownOf([block("p")])).toBe("");
    expect(markdownOf([block("p", run("  ", "b"))])).toBe("");
  });
});
