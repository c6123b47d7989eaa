/**
 * The two planes of the table as one: chooses which is drawn (which-plane.ts) and changes from one to
 * the other without a blank, the old one staying until the new one is there.
 */
import type { Size } from "../../shared/geometry/rect.ts";
import { type Camera, viewOf } from "./camera.ts";
import type { FarPlane } from "./far-plane.ts";
import type { Motion } from "./motion.ts";
import type { NearPlane } from "./near-plane.ts";
import type { Scene, SceneItem } from "./scene.ts";
import { most, type Plane, whichPlane } from "./which-plane.ts";

export interface PlanesFrame {
  readonly camera: Camera;
  readonly size: Size;
  readonly nowMs: number;
  readonly moved: ReadonlySet<string>;
}

export interface Planes {
  /** Draws what changed since the last frame; true when it wants another frame. */
  draw(frame: PlanesFrame): boolean;
  /** The camera leaps to this scale: that is no zooming, and all is to be drawn at once. */
  leap(scale: number): void;
  /** Whether the scale is changing, or was a moment ago: wheels and fingers pause between their steps. */
  isZooming(): boolean;
  shown(): Plane;
  /** Whether all that is in view is drawn. */
  isComplete(camera: Camera, size: Size): boolean;
}

const handRestMs = 140;
/**
 * How long tiles may be drawn in one frame; on the way back to cards these come first. Until tiles can
 * take the cards' place the browser paints both, which costs more than a frame that is longer.
 */
const tileMs = { far: 6, near: 1, changing: 12 } as const;

export function createPlanes<Item extends SceneItem>(
  near: NearPlane<Item>,
  far: FarPlane,
  scene: Scene<Item>,
  motion: Motion,
): Planes {
  let plane: Plane = "near";
  let isChanging = false;
  let isZooming = false;
  let isPushed = false;
  let zoomedMs = Number.NEGATIVE_INFINITY;
  let pushedMs = Number.NEGATIVE_INFINITY;
  let lastScale = 1;
  let last: Camera | undefined;

  function choose(camera: Camera, size: Size): void {
    const objects = scene.countWithin(viewOf(camera, size), most.objects);
    const chosen = whichPlane(plane, { scale: camera.scale, objects, isZooming, isPushed });
    if (chosen === plane) return;
    plane = chosen;
    isChanging = true;
  }

  return {
    draw({ camera, size, nowMs, moved }) {
      if (lastScale !== camera.scale) zoomedMs = nowMs;
      else if (last?.scale === camera.scale && last !== camera) pushedMs = nowMs;
      lastScale = camera.scale;
      last = camera;
      isZooming = nowMs - zoomedMs < handRestMs;
      isPushed = nowMs - pushedMs < handRestMs;
      choose(camera, size);
      // Wheels and fingers pause between their steps: what rests only for a frame is not made ready.
      const isResting = !isZooming && !isPushed;
      const afloat = motion.away();
      const frame = { camera, size, moved, devicePixelRatio, afloat, isZooming, isResting };
      let more = !isResting;
      if (plane === "far" || isChanging) {
        more =
          far.draw({
            ...frame,
            drawMs: tileMs[isChanging && plane === "far" ? "changing" : plane],
          }) || more;
      }
      if (plane === "near" || isChanging) more = near.draw(frame, plane === "near") || more;
      if (plane === "far") {
        if (isChanging && !far.isDrawn()) return true;
        isChanging = false;
        if (isZooming) near.hide(frame);
        else more = near.clear(frame) || more;
      } else if (isChanging) {
        isChanging = !near.isComplete(viewOf(camera, size));
      }
      if (plane === "near" && !isChanging) far.hide(nowMs);
      return more || isChanging;
    },
    leap(scale) {
      lastScale = scale;
      last = undefined;
    },
    isZooming: () => isZooming,
    shown: () => plane,
    isComplete(camera, size) {
      if (isChanging) return false;
      return plane === "far" ? far.isComplete() : near.isComplete(viewOf(camera, size));
    },
  };
}
