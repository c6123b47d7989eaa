/** The frames the server writes: y-websocket's sync and awareness (see shared/protocol/frames.ts). */
import * as encoding from "lib0/encoding";
import { frameKind, syncKind } from "../../shared/protocol/frames.ts";

function frame(kinds: readonly number[], body: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const kind of kinds) encoding.writeVarUint(encoder, kind);
  encoding.writeVarUint8Array(encoder, body);
  return encoding.toUint8Array(encoder);
}

export const step1Frame = (stateVector: Uint8Array): Uint8Array =>
  frame([frameKind.sync, syncKind.step1], stateVector);

export const step2Frame = (update: Uint8Array): Uint8Array =>
  frame([frameKind.sync, syncKind.step2], update);

let lastUpdate: Uint8Array | undefined;
let lastFrame: Uint8Array | undefined;

/** The same frame for the same update: thirty peers of a room are sent one. */
export function updateFrame(update: Uint8Array): Uint8Array {
  if (update !== lastUpdate || !lastFrame) {
    lastFrame = frame([frameKind.sync, syncKind.update], update);
    lastUpdate = update;
  }
  return lastFrame;
}

export const awarenessFrame = (update: Uint8Array): Uint8Array =>
  frame([frameKind.awareness], update);

/** An awareness update about nobody: stock clients hang up after 30 s without any frame. */
export const heartbeatFrame: Uint8Array = awarenessFrame(Uint8Array.of(0));
