/**
 * Flat rich text: one `Y.Text` a note. Blocks end with a newline that carries the block's attributes
 * (`t` type); a text is never empty, it holds at least the newline of its last block.
 *
 * Owns how such a text is made, read as plain words and edited as plain words. Whoever creates a note
 * lays down its text in the same transaction; an editor never creates structure.
 * test/property/flat-text.test.ts holds it to losing no letter.
 */
import * as Y from "yjs";

const paragraph = { t: "p" } as const;

/** A new text holding `words` (lines parted by \n), to be laid into a record under construction. */
export function createFlatText(words = ""): Y.Text {
  const text = new Y.Text();
  text.applyDelta(
    words
      .split("\n")
      .flatMap((line) => [
        ...(line === "" ? [] : [{ insert: line }]),
        { insert: "\n", attributes: { ...paragraph } },
      ]),
  );
  return text;
}

/** The words without marks; lines parted by \n. Never throws; what is no text reads as "". */
export function readWords(value: unknown): string {
  if (!(value instanceof Y.Text)) return "";
  let words = "";
  for (const { insert } of value.toDelta() as { insert: unknown }[]) {
    if (typeof insert === "string") words += insert;
  }
  return words.endsWith("\n") ? words.slice(0, -1) : words;
}

/**
 * Turns the words as last seen (`before`) into `after` by the smallest single replacement, so that a
 * colleague's letters elsewhere in the text stay. `caret` is where the caret stands in `after`: among
 * equal letters the change is pinned there. Does nothing where both are equal.
 */
export function replaceWords(
  text: Y.Text,
  before: string,
  after: string,
  caret: number,
  origin: unknown,
): void {
  if (before === after) return;
  const most = Math.min(before.length, after.length);
  // What lies behind the caret is old text: the suffix may not reach in front of it.
  const suffixMost = Math.min(most, Math.max(0, after.length - caret));
  let suffix = 0;
  while (
    suffix < suffixMost &&
    before[before.length - 1 - suffix] === after[after.length - 1 - suffix]
  ) {
    suffix++;
  }
  let prefix = 0;
  while (prefix < most - suffix && before[prefix] === after[prefix]) prefix++;
  // A pair of surrogates is one letter: Yjs writes a replacement character for half of one.
  if (isHighSurrogate(before, prefix - 1) || isHighSurrogate(after, prefix - 1)) prefix--;
  if (
    isLowSurrogate(before, before.length - suffix) ||
    isLowSurrogate(after, after.length - suffix)
  )
    suffix--;
  const removed = before.length - suffix - prefix;
  const inserted = after.slice(prefix, after.length - suffix);
  const edit = (): void => {
    if (removed > 0) text.delete(prefix, removed);
    let at = prefix;
    for (const piece of inserted.split(/(\n)/)) {
      if (piece === "") continue;
      text.insert(at, piece, piece === "\n" ? { ...paragraph } : {});
      at += piece.length;
    }
  };
  if (text.doc) text.doc.transact(edit, origin);
  else edit();
}

const isHighSurrogate = (words: string, at: number): boolean =>
  at >= 0 && (words.charCodeAt(at) & 0xfc00) === 0xd800;
const isLowSurrogate = (words: string, at: number): boolean =>
  at < words.length && (words.charCodeAt(at) & 0xfc00) === 0xdc00;
