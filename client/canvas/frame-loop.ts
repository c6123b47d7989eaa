/**
 * One frame at a time, and only when somebody asked: an idle table costs nothing.
 *
 * Owns the one pending request for an animation frame. `draw` says whether it needs another frame.
 */
export interface FrameLoop {
  /** Draws before the next paint; asking twice is asking once. */
  request(): void;
  stop(): void;
}

export function createFrameLoop(draw: (nowMs: number) => boolean): FrameLoop {
  let pending: number | undefined;
  let stopped = false;
  function request(): void {
    if (pending !== undefined || stopped) return;
    pending = requestAnimationFrame((nowMs) => {
      pending = undefined;
      if (draw(nowMs)) request();
    });
  }
  return {
    request,
    stop() {
      stopped = true;
      if (pending !== undefined) cancelAnimationFrame(pending);
      pending = undefined;
    },
  };
}
