/**
 * The table as the browser shows it: one view, a transformed layer of cards, an overlay to draw on, a
 * camera over them, drawn only when something asks for it.
 *
 * Owns the elements, the camera and the frames. Knows no document and no tools: items come in by
 * `setItems`, hands go out by `onPointer`. The far plane (tiles) will stand beside the near one here,
 * chosen per frame by scale and count; nothing outside this file knows how things are drawn.
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
  viewOf,
  type ZoomLimits,
  zoomedTo,
} from "./camera.ts";
import { createFrameLoop } from "./frame-loop.ts";
import {
  type HandEvent,
  type HandStep,
  idleHands,
  type Meaning,
  stepHands,
  type ToolPointer,
  tickHands,
} from "./hands.ts";
import { createMotion, type Motion } from "./motion.ts";
import { type Card, type CardMaker, createNearPlane, shownRect } from "./near-plane.ts";
import { createOverlay, type Painter } from "./overlay.ts";
import { listenToPointers } from "./pointer-source.ts";
import { createScene, type Scene, type SceneItem } from "./scene.ts";
import styles from "./stage.module.css";

export interface StageOptions<Item extends SceneItem> {
  readonly host: HTMLElement;
  readonly limits: ZoomLimits;
  /** What bars cover of the view; asked whenever something is fitted into it. */
  insets(): Insets;
  makerOf(kind: string): CardMaker<Item>;
  /** Drawn over the cards, bottom first. */
  readonly painters: readonly Painter[];
  /** Drawn under those, multiplied with the cards as a highlighter is with paper. */
  readonly blended: readonly Painter[];
  /** Whether there is anything to blend: a blended canvas costs, so it is there only while needed. */
  hasBlended(): boolean;
  /** What a pointer that comes down means with the tool at hand. */
  decide(event: HandEvent, at: Point): Meaning;
  onPointer(input: ToolPointer, at: Point): void;
  onPointerLeft(): void;
  /** Whether the person asked their system for less motion. */
  still(): boolean;
}

export interface Stage<Item extends SceneItem> {
  readonly view: HTMLElement;
  /** Behind the cards and in board units, for what the frame lays under them. */
  readonly underlay: HTMLElement;
  readonly scene: Pick<Scene<Item>, "get" | "at" | "within" | "all" | "bounds">;
  readonly motion: Pick<Motion, "hold" | "release">;
  setItems(items: Iterable<Item>): void;
  /** Where the item is shown now, in board units. */
  rectOf(id: string): Rect | undefined;
  /** Items on their way home or after a colleague's hand. */
  moving(): Iterable<string>;
  cardOf(id: string): Card<Item> | undefined;
  lift(ids: ReadonlySet<string>): void;
  camera(): Camera;
  size(): Size;
  /** Called after each frame in which the camera or the view's size changed. */
  onCamera(listener: () => void): () => void;
  moveTo(camera: Camera, how: "at once" | "gliding"): void;
  zoomBy(factor: number): void;
  panBy(screen: Point): void;
  /** Shows all of `rect`, at most at `most` pixels a unit; returns where the camera will stand. */
  fit(rect: Rect, how: "at once" | "gliding", most?: number): Camera;
  /** Moves just enough that `rect` can be seen. */
  reveal(rect: Rect): void;
  draw(): void;
  /** How many cards are in the DOM, for measuring. */
  mounted(): number;
  destroy(): void;
}

const glideMs = 280;

export function createStage<Item extends SceneItem>(options: StageOptions<Item>): Stage<Item> {
  const { view, layer, underlay, cards, blendedCanvas, canvas } = lay(options.host);
  const scene = createScene<Item>();
  const motion = createMotion({ still: options.still });
  const near = createNearPlane(layer, cards, scene, motion, options.makerOf);
  const overlay = createOverlay(canvas, options.painters);
  const blended = createOverlay(blendedCanvas, options.blended);
  const cameraListeners = new Set<() => void>();
  let camera: Camera = { x: 0, y: 0, scale: 1 };
  let size: Size = { w: view.clientWidth, h: view.clientHeight };
  let glide:
    | { readonly from: Camera; readonly to: Camera; startMs: number | undefined }
    | undefined;
  let announced: Camera | undefined;
  let hands = idleHands;

  const loop = createFrameLoop((nowMs) => {
    const waiting = hands.waiting !== undefined;
    if (waiting) take(tickHands(hands, nowMs));
    if (glide) {
      glide.startMs ??= nowMs;
      const way = Math.min(1, (nowMs - glide.startMs) / glideMs);
      camera = between(glide.from, glide.to, 1 - (1 - way) ** 3);
      if (way === 1) glide = undefined;
    }
    const moved = motion.step(nowMs);
    const frame = { camera, size, moved, devicePixelRatio };
    blendedCanvas.hidden = !options.hasBlended();
    const more = [
      near.draw(frame),
      !blendedCanvas.hidden && blended.draw({ camera, size, nowMs }),
      overlay.draw({ camera, size, nowMs }),
      motion.isMoving(),
    ];
    if (announced !== camera) {
      // Exact here, for the few parts of the underlay; cards get it in steps.
      if (announced?.scale !== camera.scale) {
        underlay.style.setProperty("--px", String(1 / camera.scale));
      }
      announced = camera;
      for (const listener of cameraListeners) listener();
    }
    return more.includes(true) || glide !== undefined || waiting;
  });

  function look(next: Camera): void {
    glide = undefined;
    if (next === camera) return;
    camera = next;
    loop.request();
  }

  function moveTo(next: Camera, how: "at once" | "gliding"): void {
    if (how === "at once" || options.still()) return look(next);
    glide = { from: camera, to: next, startMs: undefined };
    loop.request();
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
        case "pan":
          look(panned(camera, effect.by));
          break;
        case "pinch": {
          const pushed = panned(camera, effect.by);
          look(zoomedTo(pushed, pushed.scale * effect.zoomBy, effect.at, limitsNow()));
          break;
        }
      }
    }
    if (hands.waiting) loop.request();
  }

  const stopListening = listenToPointers(view, {
    hand: (event) =>
      take(stepHands(hands, event, (down) => options.decide(down, toBoard(camera, down.screen)))),
    wheel({ screen, by, zoomBy }) {
      look(
        zoomBy === undefined
          ? panned(camera, by)
          : zoomedTo(camera, camera.scale * zoomBy, screen, limitsNow()),
      );
    },
    left: options.onPointerLeft,
  });

  const resizing = new ResizeObserver(() => {
    size = { w: view.clientWidth, h: view.clientHeight };
    announced = undefined;
    loop.request();
  });
  resizing.observe(view);

  return {
    view,
    underlay,
    scene,
    motion: {
      hold(id, by, how) {
        motion.hold(id, by, how);
        loop.request();
      },
      release(id) {
        motion.release(id);
        loop.request();
      },
    },
    setItems(items) {
      const change = scene.set(items);
      if (!change) return;
      const { added, changed, removed } = change;
      for (const { id } of removed) motion.forget(id);
      for (const item of [...added, ...changed.map(([, after]) => after)])
        motion.place(item.id, item.rect);
      near.changed(
        [...removed, ...changed.map(([before]) => before)],
        changed.map(([, after]) => after),
      );
      loop.request();
    },
    rectOf(id) {
      const item = scene.get(id);
      return item && shownRect(item, motion);
    },
    moving: motion.moving,
    cardOf: near.cardOf,
    lift(ids) {
      near.lift(ids);
      loop.request();
    },
    camera: () => camera,
    size: () => size,
    onCamera(listener) {
      cameraListeners.add(listener);
      return () => void cameraListeners.delete(listener);
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
      const limits = { least: 0, most };
      const next = fitted(rect, size, options.insets(), limits);
      moveTo(next, how);
      return next;
    },
    reveal(rect) {
      const next = revealing(glide?.to ?? camera, rect, size, options.insets());
      if (next !== camera) moveTo(next, "gliding");
    },
    draw: loop.request,
    mounted: near.mounted,
    destroy() {
      stopListening();
      resizing.disconnect();
      loop.stop();
      near.destroy();
      view.remove();
    },
  };
}

/** Whether anything of `rect` is in view. */
export function isInView(camera: Camera, size: Size, rect: Rect): boolean {
  const view = viewOf(camera, size);
  return (
    rect.x < view.x + view.w &&
    view.x < rect.x + rect.w &&
    rect.y < view.y + view.h &&
    view.y < rect.y + rect.h
  );
}

function lay(host: HTMLElement) {
  const part = (name: string, into: HTMLElement): HTMLElement => {
    const element = document.createElement("div");
    element.className = styles[name] ?? "";
    into.append(element);
    return element;
  };
  const view = part("view", host);
  const layer = part("layer", view);
  const underlay = part("underlay", layer);
  const cards = part("cards", layer);
  const [blendedCanvas, canvas] = [styles["blended"], styles["overlay"]].map((className) => {
    const element = document.createElement("canvas");
    element.className = className ?? "";
    element.ariaHidden = "true";
    view.append(element);
    return element;
  }) as [HTMLCanvasElement, HTMLCanvasElement];
  return { view, layer, underlay, cards, blendedCanvas, canvas };
}
