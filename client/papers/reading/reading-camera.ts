/**
 * Where the reader stands over the paper: follows it (all of it, or its width) until somebody zooms or
 * pans, and again when asked to. The paper never leaves the view.
 *
 * Owns one store; the arithmetic is paper-layout.ts and canvas/camera.ts. Knows no elements.
 */
import type { Point, Rect, Size } from "../../../shared/geometry/rect.ts";
import {
  between,
  type Camera,
  type Insets,
  panned,
  rectToScreen,
  revealing,
  toScreen,
  zoomedTo,
} from "../../canvas/camera.ts";
import { createStore, type Store } from "../../ui/store.ts";
import { type Fit, fittedTo, keptOver, type PaperLayout, readingZoom } from "./paper-layout.ts";

export interface Standing {
  readonly camera: Camera;
  readonly fit: Fit;
}

/** Where the paper lies on the screen, in pixels from the view's top left, and how wide. */
export type Shown = Point & { readonly w: number };

export interface ReadingCamera {
  readonly standing: Store<Standing>;
  /** What the bars around the paper cover, and a little air. Screen pixels. */
  readonly insets: Insets;
  /** The view's size or the pages' layout is another now. */
  lay(layout: PaperLayout, size: Size): void;
  /** Another paper lies there: it is shown as the last one was first shown. */
  restart(): void;
  fit(fit: "page" | "width"): void;
  /** `scale` 1 shows the scan pixel for pixel; `at` (screen pixels) stays where it is, else the middle. */
  zoomTo(scale: number, at?: Point): void;
  zoomBy(factor: number, at?: Point): void;
  pan(by: Point): void;
  /** Brings a rectangle of the layout into view, zoomed in where it would be too small to read. */
  reveal(rect: Rect): void;
  /** Undefined while nothing is laid out. */
  shown(): Shown | undefined;
  /** Stands so that the paper is shown there, wherever that is. */
  showAt(shown: Shown, fit: Fit): void;
  stop(): void;
}

/** What the tools on the left and the zoom bar below cover. */
const readingInsets: Insets = { top: 16, right: 20, bottom: 72, left: 84 };
const glideMs = 220;
/** What is brought into view is shown as if its paper were at least this wide on the screen. */
const legiblePx = 420;

export function createReadingCamera(
  isStill: () => boolean,
  insets: Insets = readingInsets,
): ReadingCamera {
  let layout: PaperLayout | undefined;
  let size: Size = { w: 1, h: 1 };
  let lastFit: "page" | "width" = "page";
  let frame: number | undefined;
  const standing = createStore<Standing>({ camera: { x: 0, y: 0, scale: 1 }, fit: "page" });

  function stand(camera: Camera, fit: Fit): void {
    const next = layout && fit === "free" ? keptOver(layout, camera, size, insets) : camera;
    standing.set({ camera: next, fit });
  }

  function stop(): void {
    if (frame !== undefined) cancelAnimationFrame(frame);
    frame = undefined;
  }

  function glide(target: Camera, fit: Fit): void {
    stop();
    const from = standing.get().camera;
    if (isStill()) return stand(target, fit);
    let began: number | undefined;
    const step = (nowMs: number): void => {
      began ??= nowMs;
      const t = Math.min(1, (nowMs - began) / glideMs);
      const eased = 1 - (1 - t) ** 3;
      frame = t < 1 ? requestAnimationFrame(step) : undefined;
      // On the way the paper may pass the edges that it keeps to when at rest.
      if (t < 1) standing.set({ camera: between(from, target, eased), fit });
      else stand(target, fit);
    };
    frame = requestAnimationFrame(step);
  }

  function follow(): void {
    if (!layout) return;
    const { camera, fit } = standing.get();
    stand(fit === "free" ? camera : fittedTo(fit, layout, size, insets), fit);
  }

  function zoomTo(scale: number, at?: Point): void {
    stop();
    const middle = {
      x: (insets.left + size.w - insets.right) / 2,
      y: (insets.top + size.h - insets.bottom) / 2,
    };
    stand(zoomedTo(standing.get().camera, scale, at ?? middle, readingZoom), "free");
  }

  return {
    standing,
    insets,
    lay(nextLayout, nextSize) {
      layout = nextLayout;
      size = nextSize;
      follow();
    },
    restart() {
      stop();
      standing.set((last) => ({ ...last, fit: lastFit }));
      follow();
    },
    fit(fit) {
      lastFit = fit;
      if (layout) glide(fittedTo(fit, layout, size, insets), fit);
    },
    zoomTo,
    zoomBy: (factor, at) => zoomTo(standing.get().camera.scale * factor, at),
    pan(by) {
      stop();
      stand(panned(standing.get().camera, by), "free");
    },
    reveal(rect) {
      if (!layout) return;
      const { camera } = standing.get();
      const most = Math.min(
        (size.w - insets.left - insets.right) / rect.w,
        (size.h - insets.top - insets.bottom) / rect.h,
      );
      const [page] = layout.pages.values();
      const wanted = Math.min(most, legiblePx / (page?.w ?? 1));
      const centre = toScreen(camera, { x: rect.x + rect.w / 2, y: rect.y + rect.h / 2 });
      const zoomed = wanted > camera.scale ? zoomedTo(camera, wanted, centre, readingZoom) : camera;
      const target = revealing(zoomed, rect, size, insets);
      if (target !== camera) glide(target, "free");
    },
    shown() {
      if (!layout) return undefined;
      const { x, y, w } = rectToScreen(standing.get().camera, layout.bounds);
      return { x, y, w };
    },
    showAt({ x, y, w }, fit) {
      if (!layout) return;
      stop();
      const { bounds } = layout;
      const scale = w / bounds.w;
      standing.set({ camera: { x: bounds.x - x / scale, y: bounds.y - y / scale, scale }, fit });
    },
    stop,
  };
}
