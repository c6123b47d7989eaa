import { describe, expect, test } from "vitest";
import type { Block, BlockType, Run } from "../../../shared/text/blocks.ts";
import { markdownOf, plainText, wordsOf } from "../../../shared/text/words-of.ts";

const text = (words: string, marks = "", link?: string): Run => ({
  kind: "text",
  text: words,
  marks,
  link,
});
const block = (type: BlockType, ...runs: (Run | string)[]): Block => ({
  type,
  depth: 0,
  checked: false,
  runs: runs.map((run) => (typeof run === "string" ? text(run) : run)),
});
const lineBreak: Run = { kind: "break", marks: "", link: undefined };
const ann: Run = { kind: "mention", id: "m", label: "Ann", marks: "", link: undefined };

const notes: Block[] = [
  block("h1", "Shadows"),
  block("p", "They draw ", text("straight", "b"), " lines", lineBreak, "ask ", ann),
  block("ul", "long"),
  { ...block("ul", "short"), depth: 1 },
  { ...block("cl", "measured"), checked: true },
  block("cl", "drawn"),
  block("ol", "first"),
  block("ol", text("second", "", "https://example.org/a")),
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

  test("a link that reads as its address is not said twice", () => {
    const link = text("https://example.org", "", "https://example.org");
    expect(plainText([block("p", link)])).toBe("https://example.org");
    const letter = text("ann@example.org", "", "mailto:ann@example.org");
    expect(plainText([block("p", letter)])).toBe("ann@example.org");
  });
});

describe("words as Markdown", () => {
  test("say what they look like", () => {
    expect(markdownOf(notes)).toBe(
      [
        "# Shadows",
        "",
        "They draw **straight** lines\\",
        "ask @Ann",
        "",
        "- long",
        "    - short",
        "- [x] measured",
        "- [ ] drawn",
        "1. first",
        "2. [second](<https://example.org/a>)",
        "",
        "> the sun moves",
        "",
      ].join("\n"),
    );
  });

  test("mean their own signs as letters", () => {
    expect(markdownOf([block("p", "2 * 3 * 4 <b> [x](y) `z`")])).toBe(
      "2 \\* 3 \\* 4 \\<b\\> \\[x\\](y) \\`z\\`\n",
    );
    expect(markdownOf([block("p", "1. not a list"), block("p", "- nor this")])).toBe(
      "1\\. not a list\n\n\\- nor this\n",
    );
    expect(markdownOf([block("p", text("a`b``c", "c"))])).toBe("``` a`b``c ```\n");
  });

  test("close their marks at letters, not at spaces", () => {
    expect(markdownOf([block("p", "a", text(" big ", "bi"), "b")])).toBe("a ***big*** b\n");
    expect(markdownOf([block("p", text("  ", "b"))])).toBe("  \n");
  });

  test("that are none are nothing", () => {
    expect(markdownOf([block("p")])).toBe("");
  });
});
