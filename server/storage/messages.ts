/** What the main thread and the log worker say to each other. Uint8Arrays are copied on the way. */
import type { Value } from "./sqlite.ts";

/** One update to add to a document's log. */
export interface Append {
  readonly doc: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The member who made it, or "server". */
  readonly author: string;
  /** A Yjs update, v1. */
  readonly data: Uint8Array;
}

/** One statement that changes records. */
export interface Write {
  readonly sql: string;
  readonly values: readonly Value[];
}

/** A document as stored: the state is `snapshot`, then `updates` in order (Yjs updates, v1). */
export interface StoredDocument {
  /** The number of updates ever committed. */
  readonly head: number;
  readonly snapshot: Uint8Array | undefined;
  readonly updates: readonly Uint8Array[];
}

export type Request =
  /** All of it is on disk, or none. */
  | {
      readonly is: "commit";
      readonly id: number;
      readonly writes: readonly Write[];
      readonly appends: readonly Append[];
    }
  | { readonly is: "load"; readonly id: number; readonly doc: string }
  | { readonly is: "close"; readonly id: number };

export type Answer =
  | { readonly is: "opened" }
  | { readonly is: "unopened"; readonly reason: string }
  | { readonly is: "committed"; readonly ids: readonly number[] }
  | { readonly is: "loaded"; readonly id: number; readonly stored: StoredDocument | undefined }
  | { readonly is: "closed"; readonly id: number }
  /** Something to log that nobody waits for. */
  | { readonly is: "troubled"; readonly reason: string }
  | { readonly is: "failed"; readonly ids: readonly number[]; readonly reason: string };
