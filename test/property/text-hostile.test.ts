/** Whatever a hostile page wrote into words, or wants to be a link: read, shown, edited and exported harmlessly. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { $select } from "../../client/text/acts.ts";
import { bindText } from "../../client/text/bind-text.ts";
import { blocksFromPlain, htmlOf } from "../../client/text/clipboard.ts";
import { createTextEditor } from "../../client/text/create-editor.ts";
import { type Block, blockTypes, type Run, readBlocks } from "../../shared/text/blocks.ts";
import { checkedUrl, linkFrom } from "../../shared/text/links.ts";
import { markdownOf } from "../../shared/text/markdown.ts";
import { plainText, wordsOf } from "../../shared/text/words-of.ts";

/** For a busy machine; it takes a second. */
const slow = { timeout: 30_000 };
const schemes = ["http:", "https:", "mailto:"];
const harmful = ["javascript", "vbscript", "data", "blob", "file", "view-source", "feed", "jar"];
/** What a browser's reader of addresses throws away, takes for a space, or does not show. */
const junk = fc.constantFrom(
  ...Array.from(
    "\t\n\r\u0000\u0001\u0008\u000b\u001f \u00a0\u00ad\u200b\u200d\u2028\u202e\u2060\ufeff\u3164",
  ),
  "&#9;",
  "&colon;",
  "&#x6a;",
  "%0a",
  "%6a",
  "\\",
);
const disguised = fc
  .tuple(
    fc.constantFrom(...harmful),
    fc.constantFrom(":", "&colon;", "\uff1a", "://", ":\u200b", "%3a"),
    fc.constantFrom("alert(1)", "text/html,<script>alert(1)</script>", "//example.org/%0aalert(1)"),
    fc.array(fc.tuple(fc.nat(40), junk), { maxLength: 4 }),
    fc.array(fc.nat(12), { maxLength: 6 }),
  )
  .map(([scheme, colon, rest, inserted, capitals]) => {
    const letters = Array.from(`${scheme}${colon}${rest}`, (letter, i) =>
      capitals.includes(i) ? letter.toUpperCase() : letter,
    );
    for (const [at, sign] of inserted) letters.splice(Math.min(at, letters.length), 0, sign);
    return letters.join("");
  });
const honest = fc.webUrl({ withFragments: true, withQueryParameters: true });

/** Whether a browser would follow it to a page or a letter box, or not at all. */
function isHarmless(link: string | undefined): boolean {
  if (link === undefined) return true;
  try {
    return schemes.includes(new URL(link, "app://page/").protocol);
  } catch {
    return true;
  }
}

describe("a link", () => {
  test("of another kind is none, in whatever disguise", () => {
    fc.assert(
      fc.property(disguised, (typed) => {
        expect(checkedUrl(typed)).toBeUndefined();
        expect(isHarmless(linkFrom(typed))).toBe(true);
      }),
      { numRuns: 600 },
    );
  });

  test("that may exist leads where it says, to the page or the letter box", () => {
    const edited = fc.tuple(honest, fc.nat(60), junk).map(([url, at, sign]) => {
      return url.slice(0, at) + sign + url.slice(at);
    });
    fc.assert(
      fc.property(fc.oneof(honest, edited, fc.string({ unit: "binary" })), (typed) => {
        for (const link of [checkedUrl(typed), linkFrom(typed)]) {
          expect(isHarmless(link)).toBe(true);
          expect(link ?? "https://").toMatch(/^(https?:\/\/|mailto:)/i);
        }
      }),
      { numRuns: 600 },
    );
  });
});

const markup = fc.constantFrom(
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "]]></x>",
  "](javascript:alert(1))",
  "[x](<javascript:alert(1)>)",
  "\n# no heading",
  "`",
  "\u202e",
  "\ud800",
  "\udc00",
  "\u0000",
  "\u2028",
  "a",
);
const letters = fc.oneof(markup, fc.string({ unit: "binary", maxLength: 6 }));
const anyValue = fc.oneof(
  disguised,
  honest,
  fc.constantFrom(true, false, null, 1, -1, 1e9, "ul", "ol", "cl", "h1", "__proto__", "true"),
  fc.anything({ maxDepth: 2, withMap: false, withBigInt: false }).map((value) => {
    return JSON.parse(JSON.stringify(value) ?? "null") as unknown;
  }),
);
const attributes = fc.dictionary(
  fc.oneof(
    fc.constantFrom("a", "b", "i", "u", "s", "c", "t", "d", "k", "onclick", "href", "style"),
    fc.string({ maxLength: 4 }),
  ),
  anyValue,
  { maxKeys: 4, noNullPrototype: true },
);
const embed = fc.oneof(
  fc.record({ id: letters, label: letters }),
  fc.record({ id: anyValue, label: anyValue, onclick: anyValue }, { requiredKeys: [] }),
  fc.record({ video: disguised }),
);
const writes = fc.array(
  fc.tuple(
    fc.nat(200),
    fc.oneof({ weight: 3, arbitrary: letters }, { weight: 1, arbitrary: embed }),
    attributes,
  ),
  { minLength: 1, maxLength: 10 },
);

/** A text as a page that keeps to no rule of ours leaves it. */
function hostileText(made: ReadonlyArray<[number, string | object, object]>): Y.Text {
  const text = new Y.Text();
  new Y.Doc().getMap("notes").set("note", text);
  for (const [at, what, look] of made) {
    const place = Math.min(at, text.length);
    if (typeof what === "string") text.insert(place, what, look);
    else text.insertEmbed(place, what, look);
  }
  // As it arrives elsewhere.
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(text.doc as Y.Doc));
  return doc.getMap("notes").get("note") as Y.Text;
}

function expectHarmless(blocks: readonly Block[]): void {
  expect(blocks.length).toBeGreaterThan(0);
  for (const { type, depth, runs } of blocks) {
    expect(blockTypes).toContain(type);
    expect(depth).toBeGreaterThanOrEqual(0);
    expect(depth).toBeLessThanOrEqual(6);
    expect(runs.filter((run) => !isSound(run))).toEqual([]);
  }
}

function isSound(run: Run): boolean {
  if (run.link !== undefined && checkedUrl(run.link) !== run.link) return false;
  if (run.kind === "text") return /^[^\n\u2028\p{Surrogate}]+$/u.test(run.text);
  return run.kind !== "mention" || /^[^\p{C}\u2028\u2029]*$/u.test(run.label);
}

/** Every tag there is in a page of ours, with nothing in it but what we write. */
const ownTags =
  /<\/?(p|h[123]|blockquote|ul|ol|b|i|u|s|code|span)>|<br>|<\/(li|a)>|<li aria-level="[1-7]"( role="checkbox" aria-checked="(true|false)")?>|<a href="(https?:\/\/|mailto:)[^"<>]*">|<span data-mention="[^"<>]*">/gi;

/** Looks that Markdown has no signs for where they stand; they hold nothing but words. */
const markdownTags = /<\/?(u|strong|em|del|code)>/g;

describe("words a hostile page wrote", () => {
  test("read as blocks that are safe to show, also once they are edited", slow, () => {
    fc.assert(
      fc.property(writes, fc.nat(100), (made, place) => {
        const text = hostileText(made);
        const blocks = readBlocks(text);
        expectHarmless(blocks);
        const kept = blocks.flatMap(({ runs }) => runs.filter(({ kind }) => kind === "unknown"));
        const editor = createTextEditor((error) => {
          throw error;
        });
        const binding = bindText(editor, text, "me");
        editor.update(() => $select(place, place, binding.memory), { discrete: true });
        text.insert(0, "x");
        binding.sync();
        binding.close();
        const after = readBlocks(text);
        expectHarmless(after);
        expect(wordsOf(after)).toContain("x");
        const left = after.flatMap(({ runs }) => runs.filter(({ kind }) => kind === "unknown"));
        expect(left.length).toBe(kept.length);
      }),
      { numRuns: 60 },
    );
  });

  test(
    "leave as plain words, as Markdown and as a page without a tag or a link that is not ours",
    slow,
    () => {
      fc.assert(
        fc.property(writes, (made) => {
          const blocks = readBlocks(hostileText(made));
          const html = htmlOf(blocks);
          expect(html.replace(ownTags, "")).not.toMatch(/[<>]/);
          const markdown = markdownOf(blocks);
          // A sign that could begin a link or a tag is written as the letter that it is, but in code.
          const prose = markdown.replace(/\\[^]|(`+)(?!`)[^]*?[^`]\1(?!`)/g, "");
          for (const [, to = ""] of prose.matchAll(/\]\(<([^>]*)>\)/g)) {
            expect(checkedUrl(to)).toBe(to);
          }
          const others = prose.replace(/\]\(<[^>]*>\)/g, "").replace(markdownTags, "");
          expect(others).not.toMatch(/<[a-z!/]/i);
          expect(plainText(blocks)).not.toMatch(/\p{Surrogate}/u);
        }),
        { numRuns: 120 },
      );
    },
  );
});

test("a megabyte of plain words is cut at a whole letter, and told", () => {
  const { blocks, isCut } = blocksFromPlain(`a${"😀".repeat(262_144)}`);
  expect(isCut).toBe(true);
  expectHarmless(blocks);
  expect(wordsOf(blocks)).toMatch(/^a(😀){99000,}$/u);
  expect(blocksFromPlain("one\r\ntwo\rthree")).toMatchObject({ isCut: false });
});
