/**
 * Reads the primitives of lib0's encoding out of bytes nobody vouches for: never past the end, nothing
 * allocated, only the shortest form of a number (lib0 writes no other, and misreads some).
 */
import { refuse } from "./refused.ts";

export class Reader {
  readonly bytes: Uint8Array;
  pos: number;

  constructor(bytes: Uint8Array, pos = 0) {
    this.bytes = bytes;
    this.pos = pos;
  }

  get left(): number {
    return this.bytes.length - this.pos;
  }

  byte(): number {
    return this.bytes[this.pos++] ?? refuse("malformed");
  }

  /** An unsigned number of at most 2^53 - 1. */
  varUint(): number {
    let byte = this.byte();
    if (byte < 128) return byte;
    let value = byte & 127;
    for (let factor = 128; ; factor *= 128) {
      byte = this.byte();
      value += (byte & 127) * factor;
      if (value > Number.MAX_SAFE_INTEGER) refuse("malformed");
      if (byte < 128) break;
      if (factor >= 2 ** 49) refuse("malformed");
    }
    if (byte === 0) refuse("malformed");
    return value;
  }

  /** Passes over a signed number of at most 2^53 - 1 either way. */
  skipVarInt(): void {
    let byte = this.byte();
    let value = byte & 63;
    for (let factor = 64; byte >= 128; factor *= 128) {
      byte = this.byte();
      value += (byte & 127) * factor;
      if (value > Number.MAX_SAFE_INTEGER || factor > 2 ** 48) refuse("malformed");
    }
  }

  skip(count: number): void {
    if (count > this.left) refuse("malformed");
    this.pos += count;
  }

  /** Passes over a string of at most `limit` bytes; what is returned is its length in UTF-16. */
  skipString(limit: number): number {
    const count = this.varUint();
    if (count > this.left) refuse("malformed");
    if (count > limit) refuse("too_large");
    const from = this.pos;
    this.pos += count;
    return utf16Length(this.bytes, from, this.pos);
  }

  /** Passes over a key or name: a short string, and none that JavaScript gives a meaning of its own. */
  skipKey(limit: number): void {
    const count = this.varUint();
    if (count > this.left) refuse("malformed");
    if (count > limit) refuse("forbidden_content");
    const from = this.pos;
    this.pos += count;
    utf16Length(this.bytes, from, this.pos);
    if (isReserved(this.bytes, from, this.pos)) refuse("forbidden_content");
  }
}

const reserved = ["__proto__", "constructor", "prototype"].map((word) =>
  Uint8Array.from(word, (letter) => letter.charCodeAt(0)),
);

/** Whether the bytes spell `__proto__`, `constructor` or `prototype`. */
export function isReserved(bytes: Uint8Array, from: number, to: number): boolean {
  const length = to - from;
  if (length !== 9 && length !== 11) return false;
  return reserved.some(
    (word) => word.length === length && word.every((letter, i) => bytes[from + i] === letter),
  );
}

/**
 * How long the text is in UTF-16, by which Yjs counts. Refuses what a strict decoder refuses: overlong
 * forms, surrogates, beyond U+10FFFF, cut off (https://encoding.spec.whatwg.org/#utf-8-decoder).
 */
export function utf16Length(bytes: Uint8Array, from: number, to: number): number {
  let length = to - from;
  for (let pos = from; pos < to; ) {
    const lead = bytes[pos++] as number;
    if (lead < 0x80) continue;
    if (lead < 0xc2 || lead > 0xf4) refuse("malformed");
    const more = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
    if (pos + more > to) refuse("malformed");
    const second = bytes[pos] as number;
    const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    if (second < low || second > high) refuse("malformed");
    for (let i = 1; i < more; i++) {
      if (((bytes[pos + i] as number) & 0xc0) !== 0x80) refuse("malformed");
    }
    pos += more;
    // Two units for four bytes, one for two or three.
    length -= more === 3 ? 2 : more;
  }
  return length;
}
