/**
 * What is logged and passed on of an update: the structs that are new, as they came, and the deletions
 * that are new. A struct known in part is cut as `Item.write` of Yjs cuts it.
 */
import * as encoding from "lib0/encoding";
import { writeDeletes } from "./lane-index.ts";
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
  if (parts.some(({ first, cut, section }) => first !== section.first || cut > 0)) return false;
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
  if (cut > 0) writeCut(encoder, scan, part, startOf(first));
  const from = startOf(cut > 0 ? first + 1 : first);
  encoding.writeUint8Array(encoder, update.subarray(from, ends[last - 1]));
}

/** The rest of the struct at byte `at`, of which the first `cut` clocks are known. */
function writeCut(
  encoder: encoding.Encoder,
  { update, ends, lengths }: Scan,
  { section, first, cut, known }: Part,
  at: number,
): void {
  const reader = new Reader(update, at);
  const info = reader.byte();
  const kind = info & flag.kind;
  const rest = (lengths[first] as number) - cut;
  if (kind === content.gc) {
    encoding.writeUint8(encoder, info);
    encoding.writeVarUint(encoder, rest);
    return;
  }
  const hasRight = (info & flag.rightOrigin) !== 0;
  encoding.writeUint8(encoder, info | flag.origin);
  encoding.writeVarUint(encoder, section.client);
  encoding.writeVarUint(encoder, known - 1);
  if ((info & flag.origin) !== 0) skipId(reader);
  if (hasRight) {
    encoding.writeVarUint(encoder, reader.varUint());
    encoding.writeVarUint(encoder, reader.varUint());
  }
  if ((info & (flag.origin | flag.rightOrigin)) === 0) {
    if (reader.varUint() === 1) reader.skip(reader.varUint());
    else skipId(reader);
    if ((info & flag.parentSub) !== 0) reader.skip(reader.varUint());
  }
  const all = reader.varUint();
  if (kind === content.string) {
    const text = new TextDecoder().decode(update.subarray(reader.pos, reader.pos + all));
    encoding.writeVarString(encoder, text.slice(cut));
    return;
  }
  encoding.writeVarUint(encoder, rest);
  if (kind === content.deleted) return;
  for (let i = 0; i < cut; i++) skipAny(reader, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
  encoding.writeUint8Array(encoder, update.subarray(reader.pos, ends[first]));
}

function skipId(reader: Reader): void {
  reader.varUint();
  reader.varUint();
}
