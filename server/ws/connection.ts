/**
 * One socket in one room: frames in, bytes out, and its end.
 *
 * Owns reading frames and the wire that the room writes to. The room writes whole frames to the TCP socket
 * itself, past `ws`, which is left with reading, and with closing when nothing is half written. What
 * frames mean to a lane is the room's business; who may be here is upgrade.ts's.
 */

import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import * as decoding from "lib0/decoding";
import type { RawData, WebSocket } from "ws";
import { unreachable } from "../../shared/base/assert.ts";
import { type ErrorCode, errors } from "../../shared/protocol/errors.ts";
import { encodeRefused, frameKind, syncKind } from "../../shared/protocol/frames.ts";
import type { Clock } from "../ops/clock.ts";
import { type Counters, countRefusal } from "../rooms/counters.ts";
import { pongFrame, pulseFrames } from "../rooms/frames.ts";
import type { Wire } from "../rooms/outbox.ts";
import type { Seat } from "../rooms/room.ts";
import type { Peer } from "../rooms/seat.ts";
import type { BoundedSocket } from "./bounded-socket.ts";
import { createPulse } from "./pulse.ts";

export interface ConnectionOptions {
  readonly socket: BoundedSocket;
  /** The socket under it. */
  readonly stream: Duplex;
  /** A member's or guest's id. */
  readonly author: string;
  readonly canWrite: boolean;
  /** Whether the client asked for `saved` and `refused`. */
  readonly acks: boolean;
  readonly clock: Clock;
  readonly counters: Counters;
  readonly heartbeatMs: number;
}

/** How long one frame may take to come in, and how long a peer may leave lie what it was sent. */
const patience = { frameMs: 120_000, unreadMs: 60_000 };

export type Connection = ReturnType<typeof createConnection>;

/** Says why, to a client that asked for it, and closes with the code of the table. */
export function closeFor(socket: WebSocket, code: ErrorCode, acks: boolean): void {
  if (socket.readyState !== socket.OPEN) return;
  if (acks) socket.send(encodeRefused(code));
  const refusal = errors[code];
  socket.close("close" in refusal ? refusal.close : errors.internal.close, code);
}

export function createConnection(options: ConnectionOptions) {
  const { socket, stream, author, canWrite, acks, clock, counters, heartbeatMs } = options;
  let seat: Seat | undefined;
  let frames = 0;
  let drained = 0;
  let isHeld = false;

  const wire: Wire = {
    write: (bytes) => socket.readyState === socket.OPEN && stream.writable && stream.write(bytes),
    waiting: () => stream.writableLength,
  };

  function end(code: ErrorCode): void {
    if (socket.readyState !== socket.OPEN) return;
    countRefusal(counters, code);
    // Ends what is half written, so that the close frame can be read.
    seat?.leave();
    socket.resume();
    closeFor(socket, code, acks);
  }

  const peer: Peer = {
    author,
    canWrite,
    acks,
    wire,
    hold(held) {
      isHeld = held;
      if (held) socket.pause();
      else socket.resume();
    },
    dismiss: end,
  };

  function listen(to: Seat): void {
    socket.on("message", (data: RawData, isBinary) => {
      if (socket.readyState !== socket.OPEN) return;
      const bytes = bytesOf(data);
      frames++;
      counters.framesIn++;
      counters.bytesIn += bytes.byteLength;
      const refused = isBinary ? takeFrame(to, bytes) : "malformed";
      if (refused) end(refused);
    });
    socket.on("ping", (data) => {
      frames++;
      to.sayIfIdle(pongFrame(data));
    });
    socket.on("pong", () => {
      frames++;
    });
    stream.on("drain", () => {
      drained++;
      to.drained();
    });
    const isAlive = createPulse({ periodMs: heartbeatMs, ...patience });
    const endPulse = clock.every(heartbeatMs, () => {
      const { bytesRead } = stream as Socket;
      const waiting = stream.writableLength;
      if (!isAlive({ bytesRead, frames, waiting, drained, isHeld })) return socket.terminate();
      to.sayIfIdle(pulseFrames);
    });
    socket.on("close", () => {
      endPulse();
      to.leave();
    });
  }

  socket.onTooLarge = () => end("too_large");

  return {
    peer,
    end,
    /** Begins to read, for this place in a room. */
    serve(to: Seat): void {
      if (socket.readyState !== socket.OPEN) return to.leave();
      seat = to;
      listen(to);
      socket.resume();
    },
  };
}

function takeFrame(seat: Seat, frame: Uint8Array): ErrorCode | undefined {
  const read = readFrame(frame);
  if (!read) return "malformed";
  switch (read.is) {
    case "step1":
      return seat.ask(read.body);
    case "content":
      return seat.take(read.body, read.isHandover);
    case "awareness":
      return seat.show(read.body);
    case "queryAwareness":
      seat.tellPresence();
      return undefined;
    case "unknown":
      return undefined;
    default:
      return unreachable(read);
  }
}

type Frame =
  | { readonly is: "step1" | "awareness"; readonly body: Uint8Array }
  /** `isHandover`: a step 2, which brings all that we lack. */
  | { readonly is: "content"; readonly body: Uint8Array; readonly isHandover: boolean }
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
    const isHandover = step === syncKind.step2;
    return isHandover || step === syncKind.update ? { is: "content", body, isHandover } : undefined;
  } catch {
    return undefined;
  }
}

function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data;
}
