/**
 * What is checked of an update before any document sees it: the one gate, as a pure function.
 *
 * `Y.applyUpdate` is not atomic (12 of 60 truncations of a 60-byte update changed the document before
 * throwing), so an update is decoded whole first. The checks that need to know the lane (client ids,
 * clocks, forbidden keys, the schema) come here too when "A sync server one can trust" is built.
 */
import * as Y from "yjs";
import type { ErrorCode } from "../../shared/protocol/errors.ts";

export interface AdmissionLimits {
  readonly updateBytes: number;
}

/** Why the update (Yjs, v1) may not come in; undefined if it may. */
export function refuseUpdate(update: Uint8Array, limits: AdmissionLimits): ErrorCode | undefined {
  if (update.byteLength > limits.updateBytes) return "too_large";
  return decodes(() => Y.decodeUpdate(update)) ? undefined : "malformed";
}

/** Why a peer's state vector may not be answered; undefined if it may. */
export function refuseStateVector(stateVector: Uint8Array): ErrorCode | undefined {
  return decodes(() => Y.decodeStateVector(stateVector)) ? undefined : "malformed";
}

function decodes(decode: () => unknown): boolean {
  try {
    decode();
    return true;
  } catch {
    return false;
  }
}
