/** Words into glyphs and lines: every character is set or told to be missing, and none runs out of its line. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { graphemes } from "../../client/export/faces.ts";
import { fontStyles, slices, slicesFor } from "../../client/export/font-slices.ts";
import { breakLines, cleaned, type Line, shortened } from "../../client/export/lines.ts";
import { facesFor } from "../fixtures/faces.ts";

const textOf = (line: Line<unknown>): string =>
  line.pieces.flatMap(({ glyphs }) => glyphs.map(({ text }) => text)).join("");

async function linesOf(words: string, width: number, size = 10): Promise<Line<undefined>[]> {
  const faces = await facesFor(words);
  return breakLines([{ words, style: "regular", as: undefined }], { size, width }, faces);
}

describe("the fonts of a report", () => {
  test("are loaded by what the words need, the Latin ones always", () => {
    expect(slicesFor([])).toEqual(["latin"]);
    expect(slicesFor(["Ωμέγα", "Привет"])).toEqual(["latin", "greek", "cyrillic"]);
    expect(slicesFor(["Nguyễn"])).toContain("vietnamese");
  });

  test.each(slices)("of the slice %s cover what the package says it covers", (slice) => {
    const require = createRequire(import.meta.url);
    const said = JSON.parse(
      readFileSync(require.resolve("@fontsource/noto-sans/unicode.json"), "utf8"),
    ) as { [slice: string]: string };
    const ends = (said[slice] ?? "").split(",").flatMap((range) => {
      const [from = 0, to = from] = range
        .replace("U+", "")
        .split("-")
        .map((hex) => Number.parseInt(hex, 16));
      return [from, to];
    });
    // The mark that opens a text file is nothing to draw.
    const drawn = ends.filter((code) => code !== 0xfeff);
    expect(drawn.length).toBeGreaterThan(0);
    const without = drawn.filter(
      (code) => !slicesFor([String.fromCodePoint(code)]).includes(slice),
    );
    expect(without).toEqual([]);
  });

  test.each([
    ["Spanish", "¿Qué aprendió la niña? ½ día"],
    ["Polish and Romanian", "Zażółć gęślą jaźń, ţara"],
    ["Vietnamese", "Nguyễn Thị Hạnh hỏi gì?"],
    ["Greek", "Ποια είναι η ανάγκη;"],
    ["Russian", "Что они показывают?"],
    ["a letter with a loose accent", "x\u{304} e\u{301}"],
    ["print’s own signs", "“quoted” – dash — … • € ™ ‘one’"],
  ])("set %s with nothing missing, and know each letter they drew", async (_, words) => {
    const faces = await facesFor(words);
    for (const style of fontStyles) {
      const glyphs = faces.shape(words.normalize("NFC"), style);
      expect(glyphs.map(({ text }) => text).join("")).toBe(words.normalize("NFC"));
      expect(glyphs.every(({ glyph }) => glyph > 0)).toBe(true);
    }
    expect([...faces.missing]).toEqual([]);
  });

  test("a grapheme no font has shows as a placeholder, keeps its text and is reported once", async () => {
    const words = "学 and 👩‍👩‍👧 and 学 again";
    const faces = await facesFor(words);
    const glyphs = faces.shape(words, "regular");
    expect([...faces.missing]).toEqual(["学", "👩‍👩‍👧"]);
    expect(glyphs.map(({ text }) => text).join("")).toBe(words);
    expect(glyphs.every(({ glyph, advance }) => glyph > 0 && advance > 0)).toBe(true);
  });

  test("a sign that asks for another look of a letter does not make it missing", async () => {
    const faces = await facesFor("©");
    expect(faces.shape("©\u{FE0E}", "regular").map(({ text }) => text)).toEqual(["©"]);
    expect([...faces.missing]).toEqual([]);
  });
});

describe("lines", () => {
  test("are filled word by word and never wider than asked", async () => {
    const words = "What are they showing us they need, and which mark on the paper says that?";
    const lines = await linesOf(words, 120);
    expect(lines.map(textOf)).toEqual([
      "What are they showing ",
      "us they need, and which ",
      "mark on the paper says ",
      "that?",
    ]);
    expect(Math.max(...lines.map(({ width }) => width))).toBeLessThanOrEqual(120);
  });

  test("end where somebody ended them, and an empty one stays", async () => {
    expect((await linesOf("one\r\ntwo\n\nthree\u{2028}four", 300)).map(textOf)).toEqual([
      "one",
      "two",
      "",
      "three",
      "four",
    ]);
  });

  test("a word wider than the line is broken between letters, and none is lost", async () => {
    const words = `before ${"extraordinarily".repeat(6)} after`;
    const lines = await linesOf(words, 90);
    expect(lines.map(textOf).join("")).toBe(words);
    expect(Math.max(...lines.map(({ width }) => width))).toBeLessThanOrEqual(90);
  });

  test("do not begin with a sign that belongs behind its word", async () => {
    for (let width = 40; width < 160; width += 7) {
      for (const line of await linesOf("They said: “closer”, (again), why? – 12 000 km!", width))
        expect(textOf(line)).not.toMatch(/^[,.:;?!)”]/);
    }
  });

  test("keep which words are whose when a line holds several", async () => {
    const faces = await facesFor("Notice shown");
    const [line] = breakLines(
      [
        { words: "Notice  ", style: "bold", as: "label" },
        { words: "shown twice", style: "regular", as: "words" },
      ],
      { size: 10, width: 300 },
      faces,
    );
    expect(line?.pieces.map(({ as }) => as)).toEqual(["label", "words", "words"]);
    const [label, first] = line?.pieces ?? [];
    expect(first?.x).toBeCloseTo(label?.width ?? 0);
  });

  test("of nothing are none", async () => {
    expect(await linesOf("", 100)).toEqual([]);
  });
});

describe("words before they are set", () => {
  test("are composed, without controls, with half of a pair made visible", () => {
    expect(cleaned("e\u{301}\u{0}\u{7}\tx\u{AD}\u{202E}y")).toBe("é xy");
    expect(cleaned("a\u{D83D}b")).toBe("a\u{FFFD}b");
  });

  test("are shortened for a bookmark between letters as people see them", () => {
    expect(shortened("short", 10)).toBe("short");
    expect(shortened("a longer\nneed, in words", 10)).toBe("a longer…");
    expect(graphemes(shortened("👩‍👩‍👧".repeat(20), 5))).toHaveLength(5);
  });
});
