/**
 * One open lane: its document in memory and the peers looking at it.
 *
 * Owns who hears what, what is refused and which of a peer's frames are on disk. Knows no sockets
 * (ws/ adapts them to Peer), no cookies (the rights were looked up before joining) and no SQL (it was
 * handed a Saver). What reaches the log is what the document made of a peer's update, not the bytes
 * that came: a reconnecting client repeats every deletion there ever was, and the log would grow by
 * that with each.
 */
import * as Y from "yjs";
import type { ErrorCode } from "../../shared/protocol/errors.ts";
import { type AdmissionLimits, refuseStateVector, refuseUpdate } from "./admission.ts";
import { type Attendee, createPresence } from "./presence.ts";
import type { Saver } from "./saver.ts";

/** One socket in the room. Its functions must not throw, even when the socket has gone. */
export interface Peer extends Attendee {
  readonly canEdit: boolean;
  /** Queues a Yjs update, v1. */
  send(update: Uint8Array): void;
  /** The first `frames` content frames of this peer are on disk. */
  saved(frames: number): void;
  /** The room ends for this peer. */
  dismiss(code: ErrorCode): void;
}

export interface RoomOptions {
  /** The lane as last saved. The room owns it from here on and destroys it in `close`. */
  readonly doc: Y.Doc;
  readonly saver: Saver;
  readonly limits: AdmissionLimits & { readonly awarenessBytes: number };
  readonly now: () => number;
  /** After a change of the document. */
  readonly onChange: (doc: Y.Doc) => void;
  /** The document can no longer be trusted: the room must be loaded again. */
  readonly onBroken: (code: ErrorCode, error: unknown) => void;
}

export type Room = ReturnType<typeof createRoom>;

export function createRoom({ doc, saver, limits, now, onChange, onBroken }: RoomOptions) {
  let closed = false;
  /** Each peer, with the count of content frames it has sent. */
  const peers = new Map<Peer, number>();
  const presence = createPresence({ stateBytes: limits.awarenessBytes, now });
  const authorOf = (origin: unknown): string => {
    const peer = origin as Peer;
    return peers.has(peer) ? peer.member : "server";
  };

  // The saver hears first, so that no peer ever holds an update the saver has not seen.
  function onUpdate(update: Uint8Array, origin: unknown): void {
    saver.add(update, authorOf(origin));
    for (const peer of peers.keys()) if (peer !== origin) peer.send(update);
    onChange(doc);
  }
  doc.on("update", onUpdate);

  /** Applies it, or changes nothing and says why. */
  function apply(peer: Peer, update: Uint8Array): ErrorCode | undefined {
    if (!peer.canEdit) return "not_a_member";
    const refused = refuseUpdate(update, limits);
    if (refused) return refused;
    const before = pendingOf(doc);
    try {
      Y.applyUpdate(doc, update, peer);
    } catch (error) {
      // Half of it may have been applied: the others come back to the room as it was saved.
      peer.dismiss("malformed");
      onBroken("internal", error);
      return "malformed";
    }
    // What builds on updates not here yet changes nothing so far, but must not be lost meanwhile: a
    // page that typed on before it handed over its offline edits sends such.
    if (isNewPending(before, pendingOf(doc))) saver.add(update, peer.member);
    return undefined;
  }

  return {
    /** Adds a peer and shows it the others; the returned function removes it. Undefined if closed. */
    join(peer: Peer): (() => void) | undefined {
      if (closed) return undefined;
      peers.set(peer, 0);
      const others = presence.others(peer);
      if (others) peer.hear(others);
      return () => {
        if (peers.delete(peer)) presence.leave(peer, peers.keys());
      };
    },
    /** Yjs state vector, v1. */
    stateVector: (): Uint8Array => Y.encodeStateVector(doc),
    /** What a peer at `stateVector` lacks, as one update, v1; or why it is not told. */
    missingFrom(stateVector: Uint8Array): Uint8Array | ErrorCode {
      return refuseStateVector(stateVector) ?? Y.encodeStateAsUpdate(doc, stateVector);
    },
    /** Takes one content frame of a peer: applies, saves, passes on, and acknowledges when on disk. */
    take(peer: Peer, update: Uint8Array): ErrorCode | undefined {
      // Nobody would save it, and nothing must be acknowledged that is not saved.
      if (closed) return "storage_unavailable";
      const refused = apply(peer, update);
      if (refused) return refused;
      const frames = (peers.get(peer) ?? 0) + 1;
      peers.set(peer, frames);
      saver.whenSaved(() => {
        if (peers.has(peer)) peer.saved(frames);
      });
      return undefined;
    },
    /** Takes an awareness update of a peer. */
    show: (peer: Peer, update: Uint8Array): ErrorCode | undefined =>
      presence.show(peer, peers.keys(), update),
    /** What the others show, as an awareness update; undefined if nothing. */
    others: (peer: Peer): Uint8Array | undefined => presence.others(peer),
    /** True when nobody is here and nothing would be lost by unloading. */
    isIdle: (): boolean => peers.size === 0 && !saver.hasPending(),
    /** Resolves once all that was taken so far is on disk, or saving has failed. */
    settled: (): Promise<void> => saver.settled(),
    /** Ends the room for everybody. */
    dismissAll(code: ErrorCode): void {
      for (const peer of peers.keys()) peer.dismiss(code);
    },
    close(): void {
      closed = true;
      doc.off("update", onUpdate);
      doc.destroy();
    },
  };
}

/** What waits in a document for updates it builds on: structs and deletions, as Yjs updates, v2. */
type Pending = readonly [structs: Uint8Array | undefined, deletions: Uint8Array | undefined];

const pendingOf = ({ store }: Y.Doc): Pending => [
  store.pendingStructs?.update,
  store.pendingDs ?? undefined,
];

function isNewPending(before: Pending, after: Pending): boolean {
  return after.some((bytes, i) => bytes !== undefined && !equalBytes(bytes, before[i]));
}

function equalBytes(a: Uint8Array, b: Uint8Array | undefined): boolean {
  return a === b || (a.length === b?.length && a.every((byte, i) => byte === b[i]));
}
