/**
 * The latest committed updates of a lane, in the order of their numbers, as frames ready for the wire.
 *
 * A peer is a cursor into it. What lies behind the snapshot is always here; of what the snapshot holds
 * already, a stretch is kept for peers that read slowly and for those who come back after a moment.
 */
import type { ClockRange } from "../admission/lane-index.ts";
import { framedUpdates } from "./frames.ts";

/** An update that is on disk. */
export interface Committed {
  readonly update: Uint8Array;
  /** The number of the peer it came from, who has it already; 0 where none of the peers has. */
  readonly writer: number;
  /** Undefined where they were not looked at: the update may hold anything. */
  readonly ranges: readonly ClockRange[] | undefined;
}

interface Entry extends Committed {
  readonly frame: Buffer;
}

interface Batch {
  /** The number of its last update. */
  readonly to: number;
  readonly bytes: Buffer;
  readonly entries: readonly Entry[];
  readonly writers: ReadonlySet<number>;
}

/** About how much is read from it at a time. */
const readBytes = 256 * 1024;

/** A decoded state vector: the next clock of each client. */
export type Clocks = ReadonlyMap<number, number>;

/**
 * `clocks`: where the lane stood at number `start`, before the first update of the ring. `keptBytes`: how
 * much of what the snapshot holds already is kept.
 */
export function createRing(start: number, clocks: Clocks, keptBytes: number) {
  const batches: Batch[] = [];
  let first = start;
  let head = start;
  let bytes = 0;
  /** Where the lane stood before the first update that is still here. */
  const before = new Map(clocks);

  const firstOf = ({ to, entries }: Batch): number => to - entries.length;

  /** The place in `batches` of the one with the update after `cursor`. */
  function batchAfter(cursor: number): number {
    let i = batches.length;
    while (i > 0 && (batches[i - 1] as Batch).to > cursor) i--;
    return i;
  }

  function dropFirst(): void {
    const batch = batches.shift();
    if (!batch) return;
    first = batch.to;
    bytes -= batch.bytes.byteLength;
    for (const { ranges } of batch.entries) {
      for (const { client, to } of ranges ?? []) before.set(client, to);
    }
  }

  return {
    head: (): number => head,

    append(updates: readonly Committed[]): void {
      const framed = framedUpdates(updates.map(({ update }) => update));
      const entries = updates.map(({ writer, ranges }, i) => {
        const { frame, update } = framed.each[i] as (typeof framed.each)[number];
        return { writer, ranges, frame, update };
      });
      head += entries.length;
      bytes += framed.bytes.byteLength;
      const writers = new Set(updates.map(({ writer }) => writer));
      batches.push({ to: head, bytes: framed.bytes, entries, writers });
    },

    /** What the snapshot holds up to number `base` may go; `clocks` is where the lane stood then. */
    release(base: number, clocks: () => Clocks): void {
      let blind = false;
      while (bytes > keptBytes && batches[0] && batches[0].to <= base) {
        blind ||= batches[0].entries.some(({ ranges }) => ranges === undefined);
        dropFirst();
      }
      // What was read from the log at loading was not looked at: only the snapshot knows its clocks.
      if (!blind) return;
      while (batches[0] && batches[0].to <= base) dropFirst();
      for (const [client, clock] of clocks()) before.set(client, clock);
    },

    /** Frames of what follows `cursor`, but for the reader's own, and the cursor after them. */
    read(cursor: number, reader: number): { readonly parts: Buffer[]; readonly cursor: number } {
      const parts: Buffer[] = [];
      let size = 0;
      let at = cursor;
      for (let i = batchAfter(cursor); i < batches.length && size < readBytes; i++) {
        const batch = batches[i] as Batch;
        if (at === firstOf(batch) && !batch.writers.has(reader)) parts.push(batch.bytes);
        else {
          for (const { writer, frame } of batch.entries.slice(at - firstOf(batch))) {
            if (writer !== reader) parts.push(frame);
          }
        }
        size += batch.bytes.byteLength;
        at = batch.to;
      }
      return { parts, cursor: at };
    },

    /** Whether all that follows `cursor` is here. */
    holdsAfter: (cursor: number): boolean => cursor >= first,

    /** Updates (v1) after number `base`, to be sent behind a snapshot. */
    updatesAfter(base: number): Uint8Array[] {
      return batches
        .slice(batchAfter(base))
        .flatMap((batch) =>
          batch.entries.slice(Math.max(0, base - firstOf(batch))).map(({ update }) => update),
        );
    },

    bytesAfter: (base: number): number =>
      batches.slice(batchAfter(base)).reduce((sum, batch) => sum + batch.bytes.byteLength, 0),

    /** The updates up to number `to` that hold any of `lacked`; undefined if some of it is no longer here. */
    updatesWith(lacked: readonly ClockRange[], to: number): Uint8Array[] | undefined {
      const from = new Map(lacked.map((range) => [range.client, range.from]));
      for (const [client, clock] of from) if (clock < (before.get(client) ?? 0)) return undefined;
      if (from.size === 0) return [];
      const found: Uint8Array[] = [];
      for (const batch of batches) {
        for (const [i, { ranges, update }] of batch.entries.entries()) {
          if (firstOf(batch) + i >= to) return found;
          const isLacked = ranges?.some(
            (range) => range.to > (from.get(range.client) ?? Number.POSITIVE_INFINITY),
          );
          if (isLacked ?? true) found.push(update);
        }
      }
      return found;
    },
  };
}
