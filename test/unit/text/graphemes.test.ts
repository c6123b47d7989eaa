import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { bindText } from "../../../client/text/bind-text.ts";
import { createTextEditor } from "../../../client/text/create-editor.ts";
import { lengthOfLast } from "../../../client/text/graphemes.ts";
import { erased, type Standing, typedInto } from "../../../client/text/plain-typing.ts";
import { paragraph, readBlocks } from "../../../shared/text/blocks.ts";
import { createFlatText, paragraphsOf } from "../../../shared/text/flat-text.ts";
import { wordsOf } from "../../../shared/text/words-of.ts";
import { writeBlocks } from "../../../shared/text/write-blocks.ts";

const wholes = [
  "👨‍👩‍👧‍👦",
  "👩🏽‍🏫",
  "👍🏿",
  "🧑🏻‍🤝‍🧑🏿",
  "🏳️‍🌈",
  "🇺🇸",
  "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
  "1️⃣",
  "❤️",
  "😀",
  "✌🏽",
];
const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
const signs = (words: string): string[] =>
  Array.from(segmenter.segment(words), ({ segment }) => segment);

describe("Backspace", () => {
  test.each(wholes)("takes %s away whole, and nothing in front of it", (whole) => {
    expect(signs(whole)).toHaveLength(1);
    expect(lengthOfLast(`a${whole}`)).toBe(whole.length);
    expect(lengthOfLast(`5${whole}`)).toBe(whole.length);
    expect(lengthOfLast(`🍎${whole}`)).toBe(whole.length);
  });

  test("takes a letter of any other kind, an accent by itself", () => {
    expect(lengthOfLast("")).toBe(0);
    expect(lengthOfLast("ab")).toBe(1);
    expect(lengthOfLast("é")).toBe(1);
    expect(lengthOfLast("e\u0301")).toBe(1);
    expect(lengthOfLast("12")).toBe(1);
    expect(lengthOfLast("#*")).toBe(1);
    expect(lengthOfLast("𝒳")).toBe(2);
  });

  test("before the editor has come takes one emoji after the other, as Unicode counts them", () => {
    const part = fc.constantFrom(...wholes, "a", " ", "7");
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const words = parts.join("");
        let now: Standing = { blocks: paragraphsOf(words), place: words.length };
        const left = signs(words);
        while (left.length > 0) {
          now = erased(now);
          left.pop();
          expect(wordsOf(now.blocks)).toBe(left.join(""));
          expect(now.place).toBe(left.join("").length);
        }
      }),
    );
  });

  test("takes an emoji whole also where a colleague made half of it bold", () => {
    const [block = paragraph] = paragraphsOf("");
    const bold = { kind: "text", text: "‍👧", marks: "b", link: undefined } as const;
    const plain = { kind: "text", text: "a👩", marks: "", link: undefined } as const;
    const family = { blocks: [{ ...block, runs: [plain, bold] }], place: 6 };
    expect(wordsOf(erased(family).blocks)).toBe("a");
  });
});

describe("emoji in a text", () => {
  test("are typed letter by letter and read whole", () => {
    const now = typedInto({ blocks: paragraphsOf(""), place: 0 }, wholes.join(""));
    expect(signs(wordsOf(now.blocks))).toEqual(wholes);
  });

  test("one put in place of another leaves both texts whole, in the document and in the editor", () => {
    const part = fc.array(fc.constantFrom(...wholes, "a"), { maxLength: 5 });
    fc.assert(
      fc.property(part, part, part, part, (front, before, after, back) => {
        const text = createFlatText([...front, ...before, ...back].join(""));
        new Y.Doc().getMap("notes").set("note", text);
        const editor = createTextEditor((error) => {
          throw error;
        });
        const binding = bindText(editor, text, "me");
        const next = [...front, ...after, ...back].join("");
        writeBlocks(text, readBlocks(text), paragraphsOf(next), { origin: "me" });
        expect(wordsOf(readBlocks(text))).toBe(next);
        binding.close();
        expect(wordsOf(readBlocks(text))).toBe(next);
      }),
      { numRuns: 30 },
    );
  });
});
