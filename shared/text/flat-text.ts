/**
 * Flat rich text as plain words: one `Y.Text` a note. Blocks end with a newline that carries the block's
 * attributes; a text is never empty, it holds at least the newline of its last block.
 *
 * Owns how such a text is made from words, read as words and edited as words; blocks and their look are
 * blocks.ts and write-blocks.ts. Whoever creates a note lays down its text in the same transaction; an
 * editor never creates structure. test/property/flat-text.test.ts holds it to losing no letter.
 */
import type * as Y from "yjs";
import { invariant } from "../base/assert.ts";
import { type Block, paragraph, plainLook, readBlocks, whole } from "./blocks.ts";
import { wordsOf, wordsOfRun } from "./words-of.ts";
import { createRichText } from "./write-blocks.ts";

const newline = { t: paragraph.type } as const;

/** Words as paragraphs, one a line. */
export function paragraphsOf(words: string): Block[] {
  return whole(words)
    .split("\n")
    .map((text) => ({
      ...paragraph,
      runs: text === "" ? [] : [{ kind: "text", text, ...plainLook }],
    }));
}

/** A new text holding `words` (lines parted by \n), to be laid into a record under construction. */
export function createFlatText(words = ""): Y.Text {
  return createRichText(paragraphsOf(words));
}

/** The words without marks; blocks and line breaks parted by \n. Never throws; what is no text reads as "". */
export function readWords(value: unknown): string {
  return wordsOf(readBlocks(value));
}

/**
 * Turns the words as last seen (`before`) into `after` by the smallest single replacement, so that a
 * colleague's letters elsewhere in the text stay. `caret` is where the caret stands in `after`: among
 * equal letters the change is pinned there. What others changed since `before` was seen stays too, and
 * then the text reads as neither. Does nothing where `before` and `after` are equal.
 */
export function replaceWords(
  text: Y.Text,
  before: string,
  after: string,
  caret: number,
  origin: unknown,
): void {
  const { doc } = text;
  invariant(doc, "words are replaced in a text that lies in a document");
  const change = smallestChange(before, after, caret);
  if (!change) return;
  const since = smallestChange(before, readWords(text), undefined);
  const { cuts, at } = since ? rebased(change, since) : { cuts: [change], at: change.at };
  const indexAt = indexer(text);
  doc.transact(() => {
    // From the back, so that what is cut does not shift what is yet to be cut.
    for (const cut of cuts.toReversed()) {
      const from = indexAt(cut.at);
      const to = indexAt(cut.at + cut.removed);
      if (to > from) text.delete(from, to - from);
    }
    let index = indexAt(at);
    for (const piece of change.inserted.split(/(\n)/)) {
      if (piece === "") continue;
      text.insert(index, piece, piece === "\n" ? { ...newline } : {});
      index += piece.length;
    }
  }, origin);
}

interface Cut {
  readonly at: number;
  /** How many letters go. */
  readonly removed: number;
}
interface Change extends Cut {
  readonly inserted: string;
}

/** The change from `before` to `after` that removes least, in front of the caret if it may be; undefined = none. */
function smallestChange(
  before: string,
  after: string,
  caret: number | undefined,
): Change | undefined {
  if (before === after) return undefined;
  const most = Math.min(before.length, after.length);
  const prefixMost = sharedStart(before, after, most);
  const least = before.length - prefixMost - sharedEnd(before, after, most - prefixMost);
  // What lies behind the caret is old text: there the suffix ends, where that does not remove more.
  let suffix = sharedEnd(before, after, Math.min(most, Math.max(0, after.length - (caret ?? 0))));
  let prefix = Math.min(prefixMost, most - suffix);
  if (caret === undefined || before.length - prefix - suffix > least) {
    prefix = prefixMost;
    suffix = sharedEnd(before, after, most - prefixMost);
  }
  // A pair of surrogates is one letter: Yjs writes a replacement character for half of one.
  if (isHighSurrogate(before, prefix - 1)) prefix--;
  if (isLowSurrogate(before, before.length - suffix)) suffix--;
  return {
    at: prefix,
    removed: before.length - suffix - prefix,
    inserted: after.slice(prefix, after.length - suffix),
  };
}

function sharedStart(a: string, b: string, most: number): number {
  let length = 0;
  while (length < most && a[length] === b[length]) length++;
  return length;
}

function sharedEnd(a: string, b: string, most: number): number {
  let length = 0;
  while (length < most && a[a.length - 1 - length] === b[b.length - 1 - length]) length++;
  return length;
}

/** Where a change is to be made in words that `since` has changed already: others' letters are never cut. */
function rebased(change: Change, since: Change): { readonly cuts: readonly Cut[]; at: number } {
  const gone = since.at + since.removed;
  const shift = since.inserted.length - since.removed;
  const end = change.at + change.removed;
  const inFront = Math.min(end, since.at) - change.at;
  const behind = Math.max(change.at, gone);
  const cuts: Cut[] = [];
  if (inFront > 0) cuts.push({ at: change.at, removed: inFront });
  if (end > behind) cuts.push({ at: behind + shift, removed: end - behind });
  if (change.at <= since.at) return { cuts, at: change.at };
  return { cuts, at: Math.max(change.at, gone) + shift };
}

/** The place in the `Y.Text` of a place in its words: what a mention reads as is one place there. */
function indexer(text: Y.Text): (at: number) => number {
  const embeds: { readonly at: number; readonly length: number }[] = [];
  let length = 0;
  for (const { runs } of readBlocks(text)) {
    for (const run of runs) {
      const words = wordsOfRun(run).length;
      if (run.kind === "mention" || run.kind === "unknown")
        embeds.push({ at: length, length: words });
      length += words;
    }
    length++;
  }
  return (at) => {
    let index = at;
    for (const embed of embeds) {
      if (embed.at >= at) break;
      // Within a mention is in front of it: it is cut as a whole.
      index += embed.at + embed.length <= at ? 1 - embed.length : embed.at - at;
    }
    return index;
  };
}

const isHighSurrogate = (words: string, at: number): boolean =>
  at >= 0 && (words.charCodeAt(at) & 0xfc00) === 0xd800;
const isLowSurrogate = (words: string, at: number): boolean =>
  at < words.length && (words.charCodeAt(at) & 0xfc00) === 0xdc00;
