/**
 * An index as bytes, stored beside the snapshot it is of. Reading back touches each client once; a
 * client's runs are unpacked when somebody first refers to them.
 *
 *   version, roots (count, names), containers (count, two bytes each), clients (count), and of each:
 *   id, next clock, bytes of the rest; the rest is runs (count, then distance and slot), shared types
 *   (count, then distance and container), origins of runs (count, then distance and client; then all
 *   their clocks), deletions (count, then distance and length).
 */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import type { Clocks } from "./lane-index.ts";

const version = 2;

export interface PackedClient {
  readonly id: number;
  readonly next: number;
  readonly bytes: Uint8Array;
}

interface UnpackedIndex {
  readonly roots: string[];
  readonly containers: number[];
  readonly clients: PackedClient[];
}

interface IndexParts {
  readonly roots: readonly string[];
  readonly containers: readonly number[];
  readonly clients: Iterable<{
    readonly id: number;
    readonly next: number;
    readonly clocks: Clocks;
  }>;
}

export function packIndex({ roots, containers, clients }: IndexParts): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, version);
  encoding.writeVarUint(encoder, roots.length);
  for (const root of roots) encoding.writeVarString(encoder, root);
  encoding.writeVarUint(encoder, containers.length);
  for (const container of containers) encoding.writeUint16(encoder, container);
  const all = [...clients];
  encoding.writeVarUint(encoder, all.length);
  for (const { id, next, clocks } of all) {
    encoding.writeVarUint(encoder, id);
    encoding.writeVarUint(encoder, next);
    encoding.writeVarUint8Array(encoder, packClocks(clocks));
  }
  return encoding.toUint8Array(encoder);
}

function packClocks(clocks: Clocks): Uint8Array {
  const encoder = encoding.createEncoder();
  packPairs(encoder, clocks.starts, clocks.slots);
  packPairs(encoder, clocks.typeClocks, clocks.typeContainers);
  packPairs(encoder, clocks.heads, clocks.headClients);
  for (const clock of clocks.headClocks) encoding.writeVarUint(encoder, clock);
  const { from, to } = clocks.deleted;
  encoding.writeVarUint(encoder, from.length);
  let at = 0;
  from.forEach((start, i) => {
    const end = to[i] as number;
    encoding.writeVarUint(encoder, start - at);
    encoding.writeVarUint(encoder, end - start);
    at = end;
  });
  return encoding.toUint8Array(encoder);
}

function packPairs(
  encoder: encoding.Encoder,
  clocks: readonly number[],
  values: readonly number[],
): void {
  encoding.writeVarUint(encoder, clocks.length);
  let at = 0;
  clocks.forEach((clock, i) => {
    encoding.writeVarUint(encoder, clock - at);
    encoding.writeVarUint(encoder, values[i] as number);
    at = clock;
  });
}

/** Throws where the bytes are no index. */
export function unpackIndex(bytes: Uint8Array): UnpackedIndex {
  const decoder = decoding.createDecoder(bytes);
  const found = decoding.readVarUint(decoder);
  if (found !== version) throw new Error(`an index of version ${found} cannot be read`);
  const roots = times(decoding.readVarUint(decoder), () => decoding.readVarString(decoder));
  const containers = times(decoding.readVarUint(decoder), () => decoding.readUint16(decoder));
  const clients = times(decoding.readVarUint(decoder), () => ({
    id: decoding.readVarUint(decoder),
    next: decoding.readVarUint(decoder),
    bytes: decoding.readVarUint8Array(decoder),
  }));
  return { roots, containers, clients };
}

function times<T>(count: number, read: () => T): T[] {
  const all: T[] = [];
  for (let i = 0; i < count; i++) all.push(read());
  return all;
}

/** Fills `clocks`, which are empty. */
export function unpackClient({ bytes }: PackedClient, clocks: Clocks): void {
  const decoder = decoding.createDecoder(bytes);
  unpackPairs(decoder, clocks.starts, clocks.slots);
  unpackPairs(decoder, clocks.typeClocks, clocks.typeContainers);
  unpackPairs(decoder, clocks.heads, clocks.headClients);
  for (const _ of clocks.heads) clocks.headClocks.push(decoding.readVarUint(decoder));
  let at = 0;
  for (let count = decoding.readVarUint(decoder); count > 0; count--) {
    const from = at + decoding.readVarUint(decoder);
    at = from + decoding.readVarUint(decoder);
    clocks.deleted.append(from, at);
  }
}

function unpackPairs(decoder: decoding.Decoder, clocks: number[], values: number[]): void {
  let at = 0;
  for (let count = decoding.readVarUint(decoder); count > 0; count--) {
    at += decoding.readVarUint(decoder);
    clocks.push(at);
    values.push(decoding.readVarUint(decoder));
  }
}
