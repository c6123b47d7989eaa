/**
 * One peer's place in a room: what it has been told, and what it is owed.
 *
 * A peer hears nothing of the document before it has said where it stands (its step 1): told earlier, it
 * would show changes with a gap before them. From then on it is a cursor into the lane's ring. All else
 * it is owed is a number too (frames on disk, changes of presence), so a peer that does not read makes
 * nothing pile up; one answer to a step 1 is owed at a time, however often it asks.
 */
import type { ErrorCode } from "../../shared/protocol/errors.ts";
import { encodeSaved } from "../../shared/protocol/frames.ts";
import type { Counters } from "./counters.ts";
import { answerParts, frameOf, step1Frame } from "./frames.ts";
import { type LaneState, readStateVector } from "./lane-state.ts";
import { createOutbox, type Wire } from "./outbox.ts";
import type { Attendee, Presence } from "./presence.ts";

/** One socket, as rooms see it. Its functions must not throw, even when the socket has gone. */
export interface Peer extends Attendee {
  readonly canWrite: boolean;
  /** Whether it asked to be told which of its frames are on disk. */
  readonly acks: boolean;
  readonly wire: Wire;
  /** Whether to read nothing more from it for now. */
  hold(isHeld: boolean): void;
  /** The room ends for this peer. */
  dismiss(code: ErrorCode): void;
}

export interface SeatOptions {
  readonly peer: Peer;
  /** Tells its updates from those of others; above 0. */
  readonly number: number;
  readonly state: LaneState;
  readonly presence: Presence;
  readonly counters: Counters;
  readonly waitingBytes: number;
  /** The number of the last update admitted, on disk or not. */
  readonly admitted: () => number;
  /** What a peer at this state vector (v1) lacks, as an update of at least all that is on disk now. */
  readonly diff: (stateVector: Uint8Array) => Promise<Uint8Array>;
}

/** A lane up to this size is told whole to whoever lacks more than the ring holds. */
const smallBytes = 64 * 1024;

export type SeatState = ReturnType<typeof createSeatState>;

export function createSeatState(options: SeatOptions) {
  const { peer, number, state, presence, counters, admitted } = options;
  const { ring, index } = state;
  let gone = false;

  /** The last update the peer has been told; undefined before its first answer. */
  let cursor: number | undefined;
  let answer:
    | { readonly is: "none" }
    /** For a commit, or for the keeper. */
    | { readonly is: "awaited" }
    | {
        readonly is: "ready" | "begun";
        readonly parts: readonly Buffer[];
        readonly cursor: number;
      } = {
    is: "none",
  };
  /** Asked again while an answer was under way: the latest. */
  let askedAgain: Uint8Array | undefined;
  let whenCommitted: { readonly position: number; readonly act: () => void } | undefined;

  /** Content frames taken, and how many of them are on disk when which update is. */
  let taken = 0;
  let acks: { readonly position: number; readonly frames: number }[] = [];
  let saved = 0;
  let savedTold = 0;
  let handedOver = false;
  /** A frame that changed nothing may have come with a gap: it counts once the handover has filled it. */
  let awaitsHandover = false;
  let presenceTold = 0;

  const outbox = createOutbox({
    wire: peer.wire,
    waitingBytes: options.waitingBytes,
    next,
    wrote(bytes) {
      counters.bytesOut += bytes;
    },
  });

  function next(): readonly Uint8Array[] | undefined {
    if (answer.is === "begun") {
      cursor = Math.max(cursor ?? 0, answer.cursor);
      answer = { is: "none" };
    }
    if (answer.is === "none" && askedAgain) {
      const stateVector = askedAgain;
      askedAgain = undefined;
      beginAnswer(stateVector);
    }
    if (answer.is === "ready") {
      answer = { ...answer, is: "begun" };
      return answer.parts;
    }
    const parts: Uint8Array[] = [];
    if (saved > savedTold) {
      savedTold = saved;
      parts.push(frameOf(encodeSaved(saved)));
    }
    if (presenceTold < presence.flushed()) {
      const frame = presence.since(peer, presenceTold);
      presenceTold = presence.flushed();
      if (frame) parts.push(frame);
    }
    if (cursor !== undefined && cursor < ring.head()) readOn(cursor, parts);
    return parts;
  }

  function readOn(from: number, parts: Uint8Array[]): void {
    if (ring.holdsAfter(from)) {
      let read = ring.read(from, number);
      // A stretch of its own updates alone is nothing to tell.
      while (read.parts.length === 0 && read.cursor < ring.head()) {
        read = ring.read(read.cursor, number);
      }
      cursor = read.cursor;
      counters.updatesOut += read.cursor - from;
      parts.push(...read.parts);
    } else if (answer.is === "none") {
      counters.resyncs++;
      const whole = answerParts(state.whole());
      answer = { is: "begun", parts: whole, cursor: ring.head() };
      parts.push(...whole);
    }
  }

  function beginAnswer(stateVector: Uint8Array): void {
    const clocks = readStateVector(stateVector);
    if (!clocks) return;
    const knowsSomething = [...clocks.keys()].some((client) => index.nextClock(client) > 0);
    if (!knowsSomething) return answerWhole();
    const position = admitted();
    const lacked = index.lackedBy(clocks);
    const deletions = index.deletions();
    answer = { is: "awaited" };
    // What is not on disk yet is told to nobody, deletions included.
    afterCommit(position, () => {
      const lately = state.lately(lacked, position);
      if (lately) ready([...lately, deletions], position);
      else if (state.bytes() <= smallBytes) answerWhole();
      else askKeeper(stateVector);
    });
  }

  function ready(updates: readonly Uint8Array[], at: number): void {
    answer = { is: "ready", parts: answerParts(updates), cursor: at };
  }

  function answerWhole(): void {
    ready(state.whole(), ring.head());
  }

  function askKeeper(stateVector: Uint8Array): void {
    const head = ring.head();
    options.diff(stateVector).then(
      (update) => {
        if (gone) return;
        ready([update], head);
        outbox.pump();
      },
      () => {
        // All of it holds what the peer lacks as well: nobody is sent away because the keeper is unwell.
        if (gone) return;
        answerWhole();
        outbox.pump();
      },
    );
  }

  function afterCommit(position: number, act: () => void): void {
    if (position <= ring.head()) act();
    else whenCommitted = { position, act };
  }

  function acknowledge(): void {
    const head = ring.head();
    let reached = 0;
    for (const { position, frames } of acks) {
      if (position > head) break;
      saved = frames;
      reached++;
    }
    if (reached > 0) acks = acks.slice(reached);
  }

  outbox.sayIfIdle(step1Frame(index.stateVector()));
  outbox.pump();

  return {
    peer,
    number,
    hasHandedOver: (): boolean => handedOver,
    /** The peer says where it stands, and is told what it lacks. */
    ask(stateVector: Uint8Array): ErrorCode | undefined {
      if (!readStateVector(stateVector)) return "malformed";
      // Its bytes may lie in a socket's megabytes.
      if (answer.is === "none") beginAnswer(stateVector.slice());
      else askedAgain = stateVector.slice();
      outbox.pump();
      return undefined;
    },
    /** A content frame of the peer's was taken: it is on disk when the update at `position` is. */
    took(frame: { position: number; isHandover: boolean; changed: boolean }): void {
      taken++;
      if (!peer.acks) return;
      if (frame.isHandover) awaitsHandover = false;
      else if (!frame.changed && !handedOver) awaitsHandover = true;
      if (awaitsHandover) return;
      acks.push({ position: frame.position, frames: taken });
      if (frame.position > ring.head()) return;
      acknowledge();
      outbox.pump();
    },
    /** The peer's next content frame is the one that brings all it has. */
    handsOver(): void {
      handedOver = true;
    },
    /** More is on disk. */
    committed(): void {
      if (whenCommitted && whenCommitted.position <= ring.head()) {
        const { act } = whenCommitted;
        whenCommitted = undefined;
        act();
      }
      if (acks.length > 0) acknowledge();
      outbox.pump();
    },
    /** Tells what there is to tell, as far as there is room. */
    pump: outbox.pump,
    sayIfIdle: outbox.sayIfIdle,
    isBehind: outbox.isBehind,
    /** All that is shown is to be told anew. */
    forgetPresence(): void {
      presenceTold = 0;
      outbox.pump();
    },
    /** Ends what was begun, so that a closing frame may follow; nothing is told any more. */
    leave(): void {
      if (gone) return;
      gone = true;
      cursor = undefined;
      outbox.finish();
    },
  };
}
