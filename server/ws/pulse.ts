/**
 * Whether the other end of a socket is still there, and behaves: looked at once a period.
 *
 * Any bytes are a sign of life, and so is that what we write is taken: a large frame on a slow line, either
 * way, is not cut off for want of a pong, which cannot pass it. But a frame must end some time, and what was
 * written must be read some time.
 */

/** What is looked at; all counts only grow. */
export interface Signs {
  readonly bytesRead: number;
  /** Whole frames read. */
  readonly frames: number;
  /** Bytes written that have not left. */
  readonly waiting: number;
  /** How often all that was waiting has left. */
  readonly drained: number;
  /** Whether we ourselves read nothing from it for now. */
  readonly isHeld: boolean;
}

export interface PulseLimits {
  readonly periodMs: number;
  /** How long one frame may take to come in. */
  readonly frameMs: number;
  /** How long what was written may wait without any of it being read. */
  readonly unreadMs: number;
}

/** Called once a period: false when the socket is to be dropped. */
export function createPulse(limits: PulseLimits): (signs: Signs) => boolean {
  let last: Signs = { bytesRead: 0, frames: 0, waiting: 0, drained: 0, isHeld: false };
  let inFrameMs = 0;
  let unreadMs = 0;
  return (signs) => {
    const isSilent = signs.bytesRead === last.bytesRead;
    const isInFrame = !isSilent && signs.frames === last.frames;
    const isUnread = signs.waiting > 0 && signs.drained === last.drained;
    inFrameMs = isInFrame ? inFrameMs + limits.periodMs : 0;
    unreadMs = isUnread ? unreadMs + limits.periodMs : 0;
    const isTaking = signs.waiting > 0 || signs.drained !== last.drained;
    const wasHeld = signs.isHeld || last.isHeld;
    last = signs;
    if (unreadMs >= limits.unreadMs) return false;
    return wasHeld || ((!isSilent || isTaking) && inFrameMs < limits.frameMs);
  };
}
