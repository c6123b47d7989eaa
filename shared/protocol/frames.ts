/**
 * The socket's frames: the y-websocket protocol (0 sync, 1 awareness, 2 auth, 3 query awareness), and
 * two kinds of our own that the server sends only to a client that asked for them by `?acks=1`, so
 * that a stock client never meets an unknown kind.
 *
 * `saved`: how many of this socket's content frames (sync frames of kind 1, step 2, or 2, update; in
 * the order they arrived, from the socket's opening) are on disk. `refused`: why the socket closes.
 */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { type ErrorCode, isErrorCode } from "./errors.ts";

export const frameKind = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  saved: 100,
  refused: 101,
} as const;

export const syncKind = { step1: 0, step2: 1, update: 2 } as const;

/** The query parameter by which a client asks for `saved` and `refused`. */
export const acksParam = "acks";
/** The query parameter by which a client says under which epoch of the lane it has what it holds. */
export const epochParam = "epoch";

/** Whether a client's frame carries document content, and so will be acknowledged by `saved`. */
export function isContentFrame(frame: Uint8Array): boolean {
  return (
    frame[0] === frameKind.sync && (frame[1] === syncKind.step2 || frame[1] === syncKind.update)
  );
}

/** `frames` is the count of content frames of this socket that are on disk. */
export function encodeSaved(frames: number): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, frameKind.saved);
  encoding.writeVarUint(encoder, frames);
  return encoding.toUint8Array(encoder);
}

/** Reads what follows the kind of a `saved` frame. Throws where the frame is cut off. */
export function readSaved(decoder: decoding.Decoder): number {
  return decoding.readVarUint(decoder);
}

export function encodeRefused(code: ErrorCode): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, frameKind.refused);
  encoding.writeVarString(encoder, code);
  return encoding.toUint8Array(encoder);
}

/** Reads what follows the kind of a `refused` frame; an unknown code reads as `internal`. */
export function readRefused(decoder: decoding.Decoder): ErrorCode {
  const code = decoding.readVarString(decoder);
  return isErrorCode(code) ? code : "internal";
}
