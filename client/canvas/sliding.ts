/**
 * Where the world stands in the view: by its transform, and by scrolling while it is pushed.
 *
 * Owns both. Of all the ways to move something, only a scroll leaves alone what the browser painted and
 * layered: a transform has it put all its layers together anew in each frame, even one it was told of by
 * `will-change` (Chromium 156, 80 cards, 57 frames: 18 ms of its main thread by scrolling, 60 to 90 by
 * every other way). At rest nothing can be scrolled, or a caret and Tab would do so.
 * test/unit/canvas-sliding.test.ts.
 */
import type { Point } from "../../shared/geometry/rect.ts";
import type { Camera } from "./camera.ts";

export interface Sliding {
  /** A wheel moves the world from the next `stand` on: what passes under the pointer is not meant. */
  wheeled(): void;
  /** The world as `camera` sees it; true while it is to be asked again. */
  stand(camera: Camera, nowMs: number): boolean;
  destroy(): void;
}

/** How far the world can be pushed before it takes up a new stand, as in the styles. Pixels. */
const roomPx = 8000;
/** Wheels and fingers pause between their steps. */
const restMs = 300;
/** So long after a wheel's last step the pointer means what lies under it again, if it did not move before. */
const passingMs = 140;

/** `slide` can be scrolled where it says `data-slides`. */
export function createSliding(slide: HTMLElement, world: HTMLElement): Sliding {
  let last: Camera | undefined;
  let pushedMs = 0;
  /** Where the world stood when the push began; undefined while it is not pushed. */
  let begun: Point | undefined;
  let wheeledMs: number | undefined;
  let isWheeled = false;

  function put({ x, y }: Point, scale: number): void {
    world.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
  }

  function begin(at: Point, scale: number): void {
    begun = at;
    slide.toggleAttribute("data-slides", true);
    put({ x: at.x + roomPx, y: at.y + roomPx }, scale);
  }

  function end(at: Point, scale: number): void {
    begun = undefined;
    if (slide.hasAttribute("data-slides")) {
      slide.toggleAttribute("data-slides", false);
      slide.scrollTo(0, 0);
    }
    put(at, scale);
  }

  const own = new AbortController();
  const { signal } = own;
  for (const kind of ["scroll", "scrollend"]) {
    addEventListener(kind, keepQuiet, { capture: true, signal });
  }
  for (const kind of ["pointermove", "pointerdown"]) {
    slide.addEventListener(kind, () => shield(false), { signal });
  }

  // How the world is moved, and nothing that somebody did: whoever listens further out need not look at each.
  function keepQuiet(event: Event): void {
    if (event.target === slide) event.stopImmediatePropagation();
  }

  // The browser looks for what lies under the pointer in every frame that moved something there, a fifth of
  // such a frame's work: a shield over all is found at once.
  function shield(isUp: boolean): void {
    if (!isUp) wheeledMs = undefined;
    if (slide.hasAttribute("data-shielded") !== isUp) slide.toggleAttribute("data-shielded", isUp);
  }

  return {
    wheeled() {
      isWheeled = true;
    },
    stand(camera, nowMs) {
      if (isWheeled) {
        shield(true);
        wheeledMs = nowMs;
      } else if (wheeledMs !== undefined && nowMs - wheeledMs > passingMs) shield(false);
      isWheeled = false;
      const at = cornerOf(camera);
      if (camera !== last) {
        const isPushed = last?.scale === camera.scale;
        pushedMs = nowMs;
        if (isPushed) {
          const isFar =
            begun && Math.max(...[at.x - begun.x, at.y - begun.y].map(Math.abs)) > roomPx;
          if (!begun || isFar) begin(at, camera.scale);
          const from = begun ?? at;
          slide.scrollTo(roomPx - (at.x - from.x), roomPx - (at.y - from.y));
        } else end(at, camera.scale);
        last = camera;
      } else if (begun && nowMs - pushedMs > restMs) end(at, camera.scale);
      return begun !== undefined || wheeledMs !== undefined;
    },
    destroy: () => own.abort(),
  };
}

/** The board's origin in the view. In whole pixels of the screen, or all would be blended anew. */
function cornerOf({ x, y, scale }: Camera): Point {
  const whole = (px: number): number => Math.round(px * devicePixelRatio) / devicePixelRatio;
  return { x: whole(-x * scale), y: whole(-y * scale) };
}
