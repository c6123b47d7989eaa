/** The walker over JSON takes what `JSON.stringify` writes, and nothing that `JSON.parse` does not. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { checkJson } from "../../server/admission/values.ts";

function takes(text: string): boolean {
  const bytes = Buffer.from(`?${text}?`);
  try {
    checkJson(bytes, 1, bytes.length - 1, 32);
    return true;
  } catch {
    return false;
  }
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test("what JSON.stringify writes is taken", () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 5, noUnicodeString: false }), (text) => {
      const written = JSON.stringify(JSON.parse(text));
      fc.pre(!/"(?:__proto__|constructor|prototype)":/.test(written));
      expect(takes(written)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test("what is taken can be parsed", () => {
  const piece = fc.constantFrom(
    ...Array.from('{}[],:"\\ue0123456789.+-Etruefalsn '),
    "true",
    "null",
    '"a":',
    "\\u0041",
    "1e5",
    "-0",
    "\n",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join("");
      expect(!takes(text) || parses(text)).toBe(true);
    }),
    { numRuns: 5000 },
  );
});

test.each([
  '{"__proto__":1}',
  '[{"a":{"constructor":1}}]',
  '{"\\u005f_proto__":1}',
  '{"prototyp\\u0065":1}',
])("%s is not taken", (text) => expect(takes(text)).toBe(false));
