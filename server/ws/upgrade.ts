/**
 * From an upgrade request on `/sync/<lane>` to a peer in a room, or to a close code that says why not.
 *
 * A refused socket is accepted first and then closed: browsers show a page no reason for a refused
 * handshake, and a stock provider would try for ever, where on a 44xx code it stops.
 */
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
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
import type { Rooms } from "../rooms/rooms.ts";
import type { Boards } from "../teams/boards.ts";
import { type ConnectionOptions, closeFor, createPeer, serve } from "./connection.ts";

const syncPath = "/sync/";

export interface UpgradeOptions {
  readonly rooms: Rooms;
  readonly boards: Boards;
  readonly sessions: Sessions;
  readonly readConnection: ReadConnection;
  readonly isOwnOrigin: IsOwnOrigin;
  readonly clock: Clock;
  readonly log: Log;
  readonly heartbeatMs: number;
  readonly bufferedBytes: number;
  /** Sockets open at once from one address. */
  readonly socketsPerAddress: number;
  readonly mayOpen: RateLimit;
}

type Admitted =
  | { readonly ok: true; readonly lane: Lane; readonly member: string; readonly canEdit: boolean }
  | { readonly ok: false; readonly code: ErrorCode };

export function createUpgrades(options: UpgradeOptions) {
  const { rooms, boards, sessions, readConnection, isOwnOrigin, clock, log } = options;
  // Larger than the limit by one frame's overhead, so that it is us who says `too_large`.
  const server = new WebSocketServer({ noServer: true, maxPayload: 2 * limits.frameBytes });
  const perAddress = new Map<string, number>();
  const sockets = new Set<WebSocket>();
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

  async function begin(connection: ConnectionOptions, lane: Lane): Promise<void> {
    const { socket } = connection;
    const peer = createPeer(connection);
    try {
      const seat = await rooms.enter(lane, peer);
      socket.on("close", seat.leave);
      if (socket.readyState !== socket.OPEN) return seat.leave();
      serve(connection, seat.room, peer);
      socket.resume();
    } catch (error) {
      log.error({ reason: String(error) }, "a lane could not be opened");
      closeFor(socket, "storage_unavailable", connection.acks);
      socket.resume();
    }
  }

  function accept(socket: WebSocket, request: IncomingMessage, url: URL): void {
    const acks = url.searchParams.get(acksParam) === "1";
    // An error is always followed by a close, which is what everything here waits for.
    socket.on("error", (error) => log.debug({ reason: String(error) }, "a socket failed"));
    const { address } = readConnection(request);
    const count = (perAddress.get(address) ?? 0) + 1;
    perAddress.set(address, count);
    sockets.add(socket);
    socket.on("close", () => {
      sockets.delete(socket);
      const left = (perAddress.get(address) ?? 1) - 1;
      if (left > 0) perAddress.set(address, left);
      else perAddress.delete(address);
    });
    if (count > options.socketsPerAddress) return closeFor(socket, "too_many", acks);
    const admitted = admit(request, url.pathname.slice(syncPath.length));
    if (!admitted.ok) return closeFor(socket, admitted.code, acks);
    const { lane, member, canEdit } = admitted;
    const { heartbeatMs, bufferedBytes } = options;
    // Nothing is read before the room is there.
    socket.pause();
    void begin({ socket, member, canEdit, acks, clock, heartbeatMs, bufferedBytes }, lane);
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
      server.handleUpgrade(request, socket, head, (opened) => accept(opened, request, url));
      return true;
    },
    /** Refuses newcomers from now on. */
    stopAccepting(): void {
      closing = true;
    },
    /** Resolves when every socket has closed; those that take longer than `graceMs` are cut off. */
    async close(graceMs: number): Promise<void> {
      closing = true;
      for (const socket of sockets) closeFor(socket, "shutting_down", false);
      const cutOff = clock.after(graceMs, () => {
        for (const socket of sockets) socket.terminate();
      });
      await Promise.all(
        [...sockets].map(
          (socket) => new Promise<void>((done) => socket.once("close", () => done())),
        ),
      );
      cutOff();
      server.close();
    },
  };
}
