/**
 * What the main thread and the log worker say to each other, and the shapes both sides know.
 *
 * Many changes travel as one message with the bytes of all their updates in one buffer, which changes
 * hands; a lane travels back likewise. What is one commit on the disk is one message each way.
 */
import type { Value } from "./sqlite.ts";

/** One update to add to a lane's log. */
export interface Append {
  readonly doc: string;
  /** Milliseconds since 1970, whole. */
  readonly at: number;
  /** A member's or guest's id, or "server". */
  readonly author: string;
  /** A Yjs update, v1. */
  readonly data: Uint8Array;
  /** Client ids of Yjs that are the author's own in this lane from now on; somebody else's stay theirs. */
  readonly newClients: readonly number[];
}

/** One statement that changes records. */
export interface Write {
  readonly sql: string;
  readonly values: readonly Value[];
}

/** A lane as stored: the state is `snapshot`, then `updates` in order (Yjs updates, v1). */
export interface StoredLane {
  /** The number of updates ever committed. */
  readonly head: number;
  /** How many of them the snapshot holds. */
  readonly base: number;
  /** Raised whenever what clients hold of the lane must not come back. */
  readonly epoch: number;
  readonly snapshot: Uint8Array | undefined;
  /** Of the snapshot: see server/admission. Undefined where it was not made yet. */
  readonly index: Uint8Array | undefined;
  /** Who owns which client id. */
  readonly owners: readonly (readonly [client: number, owner: string])[];
  /** Number `base` + 1 to `head`. Views on one buffer. */
  readonly updates: readonly Uint8Array[];
}

/** What became of one record by one author within an hour. */
export interface RecordChange {
  /** Milliseconds since 1970, of the last of them. */
  readonly at: number;
  readonly author: string;
  /** The name of the root it lies in. */
  readonly root: string;
  readonly record: string;
  readonly how: "added" | "changed" | "removed";
}

/** A record that is deleted but still there, and since when that has been known. */
export interface DeadRecord {
  readonly root: string;
  readonly record: string;
  /** Milliseconds since 1970. */
  readonly since: number;
}

/** A snapshot made of an older one and the updates up to `upTo`; taken only if `base` and `epoch` still hold. */
export interface Fold {
  readonly doc: string;
  readonly base: number;
  readonly epoch: number;
  readonly upTo: number;
  readonly snapshot: Uint8Array;
  readonly index: Uint8Array | undefined;
  readonly changes: readonly RecordChange[];
  /** All there are now: they replace those known. */
  readonly dead: readonly DeadRecord[];
  /** When it was begun, milliseconds since 1970, and how long it took. */
  readonly at: number;
  readonly tookMs: number;
}

/** A lane's state as it is kept under a name. */
export interface KeptVersion {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** A member's id, or "server" for one that was kept by itself. */
  readonly author: string;
  /** A Yjs update, v1. */
  readonly state: Uint8Array;
  /** Its index: see server/admission. */
  readonly index: Uint8Array;
}

/** A lane is to be what it once was, whatever it holds now; its epoch is raised. */
export interface PutBack {
  readonly doc: string;
  readonly author: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** A Yjs update, v1, and its index. */
  readonly state: Uint8Array;
  readonly index: Uint8Array;
  /** Client ids that are new in it, and whose they are. */
  readonly owners: readonly (readonly [client: number, owner: string])[];
  /** What it is now, to be kept as a version. */
  readonly before: KeptVersion;
}

/** What the rooms are told of a fold. */
export interface Folded {
  readonly base: number;
  readonly epoch: number;
  readonly snapshot: Uint8Array;
  readonly index: Uint8Array | undefined;
}

/** Writes and appends that are on disk together or not at all. `ends`: where each update's bytes end in the batch's. */
export interface PackedChange {
  readonly writes: readonly Write[];
  readonly appends: readonly (Omit<Append, "data"> & { readonly end: number })[];
}

/** Many byte arrays as one, and back. */
export interface Packed {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly ends: readonly number[];
}

export type Request =
  /** One commit. A change that breaks a rule fails by itself. */
  | {
      readonly is: "commit";
      readonly changes: readonly PackedChange[];
      readonly bytes: Uint8Array<ArrayBuffer>;
    }
  | { readonly is: "load"; readonly id: number; readonly doc: string }
  | { readonly is: "fold"; readonly id: number; readonly fold: Fold }
  | { readonly is: "putBack"; readonly id: number; readonly putBack: PutBack }
  | { readonly is: "close"; readonly id: number };

export type Answer =
  | { readonly is: "opened" }
  | { readonly is: "unopened"; readonly reason: string }
  /** To the oldest commit not answered yet. `long`: lanes it is time to fold. */
  | {
      readonly is: "committed";
      readonly failed: readonly FailedChange[];
      readonly long: readonly string[];
    }
  | { readonly is: "loaded"; readonly id: number; readonly stored: PackedLane | undefined }
  /** `done`: false if the lane has moved on since and nothing was changed. */
  | { readonly is: "folded"; readonly id: number; readonly done: boolean }
  | { readonly is: "isBack"; readonly id: number }
  | { readonly is: "closed"; readonly id: number }
  | { readonly is: "failed"; readonly id: number; readonly reason: string };

/** `index`: which of the batch's changes. */
export interface FailedChange {
  readonly index: number;
  readonly reason: string;
}

export type PackedLane = Omit<StoredLane, "updates"> & { readonly tail: Packed };

export function pack(parts: readonly Uint8Array[]): Packed {
  let total = 0;
  for (const part of parts) total += part.byteLength;
  // Not Buffer's pool: the buffer is to change hands.
  const bytes = new Uint8Array(total);
  const ends: number[] = [];
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.byteLength;
    ends.push(at);
  }
  return { bytes, ends };
}

export function unpack({ bytes, ends }: Packed): readonly Uint8Array[] {
  return ends.map((end, i) => bytes.subarray(ends[i - 1] ?? 0, end));
}
