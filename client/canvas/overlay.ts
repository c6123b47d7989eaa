/**
 * One canvas the size of the view above all cards, for what is drawn rather than laid out: ink, regions,
 * the marquee, colleagues' cursors and drags.
 *
 * Owns the canvas and its resolution; what to draw is the painters' business, in order, bottom first.
 */
import type { Rect, Size } from "../../shared/geometry/rect.ts";
import type { Camera } from "./camera.ts";

export interface OverlayFrame {
  /**
   * In CSS pixels from the view's top left; painters leave its state as they found it. Asked for only to
   * draw: a canvas that nobody asked for is not shown at all.
   */
  readonly ink: CanvasRenderingContext2D;
  /** Takes away what is drawn so far inside `rect`, CSS pixels. */
  clear(rect: Rect): void;
  readonly camera: Camera;
  readonly size: Size;
  readonly nowMs: number;
}

/** Draws its part; true when it wants another frame. */
export type Painter = (frame: OverlayFrame) => boolean | undefined;

export interface Overlay {
  draw(frame: Omit<OverlayFrame, "ink" | "clear">): boolean;
}

export function createOverlay(canvas: HTMLCanvasElement, painters: readonly Painter[]): Overlay {
  const context = canvas.getContext("2d");
  canvas.hidden = true;
  return {
    draw({ camera, size, nowMs }) {
      if (!context) return false;
      const ratio = devicePixelRatio;
      let isBlank = true;
      const frame: OverlayFrame = {
        camera,
        size,
        nowMs,
        get ink() {
          if (isBlank) {
            begin(context, canvas, size, ratio);
            context.save();
          }
          isBlank = false;
          return context;
        },
        clear({ x, y, w, h }) {
          if (!isBlank) context.clearRect(x, y, w, h);
        },
      };
      let more = false;
      for (const paint of painters) {
        // Of a canvas that nobody draws on not even the state is touched: that alone costs.
        if (!isBlank) context.save();
        if (paint(frame) === true) more = true;
        if (!isBlank) context.restore();
      }
      // Written only where it changes: the browser would style the canvas anew each time.
      if (canvas.hidden !== isBlank) canvas.hidden = isBlank;
      return more;
    },
  };
}

/** A clean canvas of the view's size. */
function begin(
  ink: CanvasRenderingContext2D,
  canvas: HTMLCanvasElement,
  size: Size,
  ratio: number,
): void {
  const width = Math.round(size.w * ratio);
  const height = Math.round(size.h * ratio);
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  ink.setTransform(1, 0, 0, 1, 0, 0);
  ink.clearRect(0, 0, width, height);
  ink.setTransform(ratio, 0, 0, ratio, 0, 0);
}
