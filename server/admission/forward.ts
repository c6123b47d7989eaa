/**
 * What is logged and passed on of an update: the structs that are new, as they came, and the deletions
 * that are new. A struct known in part is cut as `Item.write` of Yjs cuts it; one whose right origin lies
 * left of its origin goes on without it (resolve.ts says why).
 */
import * as encoding from "lib0/encoding";
import { writeDeletes } from "./lane-index.ts";
import { admissionLimits as limits } from "./limits.ts";
import type { Ranges } from "./ranges.ts";
import { Reader } from "./reader.ts";
import type { Part } from "./resolve.ts";
import { content, flag, type Scan } from "./scan.ts";
import { skipAny } from "./values.ts";

/** An update, v1; the very same bytes where all of it is new. */
export function forward(
  scan: Scan,
  parts: readonly Part[],
  deletes: ReadonlyMap<number, Ranges>,
): Uint8Array {
  if (isAllNew(scan, parts, deletes)) return scan.update;
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, parts.length);
  for (const part of parts) writePart(encoder, scan, part);
  writeDeletes(encoder, deletes);
  return encoding.toUint8Array(encoder);
}

function isAllNew(
  scan: Scan,
  parts: readonly Part[],
  deletes: ReadonlyMap<number, Ranges>,
): boolean {
  if (!scan.deletesAreTidy || parts.length !== scan.sections.length) return false;
  for (const { first, cut, crossed, section } of parts) {
    if (first !== section.first || cut > 0 || crossed.size > 0) return false;
  }
  for (const [client, ranges] of scan.deletes) {
    if (deletes.get(client)?.total !== ranges.total) return false;
  }
  return true;
}

function writePart(encoder: encoding.Encoder, scan: Scan, part: Part): void {
  const { section, first, cut, known } = part;
  const { update, ends } = scan;
  const last = section.first + section.count;
  encoding.writeVarUint(encoder, last - first);
  encoding.writeVarUint(encoder, section.client);
  encoding.writeVarUint(encoder, known);
  const startOf = (struct: number): number =>
    struct === section.first ? section.at : (ends[struct - 1] as number);
  let from = startOf(first);
  const changed = cut > 0 ? new Set([first, ...part.crossed]) : part.crossed;
  for (const struct of changed) {
    encoding.writeUint8Array(encoder, update.subarray(from, startOf(struct)));
    writeChanged(encoder, scan, part, struct, startOf(struct));
    from = ends[struct] as number;
  }
  encoding.writeUint8Array(encoder, update.subarray(from, ends[last - 1]));
}

/** The struct at byte `at` without the clocks that are known, or without its right origin, or both. */
function writeChanged(
  encoder: encoding.Encoder,
  { update, ends, lengths }: Scan,
  part: Part,
  struct: number,
  at: number,
): void {
  const cut = struct === part.first ? part.cut : 0;
  const reader = new Reader(update, at);
  const info = reader.byte();
  const kind = info & flag.kind;
  const rest = (lengths[struct] as number) - cut;
  if (kind === content.gc) {
    encoding.writeUint8(encoder, info);
    encoding.writeVarUint(encoder, rest);
    return;
  }
  const isCrossed = part.crossed.has(struct);
  encoding.writeUint8(encoder, (info | flag.origin) & (isCrossed ? ~flag.rightOrigin : 0xff));
  const origin = (info & flag.origin) !== 0 ? readId(reader) : undefined;
  writeId(encoder, cut > 0 || !origin ? [part.section.client, part.known - 1] : origin);
  if ((info & flag.rightOrigin) !== 0) {
    const right = readId(reader);
    if (!isCrossed) writeId(encoder, right);
  }
  if ((info & (flag.origin | flag.rightOrigin)) === 0) {
    if (reader.varUint() === 1) reader.skip(reader.varUint());
    else readId(reader);
    if ((info & flag.parentSub) !== 0) reader.skip(reader.varUint());
  }
  if (cut === 0) {
    encoding.writeUint8Array(encoder, update.subarray(reader.pos, ends[struct]));
    return;
  }
  const all = reader.varUint();
  if (kind === content.string) {
    const text = new TextDecoder().decode(update.subarray(reader.pos, reader.pos + all));
    encoding.writeVarString(encoder, text.slice(cut));
    return;
  }
  encoding.writeVarUint(encoder, rest);
  if (kind === content.deleted) return;
  for (let i = 0; i < cut; i++) skipAny(reader, Number.POSITIVE_INFINITY, limits.valueDepth);
  encoding.writeUint8Array(encoder, update.subarray(reader.pos, ends[struct]));
}

type Id = readonly [client: number, clock: number];

function readId(reader: Reader): Id {
  return [reader.varUint(), reader.varUint()];
}

function writeId(encoder: encoding.Encoder, [client, clock]: Id): void {
  encoding.writeVarUint(encoder, client);
  encoding.writeVarUint(encoder, clock);
}
