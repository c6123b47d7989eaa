/**
 * One peer's way out: writes as fast as the peer reads, and never lets much wait.
 *
 * Nothing is queued for a peer but what cannot be asked for again: when there is room, the outbox asks
 * its owner for more (`next`). A peer that does not read therefore costs what is in its socket and no
 * more, and gets the state of things when it reads again, not all that was said meanwhile.
 */

/** A socket that takes whole frames in pieces. Neither function throws, even when the socket has gone. */
export interface Wire {
  /** False: not before `drained`. */
  write(bytes: Uint8Array): boolean;
  /** Bytes written that the other side has not taken. */
  waiting(): number;
}

export interface OutboxOptions {
  readonly wire: Wire;
  /** Above this nothing more is written. */
  readonly waitingBytes: number;
  /** Whole frames to write now; undefined or empty if there are none. */
  readonly next: () => readonly Uint8Array[] | undefined;
  /** Told how much was written. */
  readonly wrote: (bytes: number) => void;
}

/** A large part is written by so much at a time: progress shows, and thirty joiners take turns. */
const sliceBytes = 256 * 1024;
/** Parts that are smaller than this together are put into one write. */
const joinedBytes = 32 * 1024;

export function createOutbox({ wire, waitingBytes, next, wrote }: OutboxOptions) {
  /** Begun and not yet written. */
  let parts: Uint8Array[] = [];
  let pumping = false;

  function write(bytes: Uint8Array): boolean {
    wrote(bytes.byteLength);
    return wire.write(bytes);
  }

  /** Writes what was begun; true when all of it is written. */
  function writeParts(): boolean {
    while (parts.length > 0) {
      const part = parts[0] as Uint8Array;
      const isWhole = part.byteLength <= sliceBytes;
      if (isWhole) parts.shift();
      else parts[0] = part.subarray(sliceBytes);
      const goesOn = write(isWhole ? part : part.subarray(0, sliceBytes));
      if (!goesOn && parts.length > 0) return false;
    }
    return true;
  }

  return {
    /** Writes what there is to write, as far as there is room. */
    pump(): void {
      if (pumping) return;
      pumping = true;
      try {
        while (wire.waiting() <= waitingBytes && writeParts()) {
          const more = next();
          if (!more || more.length === 0) return;
          parts = joined(more);
        }
      } finally {
        pumping = false;
      }
    },
    /** Writes a whole frame now, unless something is under way or the peer does not read. */
    sayIfIdle(frame: Uint8Array): void {
      if (parts.length === 0 && wire.waiting() <= waitingBytes) write(frame);
    },
    isBehind: (): boolean => parts.length > 0 || wire.waiting() > waitingBytes,
    /** Ends what was begun, so that a closing frame may follow. */
    finish(): void {
      for (const part of parts) write(part);
      parts = [];
    },
  };
}

function joined(parts: readonly Uint8Array[]): Uint8Array[] {
  if (parts.length === 1) return [...parts];
  const total = parts.reduce((sum, { byteLength }) => sum + byteLength, 0);
  return total <= joinedBytes ? [Buffer.concat(parts)] : [...parts];
}
