/**
 * Walks plain values inside an update, lib0's `any` and JSON, without making them: no recursion, a bound
 * on depth, no key that JavaScript gives a meaning of its own. What passes here decodes in a receiver.
 */
import { isReserved, type Reader } from "./reader.ts";
import { refuse } from "./refused.ts";

/** Passes over one value of lib0's `readAny`. `limit` bounds the bytes of the whole value. */
export function skipAny(reader: Reader, limit: number, maxDepth: number): void {
  const end = reader.pos + limit;
  const start = skipFlat(reader, limit);
  if (start === undefined) return;
  // How many more values each open array or object holds; negative for objects, whose values have keys.
  const open = [start];
  while (open.length > 0) {
    const top = open.length - 1;
    const more = open[top] as number;
    if (more === 0) {
      open.pop();
      continue;
    }
    if (more < 0) reader.skipKey(limit);
    open[top] = more < 0 ? more + 1 : more - 1;
    const inner = skipFlat(reader, limit);
    if (reader.pos > end) refuse("too_large");
    if (inner === undefined) continue;
    if (open.length >= maxDepth) refuse("too_deep");
    open.push(inner);
  }
}

/** Passes over a value that holds no others; of one that does, over its head: how many it holds. */
function skipFlat(reader: Reader, limit: number): number | undefined {
  switch (reader.byte()) {
    case 127: // undefined
    case 126: // null
    case 121: // false
    case 120: // true
      return undefined;
    case 125:
      reader.skipVarInt();
      return undefined;
    case 124:
      reader.skip(4);
      return undefined;
    case 123: // a float of 64 bits
    case 122: // a bigint
      reader.skip(8);
      return undefined;
    case 119:
      reader.skipString(limit);
      return undefined;
    case 118: {
      const count = reader.varUint();
      if (count > reader.left / 2) refuse("malformed");
      return -count;
    }
    case 117: {
      const count = reader.varUint();
      if (count > reader.left) refuse("malformed");
      return count;
    }
    case 116: {
      const count = reader.varUint();
      if (count > reader.left) refuse("malformed");
      if (count > limit) refuse("too_large");
      reader.skip(count);
      return undefined;
    }
    default:
      return refuse("malformed");
  }
}

const quote = 0x22;
const comma = 0x2c;
const colon = 0x3a;
const backslash = 0x5c;
const openArray = 0x5b;
const closeArray = 0x5d;
const openObject = 0x7b;
const closeObject = 0x7d;

/**
 * Checks JSON as `JSON.stringify` writes it (no white space) between two positions of valid UTF-8.
 * An escape in a key is taken only where `JSON.stringify` needs one: else `\u005f` could spell `_`.
 */
export function checkJson(bytes: Uint8Array, from: number, to: number, maxDepth: number): void {
  const inObject: boolean[] = [];
  let pos = from;
  const at = (i: number): number => (i < to ? (bytes[i] as number) : -1);

  function key(): void {
    if (at(pos) !== quote) refuse("malformed");
    const start = pos + 1;
    pos = stringEnd(bytes, pos, to, true);
    if (isReserved(bytes, start, pos - 1)) refuse("forbidden_content");
    if (at(pos++) !== colon) refuse("malformed");
  }

  for (;;) {
    const first = at(pos);
    if (first === openArray || first === openObject) {
      pos++;
      const object = first === openObject;
      if (at(pos) === (object ? closeObject : closeArray)) pos++;
      else {
        if (inObject.length >= maxDepth) refuse("too_deep");
        inObject.push(object);
        if (object) key();
        continue;
      }
    } else if (first === quote) pos = stringEnd(bytes, pos, to, false);
    else pos = scalarEnd(bytes, pos, to);

    while (inObject.length > 0) {
      const object = inObject.at(-1);
      const next = at(pos++);
      if (next === comma) {
        if (object) key();
        break;
      }
      if (next !== (object ? closeObject : closeArray)) refuse("malformed");
      inObject.pop();
      if (inObject.length === 0) break;
    }
    if (inObject.length > 0) continue;
    if (pos !== to) refuse("malformed");
    return;
  }
}

function stringEnd(bytes: Uint8Array, start: number, to: number, isKey: boolean): number {
  for (let pos = start + 1; pos < to; pos++) {
    const byte = bytes[pos] as number;
    if (byte === quote) return pos + 1;
    if (byte < 0x20) refuse("malformed");
    if (byte !== backslash) continue;
    const letter = String.fromCharCode(bytes[++pos] ?? 0);
    if (letter !== "" && '"\\/bfnrt'.includes(letter)) continue;
    if (letter !== "u" || pos + 4 >= to) refuse("malformed");
    const unit = String.fromCharCode(...bytes.subarray(pos + 1, pos + 5));
    if (!/^[0-9a-fA-F]{4}$/.test(unit)) refuse("malformed");
    const code = Number.parseInt(unit, 16);
    if (isKey && code >= 0x20 && (code < 0xd800 || code > 0xdfff)) refuse("forbidden_content");
    pos += 4;
  }
  return refuse("malformed");
}

const literals = ["true", "false", "null"].map((word) =>
  Uint8Array.from(word, (letter) => letter.charCodeAt(0)),
);

function scalarEnd(bytes: Uint8Array, start: number, to: number): number {
  const first = bytes[start];
  for (const word of literals) {
    if (word[0] !== first) continue;
    const end = start + word.length;
    const isWord = end <= to && word.every((letter, i) => bytes[start + i] === letter);
    return isWord ? end : refuse("malformed");
  }
  // -? (0 | digits not led by 0) (. digits)? ([eE] [+-]? digits)?
  let pos = first === minus ? start + 1 : start;
  const whole = pos;
  pos = digitsEnd(bytes, pos, to);
  if (pos > whole + 1 && bytes[whole] === zero) refuse("malformed");
  if (pos < to && bytes[pos] === point) pos = digitsEnd(bytes, pos + 1, to);
  if (pos < to && ((bytes[pos] as number) | 0x20) === 0x65) {
    const sign = bytes[pos + 1];
    pos = digitsEnd(bytes, sign === plus || sign === minus ? pos + 2 : pos + 1, to);
  }
  return pos;
}

const plus = 0x2b;
const minus = 0x2d;
const point = 0x2e;
const zero = 0x30;

/** Where the digits end that begin at `start`: at least one. */
function digitsEnd(bytes: Uint8Array, start: number, to: number): number {
  let pos = start;
  while (pos < to && (bytes[pos] as number) >= zero && (bytes[pos] as number) <= 0x39) pos++;
  return pos > start ? pos : refuse("malformed");
}
