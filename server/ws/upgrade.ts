/**
 * From an upgrade request on `/sync/<lane>` to a peer in a room, or to a close code that says why not.
 *
 * A refused socket is accepted first and then closed: browsers show a page no reason for a refused
 * handshake, and a stock provider would try for ever, where on a 44xx code it stops.
 */
import { randomInt } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type ServerOptions, WebSocketServer } from "ws";
import type { ErrorCode } from "../../shared/protocol/errors.ts";
import { acksParam, epochParam } from "../../shared/protocol/frames.ts";
import { type Lane, laneName, parseLane } from "../../shared/protocol/lanes.ts";
import { limits } from "../../shared/protocol/limits.ts";
import type { AccessToLanes, LaneAccess } from "../auth/access.ts";
import type { ReadConnection } from "../auth/connection.ts";
import type { IsOwnOrigin } from "../auth/origin.ts";
import type { RateLimit } from "../auth/rate-limit.ts";
import type { SessionRef, Sessions } from "../auth/sessions.ts";
import type { Clock } from "../ops/clock.ts";
import type { Log } from "../ops/log.ts";
import type { Counters } from "../rooms/counters.ts";
import type { Rooms } from "../rooms/rooms.ts";
import { BoundedSocket } from "./bounded-socket.ts";
import { type Connection, closeFor, createConnection } from "./connection.ts";

const syncPath = "/sync/";
/** How long a socket that was told why it closes may take to close. */
const closeMs = 5_000;
/** At the end, sockets are closed about so far from one another. */
const msPerGoodbye = 5;

export interface UpgradeOptions {
  readonly rooms: Rooms;
  readonly accessTo: AccessToLanes;
  readonly sessions: Pick<Sessions, "refOf">;
  readonly readConnection: ReadConnection;
  readonly isOwnOrigin: IsOwnOrigin;
  readonly clock: Clock;
  readonly log: Log;
  readonly counters: Counters;
  readonly heartbeatMs: number;
  /** Sockets open at once from one address. */
  readonly socketsPerAddress: number;
  readonly mayOpen: RateLimit;
}

/** How often it is asked whether those who are here may still be. */
const recheckMs = 30_000;
const recheckTickMs = 1_000;
const recheckPauseMs = 50;

/** One open socket: who it came as, and where to. */
interface Here {
  readonly end: (code: ErrorCode) => void;
  /** Undefined for one that was not let in. */
  readonly as?: Admitted;
}

interface Admitted {
  readonly session: SessionRef | undefined;
  readonly lane: Lane;
  readonly author: string;
  readonly canWrite: boolean;
  recheckAt: number;
}

/** Whether what the client holds is from before the lane was put back. Who says nothing holds what was first. */
const isStale = (url: URL, epochNow: number): boolean =>
  Number(url.searchParams.get(epochParam) ?? 0) < epochNow;

export function createUpgrades(options: UpgradeOptions) {
  const { rooms, accessTo, sessions, readConnection, isOwnOrigin, clock, log } = options;
  const server = new WebSocketServer({
    noServer: true,
    // What is larger is refused by its head, before it is in memory.
    maxPayload: limits.frameBytes,
    WebSocket: BoundedSocket,
    // Rooms write to the stream under it, and answer pings between their frames.
    perMessageDeflate: false,
    autoPong: false,
    closeTimeout: closeMs,
  } as ServerOptions<typeof BoundedSocket>);
  const perAddress = new Map<string, number>();
  const sockets = new Map<BoundedSocket, Here>();
  let closing = false;

  /** Where the records cannot be read, nobody is let in and nobody is sent away for good. */
  const ask: AccessToLanes = (session, lane) => {
    try {
      return accessTo(session, lane);
    } catch (error) {
      log.error({ reason: String(error) }, "it could not be read who may be where");
      return { ok: false, code: "storage_unavailable" };
    }
  };

  /** Whether the request may come into the lane it names, and as whom. */
  function admit(request: IncomingMessage, session: SessionRef | undefined, url: URL): LaneAccess {
    if (closing) return { ok: false, code: "shutting_down" };
    if (!isOwnOrigin(request)) return { ok: false, code: "wrong_origin" };
    const lane = parseLane(url.pathname.slice(syncPath.length));
    // Who is nobody is told so first.
    if (!lane) return { ok: false, code: session ? "not_found" : "not_signed_in" };
    const access = ask(session, lane);
    return access.ok && isStale(url, access.epochNow) ? { ok: false, code: "stale_epoch" } : access;
  }

  function recheck(which: (as: Admitted) => boolean): void {
    // The tabs of one browser ask the same.
    const known = new Map<string, LaneAccess>();
    for (const { as, end } of sockets.values()) {
      if (!as || !which(as)) continue;
      as.recheckAt = clock.now() + recheckMs;
      const key = `${as.session?.hash} ${laneName(as.lane)}`;
      const access = known.get(key) ?? ask(as.session, as.lane);
      known.set(key, access);
      const isSame = access.ok && access.author === as.author && access.canWrite === as.canWrite;
      const isUnknown = !access.ok && access.code === "storage_unavailable";
      if (!isSame) end(isUnknown ? access.code : "access_ended");
    }
  }
  let isPausing = false;
  let whenAsked: (() => void)[] = [];
  /** At once; of many revocations in a row those after the first are one question to each socket. */
  function recheckNow(): Promise<void> {
    if (isPausing) return new Promise((done) => whenAsked.push(done));
    recheck(() => true);
    isPausing = true;
    clock.after(recheckPauseMs, () => {
      isPausing = false;
      const asking = whenAsked;
      whenAsked = [];
      if (asking.length === 0) return;
      const done = recheckNow();
      for (const tell of asking) void done.then(tell);
    });
    return Promise.resolve();
  }
  // Each in its turn: a thousand at once would keep everybody waiting for a tenth of a second.
  const endRechecks = clock.every(recheckTickMs, () => {
    const now = clock.now();
    recheck(({ recheckAt }) => recheckAt <= now);
  });

  async function begin(connection: Connection, lane: Lane, url: URL): Promise<void> {
    try {
      const seat = await rooms.enter(lane, connection.peer);
      // The lane may have been put back while the room was awaited.
      if (!isStale(url, seat.epoch)) return connection.serve(seat);
      seat.leave();
      connection.end("stale_epoch");
    } catch (error) {
      log.error({ reason: String(error) }, "a lane could not be opened");
      connection.end("storage_unavailable");
    }
  }

  function accept(socket: BoundedSocket, stream: Duplex, request: IncomingMessage, url: URL): void {
    const acks = url.searchParams.get(acksParam) === "1";
    // An error is always followed by a close, which is what everything here waits for.
    socket.on("error", (error) => log.debug({ reason: String(error) }, "a socket failed"));
    const { address } = readConnection(request);
    const count = (perAddress.get(address) ?? 0) + 1;
    perAddress.set(address, count);
    sockets.set(socket, { end: (code) => closeFor(socket, code, acks) });
    socket.on("close", () => {
      sockets.delete(socket);
      const left = (perAddress.get(address) ?? 1) - 1;
      if (left > 0) perAddress.set(address, left);
      else perAddress.delete(address);
    });
    if (count > options.socketsPerAddress) return closeFor(socket, "too_many", acks);
    const session = sessions.refOf(request, readConnection(request));
    const admitted = admit(request, session, url);
    if (!admitted.ok) return closeFor(socket, admitted.code, acks);
    const { lane, author, canWrite } = admitted;
    const { heartbeatMs, counters } = options;
    const facts = { socket, stream, author, canWrite, acks, clock, counters, heartbeatMs };
    const connection = createConnection(facts);
    const recheckAt = clock.now() + recheckMs;
    const as = { session, lane, author, canWrite, recheckAt };
    sockets.set(socket, { end: connection.end, as });
    // Nothing is read before the room is there.
    socket.pause();
    void begin(connection, lane, url);
  }

  return {
    /** Takes an upgrade on `/sync/`; false leaves any other to whoever else listens. */
    upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
      const target = request.url ?? "";
      if (!target.startsWith(syncPath)) return false;
      const url = URL.canParse(target, "http://host") ? new URL(target, "http://host") : undefined;
      if (!url) {
        socket.destroy();
        return true;
      }
      if (!options.mayOpen(readConnection(request).address)) {
        // Node listens no more to a socket it gave up: one that is reset would end the process.
        socket.on("error", () => socket.destroy());
        socket.end(
          "HTTP/1.1 429 Too Many Requests\r\nConnection: close\r\nRetry-After: 60\r\n\r\n",
        );
        return true;
      }
      server.handleUpgrade(request, socket, head, (opened) => accept(opened, socket, request, url));
      return true;
    },
    /** Asks of every socket whether it may still be where it is; resolves once those that may not are closed. */
    recheck: recheckNow,
    /** Refuses newcomers from now on. */
    stopAccepting(): void {
      closing = true;
    },
    /**
     * Closes every socket, one by one in no order: their pages come back as scattered. Resolves when all have
     * closed; those that take longer than `graceMs` are cut off.
     */
    async close(graceMs: number): Promise<void> {
      closing = true;
      endRechecks();
      const closed = [...sockets.keys()].map(
        (socket) => new Promise<void>((done) => socket.once("close", () => done())),
      );
      const spreadMs = Math.min(graceMs / 2, sockets.size * msPerGoodbye);
      for (const { end } of sockets.values()) {
        const delayMs = (randomInt(1_000) / 1_000) * spreadMs;
        if (delayMs < 1) end("shutting_down");
        else clock.after(delayMs, () => end("shutting_down"));
      }
      const cutOff = clock.after(graceMs, () => {
        for (const socket of sockets.keys()) socket.terminate();
      });
      await Promise.all(closed);
      cutOff();
      server.close();
    },
  };
}
