import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { type Block, blockLength, readBlocks } from "../../shared/text/blocks.ts";
import { flattened } from "../../shared/text/flatten.ts";
import { movedBy, type Splice, splicesBetween, stretchesAfter } from "../../shared/text/splices.ts";
import { createRichText, writeBlocks } from "../../shared/text/write-blocks.ts";
import { someBlocks } from "../fixtures/rich-text.ts";

function aText(blocks: readonly Block[], doc = new Y.Doc()): Y.Text {
  const text = createRichText(blocks);
  doc.getMap("notes").set("note", text);
  return text;
}
const textOf = (doc: Y.Doc): Y.Text => doc.getMap("notes").get("note") as Y.Text;

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}
function meet(a: Y.Doc, b: Y.Doc): void {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
}
const lengthOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + blockLength(block), 0);
const caretIn = (blocks: readonly Block[], share: number | undefined): number | undefined =>
  share === undefined ? undefined : Math.floor(share * lengthOf(blocks));
const share = fc.option(fc.double({ min: 0, max: 0.999, noNaN: true }), { nil: undefined });

/** Neither half a letter nor what Yjs writes in place of one, and a newline at the very end. */
function expectSound(text: Y.Text): void {
  const delta = text.toDelta() as { insert: unknown }[];
  const letters = delta.map(({ insert }) => (typeof insert === "string" ? insert : "")).join("");
  expect(letters).toMatch(/^[^\p{Surrogate}\ufffd]*\n$/u);
}

/** A place in front of the last newline and not within a pair of surrogates. */
function betweenLetters(text: Y.Text, place: number): number {
  const at = Math.min(place, text.length - 1);
  const letters = (text.toDelta() as { insert: unknown }[])
    .map(({ insert }) => (typeof insert === "string" ? insert : " "))
    .join("");
  return /[\udc00-\udfff]/.test(letters[at] ?? "") ? at - 1 : at;
}

/** Every place with its marks and link, as our reader reads it and as Yjs tells it. */
const placesRead = (text: Y.Text): string[] =>
  flattened(readBlocks(text)).pieces.flatMap(({ insert, attributes, length }) =>
    Array.from({ length }, (_, i) => placeTold(insert, attributes, i)),
  );
const placesTold = (text: Y.Text): string[] =>
  (text.toDelta() as { insert: string | object; attributes?: object }[]).flatMap(
    ({ insert, attributes = {} }) =>
      Array.from({ length: typeof insert === "string" ? insert.length : 1 }, (_, i) =>
        placeTold(insert, attributes, i),
      ),
  );
function placeTold(insert: string | object, attributes: object, at: number): string {
  const letter = typeof insert === "string" ? insert[at] : JSON.stringify(insert);
  const all = new Map(Object.entries(attributes));
  // The end of a block and a line break have no marks to show; what makes no sense together is left out.
  const told = letter === "\n" ? [] : letter === "\u2028" ? ["a"] : ["a", "b", "c", "i", "s", "u"];
  return JSON.stringify([letter, ...told.map((key) => all.get(key) ?? null)]);
}

describe("a flat text of blocks", () => {
  test("reads as the blocks it was made of", () => {
    fc.assert(
      fc.property(someBlocks, (blocks) => {
        expect(readBlocks(aText(blocks))).toEqual(blocks);
      }),
    );
  });

  test("reads as the blocks written, wherever the caret stands, also by who loads it afresh", () => {
    fc.assert(
      fc.property(someBlocks, someBlocks, share, (before, after, where) => {
        const doc = new Y.Doc();
        const text = aText(before, doc);
        writeBlocks(text, before, after, { origin: "me", caret: caretIn(after, where) });
        expect(readBlocks(text)).toEqual(after);
        expectSound(text);
        expect(readBlocks(textOf(copyOf(doc)))).toEqual(after);
      }),
      { numRuns: 1_000 },
    );
  });

  test("is written in one transaction under its origin, and in none where nothing changed", () => {
    fc.assert(
      fc.property(someBlocks, someBlocks, (before, after) => {
        const doc = new Y.Doc();
        const text = aText(before, doc);
        const origins: unknown[] = [];
        doc.on("afterTransaction", ({ origin }: Y.Transaction) => origins.push(origin));
        writeBlocks(text, before, before, { origin: "me" });
        expect(origins).toEqual([]);
        writeBlocks(text, before, after, { origin: "me" });
        writeBlocks(text, after, after, { origin: "me" });
        expect(origins.filter((origin) => origin === "me").length).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("never loses its last newline, whatever two write at once, and both end equal", () => {
    fc.assert(
      fc.property(someBlocks, someBlocks, someBlocks, share, (start, ann, ben, where) => {
        const doc = new Y.Doc();
        const annText = aText(start, doc);
        const other = copyOf(doc);
        const last = Y.createRelativePositionFromTypeIndex(annText, annText.length - 1);
        writeBlocks(annText, start, ann, { origin: "ann", caret: caretIn(ann, where) });
        writeBlocks(textOf(other), start, ben, { origin: "ben", caret: caretIn(ben, where) });
        meet(doc, other);
        expect(readBlocks(textOf(other))).toEqual(readBlocks(annText));
        expectSound(annText);
        const now = Y.createAbsolutePositionFromRelativePosition(last, doc);
        expect(now?.index).toBe(annText.length - 1);
        expect(placesRead(annText)).toEqual(placesTold(annText));
      }),
      { numRuns: 500 },
    );
  });

  test("keeps every letter of two who write in blocks of their own", () => {
    fc.assert(
      fc.property(someBlocks, someBlocks, someBlocks, (middle, ann, ben) => {
        const doc = new Y.Doc();
        const wall = (sign: string): Block => ({
          type: "p",
          depth: 0,
          checked: false,
          runs: [{ kind: "text", text: sign, marks: "", link: undefined }],
        });
        const start = [wall("<"), ...middle, wall(">")];
        const annText = aText(start, doc);
        const other = copyOf(doc);
        const annAfter = [wall("<"), ...ann, ...middle, wall(">")];
        const benAfter = [wall("<"), ...middle, ...ben, wall(">")];
        const annCaret = lengthOf(annAfter) - lengthOf(middle) - 2;
        writeBlocks(annText, start, annAfter, { origin: "ann", caret: annCaret - 1 });
        writeBlocks(textOf(other), start, benAfter, { origin: "ben" });
        meet(doc, other);
        expect(readBlocks(textOf(other))).toEqual(readBlocks(annText));
        const count = (blocks: readonly Block[], letter: string): number =>
          JSON.stringify(blocks).split(letter).length - 1;
        for (const letter of ["é", "ш", "ش", "😁"]) {
          const all = [...ann, ...middle, ...ben];
          expect(count(readBlocks(annText), letter)).toBe(count(all, letter));
        }
      }),
      { numRuns: 300 },
    );
  });

  test("keeps what a colleague wrote since the blocks were last seen", () => {
    fc.assert(
      fc.property(
        someBlocks,
        someBlocks,
        fc.array(fc.nat(30), { maxLength: 3 }),
        (seen, mine, at) => {
          const doc = new Y.Doc();
          const text = aText(seen, doc);
          const missed: Y.YTextEvent["delta"][] = [];
          const hear = (event: Y.YTextEvent): void => void missed.push(event.delta);
          text.observe(hear);
          at.forEach((place, i) => {
            text.insert(betweenLetters(text, place), `<${i}>`, {});
          });
          text.unobserve(hear);
          writeBlocks(text, seen, mine, { origin: "me", missed });
          const now = JSON.stringify(readBlocks(text));
          at.forEach((_, i) => {
            expect(now).toContain(String(i));
          });
          expectSound(text);
        },
      ),
      { numRuns: 500 },
    );
  });

  test("gets its last newline when somebody writes into one that a foreign client left without", () => {
    const doc = new Y.Doc();
    const text = doc.getText("t");
    text.insert(0, "one\ntwo");
    const before = readBlocks(text);
    const after = before.map((block) => ({ ...block, type: "h1" as const }));
    writeBlocks(text, before, after, { origin: "me" });
    expect(readBlocks(text)).toEqual(after);
    expectSound(text);
  });

  test("holds no half letters, whatever is written into it", () => {
    const text = aText([{ type: "p", depth: 0, checked: false, runs: [] }]);
    const hostile = "\ud83d a \ude00";
    writeBlocks(
      text,
      readBlocks(text),
      [
        {
          type: "p",
          depth: 0,
          checked: false,
          runs: [{ kind: "text", text: hostile, marks: "", link: undefined }],
        },
      ],
      { origin: "me" },
    );
    expect(text.toDelta()).toMatchObject([{ insert: "\ufffd a \ufffd" }, { insert: "\n" }]);
  });
});

const words = fc
  .array(fc.constantFrom("a", "b", "c", "\n", "😀", "😁"), { maxLength: 12 })
  .map((letters) => `${letters.join("")}\n`);
const lettersOf = (letters: string) => ({ letters, signs: new Map<number, string>() });

function rebuilt(before: string, after: string, splices: readonly Splice[]): string {
  let out = "";
  let at = 0;
  for (const splice of splices) {
    out += before.slice(at, splice.at) + after.slice(splice.from, splice.to);
    at = splice.at + splice.removed;
  }
  return out + before.slice(at);
}

describe("what changed between two states of words", () => {
  test("leads from one to the other, through whole letters, and never touches the last newline", () => {
    fc.assert(
      fc.property(words, words, fc.option(fc.nat(12), { nil: undefined }), (a, b, caret) => {
        const splices = splicesBetween(lettersOf(a), lettersOf(b), caret);
        expect(rebuilt(a, b, splices)).toBe(b);
        for (const { at, removed, from, to } of splices) {
          expect(at + removed).toBeLessThan(a.length);
          expect(b.slice(from, to)).not.toMatch(/\p{Surrogate}/u);
          expect(a.slice(at, at + removed)).not.toMatch(/\p{Surrogate}/u);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test("signs taken from both ends of a word leave the word", () => {
    expect(splicesBetween(lettersOf("a **big** b\n"), lettersOf("a big b\n"), 5)).toEqual([
      { at: 2, removed: 2, from: 2, to: 2 },
      { at: 7, removed: 2, from: 5, to: 5 },
    ]);
  });

  test("a line that changes places with another is the only one that is written again", () => {
    const splices = splicesBetween(
      lettersOf("one\nlonger\nend\n"),
      lettersOf("longer\none\nend\n"),
    );
    expect(splices.reduce((sum, { removed }) => sum + removed, 0)).toBe(4);
  });

  test("a mention in place of another is a change", () => {
    const a = { letters: "\ufffc\n", signs: new Map([[0, "ann"]]) };
    const b = { letters: "\ufffc\n", signs: new Map([[0, "ben"]]) };
    expect(splicesBetween(a, b)).toEqual([{ at: 0, removed: 1, from: 0, to: 1 }]);
    expect(splicesBetween(a, a)).toEqual([]);
  });
});

describe("a place in words that others change", () => {
  test("moves with what comes in front of it, and not with what comes behind or exactly there", () => {
    expect(movedBy(5, [{ retain: 2 }, { insert: "abc" }])).toBe(8);
    expect(movedBy(5, [{ retain: 5 }, { insert: "abc" }])).toBe(5);
    expect(movedBy(5, [{ retain: 9 }, { insert: "abc" }])).toBe(5);
    expect(movedBy(5, [{ retain: 3 }, { delete: 4 }])).toBe(3);
    expect(movedBy(5, [{ delete: 2 }, { retain: 1 }, { insert: {} }])).toBe(4);
  });

  test("a stretch keeps its own letters only, parted around what was put into it", () => {
    const delta = [{ retain: 2 }, { insert: "xy" }, { retain: 2 }, { delete: 1 }];
    expect(stretchesAfter({ from: 1, to: 6 }, delta)).toEqual([
      { from: 1, to: 2 },
      { from: 4, to: 6 },
      { from: 6, to: 7 },
    ]);
  });
});
