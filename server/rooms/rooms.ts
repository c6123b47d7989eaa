/**
 * Which lanes are open: loads a room when the first peer comes, unloads it some time after the last
 * has left and everything is saved, and loads it anew after it broke.
 */
import * as Y from "yjs";
import type { BoardId } from "../../shared/base/ids.ts";
import { readMeta } from "../../shared/board/meta.ts";
import type { ErrorCode } from "../../shared/protocol/errors.ts";
import { type Lane, laneName } from "../../shared/protocol/lanes.ts";
import { limits } from "../../shared/protocol/limits.ts";
import type { Clock } from "../ops/clock.ts";
import type { Log } from "../ops/log.ts";
import type { StoredLane } from "../storage/messages.ts";
import type { UpdateLog } from "../storage/storage.ts";
import { createRoom, type Peer, type Room } from "./room.ts";
import { createSaver } from "./saver.ts";

export interface RoomsOptions {
  readonly log: UpdateLog;
  readonly clock: Clock;
  readonly journal: Log;
  /** How long an empty room stays loaded. */
  readonly idleMs: number;
  /** Told a board's title whenever it is read or changes. */
  readonly onTitle: (boardId: BoardId, title: string) => void;
}

/** A peer's place in a room. */
export interface Seat {
  readonly room: Room;
  /** Gives the place up; does nothing the second time. */
  leave(): void;
}

export type Rooms = ReturnType<typeof createRooms>;

export function createRooms({ log, clock, journal, idleMs, onTitle }: RoomsOptions) {
  const open = new Map<string, Promise<Room>>();

  /** `forget`: the next to ask loads the lane anew. */
  async function load(lane: Lane, forget: () => void): Promise<Room> {
    const name = laneName(lane);
    const doc = readDocument(await log.load(name));
    let title: string | undefined;
    const noticeTitle = (): void => {
      if (lane.kind !== "board") return;
      const now = readMeta(doc).title;
      if (now !== title) onTitle(lane.boardId, now);
      title = now;
    };
    const onBroken = (code: ErrorCode, error: unknown): void => {
      journal.error({ lane: name, code, reason: String(error) }, "a room broke and is loaded anew");
      forget();
      room.dismissAll(code);
      room.close();
    };
    const room = createRoom({
      doc,
      saver: createSaver({
        doc: name,
        log,
        clock,
        onFailure: (error) => onBroken("storage_unavailable", error),
      }),
      limits: { updateBytes: limits.frameBytes, awarenessBytes: limits.awarenessBytes },
      now: clock.now,
      onChange: noticeTitle,
      onBroken,
    });
    noticeTitle();
    return room;
  }

  function find(lane: Lane): Promise<Room> {
    const name = laneName(lane);
    const known = open.get(name);
    if (known) return known;
    const forget = (): void => {
      if (open.get(name) === loading) open.delete(name);
    };
    const loading = load(lane, forget);
    open.set(name, loading);
    loading.catch(forget);
    return loading;
  }

  function unloadWhenIdle(name: string, room: Room): void {
    clock.after(idleMs, () => {
      void open.get(name)?.then((now) => {
        if (now !== room || !room.isIdle()) return;
        open.delete(name);
        room.close();
      });
    });
  }

  return {
    /** Loads the lane if need be and joins it. Rejects with StorageError where it cannot be read. */
    async enter(lane: Lane, peer: Peer): Promise<Seat> {
      const name = laneName(lane);
      for (;;) {
        const room = await find(lane);
        const leaveRoom = room.join(peer);
        // It may have been unloaded, or have broken, between being found and being joined.
        if (!leaveRoom) continue;
        const leave = (): void => {
          leaveRoom();
          unloadWhenIdle(name, room);
        };
        return { room, leave };
      }
    },
    /** Saves what is in memory, then ends every room for its peers. */
    async close(code: ErrorCode): Promise<void> {
      const rooms = await Promise.allSettled(open.values());
      open.clear();
      for (const loaded of rooms) {
        if (loaded.status !== "fulfilled") continue;
        await loaded.value.settled();
        loaded.value.dismissAll(code);
        loaded.value.close();
      }
    },
  };
}

function readDocument(stored: StoredLane | undefined): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    if (stored?.snapshot) Y.applyUpdate(doc, stored.snapshot);
    for (const update of stored?.updates ?? []) Y.applyUpdate(doc, update);
  });
  return doc;
}
