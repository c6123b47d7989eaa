/** Somebody types while others edit the same words: the caret stays with its letter, nobody's letters go. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { type Delta, mergedWords, movedBy } from "../../client/papers/reading/caret.ts";
import { createFlatText, readWords, replaceWords } from "../../shared/text/flat-text.ts";

function textOf(words: string): Y.Text {
  const text = createFlatText(words);
  new Y.Doc().getMap("notes").set("n", text);
  return text;
}

/** Edits somebody else makes: replace `removed` letters at a share of the text by `words`. */
const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.nat(4),
    words: fc.string({ maxLength: 5 }),
  }),
  { maxLength: 5 },
);

type Others = typeof edits extends fc.Arbitrary<infer T> ? T : never;

/** Plays edits as somebody else's, and gives the deltas a field would hear. */
function play(text: Y.Text, others: Others): Delta[] {
  const deltas: Delta[] = [];
  const hear = (event: Y.YTextEvent): void => void deltas.push(event.delta);
  text.observe(hear);
  for (const { at, removed, words } of others) {
    const before = readWords(text);
    const from = Math.round(at * before.length);
    const after = before.slice(0, from) + words + before.slice(from + removed);
    replaceWords(text, before, after, from + words.length, "somebody");
  }
  text.unobserve(hear);
  return deltas;
}

describe("the caret", () => {
  test("stays behind the letter it stood behind, wherever others type", () => {
    fc.assert(
      fc.property(edits, fc.nat(20), (others, where) => {
        // A letter nobody else types marks where the caret stood.
        const words = "we see the area model";
        const text = textOf(`${words.slice(0, where)}\u2588${words.slice(where)}`);
        let caret = where + 1;
        for (const delta of play(text, others)) caret = movedBy(caret, delta);
        const mark = readWords(text).indexOf("\u2588");
        fc.pre(mark >= 0);
        expect(caret).toBe(mark + 1);
      }),
    );
  });

  test("moves with what comes in front of it, and not with what comes behind", () => {
    expect(movedBy(5, [{ retain: 2 }, { insert: "abc" }])).toBe(8);
    expect(movedBy(5, [{ retain: 5 }, { insert: "abc" }])).toBe(5);
    expect(movedBy(5, [{ retain: 5 }, { insert: "abc" }], true)).toBe(8);
    expect(movedBy(5, [{ retain: 9 }, { insert: "abc" }])).toBe(5);
    expect(movedBy(5, [{ retain: 3 }, { delete: 4 }])).toBe(3);
    expect(movedBy(5, [{ delete: 2 }, { retain: 1 }, { insert: "xy" }])).toBe(5);
  });
});

describe("words composed while others edit", () => {
  test("both sides' letters are there afterwards", () => {
    fc.assert(
      fc.property(edits, fc.nat(10), (others, where) => {
        const shown = "abcdefghij";
        const text = textOf(shown);
        const deltas = play(text, others);
        const theirs = readWords(text);
        const value = `${shown.slice(0, where)}日本${shown.slice(where)}`;
        const merged = mergedWords(shown, value, where + 2, theirs, deltas);
        expect(merged.words.replace("日本", "")).toBe(theirs);
        expect(merged.words.slice(merged.caret - 2, merged.caret)).toBe("日本");
      }),
    );
  });

  test("without anybody else the field's words are the document's", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (shown, value) => {
        expect(mergedWords(shown, value, value.length, shown, []).words).toBe(value);
      }),
    );
  });
});
