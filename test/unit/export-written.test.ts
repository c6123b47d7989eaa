/** Blocks as elements of the structure tree, and what may be a link in a file. */
import { describe, expect, test } from "vitest";
import type { Tag } from "../../client/export/sheets.ts";
import { webAddress } from "../../client/export/web-address.ts";
import { createWrittenTags } from "../../client/export/written-tags.ts";
import { writtenOf } from "../../shared/report/written.ts";
import type { Block } from "../../shared/text/blocks.ts";
import { block, deeper, done } from "../fixtures/blocks.ts";

const root: Tag = { is: "Sect", within: undefined };

/** The elements above the words of each block, outermost first; equal elements have equal numbers. */
function pathsOf(blocks: readonly Block[], under: 2 | 3 = 3): string[] {
  const tags = createWrittenTags(root, under, { checked: "Done", unchecked: "Not yet" });
  const known: Tag[] = [root];
  const path = (tag: Tag | undefined): string => {
    if (!tag || tag === root) return "";
    if (!known.includes(tag)) known.push(tag);
    return `${path(tag.within)}/${tag.is}${known.filter((one) => one.is === tag.is).indexOf(tag) + 1}`;
  };
  return writtenOf(blocks).map((one) => {
    const { words, label } = tags.of(one);
    return [path(words), ...(label?.says ? [label.says] : [])].join(" ");
  });
}

describe("the elements of written blocks", () => {
  test("are lists within the item above them, and one list as long as it goes on", () => {
    expect(
      pathsOf([
        block("ul", "a"),
        deeper(1, block("ul", "b")),
        deeper(1, block("ul", "c")),
        block("ul", "d"),
        block("p", "between"),
        block("ul", "e"),
      ]),
    ).toEqual([
      "/L1/LI1/LBody1/P1",
      "/L1/LI1/LBody1/L2/LI2/LBody2/P2",
      "/L1/LI1/LBody1/L2/LI3/LBody3/P3",
      "/L1/LI4/LBody4/P4",
      "/P5",
      "/L3/LI5/LBody5/P6",
    ]);
  });

  test("are another list where the signs are others, and say whether something is done", () => {
    expect(pathsOf([block("ol", "a"), done(block("cl", "b")), block("cl", "c")])).toEqual([
      "/L1/LI1/LBody1/P1",
      "/L2/LI2/LBody2/P2 Done",
      "/L2/LI3/LBody3/P3 Not yet",
    ]);
  });

  test("need no item above a deep one", () => {
    expect(pathsOf([deeper(4, block("ul", "a")), deeper(2, block("ul", "b"))])).toEqual([
      "/L1/LI1/LBody1/P1",
      "/L2/LI2/LBody2/P2",
    ]);
  });

  test("are headings that skip no level, whichever somebody chose", () => {
    const [h1, h2, h3] = [block("h1", "a"), block("h2", "b"), block("h3", "c")];
    expect(pathsOf([h3, h2, h3, h1, h3])).toEqual(["/H41", "/H42", "/H51", "/H43", "/H52"]);
    expect(pathsOf([h1, h2, h3, h2], 2)).toEqual(["/H31", "/H41", "/H51", "/H42"]);
  });

  test("are one quotation of several paragraphs", () => {
    expect(pathsOf([block("q", "a"), block("q", "b"), block("p", "c"), block("q", "d")])).toEqual([
      "/BlockQuote1/P1",
      "/BlockQuote1/P2",
      "/P3",
      "/BlockQuote2/P4",
    ]);
  });
});

describe("an address in a file", () => {
  test.each([
    ["https://example.org/a?b=1#c", "https://example.org/a?b=1#c"],
    ["HTTP://Example.ORG", "http://example.org/"],
    ["mailto:ann@example.org", "mailto:ann@example.org"],
    ["https://exämple.org/ü", "https://xn--exmple-cua.org/%C3%BC"],
  ])("of %s is %s", (link, address) => {
    expect(webAddress(link)).toBe(address);
  });

  test.each([
    "javascript:alert(1)",
    "http://[",
    "https://a b",
    "ftp://a.example",
    "",
    5,
    undefined,
  ])("is none of %s", (link) => {
    expect(webAddress(link)).toBeUndefined();
  });
});
