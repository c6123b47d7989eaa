/**
 * What of a lane is on disk, in the forms in which peers are told it: the snapshot, the updates behind it,
 * and the index. No document: bytes are passed on as they were admitted.
 *
 * The index is ahead of the disk by what is being committed; everything else here is on disk. What is
 * served to a newcomer is put together once for all who come at the same moment.
 */
import * as decoding from "lib0/decoding";
import * as Y from "yjs";
import { indexOfSnapshot, replay } from "../admission/admit.ts";
import { type ClockRange, createLaneIndex, type LaneIndex } from "../admission/lane-index.ts";
import type { Folded, StoredLane } from "../storage/messages.ts";
import { type Clocks, type Committed, createRing } from "./ring.ts";

/** Far more client ids than a lane takes. */
const stateVectorBytes = 1024 * 1024;

/** Reads a state vector (v1); undefined where it is none. */
export function readStateVector(bytes: Uint8Array): Map<number, number> | undefined {
  if (bytes.byteLength > stateVectorBytes) return undefined;
  try {
    const decoder = decoding.createDecoder(bytes);
    const count = decoding.readVarUint(decoder);
    if (count > bytes.byteLength / 2) return undefined;
    const clocks = new Map<number, number>();
    for (let i = 0; i < count; i++) {
      clocks.set(decoding.readVarUint(decoder), decoding.readVarUint(decoder));
    }
    return clocks;
  } catch {
    return undefined;
  }
}

function clocksOf(index: LaneIndex): Clocks {
  return readStateVector(index.stateVector()) ?? new Map();
}

/** Updates larger than this are passed on alone. */
const mergedBytes = 16 * 1024;
const mergedUpdates = 64;

/** Neighbours put together: a newcomer's page takes in few updates, not hundreds. */
function merged(updates: readonly Uint8Array[]): Uint8Array[] {
  const out: Uint8Array[] = [];
  let run: Uint8Array[] = [];
  const close = (): void => {
    if (run.length > 0) out.push(run.length === 1 ? (run[0] as Uint8Array) : Y.mergeUpdates(run));
    run = [];
  };
  for (const update of updates) {
    if (update.byteLength > mergedBytes || run.length === mergedUpdates) close();
    run.push(update);
    if (update.byteLength > mergedBytes) close();
  }
  close();
  return out;
}

export type LaneState = ReturnType<typeof createLaneState>;

/** How much of what the snapshot holds already is kept for those who come back after a moment. */
const usuallyKept = 256 * 1024;

/** Throws where what is stored cannot be read. */
export function createLaneState(stored: StoredLane | undefined, keptBytes = usuallyKept) {
  let snapshot = stored?.snapshot;
  let base = stored?.base ?? 0;
  const epoch = stored?.epoch ?? 0;
  const packed = stored?.index ?? (snapshot && indexOfSnapshot(snapshot));
  const index = createLaneIndex({ index: packed, owners: stored?.owners ?? [] });
  const ring = createRing(base, clocksOf(index), keptBytes);
  const updates = stored?.updates ?? [];
  for (const update of updates) replay(index, update);
  if (updates.length > 0) {
    ring.append(updates.map((update) => ({ update, writer: 0, ranges: undefined })));
  }

  /** The updates behind the snapshot up to number `closedTo`, put together for good. */
  let closed: Uint8Array[] = [];
  let closedTo = base;
  let latest: { readonly head: number; readonly updates: readonly Uint8Array[] } | undefined;

  return {
    epoch,
    index,
    ring,
    commit(committed: readonly Committed[]): void {
      ring.append(committed);
    },
    /** The log has been folded into a new snapshot. */
    folded(fold: Folded): void {
      // Another epoch is another document: the room ends for it.
      if (fold.epoch !== epoch || fold.base <= base || fold.base > ring.head()) return;
      base = fold.base;
      snapshot = fold.snapshot;
      closed = [];
      closedTo = base;
      latest = undefined;
      ring.release(base, () => {
        const packedFold = fold.index ?? indexOfSnapshot(fold.snapshot);
        return clocksOf(createLaneIndex({ index: packedFold, owners: [] }));
      });
    },
    /** About how much `whole` gives. */
    bytes: (): number => (snapshot?.byteLength ?? 0) + ring.bytesAfter(base),
    /** All there is, as updates to be sent one after the other. */
    whole(): readonly Uint8Array[] {
      const head = ring.head();
      if (latest?.head === head) return latest.updates;
      let rest = ring.updatesAfter(closedTo);
      while (rest.length >= mergedUpdates) {
        closed.push(...merged(rest.slice(0, mergedUpdates)));
        closedTo += mergedUpdates;
        rest = rest.slice(mergedUpdates);
      }
      const all = [...(snapshot ? [snapshot] : []), ...closed, ...merged(rest)];
      latest = { head, updates: all };
      return all;
    },
    /**
     * The updates up to number `to` that hold any of `lacked`; undefined if some of it is no longer at
     * hand, and has to be asked of the keeper.
     */
    lately(lacked: readonly ClockRange[], to: number): Uint8Array[] | undefined {
      const found = ring.updatesWith(lacked, to);
      return found && merged(found);
    },
  };
}
