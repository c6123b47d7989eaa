/** What rooms and sockets have done since the start, for the metrics. Nothing is kept per person or board. */
import type { ErrorCode } from "../../shared/protocol/errors.ts";

export interface Counters {
  /** Lanes open now. */
  rooms: number;
  /** Sockets in them now. */
  peers: number;
  framesIn: number;
  bytesIn: number;
  /** Updates handed to peers, each once a peer. */
  updatesOut: number;
  bytesOut: number;
  updatesCommitted: number;
  /** Peers that were told the state of things because they had fallen too far behind. */
  resyncs: number;
  presenceIn: number;
  /** How often what a room's people show was sent round. */
  presenceFlushes: number;
  readonly refused: Map<ErrorCode, number>;
}

export function createCounters(): Counters {
  return {
    rooms: 0,
    peers: 0,
    framesIn: 0,
    bytesIn: 0,
    updatesOut: 0,
    bytesOut: 0,
    updatesCommitted: 0,
    resyncs: 0,
    presenceIn: 0,
    presenceFlushes: 0,
    refused: new Map(),
  };
}

export function countRefusal({ refused }: Counters, code: ErrorCode): void {
  refused.set(code, (refused.get(code) ?? 0) + 1);
}
