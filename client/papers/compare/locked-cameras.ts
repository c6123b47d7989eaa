/**
 * Views of several papers that zoom and move as one: whichever is moved, by hand or keys, is followed by
 * all others, each showing its paper at the same place and as wide.
 *
 * Owns the following and nothing else. test/unit/compare-cameras.test.ts holds it to that.
 */
import type { ReadingCamera } from "../reading/reading-camera.ts";

export interface LockedCameras {
  /** All stand as this one does. */
  follow(leader: ReadingCamera): void;
  stop(): void;
}

export function lockCameras(
  cameras: readonly ReadingCamera[],
  isLocked: () => boolean,
): LockedCameras {
  let following = false;

  function follow(leader: ReadingCamera): void {
    const shown = leader.shown();
    if (!shown || following) return;
    following = true;
    const { fit } = leader.standing.get();
    for (const camera of cameras) if (camera !== leader) camera.showAt(shown, fit);
    following = false;
  }

  const stops = cameras.map((camera) =>
    camera.standing.subscribe(() => {
      if (isLocked()) follow(camera);
    }),
  );
  return {
    follow,
    stop() {
      for (const stop of stops) stop();
    },
  };
}
