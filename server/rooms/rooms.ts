/**
 * Which lanes are open: loads a room when the first peer comes, unloads it soon after the last has left
 * (loading is cheap, and an empty room costs nothing), and loads it anew after it broke.
 *
 * Also keeps the titles in lists of boards in step with the boards' own: the server reads no documents
 * here, so the keeper is asked some moments after a board's own data changed.
 */
import type { BoardId } from "../../shared/base/ids.ts";
import { metaRoot } from "../../shared/board/meta.ts";
import type { ErrorCode } from "../../shared/protocol/errors.ts";
import { type Lane, laneName, parseLane } from "../../shared/protocol/lanes.ts";
import { limits } from "../../shared/protocol/limits.ts";
import { serverAuthor } from "../admission/admit.ts";
import type { Clock } from "../ops/clock.ts";
import type { Log } from "../ops/log.ts";
import type { UpdateLog } from "../storage/storage.ts";
import type { Counters } from "./counters.ts";
import { createRoom, type Room, type Seat } from "./room.ts";
import type { Peer } from "./seat.ts";

/** What needs a document to be made: the keeper's thread does it (server/keeper). */
export interface DocumentReader {
  /** What a peer at this state vector lacks of all that is on disk (Yjs, v1). */
  diff(doc: string, stateVector: Uint8Array): Promise<Uint8Array>;
  title(doc: string): Promise<string>;
}

export interface RoomsOptions {
  readonly log: Pick<UpdateLog, "append" | "load" | "onFolded">;
  readonly keeper: DocumentReader;
  readonly clock: Clock;
  readonly journal: Log;
  readonly counters: Counters;
  /** How long an empty room stays loaded. */
  readonly idleMs: number;
  /** Above this nothing more is written to a peer that does not read. */
  readonly waitingBytes: number;
  /** Told a board's title some moments after its own data changed. */
  readonly onTitle: (boardId: BoardId, title: string) => void;
}

const presenceMs = 16;
const titleMs = 500;

export type Rooms = ReturnType<typeof createRooms>;

export function createRooms(options: RoomsOptions) {
  const { log, keeper, clock, journal, counters, idleMs } = options;
  const open = new Map<string, Promise<Room>>();
  const titles = createTitles(options);
  let isClosing = false;
  const stopListening = log.onFolded((doc, folded) => {
    whenOpen(doc, (room) => room.folded(folded));
  });

  /** With the lane's room if it is open. One that cannot be opened is the business of whoever asked for it. */
  function whenOpen(name: string, act: (room: Room) => void): void {
    open.get(name)?.then(act, () => {});
  }

  /** `forget`: the next to ask loads the lane anew. */
  async function load(lane: Lane, forget: () => void): Promise<Room> {
    const doc = laneName(lane);
    const room = createRoom({
      doc,
      stored: await log.load(doc),
      append: log.append,
      diff: (stateVector) => keeper.diff(doc, stateVector),
      clock,
      counters,
      limits: {
        awarenessBytes: limits.awarenessBytes,
        waitingBytes: options.waitingBytes,
        presenceMs,
      },
      onChange(roots) {
        if (lane.kind === "board" && roots.has(metaRoot)) titles.changed(lane.boardId, doc);
      },
      onBroken(code, error) {
        journal.error({ lane: doc, code, reason: String(error) }, "a room is loaded anew");
        forget();
        room.close(code);
      },
    });
    return room;
  }

  function find(lane: Lane): Promise<Room> {
    const name = laneName(lane);
    const known = open.get(name);
    if (known) return known;
    const forget = (): void => {
      if (open.get(name) !== loading) return;
      open.delete(name);
      counters.rooms--;
    };
    const loading = load(lane, forget);
    open.set(name, loading);
    counters.rooms++;
    loading.catch(forget);
    return loading;
  }

  function unloadWhenIdle(name: string, room: Room): void {
    clock.after(idleMs, () => {
      whenOpen(name, (now) => {
        if (now !== room || !room.isIdle()) return;
        open.delete(name);
        counters.rooms--;
        room.close("internal");
      });
    });
  }

  return {
    /** Loads the lane if need be and joins it. Rejects with StorageError where it cannot be read. */
    async enter(lane: Lane, peer: Peer): Promise<Seat> {
      const name = laneName(lane);
      for (;;) {
        const room = await find(lane);
        const seat = room.join(peer);
        // It may have been unloaded, or have broken, between being found and being joined.
        if (!seat) continue;
        const leave = (): void => {
          seat.leave();
          if (room.isEmpty()) unloadWhenIdle(name, room);
        };
        return { ...seat, leave };
      }
    },
    /**
     * Writes to a lane what the server makes, under the name of `author`; everybody there is told. Resolves
     * when it is on disk; rejects where it is refused or cannot be saved.
     */
    async edit(lane: Lane, update: Uint8Array, author: string): Promise<void> {
      const room = await find(lane);
      try {
        await room.edit(update, author);
      } finally {
        if (room.isEmpty()) unloadWhenIdle(laneName(lane), room);
      }
    },
    /** Removes for good what has long been deleted, if nothing has been written since update `head`. */
    async purge(doc: string, update: Uint8Array, head: number): Promise<void> {
      const lane = parseLane(doc);
      if (!lane || isClosing) return;
      const room = await find(lane);
      if (room.head() === head) await room.edit(update, serverAuthor);
      if (room.isEmpty()) unloadWhenIdle(doc, room);
    },
    /**
     * Ends the lane's room for everybody in it, and forgets it: who comes next reads it from the disk.
     * What was not on disk yet is not taken; nobody was told that it was.
     */
    reset(lane: Lane, code: ErrorCode): void {
      const name = laneName(lane);
      const known = open.get(name);
      if (!known) return;
      open.delete(name);
      counters.rooms--;
      known.then(
        (room) => room.close(code),
        () => {},
      );
    },
    /**
     * Has what is on the disk of a lane replaced by `act`. Whoever is there is sent away with `stale_epoch`
     * once what they wrote so far is saved; who comes meanwhile waits, and is in the lane as it is then.
     */
    async replace(lane: Lane, act: () => Promise<void>): Promise<void> {
      const name = laneName(lane);
      const before = open.get(name);
      const forget = (): void => {
        if (open.get(name) !== replacing) return;
        open.delete(name);
        counters.rooms--;
      };
      async function replaceThenLoad(): Promise<Room> {
        const room = await before?.catch(() => undefined);
        await room?.settled().catch(() => {});
        room?.close("stale_epoch");
        await act();
        return load(lane, forget);
      }
      const replacing = replaceThenLoad();
      open.set(name, replacing);
      if (!before) counters.rooms++;
      replacing.catch(forget);
      unloadWhenIdle(name, await replacing);
    },
    /** Saves what is under way, then ends every room for its peers. */
    async close(code: ErrorCode): Promise<void> {
      isClosing = true;
      stopListening();
      const rooms = await Promise.allSettled(open.values());
      counters.rooms -= open.size;
      open.clear();
      for (const loaded of rooms) {
        if (loaded.status !== "fulfilled") continue;
        await loaded.value.settled().catch(() => {});
        loaded.value.close(code);
      }
      await titles.close();
    },
  };
}

/** Asks for the title of a board some moments after it may have changed. */
function createTitles({ keeper, clock, journal, onTitle }: RoomsOptions) {
  const due = new Map<string, { readonly boardId: BoardId; readonly callOff: () => void }>();

  async function read(doc: string, boardId: BoardId): Promise<void> {
    due.delete(doc);
    try {
      const title = await keeper.title(doc);
      if (title !== "") onTitle(boardId, title);
    } catch (error) {
      journal.warn({ boardId, reason: String(error) }, "a board's title was not read");
    }
  }

  return {
    changed(boardId: BoardId, doc: string): void {
      if (due.has(doc)) return;
      const callOff = clock.after(titleMs, () => void read(doc, boardId));
      due.set(doc, { boardId, callOff });
    },
    /** Reads those still due. */
    async close(): Promise<void> {
      await Promise.all(
        [...due].map(([doc, { boardId, callOff }]) => {
          callOff();
          return read(doc, boardId);
        }),
      );
    },
  };
}
