/**
 * One socket in one room: frames in, frames out, and its end.
 *
 * Owns framing, the pulse (dead peers are dropped) and back-pressure (a peer that does not read is
 * dropped, and catches up when it comes back). What frames mean to a document is the room's business.
 */
import * as decoding from "lib0/decoding";
import type { RawData, WebSocket } from "ws";
import { unreachable } from "../../shared/base/assert.ts";
import { type ErrorCode, errors } from "../../shared/protocol/errors.ts";
import { encodeRefused, encodeSaved, frameKind, syncKind } from "../../shared/protocol/frames.ts";
import { limits } from "../../shared/protocol/limits.ts";
import type { Clock } from "../ops/clock.ts";
import type { Peer, Room } from "../rooms/room.ts";
import {
  awarenessFrame,
  heartbeatFrame,
  step1Frame,
  step2Frame,
  updateFrame,
} from "./sync-frames.ts";

export interface ConnectionOptions {
  readonly socket: WebSocket;
  readonly member: string;
  readonly canEdit: boolean;
  /** Whether the client asked for `saved` and `refused`. */
  readonly acks: boolean;
  readonly clock: Clock;
  readonly heartbeatMs: number;
  /** How much may wait in memory for a peer that does not read. */
  readonly bufferedBytes: number;
}

type Refused = ErrorCode | undefined;

/** Sends to a peer that reads; one that has let too much wait is cut off, and catches up when it is back. */
function sendTo({ socket, bufferedBytes }: ConnectionOptions, frame: Uint8Array): void {
  if (socket.readyState !== socket.OPEN) return;
  if (socket.bufferedAmount > bufferedBytes) socket.terminate();
  else socket.send(frame);
}

/** The socket as a peer of a room. */
export function createPeer(options: ConnectionOptions): Peer {
  const { socket, member, canEdit, acks } = options;
  return {
    member,
    canEdit,
    send: (update) => sendTo(options, updateFrame(update)),
    hear: (update) => sendTo(options, awarenessFrame(update)),
    saved: (frames) => {
      if (acks) sendTo(options, encodeSaved(frames));
    },
    dismiss: (code) => closeFor(socket, code, acks),
  };
}

/** Says why, to a client that asked for it, and closes with the code of the table. */
export function closeFor(socket: WebSocket, code: ErrorCode, acks: boolean): void {
  if (socket.readyState !== socket.OPEN) return;
  if (acks) socket.send(encodeRefused(code));
  const refusal = errors[code];
  socket.close("close" in refusal ? refusal.close : errors.internal.close, code);
}

/** Serves the room to the socket until it closes. */
export function serve(options: ConnectionOptions, room: Room, peer: Peer): void {
  const { socket, acks, clock, heartbeatMs } = options;
  const send = (frame: Uint8Array): void => sendTo(options, frame);

  socket.on("message", (data: RawData) => {
    if (socket.readyState !== socket.OPEN) return;
    const refused = takeFrame(room, peer, bytesOf(data), send);
    if (refused) closeFor(socket, refused, acks);
  });

  let alive = true;
  socket.on("pong", () => {
    alive = true;
  });
  const endPulse = clock.every(heartbeatMs, () => {
    if (!alive) return socket.terminate();
    alive = false;
    socket.ping();
    send(heartbeatFrame);
  });
  socket.on("close", endPulse);

  send(step1Frame(room.stateVector()));
}

function takeFrame(
  room: Room,
  peer: Peer,
  frame: Uint8Array,
  send: (frame: Uint8Array) => void,
): Refused {
  if (frame.byteLength > limits.frameBytes) return "too_large";
  const read = readFrame(frame);
  if (!read) return "malformed";
  switch (read.is) {
    case "step1": {
      const missing = room.missingFrom(read.body);
      if (typeof missing === "string") return missing;
      send(step2Frame(missing));
      return undefined;
    }
    case "content":
      return room.take(peer, read.body);
    case "awareness":
      return room.show(peer, read.body);
    case "queryAwareness": {
      const others = room.others(peer);
      if (others) peer.hear(others);
      return undefined;
    }
    case "unknown":
      return undefined;
    default:
      return unreachable(read);
  }
}

type Frame =
  | { readonly is: "step1" | "content" | "awareness"; readonly body: Uint8Array }
  | { readonly is: "queryAwareness" | "unknown" };

/** Undefined where the frame is cut off. A kind that is not known is passed over. */
function readFrame(frame: Uint8Array): Frame | undefined {
  try {
    const decoder = decoding.createDecoder(frame);
    const kind = decoding.readVarUint(decoder);
    if (kind === frameKind.queryAwareness) return { is: "queryAwareness" };
    if (kind === frameKind.awareness) {
      return { is: "awareness", body: decoding.readVarUint8Array(decoder) };
    }
    if (kind !== frameKind.sync) return { is: "unknown" };
    const step = decoding.readVarUint(decoder);
    const body = decoding.readVarUint8Array(decoder);
    if (step === syncKind.step1) return { is: "step1", body };
    const isContent = step === syncKind.step2 || step === syncKind.update;
    return isContent ? { is: "content", body } : undefined;
  } catch {
    return undefined;
  }
}

function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data;
}
