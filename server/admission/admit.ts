/**
 * The one gate before anything reaches a lane: whether an update may come in, and what of it is new. Pure
 * but for the index it keeps; no document is made, since `Y.applyUpdate` is not atomic (12 of 60
 * truncations of a 60-byte update changed a document before throwing) and a document is what attacks aim
 * at. What is admitted can be taken in by every document that holds the lane, at once and for good:
 * test/property/admission.test.ts holds it to that, test/unit/admission/ to each code of refusal.
 *
 * A client id belongs to the author who first wrote under it. What is already known may be repeated by
 * anybody: it is not looked at again and not passed on.
 *
 * Deletions by somebody who only reads, or within a root that only the server writes, are left out, not
 * refused: every browser deletes superfluous formats by itself, and hands over all the deletions it knows of.
 */
import type { ErrorCode } from "../../shared/protocol/errors.ts";
import { serverRoots } from "../../shared/protocol/lanes.ts";
import { findDeletions } from "./deletions.ts";
import { forward } from "./forward.ts";
import { type ClockRange, createLaneIndex, type LaneIndex } from "./lane-index.ts";
import { admissionLimits as limits } from "./limits.ts";
import { Refused, refuse } from "./refused.ts";
import { resolve } from "./resolve.ts";
import { type Scan, type ScanBounds, scan, trusted } from "./scan.ts";

/** The author of what the server itself writes. */
export const serverAuthor = "server";

export interface Writer {
  /** A member's or guest's id, or `serverAuthor`. */
  readonly author: string;
  /** Whether this is the socket's step 2, which brings all it has, or comes after it. */
  readonly handedOver: boolean;
  /** Whether it may only read: what it writes is refused, what it deletes is left out. */
  readonly isReader?: boolean;
}

export type Verdict =
  | { readonly is: "refused"; readonly code: ErrorCode }
  /** All of it is known; or it came with a gap before the handover, which will bring it again. */
  | { readonly is: "nothing" }
  | {
      readonly is: "fresh";
      /** What to log and to pass on: structs as they came, of the deletions only the new ones. */
      readonly update: Uint8Array;
      readonly ranges: readonly ClockRange[];
      /** The client ids that are now the author's. */
      readonly newClients: readonly number[];
      /** The names of the roots under which it changes something. */
      readonly roots: ReadonlySet<string>;
    };

const nothing: Verdict = { is: "nothing" };

/** Judges an update (Yjs, v1). When it is fresh, the index has moved on; else it is untouched. */
export function admit(index: LaneIndex, update: Uint8Array, writer: Writer): Verdict {
  try {
    return judge(index, update, writer);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.code === "not_contiguous" && !writer.handedOver) return nothing;
    return { is: "refused", code: error.code };
  }
}

function judge(index: LaneIndex, update: Uint8Array, { author, isReader }: Writer): Verdict {
  // The server writes whole boards at once: copies, imports, what is put back.
  const scanned = scan(update, author === serverAuthor ? trusted : boundsFor(index));
  const newClients = claimed(index, scanned, author);
  const resolved = resolve(index, scanned, false);
  const roots = new Set<string>();
  for (const root of resolved.rootsTouched) {
    const name = index.roots[root] ?? resolved.changes.roots[root - index.roots.length];
    roots.add(name as string);
  }
  if (author !== serverAuthor) {
    for (const root of serverRoots) if (roots.has(root)) refuse("read_only");
  }
  const { fresh: deletes, roots: changed } = findDeletions(index, scanned, resolved, {
    trusting: false,
    spare: author === serverAuthor ? undefined : serverRoots,
  });
  for (const root of changed) roots.add(root);
  if (resolved.parts.length === 0 && deletes.size === 0) return nothing;
  if (isReader && resolved.parts.length > 0) refuse("read_only");
  if (isReader) return nothing;
  const ranges = resolved.changes.additions.map(({ client, from, to }) => ({ client, from, to }));
  index.add({ ...resolved.changes, deletes }, author);
  return {
    is: "fresh",
    update: forward(scanned, resolved.parts, deletes),
    ranges,
    newClients,
    roots,
  };
}

const boundsFor = (index: LaneIndex): ScanBounds => ({
  clients: index.clientCount + limits.newClientsPerUpdate,
  structs: limits.structsPerUpdate,
  deletes: limits.deletesPerUpdate,
  valueBytes: limits.valueBytes,
  jsonBytes: limits.jsonBytes,
  clocks: limits.clocksPerUpdate,
});

/** The client ids of an update that nobody wrote under before. Refuses somebody else's. */
function claimed(index: LaneIndex, { sections }: Scan, author: string): readonly number[] {
  const claims: number[] = [];
  for (const { client, end } of sections) {
    if (end <= index.nextClock(client)) continue;
    const owner = index.ownerOf(client);
    if (owner === undefined) claims.push(client);
    else if (owner !== author) refuse("forged");
  }
  if (claims.length === 0 || author === serverAuthor) return claims;
  const tooMany =
    claims.length > limits.newClientsPerUpdate ||
    index.clientCount + claims.length > limits.clientsPerLane ||
    index.clientCountOf(author) + claims.length > limits.clientsPerAuthor;
  if (tooMany) refuse("too_many_clients");
  return claims;
}

/** Takes up an update that was admitted before: of the log, or the snapshot. Throws if it cannot be read. */
export function replay(index: LaneIndex, update: Uint8Array): void {
  const scanned = scan(update, trusted);
  const resolved = resolve(index, scanned, true);
  const { fresh } = findDeletions(index, scanned, resolved, { trusting: true });
  index.add({ ...resolved.changes, deletes: fresh }, undefined);
}

/** The index of a whole snapshot (Yjs update, v1), as `createLaneIndex` takes it. Throws like `replay`. */
export function indexOfSnapshot(update: Uint8Array): Uint8Array {
  const index = createLaneIndex();
  replay(index, update);
  return index.toBytes();
}
