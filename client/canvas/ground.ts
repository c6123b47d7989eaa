/**
 * The table without a browser: what lies on it, how it glides, where the view stands over it, and what
 * hands do to it.
 *
 * Owns the scene, the motion, the camera and the hands' state; asks for a step by `request` and is told
 * the time by `step`. Knows no elements: stage.ts draws it, test/fixtures/editor-driver.ts drives it.
 */
import type { Point, Rect, Size } from "../../shared/geometry/rect.ts";
import {
  between,
  type Camera,
  fitted,
  type Insets,
  panned,
  revealing,
  toBoard,
  type ZoomLimits,
  zoomedTo,
} from "./camera.ts";
import {
  type HandEvent,
  type HandStep,
  idleHands,
  type Meaning,
  stepHands,
  type ToolPointer,
  tickHands,
} from "./hands.ts";
import { createMotion, type Motion, shownRect } from "./motion.ts";
import type { WheelTurn } from "./pointer-source.ts";
import {
  createScene,
  type Scene,
  type SceneChange,
  type SceneEdit,
  type SceneItem,
} from "./scene.ts";

/** What hands on the table ask of whoever knows the tools. */
export interface Handlers {
  /** What a pointer that comes down means with the tool at hand. */
  decide(event: HandEvent, at: Point): Meaning;
  onPointer(input: ToolPointer, at: Point): void;
  /** Whether a finger may ask for a menu now, and what is done when one does. */
  hasMenu(): boolean;
  onMenu(screen: Point): void;
  /** Hands moved the view itself: panned, pinched, turned the wheel. */
  onHandMoved(): void;
}

export interface GroundOptions extends Handlers {
  readonly limits: ZoomLimits;
  /** What bars cover of the view; asked whenever something is fitted into it. */
  insets(): Insets;
  /** Whether the person asked their system for less motion. */
  still(): boolean;
  /** Something changed: `step` is to be called soon. */
  request(): void;
  /** The camera is at this scale at once, without a way there. */
  onLeap(scale: number): void;
}

/** How the camera gets somewhere; `chasing` is quick, for a place that moves on meanwhile. */
export type Way = "at once" | "gliding" | "chasing";

export interface Ground<Item extends SceneItem> {
  readonly scene: Scene<Item>;
  readonly motion: Motion;
  /** Takes an edit over into the scene; what it changed, or undefined when nothing did. */
  apply(edit: SceneEdit<Item>): SceneChange<Item> | undefined;
  /** Where the item is shown now, in board units. */
  rectOf(id: string): Rect | undefined;
  camera(): Camera;
  size(): Size;
  resized(size: Size): void;
  moveTo(camera: Camera, how: Way): void;
  zoomBy(factor: number): void;
  panBy(screen: Point): void;
  /** Shows all of `rect`, at most at `most` pixels a unit; returns where the camera will stand. */
  fit(rect: Rect, how: Way, most?: number): Camera;
  /** Moves just enough that `rect` can be seen. */
  reveal(rect: Rect): void;
  hand(event: HandEvent): void;
  wheel(turn: WheelTurn): void;
  /** Time passes: fingers take hold, the camera and things glide. What moved, and whether to come again. */
  step(nowMs: number): { readonly moved: ReadonlySet<string>; readonly isUnderWay: boolean };
}

const glideMs = { gliding: 280, chasing: 110 } as const;

interface Glide {
  readonly from: Camera;
  readonly to: Camera;
  readonly ms: number;
  startMs: number | undefined;
}

export function createGround<Item extends SceneItem>(options: GroundOptions): Ground<Item> {
  const { request } = options;
  const scene = createScene<Item>();
  const motion = createMotion({ still: options.still });
  let camera: Camera = { x: 0, y: 0, scale: 1 };
  let size: Size = { w: 0, h: 0 };
  let glide: Glide | undefined;
  let hands = idleHands;

  function look(next: Camera): void {
    glide = undefined;
    if (next === camera) return;
    camera = next;
    request();
  }

  function moveTo(next: Camera, how: Way): void {
    if (how === "at once" || options.still()) {
      options.onLeap(next.scale);
      return look(next);
    }
    glide = { from: camera, to: next, ms: glideMs[how], startMs: undefined };
    request();
  }

  /** The limits, widened where fitting the content asks for less. */
  function limitsNow(): ZoomLimits {
    return { ...options.limits, least: Math.min(options.limits.least, camera.scale) };
  }

  function take([next, effects]: HandStep): void {
    hands = next;
    for (const effect of effects) {
      switch (effect.do) {
        case "tool":
          options.onPointer(effect.input, toBoard(camera, effect.input.screen));
          break;
        case "menu":
          options.onMenu(effect.at);
          break;
        case "pan":
          options.onHandMoved();
          look(panned(camera, effect.by));
          break;
        case "pinch": {
          options.onHandMoved();
          const pushed = panned(camera, effect.by);
          look(zoomedTo(pushed, pushed.scale * effect.zoomBy, effect.at, limitsNow()));
          break;
        }
      }
    }
    if (hands.waiting) request();
  }

  return {
    scene,
    motion: {
      ...motion,
      hold(id, by, how) {
        motion.hold(id, by, how);
        request();
      },
      release(id) {
        motion.release(id);
        request();
      },
    },
    apply(edit) {
      const change = scene.apply(edit);
      if (!change) return undefined;
      const { added, changed, removed } = change;
      for (const { id } of removed) motion.forget(id);
      for (const item of added) motion.place(item.id, item.rect);
      for (const [, item] of changed) {
        motion.place(item.id, item.rect, edit.atOnce?.(item) ? "at once" : "gliding");
      }
      request();
      return change;
    },
    rectOf(id) {
      const item = scene.get(id);
      return item && shownRect(item, motion);
    },
    camera: () => camera,
    size: () => size,
    resized(next) {
      size = next;
      request();
    },
    moveTo,
    zoomBy(factor) {
      const target = glide?.to ?? camera;
      const { top, right, bottom, left } = options.insets();
      const middle = { x: (left + size.w - right) / 2, y: (top + size.h - bottom) / 2 };
      moveTo(zoomedTo(target, target.scale * factor, middle, limitsNow()), "gliding");
    },
    panBy: (screen) => look(panned(camera, screen)),
    fit(rect, how, most = options.limits.most) {
      const next = fitted(rect, size, options.insets(), { least: 0, most });
      moveTo(next, how);
      return next;
    },
    reveal(rect) {
      const next = revealing(glide?.to ?? camera, rect, size, options.insets());
      if (next !== camera) moveTo(next, "gliding");
    },
    hand(event) {
      // What a hand comes down on stays under it: the table glides no further.
      if (event.is === "down") glide = undefined;
      const decide = (down: HandEvent): Meaning =>
        options.decide(down, toBoard(camera, down.screen));
      take(stepHands(hands, event, decide, options.hasMenu()));
    },
    wheel({ screen, by, zoomBy }) {
      options.onHandMoved();
      look(
        zoomBy === undefined
          ? panned(camera, by)
          : zoomedTo(camera, camera.scale * zoomBy, screen, limitsNow()),
      );
    },
    step(nowMs) {
      const isWaiting = hands.waiting !== undefined;
      if (isWaiting) take(tickHands(hands, nowMs));
      if (glide) {
        glide.startMs ??= nowMs;
        const way = Math.min(1, (nowMs - glide.startMs) / glide.ms);
        camera = between(glide.from, glide.to, 1 - (1 - way) ** 3);
        if (way === 1) glide = undefined;
      }
      const moved = motion.step(nowMs);
      return { moved, isUnderWay: glide !== undefined || isWaiting };
    },
  };
}
