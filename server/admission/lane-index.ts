/**
 * All that admission must know of a lane's document, and no content: the next clock of each client, its
 * owner, what is deleted, and of every clock in which container it lies, so that an id an update refers to
 * tells where the update writes, and how deep.
 *
 * A container is a root or a shared type; a slot is one of its two sides, the list or the keys. Clocks of
 * one client that follow each other in one slot are kept as one run. In a list a run goes on only while
 * each item's origin is the clock before it: those, and only those, may be one item in some document.
 * With the origins of the runs' first items that is the tree by which Yjs orders a list.
 * Memory is by runs (a board of 5 MB: some 100,000), and a client's runs stay packed until asked for.
 *
 * Who may write what is not known here: admit.ts. How it is packed: index-bytes.ts.
 */
import * as encoding from "lib0/encoding";
import { type PackedClient, packIndex, unpackClient, unpackIndex } from "./index-bytes.ts";
import { Ranges } from "./ranges.ts";

/** Where garbage lies, and what was put into deleted things: nobody can see it, wherever it once was. */
export const gone = 0;

/** Types of containers; the first three are Yjs's own numbers. */
export const kindOf = { array: 0, map: 1, text: 2, root: 3 } as const;

/** Clocks of one client, exclusive of `to`. */
export interface ClockRange {
  readonly client: number;
  readonly from: number;
  readonly to: number;
}

export function slotOf(container: number, keyed: boolean): number {
  return 1 + 2 * container + (keyed ? 1 : 0);
}
export function containerOf(slot: number): number {
  return (slot - 1) >>> 1;
}
export function isKeyed(slot: number): boolean {
  return slot !== gone && (slot & 1) === 0;
}

/** A container in 16 bits; `list` is what a root's list holds. */
export function packContainer(root: number, depth: number, kind: number, list = 0): number {
  return root | (Math.min(depth, 15) << 8) | (kind << 12) | (list << 14);
}
/** What the list of a root was first given: nothing yet, values as in an array, or words as in a text. */
export const listOf = { nothing: 0, values: 1, words: 2 } as const;
export const rootOf = (container: number): number => container & 0xff;
export const depthOf = (container: number): number => (container >>> 8) & 15;
export const containerKind = (container: number): number => (container >>> 12) & 3;
export const listHolds = (container: number): number => container >>> 14;

/** What is known of one client's clocks. */
export class Clocks {
  /** Where each run begins, ascending, and its slot. */
  readonly starts: number[] = [];
  readonly slots: number[] = [];
  /** The clocks that are shared types, ascending, and the containers they are. */
  readonly typeClocks: number[] = [];
  readonly typeContainers: number[] = [];
  /** The runs in lists whose first item has an origin, by where they begin, and that origin. */
  readonly heads: number[] = [];
  readonly headClients: number[] = [];
  readonly headClocks: number[] = [];
  readonly deleted = new Ranges();

  /** The number of the run that holds `clock`; -1 where it is before all. */
  runAt(clock: number): number {
    return lastAtMost(this.starts, clock);
  }

  slotAt(clock: number): number {
    return this.slots[this.runAt(clock)] ?? gone;
  }

  /** The container that the item at `clock` is; undefined if it is no shared type. */
  typeAt(clock: number): number | undefined {
    const i = lastAtMost(this.typeClocks, clock);
    return this.typeClocks[i] === clock ? this.typeContainers[i] : undefined;
  }

  /** Where the origin of a run that begins at `start` is found among the heads; -1 if it has none. */
  headAt(start: number): number {
    const i = lastAtMost(this.heads, start);
    return this.heads[i] === start ? i : -1;
  }
}

function lastAtMost(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length;
  if (high > 0 && (ascending[high - 1] as number) <= value) return high - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** What one update adds under one client id. */
export interface Addition {
  readonly client: number;
  readonly from: number;
  readonly to: number;
  readonly added: Clocks;
}

/** What one admitted update adds to a lane. */
export interface Changes {
  readonly additions: readonly Addition[];
  readonly roots: readonly string[];
  readonly containers: readonly number[];
  /** Known roots whose lists are now given something for the first time, by the container's number. */
  readonly recast: ReadonlyMap<number, number>;
  readonly deletes: ReadonlyMap<number, Ranges>;
}

interface Client {
  next: number;
  owner: string | undefined;
  /** What is known of it, packed until it is asked for. */
  packed: PackedClient | undefined;
  clocks: Clocks | undefined;
}

export class LaneIndex {
  readonly #clients = new Map<number, Client>();
  readonly #clientsOf = new Map<string, number>();
  readonly #roots: string[];
  readonly #rootContainers = new Map<string, number>();
  readonly #containers: number[];
  #stateVector: Uint8Array | undefined;
  #deletions: Uint8Array | undefined;

  constructor(packed: Uint8Array | undefined, owners: Iterable<readonly [number, string]>) {
    const stored = packed && unpackIndex(packed);
    this.#roots = stored?.roots ?? [];
    this.#containers = stored?.containers ?? [];
    this.#findRoots(0);
    for (const client of stored?.clients ?? []) {
      const { id, next } = client;
      this.#clients.set(id, { next, owner: undefined, packed: client, clocks: undefined });
    }
    for (const [client, owner] of owners) this.#own(client, owner);
  }

  /** Takes note of the roots among the containers from number `first` on. */
  #findRoots(first: number): void {
    for (let i = first; i < this.#containers.length; i++) {
      const container = this.#containers[i] as number;
      if (containerKind(container) !== kindOf.root) continue;
      this.#rootContainers.set(this.#roots[rootOf(container)] as string, i);
    }
  }

  #own(id: number, owner: string): void {
    const client = this.#client(id);
    if (client.owner !== undefined) return;
    client.owner = owner;
    this.#clientsOf.set(owner, (this.#clientsOf.get(owner) ?? 0) + 1);
  }

  #client(id: number): Client {
    let client = this.#clients.get(id);
    if (!client) {
      client = { next: 0, owner: undefined, packed: undefined, clocks: new Clocks() };
      this.#clients.set(id, client);
    }
    return client;
  }

  /** Yjs state vector, v1. */
  stateVector(): Uint8Array {
    if (this.#stateVector) return this.#stateVector;
    const known = [...this.#clients].filter(([, { next }]) => next > 0);
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, known.length);
    for (const [id, { next }] of known) {
      encoding.writeVarUint(encoder, id);
      encoding.writeVarUint(encoder, next);
    }
    return (this.#stateVector = encoding.toUint8Array(encoder));
  }

  /** All that is known to be deleted, as an update (v1) without structs. */
  deletions(): Uint8Array {
    return (this.#deletions ??= encodeDeletions(this.#allDeleted()));
  }

  *#allDeleted(): Iterable<readonly [number, Ranges]> {
    for (const [id, client] of this.#clients) yield [id, unpacked(client).deleted];
  }

  nextClock(client: number): number {
    return this.#clients.get(client)?.next ?? 0;
  }

  ownerOf(client: number): string | undefined {
    return this.#clients.get(client)?.owner;
  }

  /** What is here and a peer with this state vector lacks. */
  lackedBy(stateVector: ReadonlyMap<number, number>): readonly ClockRange[] {
    const lacked: ClockRange[] = [];
    for (const [client, { next }] of this.#clients) {
      const from = stateVector.get(client) ?? 0;
      if (from < next) lacked.push({ client, from, to: next });
    }
    return lacked;
  }

  /** How many client ids the lane knows; how many of them are the author's. */
  get clientCount(): number {
    return this.#clients.size;
  }
  clientCountOf(author: string): number {
    return this.#clientsOf.get(author) ?? 0;
  }

  /** What is known of a client's clocks; not to be changed but through `add`. */
  clocksOf(client: number): Clocks | undefined {
    const known = this.#clients.get(client);
    return known && unpacked(known);
  }

  /** The container that a root is; undefined before anything was written there. */
  rootContainer(name: string): number | undefined {
    return this.#rootContainers.get(name);
  }
  get roots(): readonly string[] {
    return this.#roots;
  }
  get containers(): readonly number[] {
    return this.#containers;
  }

  /** Takes up what an admitted update adds; `author` comes to own the clients that nobody owned. */
  add(changes: Changes, author: string | undefined): void {
    this.#roots.push(...changes.roots);
    const firstNew = this.#containers.length;
    for (const [number, container] of changes.recast) this.#containers[number] = container;
    append(this.#containers, changes.containers);
    this.#findRoots(firstNew);
    for (const { client: id, to, added } of changes.additions) {
      const client = this.#client(id);
      const clocks = unpacked(client);
      client.next = to;
      append(clocks.starts, added.starts);
      append(clocks.slots, added.slots);
      append(clocks.heads, added.heads);
      append(clocks.headClients, added.headClients);
      append(clocks.headClocks, added.headClocks);
      append(clocks.typeClocks, added.typeClocks);
      append(clocks.typeContainers, added.typeContainers);
      clocks.deleted.addAll(added.deleted);
      if (added.deleted.size > 0) this.#deletions = undefined;
      if (author !== undefined) this.#own(id, author);
    }
    if (changes.additions.length > 0) this.#stateVector = undefined;
    for (const [id, ranges] of changes.deletes) {
      unpacked(this.#client(id)).deleted.addAll(ranges);
      this.#deletions = undefined;
    }
  }

  /** What `createLaneIndex` reads back; without the owners, which are kept apart. */
  toBytes(): Uint8Array {
    return packIndex({
      roots: this.#roots,
      containers: this.#containers,
      clients: [...this.#clients]
        .filter(([, { next }]) => next > 0)
        .map(([id, client]) => ({ id, next: client.next, clocks: unpacked(client) })),
    });
  }
}

function unpacked(client: Client): Clocks {
  if (!client.clocks) {
    client.clocks = new Clocks();
    if (client.packed) unpackClient(client.packed, client.clocks);
    client.packed = undefined;
  }
  return client.clocks;
}

function append(to: number[], from: readonly number[]): void {
  for (const value of from) to.push(value);
}

/** Deletions as an update (v1) without structs. */
export function encodeDeletions(deletes: Iterable<readonly [number, Ranges]>): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 0);
  writeDeletes(encoder, deletes);
  return encoding.toUint8Array(encoder);
}

/** The delete set as Yjs writes it: higher clients first. */
export function writeDeletes(
  encoder: encoding.Encoder,
  deletes: Iterable<readonly [number, Ranges]>,
): void {
  const full = [...deletes].filter(([, ranges]) => ranges.size > 0);
  full.sort(([a], [b]) => b - a);
  encoding.writeVarUint(encoder, full.length);
  for (const [client, ranges] of full) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, ranges.size);
    for (let i = 0; i < ranges.size; i++) {
      const from = ranges.from[i] as number;
      encoding.writeVarUint(encoder, from);
      encoding.writeVarUint(encoder, (ranges.to[i] as number) - from);
    }
  }
}

/**
 * The index of a lane as it is stored: of its snapshot, and who owns which client id. What the log holds
 * beyond the snapshot is then replayed (admit.ts). Throws where the bytes are no index.
 */
export function createLaneIndex(stored?: {
  readonly index: Uint8Array | undefined;
  readonly owners: Iterable<readonly [client: number, owner: string]>;
}): LaneIndex {
  return new LaneIndex(stored?.index, stored?.owners ?? []);
}
