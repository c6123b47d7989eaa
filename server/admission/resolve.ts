/**
 * The second walk: where each new struct goes. Structs are taken in an order in which a document can take
 * them in, so that what each refers to is known before it: at most three tries a struct, and no recursion.
 * The index is only read; what would be added to it is returned.
 *
 * Why each rule is here, seen from a receiving document (yjs/src/structs/Item.js):
 * - what is known already is left out, also from what is passed on: a repeated struct with other origins
 *   would stay pending or throw, since Yjs looks for its origins before it sees that it is known;
 * - a struct known in part is cut as Yjs would cut it: its claims about its place are not believed;
 * - origin and right origin lie in one list, for what lies in garbage becomes garbage itself, and one
 *   document may have collected what another still holds;
 * - a right origin that never stood right of the origin is taken away, for with it the order of a list
 *   depends on who heard what first. Yjs itself writes such at times when an undone thing is done again,
 *   and places it as if there were none; values under keys have none, as Yjs writes none;
 * - several values as one item under a key are all deleted by the same update, as where Yjs keeps what
 *   may be undone: the first, cut off and left behind alive, makes the deletion of the map throw;
 * - a parent is a shared type or deleted: anything else would be taken for garbage.
 */
import {
  type Addition,
  type Changes,
  Clocks,
  containerKind,
  containerOf,
  depthOf,
  gone,
  isKeyed,
  kindOf,
  type LaneIndex,
  listHolds,
  listOf,
  packContainer,
  rootOf,
  slotOf,
} from "./lane-index.ts";
import { admissionLimits as limits } from "./limits.ts";
import type { Ranges } from "./ranges.ts";
import { Reader } from "./reader.ts";
import { refuse } from "./refused.ts";
import { content, flag, type Scan, type Section } from "./scan.ts";

/** What of a section is new, and how far it has been taken in. */
export interface Part {
  readonly section: Section;
  /** The lane's next clock of this client before the update. */
  readonly known: number;
  /** The first struct that is new, by its number, and how many of its clocks are known. */
  readonly first: number;
  readonly cut: number;
  /** The next struct, and its clock. */
  struct: number;
  clock: number;
  waits: boolean;
  /** The structs, by number, to be passed on without their right origin. */
  readonly crossed: Set<number>;
  /** The slot of the clock before `clock`; -1 where there is none. */
  lastSlot: number;
  readonly added: Clocks;
}

export interface Resolved {
  readonly parts: readonly Part[];
  readonly changes: Changes;
  /** The numbers of the roots written under. */
  readonly rootsTouched: ReadonlySet<number>;
}

const bit = (...kinds: readonly number[]): number =>
  kinds.reduce((sum, kind) => sum | (1 << kind), 0);
const values = bit(content.deleted, content.binary, content.type, content.any);
const words = bit(content.deleted, content.string, content.embed, content.format, content.type);
/** What Yjs's own types put where: by kind of container, in its list and under its keys. */
const takes: readonly (readonly [list: number, keyed: number])[] = [
  [values, 0],
  [0, values],
  [words, values],
  [values | words, values],
];

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Throws `Refused` where the update does not fit. With `trusting` limits are not held, and what waits
 * for structs that are not there is left out.
 */
export function resolve(index: LaneIndex, scan: Scan, trusting: boolean): Resolved {
  return new Resolver(index, scan, trusting).run();
}

class Resolver {
  readonly #index: LaneIndex;
  readonly #scan: Scan;
  readonly #trusting: boolean;
  readonly #reader: Reader;
  readonly #parts: Part[] = [];
  readonly #byClient = new Map<number, Part>();
  readonly #newRoots = new Map<string, number>();
  readonly #containers: number[] = [];
  readonly #recast = new Map<number, number>();
  readonly #rootsTouched = new Set<number>();
  #touchedSlot = gone;
  // The root that was named last, and where its name stands.
  #root = -1;
  #rootAt = 0;
  #rootBytes = -1;
  // The client and clock that the struct last tried still waits for.
  #waitClient = 0;
  #waitClock = 0;
  #steps = 0;

  constructor(index: LaneIndex, scan: Scan, trusting: boolean) {
    this.#index = index;
    this.#scan = scan;
    this.#trusting = trusting;
    this.#reader = new Reader(scan.update);
  }

  run(): Resolved {
    for (const section of this.#scan.sections) this.#open(section);
    for (const part of this.#parts) this.#take(part);
    const additions: Addition[] = [];
    for (const { section, known, clock, added } of this.#parts) {
      if (clock > known) additions.push({ client: section.client, from: known, to: clock, added });
    }
    const changes: Changes = {
      additions,
      roots: [...this.#newRoots.keys()],
      containers: this.#containers,
      recast: this.#recast,
      deletes: noDeletes,
    };
    return { parts: this.#parts, changes, rootsTouched: this.#rootsTouched };
  }

  /** Passes over what is known of a section. */
  #open(section: Section): void {
    const known = this.#index.nextClock(section.client);
    if (section.end <= known) return;
    if (section.clock > known) {
      if (!this.#trusting) refuse("not_contiguous");
      return;
    }
    const { lengths } = this.#scan;
    let struct = section.first;
    let clock = section.clock;
    while (clock + (lengths[struct] as number) <= known) clock += lengths[struct++] as number;
    const before = known > 0 ? this.#index.clocksOf(section.client) : undefined;
    const part: Part = {
      section,
      known,
      first: struct,
      cut: known - clock,
      struct,
      clock: known,
      waits: false,
      crossed: new Set(),
      lastSlot: before ? before.slotAt(known - 1) : -1,
      added: new Clocks(),
    };
    this.#parts.push(part);
    this.#byClient.set(section.client, part);
  }

  /** Takes in a part to its end, and of others as much as it builds on. */
  #take(whole: Part): void {
    const waiting: { part: Part; until: number }[] = [
      { part: whole, until: Number.POSITIVE_INFINITY },
    ];
    for (let top = waiting.at(-1); top; top = waiting.at(-1)) {
      const { part, until } = top;
      const end = part.section.first + part.section.count;
      part.waits = true;
      let blocked = false;
      while (part.struct < end && part.clock <= until && !blocked) blocked = !this.#next(part);
      if (blocked) {
        const other = this.#byClient.get(this.#waitClient);
        const within = other && this.#waitClock < other.section.end && !other.waits;
        if (within) {
          waiting.push({ part: other, until: this.#waitClock });
          continue;
        }
        if (!this.#trusting) refuse("not_contiguous");
        for (const { part: stuck } of waiting) stuck.struct = Number.POSITIVE_INFINITY;
        return;
      }
      part.waits = false;
      waiting.pop();
    }
  }

  /** Takes in the next struct of a part; false if it builds on one that is not there yet. */
  #next(part: Part): boolean {
    const { update, ends, lengths } = this.#scan;
    const i = part.struct;
    const reader = this.#reader;
    reader.pos = i === part.section.first ? part.section.at : (ends[i - 1] as number);
    const info = reader.byte();
    const kind = info & flag.kind;
    const cut = i === part.first ? part.cut : 0;
    const length = (lengths[i] as number) - cut;
    if (kind === content.skip) {
      this.#waitClient = -1;
      return false;
    }
    if (kind === content.gc) {
      this.#put(part, gone, true, length);
      part.added.deleted.append(part.clock - length, part.clock);
      return true;
    }
    const me = part.section.client;
    let originClient = -1;
    let originClock = -1;
    let rightClient = -1;
    let rightClock = -1;
    if ((info & flag.origin) !== 0) {
      originClient = reader.varUint();
      originClock = reader.varUint();
      if (cut === 0 && !this.#isThere(part, originClient, originClock)) return false;
    }
    if ((info & flag.rightOrigin) !== 0) {
      rightClient = reader.varUint();
      rightClock = reader.varUint();
      if (!this.#isThere(part, rightClient, rightClock)) return false;
    }
    let slot: number;
    if (cut > 0) {
      originClient = me;
      originClock = part.clock - 1;
      slot = this.#besides(originClient, originClock, rightClient, rightClock);
    } else if (originClient >= 0 || rightClient >= 0) {
      slot = this.#besides(originClient, originClock, rightClient, rightClock);
    } else if (reader.varUint() === 1) {
      const root = this.#rootNamed();
      const keyed = (info & flag.parentSub) !== 0;
      if (keyed) reader.skip(reader.varUint());
      slot = slotOf(root, keyed);
    } else {
      const client = reader.varUint();
      const clock = reader.varUint();
      if (!this.#isThere(part, client, clock)) return false;
      const keyed = (info & flag.parentSub) !== 0;
      if (keyed) reader.skip(reader.varUint());
      slot = this.#inside(client, clock, keyed);
    }
    if (slot !== gone) this.#checkPlace(slot, kind);
    if (isKeyed(slot) && kind === content.any && length > 1 && !this.#trusting) {
      const isDead = this.#scan.deletes.get(me)?.covers(part.clock, part.clock + length) === true;
      if (!isDead) refuse("forbidden_content");
    }
    if (slot !== gone && rightClient >= 0 && !this.#trusting) {
      if (!this.#isInOrder(originClient, originClock, rightClient, rightClock)) {
        if (originClient < 0) refuse("forbidden_content");
        part.crossed.add(i);
      }
    }
    const clock = part.clock;
    const follows = originClient === me && originClock === clock - 1;
    const isNewRun = this.#put(part, slot, follows || isKeyed(slot), length);
    if (isNewRun && originClient >= 0 && slot !== gone && !isKeyed(slot)) {
      part.added.heads.push(clock);
      part.added.headClients.push(originClient);
      part.added.headClocks.push(originClock);
    }
    if (kind === content.deleted) part.added.deleted.append(clock, part.clock);
    if (kind === content.type && slot !== gone) {
      this.#addType(part, clock, slot, update[reader.pos] as number);
    }
    return true;
  }

  /** Notes where the next clocks of a part lie; whether a run begins with them. */
  #put(part: Part, slot: number, goesOn: boolean, length: number): boolean {
    const isNewRun = slot !== part.lastSlot || !goesOn;
    if (isNewRun) {
      part.added.starts.push(part.clock);
      part.added.slots.push(slot);
      part.lastSlot = slot;
    }
    part.clock += length;
    part.struct++;
    return isNewRun;
  }

  /** Whether a clock that a struct of `part` refers to is there; refuses one of its own yet to come. */
  #isThere(part: Part, client: number, clock: number): boolean {
    if (client === part.section.client) {
      if (clock < part.clock) return true;
      this.#waitClient = -1;
      return false;
    }
    const state = this.#byClient.get(client)?.clock ?? this.#index.nextClock(client);
    if (clock < state) return true;
    this.#waitClient = client;
    this.#waitClock = clock;
    return false;
  }

  /** The clocks among which a known clock is kept: the lane's, or those this update brings. */
  #clocksWith(client: number, clock: number): Clocks | undefined {
    const added = this.#byClient.get(client)?.added;
    // The first new clocks may go on the lane's last run.
    const begins = added?.starts[0] ?? Number.POSITIVE_INFINITY;
    return clock < begins ? this.#index.clocksOf(client) : added;
  }

  #slotAt(client: number, clock: number): number {
    const part = this.#byClient.get(client);
    if (part && clock === part.clock - 1) return part.lastSlot;
    return this.#clocksWith(client, clock)?.slotAt(clock) ?? gone;
  }

  /** The slot of what has an origin, a right origin or both; -1 stands for none. */
  #besides(
    originClient: number,
    originClock: number,
    rightClient: number,
    rightClock: number,
  ): number {
    if (rightClient < 0) return this.#slotAt(originClient, originClock);
    const right = this.#slotAt(rightClient, rightClock);
    if (isKeyed(right)) refuse("forbidden_content");
    if (originClient < 0) return right;
    const left = this.#slotAt(originClient, originClock);
    if (left !== right) refuse("forbidden_content");
    return left;
  }

  /**
   * Whether a right origin may have stood right of an origin: then its own origin is the origin itself or
   * above it in the tree of origins, and it is not above the origin itself. -1 stands for no origin.
   */
  #isInOrder(client: number, clock: number, rightClient: number, rightClock: number): boolean {
    const right = this.#clocksWith(rightClient, rightClock) as Clocks;
    const rightStart = right.starts[right.runAt(rightClock)] as number;
    const rightHead = right.headAt(rightStart);
    const isHead = rightStart === rightClock;
    const aboveClient = isHead ? (right.headClients[rightHead] ?? -1) : rightClient;
    const aboveClock = isHead ? (right.headClocks[rightHead] ?? -1) : rightClock - 1;
    let atClient = client;
    let atClock = clock;
    while (atClient >= 0) {
      const clocks = this.#clocksWith(atClient, atClock) as Clocks;
      const start = clocks.starts[clocks.runAt(atClock)] as number;
      if (rightClient === atClient && rightClock <= atClock && rightClock >= start) return false;
      if (aboveClient === atClient && aboveClock <= atClock && aboveClock >= start) return true;
      const head = clocks.headAt(start);
      atClient = clocks.headClients[head] ?? -1;
      atClock = clocks.headClocks[head] ?? -1;
      if (++this.#steps > limits.originSteps) refuse("forbidden_content");
    }
    return aboveClient < 0;
  }

  /** The slot of what names its parent. */
  #inside(client: number, clock: number, keyed: boolean): number {
    const part = this.#byClient.get(client);
    const fresh = part !== undefined && clock >= part.known;
    const clocks = fresh ? part.added : this.#index.clocksOf(client);
    const container = clocks?.typeAt(clock);
    if (container !== undefined) return slotOf(container, keyed);
    const dead = this.#slotAt(client, clock) === gone || clocks?.deleted.has(clock) === true;
    if (!dead && !this.#trusting) refuse("forbidden_content");
    return gone;
  }

  /** The container of the root whose name comes next. */
  #rootNamed(): number {
    const reader = this.#reader;
    const { bytes } = reader;
    const count = reader.varUint();
    const from = reader.pos;
    reader.skip(count);
    // Most often it is the name that came last.
    let same = count === this.#rootBytes;
    for (let i = 0; same && i < count; i++) same = bytes[from + i] === bytes[this.#rootAt + i];
    if (!same) {
      const name = decoder.decode(bytes.subarray(from, from + count));
      this.#root =
        this.#index.rootContainer(name) ?? this.#newRoots.get(name) ?? this.#newRoot(name);
      this.#rootAt = from;
      this.#rootBytes = count;
    }
    return this.#root;
  }

  #newRoot(name: string): number {
    const number = this.#index.roots.length + this.#newRoots.size;
    if (number >= limits.roots) refuse("forbidden_content");
    const container = this.#index.containers.length + this.#containers.length;
    this.#newRoots.set(name, container);
    this.#containers.push(packContainer(number, 0, kindOf.root));
    return container;
  }

  #container(number: number): number {
    const known = this.#index.containers.length;
    const found =
      number < known ? this.#index.containers[number] : this.#containers[number - known];
    return found as number;
  }

  #checkPlace(slot: number, kind: number): void {
    const container = this.#container(containerOf(slot));
    const [list, keyed] = takes[containerKind(container)] as readonly [number, number];
    const allowed = isKeyed(slot) ? keyed : list & this.#listTakes(containerOf(slot), kind);
    if ((allowed & (1 << kind)) === 0 && !this.#trusting) refuse("forbidden_content");
    if (slot === this.#touchedSlot) return;
    this.#touchedSlot = slot;
    this.#rootsTouched.add(rootOf(container));
  }

  /**
   * What the list of a container takes, as far as what it was given before tells. A root's type is not in
   * the document; but a format in an array makes the next deletion there throw, and a value in a text
   * moves every later word. Whoever comes first says what the list is; and anew once all it held is
   * deleted and the lane was folded and loaded. Lanes of ours have only maps for roots.
   */
  #listTakes(number: number, kind: number): number {
    const container = this.#container(number);
    if (containerKind(container) !== kindOf.root) return values | words;
    const holds = listHolds(container);
    if (holds !== listOf.nothing) return holds === listOf.words ? words : values;
    if ((values & words & (1 << kind)) === 0) {
      const list = (words & (1 << kind)) === 0 ? listOf.values : listOf.words;
      const recast = packContainer(rootOf(container), 0, kindOf.root, list);
      const known = this.#index.containers.length;
      if (number < known) this.#recast.set(number, recast);
      else this.#containers[number - known] = recast;
    }
    return values | words;
  }

  #addType(part: Part, clock: number, slot: number, kind: number): void {
    const parent = this.#container(containerOf(slot));
    const depth = depthOf(parent) + 1;
    if (depth > limits.typeDepth && !this.#trusting) refuse("too_deep");
    part.added.typeClocks.push(clock);
    part.added.typeContainers.push(this.#index.containers.length + this.#containers.length);
    this.#containers.push(packContainer(rootOf(parent), depth, kind));
  }
}

const noDeletes: ReadonlyMap<number, Ranges> = new Map();
