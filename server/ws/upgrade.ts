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
import { acksParam } from "../../shared/protocol/frames.ts";
import { type Lane, parseLane } from "../../shared/protocol/lanes.ts";
import { limits } from "../../shared/protocol/limits.ts";
import { can } from "../../shared/team/can.ts";
import type { ReadConnection } from "../auth/connection.ts";
import type { IsOwnOrigin } from "../auth/origin.ts";
import type { RateLimit } from "../auth/rate-limit.ts";
import { actorIn, type Sessions } from "../auth/sessions.ts";
import type { Clock } from "../ops/clock.ts";
import type { Log } from "../ops/log.ts";
import type { Counters } from "../rooms/counters.ts";
import type { Rooms } from "../rooms/rooms.ts";
import type { Boards } from "../teams/boards.ts";
import { BoundedSocket } from "./bounded-socket.ts";
import { type Connection, closeFor, createConnection } from "./connection.ts";

const syncPath = "/sync/";
/** How long a socket that was told why it closes may take to close. */
const closeMs = 5_000;
/** At the end, sockets are closed about so far from one another. */
const msPerGoodbye = 5;

export interface UpgradeOptions {
  readonly rooms: Rooms;
  readonly boards: Boards;
  readonly sessions: Sessions;
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

type Admitted =
  | { readonly ok: true; readonly lane: Lane; readonly member: string; readonly canEdit: boolean }
  | { readonly ok: false; readonly code: ErrorCode };

export function createUpgrades(options: UpgradeOptions) {
  const { rooms, boards, sessions, readConnection, isOwnOrigin, clock, log } = options;
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
  const sockets = new Map<BoundedSocket, (code: ErrorCode) => void>();
  let closing = false;

  /** Whether the request may come into the lane it names, and as whom. */
  function admit(request: IncomingMessage, laneText: string): Admitted {
    if (closing) return { ok: false, code: "shutting_down" };
    if (!isOwnOrigin(request)) return { ok: false, code: "wrong_origin" };
    const session = sessions.read(request, readConnection(request));
    if (!session) return { ok: false, code: "not_signed_in" };
    const lane = parseLane(laneText);
    if (!lane) return { ok: false, code: "not_found" };
    // The other lanes open with their rights.
    if (lane.kind !== "team" && lane.kind !== "board") return { ok: false, code: "not_found" };
    const teamId = lane.kind === "team" ? lane.teamId : boards.find(lane.boardId)?.team;
    if (!teamId) return { ok: false, code: "not_found" };
    const actor = actorIn(session, teamId);
    if (actor.role !== "member" || !can(actor, "readLane", { teamId })) {
      return { ok: false, code: "not_a_member" };
    }
    const canEdit = can(actor, "writeLane", { teamId });
    return { ok: true, lane, member: actor.memberId, canEdit };
  }

  async function begin(connection: Connection, lane: Lane): Promise<void> {
    try {
      connection.serve(await rooms.enter(lane, connection.peer));
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
    sockets.set(socket, (code) => closeFor(socket, code, acks));
    socket.on("close", () => {
      sockets.delete(socket);
      const left = (perAddress.get(address) ?? 1) - 1;
      if (left > 0) perAddress.set(address, left);
      else perAddress.delete(address);
    });
    if (count > options.socketsPerAddress) return closeFor(socket, "too_many", acks);
    const admitted = admit(request, url.pathname.slice(syncPath.length));
    if (!admitted.ok) return closeFor(socket, admitted.code, acks);
    const { lane, member: author, canEdit: canWrite } = admitted;
    const { heartbeatMs, counters } = options;
    const facts = { socket, stream, author, canWrite, acks, clock, counters, heartbeatMs };
    const connection = createConnection(facts);
    sockets.set(socket, connection.end);
    // Nothing is read before the room is there.
    socket.pause();
    void begin(connection, lane);
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
        socket.end(
          "HTTP/1.1 429 Too Many Requests\r\nConnection: close\r\nRetry-After: 60\r\n\r\n",
        );
        return true;
      }
      server.handleUpgrade(request, socket, head, (opened) => accept(opened, socket, request, url));
      return true;
    },
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
      const closed = [...sockets.keys()].map(
        (socket) => new Promise<void>((done) => socket.once("close", () => done())),
      );
      const spreadMs = Math.min(graceMs / 2, sockets.size * msPerGoodbye);
      for (const end of sockets.values()) {
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
