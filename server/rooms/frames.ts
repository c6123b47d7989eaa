/**
 * Messages as they go to a peer's socket: each y-protocols message in a WebSocket frame of its own, made
 * once and written as it is to every peer (RFC 6455: a server's frames carry no mask).
 *
 * Owns bytes on the way out, and nothing else: what a socket sends us is ws/'s.
 */
import * as encoding from "lib0/encoding";
import { frameKind, syncKind } from "../../shared/protocol/frames.ts";

const finalBinary = 0x82;

function headBytes(payloadBytes: number): number {
  if (payloadBytes < 126) return 2;
  return payloadBytes < 65_536 ? 4 : 10;
}

/** Writes a frame's head; returns where its payload begins. */
function writeHead(to: Buffer, at: number, payloadBytes: number): number {
  to[at] = finalBinary;
  if (payloadBytes < 126) {
    to[at + 1] = payloadBytes;
    return at + 2;
  }
  if (payloadBytes < 65_536) {
    to[at + 1] = 126;
    to.writeUInt16BE(payloadBytes, at + 2);
    return at + 4;
  }
  to[at + 1] = 127;
  to.writeBigUInt64BE(BigInt(payloadBytes), at + 2);
  return at + 10;
}

/** One message as one frame. */
export function frameOf(message: Uint8Array): Buffer {
  const frame = Buffer.allocUnsafe(headBytes(message.byteLength) + message.byteLength);
  frame.set(message, writeHead(frame, 0, message.byteLength));
  return frame;
}

const varBytes = (value: number): number =>
  value < 128 ? 1 : 1 + varBytes(Math.floor(value / 128));

function writeVar(to: Buffer, at: number, value: number): number {
  let left = value;
  while (left > 127) {
    to[at++] = 128 | (left & 127);
    left = Math.floor(left / 128);
  }
  to[at] = left;
  return at + 1;
}

/** Bytes before the update in the frame that carries it. */
function updateHeadBytes(updateBytes: number): number {
  const before = 2 + varBytes(updateBytes);
  return headBytes(before + updateBytes) + before;
}

function writeUpdateHead(to: Buffer, at: number, kind: number, updateBytes: number): number {
  const before = 2 + varBytes(updateBytes);
  const payload = writeHead(to, at, before + updateBytes);
  to[payload] = frameKind.sync;
  to[payload + 1] = kind;
  return writeVar(to, payload + 2, updateBytes);
}

/** What goes before the bytes of a large update, so that these need not be copied. */
function updateHead(kind: number, updateBytes: number): Buffer {
  const head = Buffer.allocUnsafe(updateHeadBytes(updateBytes));
  writeUpdateHead(head, 0, kind, updateBytes);
  return head;
}

export interface Framed {
  readonly frame: Buffer;
  /** The update inside the frame. */
  readonly update: Buffer;
}

/** Updates as `update` frames, one behind the other in one buffer. */
export function framedUpdates(updates: readonly Uint8Array[]): {
  readonly bytes: Buffer;
  readonly each: readonly Framed[];
} {
  let total = 0;
  for (const { byteLength } of updates) total += updateHeadBytes(byteLength) + byteLength;
  const bytes = Buffer.allocUnsafeSlow(total);
  let at = 0;
  const each = updates.map((update) => {
    const from = at;
    const begin = writeUpdateHead(bytes, from, syncKind.update, update.byteLength);
    bytes.set(update, begin);
    at = begin + update.byteLength;
    return { frame: bytes.subarray(from, at), update: bytes.subarray(begin, at) };
  });
  return { bytes, each };
}

const copied = 16 * 1024;
const nothing = Uint8Array.of(0, 0);

/**
 * The answer to a peer's state vector: all but the last update as `update` frames, the last as step 2, so
 * that a peer that calls itself in step then holds everything. Large updates are not copied.
 */
export function answerParts(updates: readonly Uint8Array[]): Buffer[] {
  const all = updates.length > 0 ? updates : [nothing];
  const parts: Buffer[] = [];
  all.forEach((update, i) => {
    const head = updateHead(
      i === all.length - 1 ? syncKind.step2 : syncKind.update,
      update.byteLength,
    );
    const body = Buffer.from(update.buffer, update.byteOffset, update.byteLength);
    if (update.byteLength > copied) parts.push(head, body);
    else parts.push(Buffer.concat([head, body]));
  });
  const total = parts.reduce((sum, { byteLength }) => sum + byteLength, 0);
  return total > copied ? parts : [Buffer.concat(parts)];
}

/** Asks a peer for what we lack. */
export function step1Frame(stateVector: Uint8Array): Buffer {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, frameKind.sync);
  encoding.writeVarUint(encoder, syncKind.step1);
  encoding.writeVarUint8Array(encoder, stateVector);
  return frameOf(encoding.toUint8Array(encoder));
}

/**
 * An awareness frame of `count` states, whose encoded pieces (client, clock, JSON) are the bytes of
 * `parts` put together.
 */
export function awarenessFrame(count: number, parts: readonly Uint8Array[]): Buffer {
  const states = parts.reduce((sum, { byteLength }) => sum + byteLength, varBytes(count));
  const payload = 1 + varBytes(states) + states;
  const frame = Buffer.allocUnsafe(headBytes(payload) + payload);
  let at = writeHead(frame, 0, payload);
  frame[at++] = frameKind.awareness;
  at = writeVar(frame, at, states);
  at = writeVar(frame, at, count);
  for (const part of parts) {
    frame.set(part, at);
    at += part.byteLength;
  }
  return frame;
}

/** A ping, and an awareness frame about nobody: stock clients hang up after 30 s without any message. */
export const pulseFrames: Buffer = Buffer.concat([Buffer.of(0x89, 0), awarenessFrame(0, [])]);

/** The answer to a peer's ping. */
export const pongFrame = (data: Uint8Array): Buffer =>
  Buffer.concat([Buffer.of(0x8a, data.byteLength), data]);
