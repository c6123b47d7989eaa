/**
 * Writing into a flat text: a new one from blocks, and the difference between two states of an editor as
 * the least that has to change in the document.
 *
 * The last newline of a text is never removed and nothing is put behind it, by anybody; so a text keeps
 * its form whatever several people do at once. test/property/text-blocks.test.ts holds it to that.
 */
import * as Y from "yjs";
import { invariant } from "../base/assert.ts";
import { type Block, isClosed, paragraph, sameBlock, whole } from "./blocks.ts";
import { blockStarts, type Flat, flattened, type Piece, piecesBetween } from "./flatten.ts";
import { type Delta, movedBy, type Splice, splicesBetween, stretchesAfter } from "./splices.ts";

/** A new text holding `blocks`, to be laid into a record under construction. */
export function createRichText(blocks: readonly Block[]): Y.Text {
  const text = new Y.Text();
  const { pieces } = flattened(blocks.length > 0 ? blocks : [{ ...paragraph, runs: [] }]);
  text.applyDelta(pieces.map(({ insert, attributes }) => ({ insert, attributes })));
  return text;
}

export interface Writing {
  readonly origin: unknown;
  /** Where the caret stands in `after`. */
  readonly caret?: number | undefined;
  /** What others did to the text since it was `before`, in order. */
  readonly missed?: readonly Delta[];
}

/**
 * Turns `before`, as the text was last seen, into `after`: one transaction, or none where they are equal.
 * What others did since stays, and then the text reads as neither.
 */
export function writeBlocks(
  text: Y.Text,
  before: readonly Block[],
  after: readonly Block[],
  { origin, caret, missed = [] }: Writing,
): void {
  const { doc } = text;
  invariant(doc, "words are written into a text that lies in a document");
  const edits = editsBetween(before, after, caret);
  if (edits.length === 0) return;
  const placed = edits.flatMap((edit) => afterMissed(edit, missed));
  doc.transact(() => {
    close(text);
    // From the back, so that no edit shifts what is yet to be edited.
    for (const edit of placed.toReversed()) apply(text, edit);
  }, origin);
}

/** Gives a text its last newline where a foreign client left it without. */
function close(text: Y.Text): void {
  if (isClosed(text)) return;
  text.insert(text.length, "\n", { t: paragraph.type });
}

type Edit =
  | { readonly do: "remove"; readonly from: number; readonly to: number }
  | { readonly do: "insert"; readonly from: number; readonly pieces: readonly Piece[] }
  | {
      readonly do: "restyle";
      readonly from: number;
      readonly to: number;
      readonly attributes: { readonly [key: string]: string | number | true | null };
    };

/** In the places of `before`, in order. */
function editsBetween(
  before: readonly Block[],
  after: readonly Block[],
  caret: number | undefined,
): Edit[] {
  // Blocks at both ends that are the same are left out, as far as the caret's: a long text costs what its
  // change costs, and equal blocks in a row do not hide which of them it was.
  const most = Math.min(before.length, after.length);
  const at = caret === undefined ? undefined : blockAt(after, caret);
  const frontMost = Math.min(most, at === undefined ? most : Math.max(0, at - 1));
  let front = 0;
  while (front < frontMost && sameBlock(before[front] as Block, after[front] as Block)) front++;
  if (front === before.length && front === after.length) return [];
  const backMost = Math.min(most - front, at === undefined ? most : after.length - 1 - at);
  let back = 0;
  while (
    back < backMost &&
    sameBlock(before[before.length - 1 - back] as Block, after[after.length - 1 - back] as Block)
  ) {
    back++;
  }
  // The last newline is part of what is compared, so that it can be kept.
  if (back > 0 && (front + back === before.length || front + back === after.length)) back--;
  if (front > 0 && (front + back === before.length || front + back === after.length)) front--;
  const offset = blockStarts(before.slice(0, front + 1)).at(-1) ?? 0;
  const a = flattened(before.slice(front, before.length - back));
  const b = flattened(after.slice(front, after.length - back));
  const splices = splicesBetween(a, b, caret === undefined ? undefined : caret - offset);
  return editsOf(a, b, splices).map((edit) => shifted(edit, offset));
}

/** Which of the blocks holds place `at`. */
function blockAt(blocks: readonly Block[], at: number): number {
  const next = blockStarts(blocks).findIndex((start) => start > at);
  return next < 0 ? blocks.length - 1 : next - 1;
}

function editsOf(a: Flat, b: Flat, splices: readonly Splice[]): Edit[] {
  const edits: Edit[] = [];
  let from = { a: 0, b: 0 };
  const stay = (to: number): void => {
    const length = to - from.a;
    const old = piecesBetween(a, from.a, to);
    const fresh = piecesBetween(b, from.b, from.b + length);
    edits.push(...restylings(old, fresh, from.a));
  };
  for (const splice of splices) {
    stay(splice.at);
    const pieces = piecesBetween(b, splice.from, splice.to);
    if (pieces.length > 0) edits.push({ do: "insert", from: splice.at, pieces });
    if (splice.removed > 0) {
      edits.push({ do: "remove", from: splice.at, to: splice.at + splice.removed });
    }
    from = { a: splice.at + splice.removed, b: splice.to };
  }
  stay(a.letters.length);
  return edits;
}

/** Where the same letters look different, from `at` on. */
function restylings(old: readonly Piece[], fresh: readonly Piece[], at: number): Edit[] {
  const edits: Edit[] = [];
  let i = 0;
  let j = 0;
  let used = { old: 0, fresh: 0 };
  let place = at;
  while (i < old.length && j < fresh.length) {
    const was = old[i] as Piece;
    const is = fresh[j] as Piece;
    const length = Math.min(was.length - used.old, is.length - used.fresh);
    if (was.look !== is.look) {
      const attributes = { ...takenAway(was), ...is.attributes };
      edits.push({ do: "restyle", from: place, to: place + length, attributes });
    }
    place += length;
    used = { old: used.old + length, fresh: used.fresh + length };
    if (used.old === was.length) {
      i++;
      used = { ...used, old: 0 };
    }
    if (used.fresh === is.length) {
      j++;
      used = { ...used, fresh: 0 };
    }
  }
  return edits;
}

const takenAway = ({ attributes }: Piece) =>
  Object.fromEntries(Object.keys(attributes).map((key) => [key, null]));

function shifted(edit: Edit, by: number): Edit {
  const from = edit.from + by;
  return edit.do === "insert" ? { ...edit, from } : { ...edit, from, to: edit.to + by };
}

function afterMissed(edit: Edit, missed: readonly Delta[]): Edit[] {
  if (missed.length === 0) return [edit];
  if (edit.do === "insert") return [{ ...edit, from: missed.reduce(movedBy, edit.from) }];
  let stretches = [{ from: edit.from, to: edit.to }];
  for (const delta of missed) {
    stretches = stretches.flatMap((stretch) => stretchesAfter(stretch, delta));
  }
  return stretches.map((stretch) => ({ ...edit, ...stretch }));
}

function apply(text: Y.Text, edit: Edit): void {
  switch (edit.do) {
    case "remove":
      text.delete(edit.from, edit.to - edit.from);
      return;
    case "restyle":
      text.format(edit.from, edit.to - edit.from, edit.attributes);
      return;
    case "insert": {
      let at = edit.from;
      for (const { insert, attributes, length } of edit.pieces) {
        if (typeof insert === "string") text.insert(at, whole(insert), attributes);
        else text.insertEmbed(at, insert, attributes);
        at += length;
      }
    }
  }
}
