import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { type Block, readBlocks } from "../../../shared/text/blocks.ts";
import { createFlatText, readWords } from "../../../shared/text/flat-text.ts";
import { numbering } from "../../../shared/text/words-of.ts";

/** A text of a delta that any client may have written. */
function textOf(delta: readonly object[]): Y.Text {
  const text = new Y.Doc().getText("text");
  text.applyDelta(delta as never[]);
  return text;
}
const read = (...delta: object[]): readonly Block[] => readBlocks(textOf(delta));
const plain = { marks: "", link: undefined };
const p = { type: "p", depth: 0, checked: false };

describe("reading a flat text", () => {
  test("gives blocks with their look, and runs with theirs", () => {
    expect(
      read(
        { insert: "Needs" },
        { insert: "\n", attributes: { t: "h2" } },
        { insert: "a " },
        { insert: "scale", attributes: { i: true, b: true, a: "https://example.org" } },
        { insert: " here\u2028below " },
        { insert: { id: "m1", label: "Ann" } },
        { insert: "\n", attributes: { t: "cl", d: 2, k: true } },
      ),
    ).toEqual([
      { type: "h2", depth: 0, checked: false, runs: [{ kind: "text", text: "Needs", ...plain }] },
      {
        type: "cl",
        depth: 2,
        checked: true,
        runs: [
          { kind: "text", text: "a ", ...plain },
          { kind: "text", text: "scale", marks: "bi", link: "https://example.org" },
          { kind: "text", text: " here", ...plain },
          { kind: "break", ...plain },
          { kind: "text", text: "below ", ...plain },
          { kind: "mention", id: "m1", label: "Ann", ...plain },
        ],
      },
    ]);
  });

  test("reads a note of the first version, whose blocks are paragraphs with nothing else", () => {
    const doc = new Y.Doc();
    doc.getMap("n").set("t", createFlatText("one\n\ntwo"));
    const blocks = readBlocks(doc.getMap("n").get("t"));
    expect(blocks.map(({ type }) => type)).toEqual(["p", "p", "p"]);
    expect(blocks.map(({ runs }) => runs.length)).toEqual([1, 0, 1]);
  });

  test("gives one empty paragraph for a text without anything, and for what is no text", () => {
    const empty = [{ ...p, runs: [] }];
    for (const value of [textOf([]), undefined, null, "words", 3, {}, new Y.Map()]) {
      expect(readBlocks(value)).toEqual(empty);
    }
    expect(read({ insert: "\n" })).toEqual(empty);
  });

  test("shows words behind the last newline as a paragraph", () => {
    expect(read({ insert: "one\ntwo" }).map(({ runs }) => runs)).toEqual([
      [{ kind: "text", text: "one", ...plain }],
      [{ kind: "text", text: "two", ...plain }],
    ]);
  });

  test("takes blocks of a kind it does not know for paragraphs, and ignores depths that make no sense", () => {
    const looks = [
      { t: "table" },
      { t: 7 },
      { t: "__proto__" },
      { t: "p", d: 3, k: true },
      { t: "h1", d: 1 },
      { t: "ul", d: -4 },
      { t: "ul", d: 1e9 },
      { t: "ul", d: 1.5 },
      { t: "ol", d: "2", k: true },
      { t: "cl", k: "yes" },
    ];
    const blocks = read(...looks.map((attributes) => ({ insert: "\n", attributes })));
    expect(blocks.map(({ type, depth, checked }) => [type, depth, checked])).toEqual([
      ["p", 0, false],
      ["p", 0, false],
      ["p", 0, false],
      ["p", 0, false],
      ["h1", 0, false],
      ["ul", 0, false],
      ["ul", 6, false],
      ["ul", 0, false],
      ["ol", 0, false],
      ["cl", 0, false],
    ]);
  });

  test("takes no mark but a plain yes, and no link but an honest one", () => {
    const attributes = { b: 1, i: "true", u: {}, s: [true], onclick: "x", style: "x" };
    const [block] = read(
      { insert: "a", attributes: { ...attributes, a: "javascript:alert(1)" } },
      { insert: "b", attributes: { t: "h1", a: { href: "https://example.org" } } },
      { insert: "\n" },
    );
    expect(block?.runs).toEqual([{ kind: "text", text: "ab", ...plain }]);
  });

  test("shows half of a pair of surrogates as an unknown sign", () => {
    const [block] = read({ insert: "a\ud83d" }, { insert: "b\ude00c\n" });
    expect(block?.runs).toEqual([{ kind: "text", text: "a\ufffdb\ufffdc", ...plain }]);
  });

  test("keeps what it does not know in its place and shows nothing of it", () => {
    const text = textOf([
      { insert: "a" },
      { insert: { video: "https://example.org" } },
      { insert: { id: 1, label: "x" } },
      { insert: { id: "x", label: "x", onclick: "x" } },
      { insert: ["x"] },
      { insert: new Y.Map() },
      { insert: "b\n" },
    ]);
    const kinds = readBlocks(text)[0]?.runs.map(({ kind }) => kind);
    expect(kinds).toEqual(["text", "unknown", "unknown", "unknown", "unknown", "unknown", "text"]);
    expect(readWords(text)).toBe("ab");
  });

  test("makes a name in a mention one short line", () => {
    const label = `Ann\n\u202eb\u0000${"x".repeat(1_000)}`;
    const [run] = read({ insert: { id: "m", label } }, { insert: "\n" })[0]?.runs ?? [];
    expect(run).toMatchObject({ kind: "mention", label: `Ann  b ${"x".repeat(73)}` });
  });
});

describe("a numbered list", () => {
  const list = (...looks: [Block["type"], number][]): Block[] =>
    looks.map(([type, depth]) => ({ type, depth, checked: false, runs: [] }));

  test("counts each depth by itself and begins anew behind other words", () => {
    expect(
      numbering(
        list(
          ["ol", 0],
          ["ol", 1],
          ["ol", 1],
          ["ol", 0],
          ["ul", 1],
          ["ol", 0],
          ["p", 0],
          ["ol", 0],
          ["ol", 2],
          ["ul", 0],
          ["ol", 0],
        ),
      ),
    ).toEqual([1, 1, 2, 2, undefined, 3, undefined, 1, 1, undefined, 1]);
  });
});
