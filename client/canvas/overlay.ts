/**
 * One canvas the size of the view above all cards, for what is drawn rather than laid out: ink, regions,
 * the marquee, colleagues' cursors and drags.
 *
 * Owns the canvas and its resolution; what to draw is the painters' business, in order, bottom first.
 */
import type { Size } from "../../shared/geometry/rect.ts";
import type { Camera } from "./camera.ts";

export interface OverlayFrame {
  /** In CSS pixels from the view's top left; painters leave its state as they found it. */
  readonly ink: CanvasRenderingContext2D;
  readonly camera: Camera;
  readonly size: Size;
  readonly nowMs: number;
}

/** Draws its part; true when it wants another frame. */
export type Painter = (frame: OverlayFrame) => boolean | undefined;

export interface Overlay {
  draw(frame: Omit<OverlayFrame, "ink">): boolean;
}

export function createOverlay(canvas: HTMLCanvasElement, painters: readonly Painter[]): Overlay {
  const ink = canvas.getContext("2d");
  return {
    draw(frame) {
      if (!ink) return false;
      const ratio = devicePixelRatio;
      const width = Math.round(frame.size.w * ratio);
      const height = Math.round(frame.size.h * ratio);
      if (canvas.width !== width || canvas.height !== height) {
        canvas.width = width;
        canvas.height = height;
      }
      ink.setTransform(1, 0, 0, 1, 0, 0);
      ink.clearRect(0, 0, width, height);
      ink.setTransform(ratio, 0, 0, ratio, 0, 0);
      let more = false;
      for (const paint of painters) {
        ink.save();
        if (paint({ ...frame, ink }) === true) more = true;
        ink.restore();
      }
      return more;
    },
  };
}
