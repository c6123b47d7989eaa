/**
 * Blocks laid flat: the letters of a `Y.Text` place by place, with what each stretch of them looks like.
 * Places here are places in the `Y.Text`. Pure.
 */
import {
  type Block,
  type BlockLook,
  blockLength,
  lineBreak,
  type Run,
  runLength,
} from "./blocks.ts";
import type { Letters } from "./splices.ts";

/** Attributes of Yjs: primitive values only, an object's would break undo (yjs/yjs #776). */
export type Attributes = { readonly [key: string]: string | number | true };

export interface Piece {
  /** The text, or the embed. */
  readonly insert: string | object;
  readonly attributes: Attributes;
  /** Equal for equal attributes. */
  readonly look: string;
  readonly length: number;
}

export interface Flat extends Letters {
  readonly pieces: readonly Piece[];
}

/** Stands for an embed among letters. */
const sign = "\ufffc";

const known = new Map<string, Attributes>();

/** The same object for the same look, so that pieces are told apart quickly. */
function attributesOf(look: string, make: () => Attributes): Attributes {
  const made = known.get(look) ?? make();
  // Links are as many as people write; the rest are a few hundred.
  if (known.size < 1_000) known.set(look, made);
  return made;
}

function blockPiece({ type, depth, checked }: BlockLook): Piece {
  const look = `\n${type}${depth}${checked ? "k" : ""}`;
  const attributes = attributesOf(look, () => ({
    t: type,
    ...(depth > 0 && { d: depth }),
    ...(checked && { k: true as const }),
  }));
  return { insert: "\n", attributes, look, length: 1 };
}

function runPiece(run: Run): Piece {
  const { marks, link } = run;
  const look = link === undefined ? marks : `${marks} ${link}`;
  const attributes = attributesOf(look, () => ({
    ...Object.fromEntries(Array.from(marks, (mark) => [mark, true as const])),
    ...(link !== undefined && { a: link }),
  }));
  return { insert: insertOf(run), attributes, look, length: runLength(run) };
}

function insertOf(run: Run): string | object {
  switch (run.kind) {
    case "text":
      return run.text;
    case "break":
      return lineBreak;
    case "mention":
      return { id: run.id, label: run.label };
    case "unknown":
      return run.json === undefined ? {} : (JSON.parse(run.json) as object);
  }
}

export function flattened(blocks: readonly Block[]): Flat {
  let letters = "";
  const signs = new Map<number, string>();
  const pieces: Piece[] = [];
  for (const block of blocks) {
    for (const run of block.runs) {
      const piece = runPiece(run);
      if (typeof piece.insert !== "string") signs.set(letters.length, JSON.stringify(piece.insert));
      letters += typeof piece.insert === "string" ? piece.insert : sign;
      pieces.push(piece);
    }
    letters += "\n";
    pieces.push(blockPiece(block));
  }
  return { letters, signs, pieces };
}

/** The pieces of a stretch, those at its ends cut to it. */
export function piecesBetween(flat: Flat, from: number, to: number): Piece[] {
  const cut: Piece[] = [];
  let at = 0;
  for (const piece of flat.pieces) {
    const start = Math.max(from, at);
    const end = Math.min(to, at + piece.length);
    if (end > start) {
      const { insert } = piece;
      const whole = typeof insert !== "string" || end - start === piece.length;
      cut.push(
        whole
          ? piece
          : { ...piece, insert: insert.slice(start - at, end - at), length: end - start },
      );
    }
    at += piece.length;
    if (at >= to) break;
  }
  return cut;
}

/** Where each block begins. */
export function blockStarts(blocks: readonly Block[]): number[] {
  let at = 0;
  return blocks.map((block) => {
    const start = at;
    at += blockLength(block);
    return start;
  });
}
