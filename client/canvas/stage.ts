/**
 * The table as the browser shows it: one view, a world in it that is moved as one, with cards or a canvas
 * of tiles, an overlay to draw on, a camera over them, drawn only when something asks for it.
 *
 * Owns the elements, the frames and which of the two planes is drawn (which-plane.ts); what is true of the
 * table without a browser is ground.ts. Knows no document and no tools: items come in by `apply`, hands go
 * out by `onPointer`.
 */
import type { Point, Rect, Size } from "../../shared/geometry/rect.ts";
import type { Camera, Insets, ZoomLimits } from "./camera.ts";
import { createFarPlane, type Sketch } from "./far-plane.ts";
import { createFrameLoop } from "./frame-loop.ts";
import { createGround, type Handlers, type Way } from "./ground.ts";
import type { Motion } from "./motion.ts";
import { type Card, type CardMaker, createNearPlane, tellScale } from "./near-plane.ts";
import { createOverlay, type Painter } from "./overlay.ts";
import { createPlanes } from "./planes.ts";
import { listenToPointers } from "./pointer-source.ts";
import type { Scene, SceneEdit, SceneItem } from "./scene.ts";
import { createSliding } from "./sliding.ts";
import styles from "./stage.module.css";
import type { Plane } from "./which-plane.ts";

/** How one kind of things is drawn. */
export interface Look<Item extends SceneItem> {
  /** Seen from near: an element of the DOM. */
  readonly card: CardMaker<Item>;
  /** Seen from afar. */
  readonly sketch: Sketch<Item>;
  /** Whether the change between the two is not seen from afar. */
  isSameFromAfar?(before: Item, after: Item): boolean;
}

export interface StageOptions<Item extends SceneItem> extends Handlers {
  readonly host: HTMLElement;
  readonly limits: ZoomLimits;
  /** What bars cover of the view; asked whenever something is fitted into it. */
  insets(): Insets;
  lookOf(kind: string): Look<Item>;
  /** Drawn over the cards, bottom first. */
  readonly painters: readonly Painter[];
  /** Drawn under those, multiplied with the cards as a highlighter is with paper. */
  readonly blended: readonly Painter[];
  onPointerLeft(): void;
  /** Whether the person asked their system for less motion. */
  still(): boolean;
}

export interface Stage<Item extends SceneItem> {
  readonly view: HTMLElement;
  /** Behind the cards and in board units, for what the frame lays under them. */
  readonly underlay: HTMLElement;
  /** The same over the cards. */
  readonly overlay: HTMLElement;
  readonly scene: Omit<Scene<Item>, "apply">;
  readonly motion: Pick<Motion, "hold" | "release">;
  apply(edit: SceneEdit<Item>): void;
  /** A thing looks different from afar, though nothing about its item changed. */
  redraw(id: string): void;
  /** Colours changed: everything is to be drawn anew. */
  redrawAll(): void;
  /** Whether things are drawn as cards or as sketches. */
  plane(): Plane;
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
  moveTo(camera: Camera, how: Way): void;
  zoomBy(factor: number): void;
  panBy(screen: Point): void;
  /** Shows all of `rect`, at most at `most` pixels a unit; returns where the camera will stand. */
  fit(rect: Rect, how: Way, most?: number): Camera;
  /** Moves just enough that `rect` can be seen. */
  reveal(rect: Rect): void;
  draw(): void;
  /** How many cards are in the DOM, for measuring. */
  mounted(): number;
  /** Whether all that is in view is drawn, its pictures too. */
  isComplete(): boolean;
  destroy(): void;
}

export function createStage<Item extends SceneItem>(options: StageOptions<Item>): Stage<Item> {
  const { view, slide, world, above, underlay, cards, farCanvas, blendedCanvas, canvas } = lay(
    options.host,
  );
  const ground = createGround<Item>({
    ...options,
    request: () => loop.request(),
    onLeap: (scale) => planes.leap(scale),
  });
  const { scene, motion } = ground;
  const sliding = createSliding(slide, world);
  const near = createNearPlane(cards, scene, motion, (kind) => options.lookOf(kind).card);
  const far = createFarPlane(farCanvas, scene, motion, (kind) => options.lookOf(kind).sketch);
  const planes = createPlanes(near, far, scene, motion);
  const overlay = createOverlay(canvas, options.painters);
  const blended = createOverlay(blendedCanvas, options.blended);
  const cameraListeners = new Set<() => void>();
  let announced: Camera | undefined;

  const loop = createFrameLoop((nowMs) => {
    const { moved, isUnderWay } = ground.step(nowMs);
    const camera = ground.camera();
    const size = ground.size();
    const isPushed = sliding.stand(camera, nowMs);
    const more = [
      planes.draw({ camera, size, nowMs, moved }),
      blended.draw({ camera, size, nowMs }),
      overlay.draw({ camera, size, nowMs }),
      motion.isMoving(),
    ];
    // In large steps on the way: each restyles what lies under the cards.
    for (const few of [underlay, above]) {
      tellScale(few, camera.scale, planes.isZooming() ? "in octaves" : "exactly");
    }
    if (announced !== camera) {
      announced = camera;
      for (const listener of cameraListeners) listener();
    }
    return more.includes(true) || isUnderWay || isPushed;
  });

  const stopListening = listenToPointers(view, {
    hand: ground.hand,
    wheel(turn) {
      const before = ground.camera();
      ground.wheel(turn);
      // At the end of the scale nothing moves.
      if (ground.camera() !== before) sliding.wheeled();
    },
    left: options.onPointerLeft,
  });

  const measure = (): void => ground.resized({ w: view.clientWidth, h: view.clientHeight });
  measure();
  const resizing = new ResizeObserver(() => {
    announced = undefined;
    measure();
  });
  resizing.observe(view);
  // Seen from afar, a card is there only while it has the focus.
  cards.addEventListener("focusout", () => loop.request());

  return {
    view,
    underlay,
    overlay: above,
    scene,
    motion,
    apply(edit) {
      const change = ground.apply(edit);
      if (!change) return;
      const { added, changed, removed } = change;
      near.changed(
        [...removed, ...changed.map(([before]) => before)],
        changed.map(([, after]) => after),
      );
      far.touch([
        ...[...added, ...removed].map(({ rect }) => rect),
        ...changed.flatMap(([before, after]) =>
          options.lookOf(after.kind).isSameFromAfar?.(before, after)
            ? []
            : [before.rect, after.rect],
        ),
      ]);
    },
    redraw(id) {
      const item = scene.get(id);
      if (item) far.touch([item.rect]);
      loop.request();
    },
    redrawAll() {
      far.forget();
      loop.request();
    },
    plane: planes.shown,
    rectOf: ground.rectOf,
    moving: motion.moving,
    cardOf: near.cardOf,
    lift(ids) {
      near.lift(ids);
      loop.request();
    },
    camera: ground.camera,
    size: ground.size,
    onCamera(listener) {
      cameraListeners.add(listener);
      return () => void cameraListeners.delete(listener);
    },
    moveTo: ground.moveTo,
    zoomBy: ground.zoomBy,
    panBy: ground.panBy,
    fit: ground.fit,
    reveal: ground.reveal,
    draw: loop.request,
    mounted: near.mounted,
    isComplete: () =>
      announced === ground.camera() && planes.isComplete(ground.camera(), ground.size()),
    destroy() {
      stopListening();
      resizing.disconnect();
      loop.stop();
      sliding.destroy();
      near.destroy();
      far.destroy();
      view.remove();
    },
  };
}

function lay(host: HTMLElement) {
  const part = (name: string, into: HTMLElement): HTMLElement => {
    const element = document.createElement("div");
    element.className = styles[name] ?? "";
    into.append(element);
    return element;
  };
  const sheet = (name: string, into: HTMLElement): HTMLCanvasElement => {
    const element = document.createElement("canvas");
    element.className = styles[name] ?? "";
    element.ariaHidden = "true";
    element.hidden = true;
    into.append(element);
    return element;
  };
  const view = part("view", host);
  const slide = part("slide", view);
  const world = part("world", slide);
  const underlay = part("sheet", world);
  const farCanvas = sheet("far", world);
  const cards = part("cards", world);
  const above = part("sheet", world);
  const blendedCanvas = sheet("overlay", view);
  blendedCanvas.classList.add(styles["blended"] ?? "");
  const canvas = sheet("overlay", view);
  return { view, slide, world, above, underlay, cards, farCanvas, blendedCanvas, canvas };
}
