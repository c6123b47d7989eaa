/**
 * One open lane: what its peers write is judged, brought to the disk and then passed on. A relay: no
 * document is made here, bytes go on as they were admitted (server/admission).
 *
 * **Visible means saved.** An update reaches others, and `saved` its writer, when its commit is on disk. So
 * nobody ever holds what a crash could take back, and a client id can belong to one author for good.
 * One commit is under way at a time; what comes meanwhile, and within one turn of the event loop or the
 * distance that pace.ts keeps, goes into the next. After a commit that failed nothing here is believed any
 * more: the room ends, and is loaded anew.
 *
 * What each peer is owed is in seat.ts, what is on disk in lane-state.ts. Knows no sockets (ws/ adapts them
 * to Peer), no cookies and no SQL.
 */
import type { ErrorCode } from "../../shared/protocol/errors.ts";
import { admit, type Verdict, type Writer } from "../admission/admit.ts";
import type { ClockRange } from "../admission/lane-index.ts";
import type { Clock } from "../ops/clock.ts";
import type { Append, Folded, StoredLane } from "../storage/messages.ts";
import type { Counters } from "./counters.ts";
import { createLaneState } from "./lane-state.ts";
import { createPace } from "./pace.ts";
import { createPresence } from "./presence.ts";
import { createSeatState, type Peer, type SeatState } from "./seat.ts";

export interface RoomLimits {
  /** The longest state a client may show. */
  readonly awarenessBytes: number;
  /** Above this nothing more is written to a peer that does not read. */
  readonly waitingBytes: number;
  /** How often what people show is sent round. */
  readonly presenceMs: number;
}

export interface RoomOptions {
  /** The lane's name in the log. */
  readonly doc: string;
  readonly stored: StoredLane | undefined;
  readonly append: (appends: readonly Append[]) => Promise<void>;
  readonly diff: (stateVector: Uint8Array) => Promise<Uint8Array>;
  readonly clock: Clock;
  readonly limits: RoomLimits;
  readonly counters: Counters;
  /** Told which roots an update on disk has changed. */
  readonly onChange: (roots: ReadonlySet<string>) => void;
  /** The room must be ended and loaded again. */
  readonly onBroken: (code: ErrorCode, error: unknown) => void;
}

/** A peer's place in a room, as its socket uses it. */
export interface Seat {
  /** Of the lane as it is here: a client that holds it under a lower one must load it anew. */
  readonly epoch: number;
  /** Takes one content frame; `isHandover` for a step 2, which brings all the peer has. */
  take(update: Uint8Array, isHandover: boolean): ErrorCode | undefined;
  /** Takes a step 1: a Yjs state vector, v1. */
  ask(stateVector: Uint8Array): ErrorCode | undefined;
  /** Takes an awareness update. */
  show(update: Uint8Array): ErrorCode | undefined;
  /** Tells again what the others show. */
  tellPresence(): void;
  /** The socket has taken what was written. */
  drained(): void;
  /** Says something of the socket's own, unless the peer does not read. */
  sayIfIdle(frame: Uint8Array): void;
  /** Gives the place up; does nothing the second time. */
  leave(): void;
}

interface Admitted {
  readonly update: Uint8Array;
  readonly author: string;
  readonly writer: number;
  readonly ranges: readonly ClockRange[];
  readonly newClients: readonly number[];
  readonly roots: ReadonlySet<string>;
}

/** What a peer may have on its way to the disk before it is not read from for a while. */
const onTheWay = { bytes: 1024 * 1024, updates: 512 };

export type Room = ReturnType<typeof createRoom>;

export function createRoom(options: RoomOptions) {
  const { doc, clock, counters, limits, diff } = options;
  const state = createLaneState(options.stored);
  const { index, ring } = state;
  const presence = createPresence({ stateBytes: limits.awarenessBytes, now: clock.now });
  const seats = new Map<number, SeatState>();
  const flows = new Map<number, Flow>();
  let closed = false;
  let lastNumber = 0;

  let queue: Admitted[] = [];
  let admitted = ring.head();
  let isCommitting = false;
  let isDue = false;
  const pace = createPace();
  let waiting: {
    readonly position: number;
    readonly done: () => void;
    readonly failed: (error: unknown) => void;
  }[] = [];

  function commitSoon(): void {
    if (isDue || isCommitting || closed || queue.length === 0) return;
    isDue = true;
    const waitMs = pace.waitMs(clock.now());
    if (waitMs > 0) clock.after(waitMs, commit);
    else setImmediate(commit);
  }

  function commit(): void {
    isDue = false;
    if (closed) return;
    const batch = queue;
    queue = [];
    isCommitting = true;
    const at = clock.now();
    pace.began(at, batch.length * seats.size);
    const appends = batch.map(({ update, author, newClients }) => {
      return { doc, at, author, data: update, newClients };
    });
    options.append(appends).then(
      () => {
        isCommitting = false;
        if (!closed) orBreak(() => committed(batch), undefined);
      },
      (error: unknown) => {
        isCommitting = false;
        if (!closed) options.onBroken("storage_unavailable", error);
      },
    );
  }

  function committed(batch: readonly Admitted[]): void {
    counters.updatesCommitted += batch.length;
    state.commit(batch);
    for (const { writer, update, roots } of batch) {
      flows.get(writer)?.passed(update.byteLength);
      options.onChange(roots);
    }
    for (const seat of seats.values()) seat.committed();
    const reached = waiting.filter(({ position }) => position <= ring.head());
    if (reached.length > 0) waiting = waiting.filter(({ position }) => position > ring.head());
    for (const { done } of reached) done();
    commitSoon();
  }

  function enqueue(one: Admitted): void {
    queue.push(one);
    admitted++;
    commitSoon();
  }

  /** Resolves once all that was admitted so far is on disk; rejects if the room ends before. */
  function settled(): Promise<void> {
    if (admitted === ring.head()) return Promise.resolve();
    return new Promise((done, failed) => waiting.push({ position: admitted, done, failed }));
  }

  let presenceIsDue = false;
  function sendPresenceSoon(): void {
    if (presenceIsDue || closed || !presence.hasNews()) return;
    presenceIsDue = true;
    clock.after(limits.presenceMs, () => {
      presenceIsDue = false;
      if (closed) return;
      presence.flush();
      counters.presenceFlushes++;
      for (const seat of seats.values()) seat.pump();
    });
  }

  /** What fails here has failed half way, as over an index that is damaged: the room ends, and no other. */
  function orBreak<T>(act: () => T, broken: T): T {
    try {
      return act();
    } catch (error) {
      options.onBroken("internal", error);
      return broken;
    }
  }

  const judge = (update: Uint8Array, writer: Writer): Verdict =>
    orBreak(() => admit(index, update, writer), { is: "refused", code: "internal" });

  function take(
    seat: SeatState,
    flow: Flow,
    update: Uint8Array,
    isHandover: boolean,
  ): ErrorCode | undefined {
    // Nobody would save it, and nothing must be acknowledged that is not saved.
    if (closed) return "storage_unavailable";
    const { author, canWrite } = seat.peer;
    if (isHandover) seat.handsOver();
    const writer = { author, handedOver: seat.hasHandedOver(), isReader: !canWrite };
    const verdict = judge(update, writer);
    if (verdict.is === "refused") return verdict.code;
    if (verdict.is === "fresh") {
      const { update: news, ranges, newClients, roots } = verdict;
      enqueue({ update: news, author, writer: seat.number, ranges, newClients, roots });
      flow.began(news.byteLength);
    }
    seat.took({ position: admitted, isHandover, changed: verdict.is === "fresh" });
    return undefined;
  }

  return {
    /** Adds a peer, asks it for what it has and shows it the others. Undefined if closed. */
    join(peer: Peer): Seat | undefined {
      if (closed) return undefined;
      const number = ++lastNumber;
      const seat = createSeatState({
        peer,
        number,
        state,
        presence,
        counters,
        waitingBytes: limits.waitingBytes,
        admitted: () => admitted,
        diff,
      });
      const flow = createFlow(peer);
      seats.set(number, seat);
      flows.set(number, flow);
      counters.peers++;
      return {
        epoch: state.epoch,
        take: (update, isHandover) =>
          orBreak(() => take(seat, flow, update, isHandover), "internal"),
        ask: (stateVector) => orBreak(() => seat.ask(stateVector), "internal"),
        show(update) {
          if (closed) return "storage_unavailable";
          counters.presenceIn++;
          const refused = presence.show(peer, update, !seat.hasHandedOver());
          sendPresenceSoon();
          return refused;
        },
        tellPresence: seat.forgetPresence,
        drained: () => orBreak(seat.pump, undefined),
        sayIfIdle: seat.sayIfIdle,
        leave() {
          if (!seats.delete(number)) return;
          flows.delete(number);
          counters.peers--;
          seat.leave();
          presence.leave(peer);
          sendPresenceSoon();
        },
      };
    },
    /** Takes what the server itself writes, or on somebody's behalf; resolves when it is on disk. */
    async edit(update: Uint8Array, author: string): Promise<void> {
      if (closed) throw new Error("the room is closed");
      const verdict = judge(update, { author, handedOver: true });
      if (verdict.is === "refused") throw new Error(`an edit was refused: ${verdict.code}`);
      if (verdict.is === "fresh") {
        const { ranges, newClients, roots } = verdict;
        enqueue({ update: verdict.update, author, writer: 0, ranges, newClients, roots });
      }
      await settled();
    },
    /** The number of the last update, if all that was admitted is on disk. */
    head: (): number | undefined => (admitted === ring.head() ? admitted : undefined),
    /** The log has been folded. */
    folded: (fold: Folded): void => orBreak(() => state.folded(fold), undefined),
    isEmpty: (): boolean => seats.size === 0,
    /** True when nobody is here and nothing would be lost by unloading. */
    isIdle: (): boolean => seats.size === 0 && admitted === ring.head(),
    settled,
    /** Ends the room for everybody; nothing is taken any more. */
    close(code: ErrorCode): void {
      if (closed) return;
      closed = true;
      for (const { peer } of seats.values()) peer.dismiss(code);
      for (const { failed } of waiting) failed(new Error(`the room has ended: ${code}`));
      waiting = [];
    },
  };
}

interface Flow {
  began(bytes: number): void;
  passed(bytes: number): void;
}

/** Holds a peer that writes faster than the disk takes it. Nothing is refused for it. */
function createFlow(peer: Peer): Flow {
  let updates = 0;
  let bytes = 0;
  let isHeld = false;
  return {
    began(more) {
      updates++;
      bytes += more;
      if (isHeld || (updates <= onTheWay.updates && bytes <= onTheWay.bytes)) return;
      isHeld = true;
      peer.hold(true);
    },
    passed(fewer) {
      updates--;
      bytes -= fewer;
      if (!isHeld || updates > onTheWay.updates / 2 || bytes > onTheWay.bytes / 2) return;
      isHeld = false;
      peer.hold(false);
    },
  };
}
