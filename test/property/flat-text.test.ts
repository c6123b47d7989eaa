import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { createFlatText, readWords, replaceWords } from "../../shared/text/flat-text.ts";

interface Run {
  readonly insert: unknown;
  readonly attributes?: { readonly t?: string };
}

function aText(words: string, doc = new Y.Doc()): Y.Text {
  const text = createFlatText(words);
  doc.getMap("notes").set("note", text);
  return text;
}
const textOf = (doc: Y.Doc): Y.Text => doc.getMap("notes").get("note") as Y.Text;

function copyOf(doc: Y.Doc, clientId: number): Y.Doc {
  const copy = new Y.Doc();
  copy.clientID = clientId;
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

/** Both documents get what the other has. */
function meet(a: Y.Doc, b: Y.Doc): void {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
}

/** All letters of the text, its last newline included. */
const rawOf = (text: Y.Text): string =>
  (text.toDelta() as Run[]).map(({ insert }) => String(insert)).join("");

/** Every newline of the text, by its block's type. */
function blockTypes(text: Y.Text): (string | undefined)[] {
  return (text.toDelta() as Run[]).flatMap(({ insert, attributes }) =>
    typeof insert === "string" ? [...insert.matchAll(/\n/g)].map(() => attributes?.t) : [],
  );
}

/** No half of a pair of surrogates, nor what Yjs writes in place of one. */
const wholeLetters = /^[^\p{Surrogate}\ufffd]*$/u;

/** The text keeps its form: whole letters, a newline at the end, and a type on every newline and no letter. */
function expectSound(text: Y.Text): void {
  const whole = rawOf(text);
  expect(whole.endsWith("\n")).toBe(true);
  expect(whole).toMatch(wholeLetters);
  expect(blockTypes(text)).toEqual([...whole.matchAll(/\n/g)].map(() => "p"));
  const marked = (text.toDelta() as Run[]).filter(
    ({ insert, attributes }) => attributes?.t && /[^\n]/.test(String(insert)),
  );
  expect(marked).toEqual([]);
}

/** Words with few kinds of letters, so that equal neighbours abound; newlines and emoji among them. */
const words = fc
  .array(fc.constantFrom("a", "b", " ", "\n", "é", "😀", "😁", "👩‍🏫"), { maxLength: 12 })
  .map((letters) => letters.join(""));
const anyWords = fc.oneof(
  words,
  fc.string({ unit: "binary", maxLength: 20 }).map((any) => any.replaceAll("\ufffd", "")),
);
const caretIn = (after: string, share: number): number => Math.round(share * after.length);

describe("flat text", () => {
  test("holds the words it was made with, one block a line", () => {
    fc.assert(
      fc.property(anyWords, (made) => {
        const text = aText(made);
        expect(readWords(text)).toBe(made);
        expectSound(text);
      }),
    );
  });

  test("reads as the words after a replacement, wherever the caret stands", () => {
    fc.assert(
      fc.property(anyWords, anyWords, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, share) => {
        const text = aText(a);
        replaceWords(text, a, b, caretIn(b, share), "me");
        expect(readWords(text)).toBe(b);
        expectSound(text);
      }),
      { numRuns: 600 },
    );
  });

  test("a caret from nowhere does no harm", () => {
    fc.assert(
      fc.property(words, words, fc.oneof(fc.integer(), fc.double()), (a, b, caret) => {
        const text = aText(a);
        replaceWords(text, a, b, caret, "me");
        expect(readWords(text)).toBe(b);
      }),
    );
  });

  test("a letter typed among equal ones goes in where the caret is", () => {
    const text = aText("aaaa");
    replaceWords(text, "aaaa", "aaaaa", 2, "me");
    const mine = text.toDelta();
    expect(mine).toEqual(aText("aaaaa").toDelta());
    // Where it went in shows when a colleague deletes the letters in front of it.
    const doc = new Y.Doc();
    const original = aText("aaaa", doc);
    const colleague = copyOf(doc, 1);
    replaceWords(original, "aaaa", "aabaa", 3, "me");
    textOf(colleague).delete(0, 2);
    meet(doc, colleague);
    expect(readWords(original)).toBe("baa");
  });

  test("equal words are no change at all", () => {
    const doc = new Y.Doc();
    const text = aText("same", doc);
    let changes = 0;
    doc.on("update", () => changes++);
    replaceWords(text, "same", "same", 2, "me");
    expect(changes).toBe(0);
  });

  test("is one change under the origin it was given", () => {
    const doc = new Y.Doc();
    const text = aText("one\ntwo", doc);
    const origins: unknown[] = [];
    doc.on("afterTransaction", ({ origin }: Y.Transaction) => origins.push(origin));
    replaceWords(text, "one\ntwo", "one and\na half\ntwo", 10, "me");
    expect(origins).toEqual(["me"]);
  });

  test("removes no letter that it could have left", () => {
    fc.assert(
      fc.property(words, words, words, fc.nat(40), (front, typed, back, caret) => {
        const doc = new Y.Doc();
        const text = aText(front + back, doc);
        let removed = 0;
        text.observe((event) => {
          for (const { delete: count } of event.delta) removed += count ?? 0;
        });
        replaceWords(text, front + back, front + typed + back, caret, "me");
        // An emoji beside another of the same half may have to be written again as a whole.
        const emoji = /[\ud800-\udfff]/.test(front + typed + back);
        expect(removed).toBeLessThanOrEqual(emoji ? 4 : 0);
      }),
      { numRuns: 400 },
    );
  });

  test("two who type at once in two places both keep every letter", () => {
    fc.assert(
      fc.property(words, words, words, words, words, (start, ann, middle, ben, end) => {
        const whole = `${start}|${middle}|${end}`;
        const doc = new Y.Doc();
        doc.clientID = 5;
        const annText = aText(whole, doc);
        const other = copyOf(doc, 9);
        const benText = textOf(other);
        const annAfter = `${start}${ann}|${middle}|${end}`;
        const benAfter = `${start}|${middle}|${ben}${end}`;
        replaceWords(annText, whole, annAfter, (start + ann).length, "ann");
        replaceWords(benText, whole, benAfter, benAfter.length - end.length, "ben");
        meet(doc, other);
        expect(readWords(annText)).toBe(`${start}${ann}|${middle}|${ben}${end}`);
        expect(benText.toDelta()).toEqual(annText.toDelta());
        expect(rawOf(annText)).toMatch(wholeLetters);
      }),
      { numRuns: 300 },
    );
  });

  test("whatever two replace at once, texts end equal, whole and with their newline", () => {
    fc.assert(
      fc.property(words, words, words, (whole, annAfter, benAfter) => {
        const doc = new Y.Doc();
        doc.clientID = 5;
        const annText = aText(whole, doc);
        const other = copyOf(doc, 9);
        const benText = textOf(other);
        replaceWords(annText, whole, annAfter, annAfter.length, "ann");
        replaceWords(benText, whole, benAfter, benAfter.length, "ben");
        meet(doc, other);
        expect(benText.toDelta()).toEqual(annText.toDelta());
        expect(rawOf(annText).endsWith("\n")).toBe(true);
        expect(rawOf(annText)).toMatch(wholeLetters);
      }),
      { numRuns: 300 },
    );
  });

  test("what a colleague changed since the words were last seen stays", () => {
    fc.assert(
      fc.property(words, words, words, words, (seen, mine, front, back) => {
        const text = aText(seen);
        replaceWords(text, seen, `<${front}>${seen}<${back}>`, 0, "colleague");
        replaceWords(text, seen, mine, mine.length, "me");
        expect(readWords(text)).toContain(`<${front}>`);
        expect(readWords(text)).toContain(`<${back}>`);
        expectSound(text);
      }),
      { numRuns: 300 },
    );
  });

  test("typing at the end of words that a colleague has lengthened in front adds at the end", () => {
    const text = aText("a shadow");
    text.insert(0, "This is ");
    replaceWords(text, "a shadow", "a shadow!", 9, "me");
    expect(readWords(text)).toBe("This is a shadow!");
  });

  test("deleting what a colleague has typed into leaves what was typed", () => {
    const text = aText("one two three");
    text.insert(7, "(2)");
    replaceWords(text, "one two three", "one", 3, "me");
    expect(readWords(text)).toBe("one(2)");
  });

  test("a mention reads as its name, is kept and does not shift the words", () => {
    const text = aText("ask about scale");
    text.insertEmbed(4, { id: "m", label: "Ann" });
    expect(readWords(text)).toBe("ask @Annabout scale");
    replaceWords(text, "ask @Annabout scale", "ask @Ann about the scale", 18, "me");
    expect(readWords(text)).toBe("ask @Ann about the scale");
    expect(text.toDelta()[1]).toMatchObject({ insert: { label: "Ann" } });
    replaceWords(text, "ask @Ann about the scale", "ask about the scale", 4, "me");
    expect(readWords(text)).toBe("ask about the scale");
    expect(text.toDelta()).toHaveLength(2);
  });

  test("what is no text reads as no words", () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(readWords(value)).toBe("");
      }),
    );
    expect(readWords(new Y.Doc().getText("empty"))).toBe("");
  });
});
