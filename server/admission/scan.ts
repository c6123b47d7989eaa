/**
 * The first walk over an update (Yjs 13, v1): whether the bytes are one, and where each struct ends and
 * how many clocks it takes. Nothing of the content is made, counts are held against the bytes left, and
 * the walk ends at the first fault. What the structs refer to is not looked at: that is resolve.ts.
 *
 * The format is read from yjs/src/utils/encoding.js, structs/Item.js and structs/Content*.js. What is
 * stricter here than there: no number in a longer form than needed, no struct of no length, nothing after
 * the end, only the content that documents here hold; and higher clients first, as Yjs writes them, for
 * `Y.mergeUpdates` silently loses structs of any other order.
 */
import { admissionLimits as limits } from "./limits.ts";
import { Ranges } from "./ranges.ts";
import { Reader, utf16Length } from "./reader.ts";
import { refuse } from "./refused.ts";
import { checkJson, skipAny } from "./values.ts";

/** The low five bits of a struct's first byte. */
export const content = {
  gc: 0,
  deleted: 1,
  binary: 3,
  string: 4,
  embed: 5,
  format: 6,
  type: 7,
  any: 8,
  skip: 10,
} as const;

/** The high bits: what is written before the content. */
export const flag = { kind: 0x1f, parentSub: 0x20, rightOrigin: 0x40, origin: 0x80 } as const;

/** The structs of one client in an update. */
export interface Section {
  readonly client: number;
  /** Of its first struct. */
  readonly clock: number;
  /** The next clock after its last struct. */
  readonly end: number;
  /** Where its first struct begins, in bytes. */
  readonly at: number;
  /** Its structs are those numbered `first` to `first + count`, exclusive, of the update. */
  readonly first: number;
  readonly count: number;
  /** Whether it leaves out clocks on the way. */
  readonly hasSkips: boolean;
}

export interface Scan {
  readonly update: Uint8Array;
  readonly sections: readonly Section[];
  /** Of each struct of the update: where it ends, and its length in clocks. */
  readonly ends: Uint32Array;
  readonly lengths: Uint32Array;
  readonly deletes: ReadonlyMap<number, Ranges>;
  /** Whether the deletions are written the way they would be written again. */
  readonly deletesAreTidy: boolean;
}

/** What an update may hold at most; one that is trusted, anything that has the form. */
export interface ScanBounds {
  readonly clients: number;
  readonly structs: number;
  readonly deletes: number;
  readonly valueBytes: number;
  readonly jsonBytes: number;
  /** For the clocks of garbage and of deleted content, which cost no bytes. */
  readonly clocks: number;
}

export const trusted: ScanBounds = {
  clients: Number.POSITIVE_INFINITY,
  structs: Number.POSITIVE_INFINITY,
  deletes: Number.POSITIVE_INFINITY,
  valueBytes: Number.POSITIVE_INFINITY,
  jsonBytes: Number.POSITIVE_INFINITY,
  clocks: Number.POSITIVE_INFINITY,
};

/** Throws `Refused` where the update is not well-formed or passes the bounds. */
export function scan(update: Uint8Array, bounds: ScanBounds): Scan {
  const reader = new Reader(update);
  const sectionCount = reader.varUint();
  // A section takes a count, a client, a clock and a struct of two bytes.
  if (sectionCount > reader.left / 5) refuse("malformed");
  if (sectionCount > bounds.clients) refuse("too_many_clients");
  const room = sectionCount === 0 ? 0 : Math.min(bounds.structs, reader.left >>> 1);
  const ends = new Uint32Array(room);
  const lengths = new Uint32Array(room);
  const sections: Section[] = [];
  let before = Number.POSITIVE_INFINITY;
  let first = 0;
  let advanced = 0;
  for (let s = 0; s < sectionCount; s++) {
    const count = reader.varUint();
    const client = reader.varUint();
    const clock = reader.varUint();
    if (count === 0 || count > reader.left / 2) refuse("malformed");
    if (count > room - first) refuse("too_large");
    if (client >= before) refuse("malformed");
    before = client;
    const at = reader.pos;
    let end = clock;
    let hasSkips = false;
    for (let i = first; i < first + count; i++) {
      const info = reader.byte();
      const kind = info & flag.kind;
      const length = skipStruct(reader, info, kind, bounds);
      if (length === 0) refuse("malformed");
      if (length > 0xffff_ffff) refuse("too_large");
      if (kind === content.skip) hasSkips = true;
      else advanced += length;
      ends[i] = reader.pos;
      lengths[i] = length;
      end += length;
    }
    if (end > limits.clock || advanced > bounds.clocks) refuse("too_large");
    sections.push({ client, clock, end, at, first, count, hasSkips });
    first += count;
  }
  return { update, sections, ends, lengths, ...scanDeletes(reader, bounds) };
}

/** Passes over what follows a struct's first byte; its length in clocks. */
function skipStruct(reader: Reader, info: number, kind: number, bounds: ScanBounds): number {
  if (kind === content.gc || kind === content.skip) {
    if (info !== kind) refuse("malformed");
    return reader.varUint();
  }
  if ((info & flag.origin) !== 0) {
    reader.varUint();
    reader.varUint();
  }
  if ((info & flag.rightOrigin) !== 0) {
    reader.varUint();
    reader.varUint();
  }
  if ((info & (flag.origin | flag.rightOrigin)) === 0) {
    const parent = reader.varUint();
    if (parent > 1) refuse("malformed");
    if (parent === 1) reader.skipKey(limits.keyBytes);
    else {
      reader.varUint();
      reader.varUint();
    }
    if ((info & flag.parentSub) !== 0) reader.skipKey(limits.keyBytes);
  }
  switch (kind) {
    case content.deleted:
      return reader.varUint();
    case content.string:
      return reader.skipString(bounds.valueBytes);
    case content.binary: {
      const count = reader.varUint();
      if (count > reader.left) refuse("malformed");
      if (count > bounds.valueBytes) refuse("too_large");
      reader.skip(count);
      return 1;
    }
    case content.format:
      reader.skipKey(limits.keyBytes);
      skipJson(reader, bounds);
      return 1;
    case content.embed:
      skipJson(reader, bounds);
      return 1;
    case content.type: {
      const type = reader.varUint();
      // 3 to 6 are the XML types.
      if (type > 2) refuse(type > 6 ? "malformed" : "forbidden_content");
      return 1;
    }
    case content.any: {
      const count = reader.varUint();
      if (count > reader.left) refuse("malformed");
      for (let i = 0; i < count; i++) skipAny(reader, bounds.valueBytes, limits.valueDepth);
      return count;
    }
    default:
      // 2 is JSON as it was written before Yjs 13, 9 a document inside the document.
      return refuse(kind === 2 || kind === 9 ? "forbidden_content" : "malformed");
  }
}

function skipJson(reader: Reader, bounds: ScanBounds): void {
  const count = reader.varUint();
  if (count > reader.left) refuse("malformed");
  if (count > bounds.jsonBytes) refuse("too_large");
  const from = reader.pos;
  reader.skip(count);
  utf16Length(reader.bytes, from, reader.pos);
  checkJson(reader.bytes, from, reader.pos, limits.valueDepth);
}

function scanDeletes(
  reader: Reader,
  bounds: ScanBounds,
): { deletes: ReadonlyMap<number, Ranges>; deletesAreTidy: boolean } {
  const deletes = new Map<number, Ranges>();
  const clientCount = reader.varUint();
  if (clientCount > reader.left / 2) refuse("malformed");
  if (clientCount > bounds.clients) refuse("not_contiguous");
  let deletesAreTidy = true;
  let total = 0;
  for (let c = 0; c < clientCount; c++) {
    const client = reader.varUint();
    const count = reader.varUint();
    if (count > reader.left / 2) refuse("malformed");
    total += count;
    if (total > bounds.deletes) refuse("too_large");
    if (count === 0 || deletes.has(client)) deletesAreTidy = false;
    const found = scanRanges(reader, count);
    if (!found.tidy) deletesAreTidy = false;
    const before = deletes.get(client);
    if (before) before.addAll(found.ranges);
    else deletes.set(client, found.ranges);
  }
  if (reader.left > 0) refuse("malformed");
  return { deletes, deletesAreTidy };
}

function scanRanges(reader: Reader, count: number): { ranges: Ranges; tidy: boolean } {
  const froms: number[] = [];
  const tos: number[] = [];
  let tidy = true;
  for (let i = 0; i < count; i++) {
    const from = reader.varUint();
    const length = reader.varUint();
    if (from + length > limits.clock) refuse("not_contiguous");
    if (length === 0 || from <= (tos.at(-1) ?? -1)) tidy = false;
    if (length === 0) continue;
    froms.push(from);
    tos.push(from + length);
  }
  const ranges = new Ranges();
  if (tidy) {
    ranges.from = froms;
    ranges.to = tos;
  } else {
    const order = Array.from(froms, (_, i) => i);
    order.sort((a, b) => (froms[a] as number) - (froms[b] as number));
    for (const i of order) ranges.append(froms[i] as number, tos[i] as number);
  }
  return { ranges, tidy };
}
