/**
 * The trails of laser pointers: where each was a moment ago, fading. Drawn and forgotten; never in the
 * document.
 *
 * Owns the trails. They are laid between the places in which a pointer is shown, so a colleague's is as
 * smooth as their pointer.
 */
import type { Point } from "../../../shared/geometry/rect.ts";
import { toScreen } from "../../canvas/camera.ts";
import type { OverlayFrame } from "../../canvas/overlay.ts";

export interface LaserTrails {
  /** The pointer of `key` is here now and shines. Board units. */
  shine(key: number, at: Point, nowMs: number): void;
  /** Draws all trails; whether any is still to be seen. */
  paint(frame: OverlayFrame, colourOf: (key: number) => string): boolean;
}

/** How long a place goes on shining. */
const glowMs = 900;
const widthPx = 5;

export function createLaserTrails(): LaserTrails {
  const trails = new Map<number, (Point & { readonly ms: number })[]>();
  return {
    shine(key, at, nowMs) {
      const trail = trails.get(key) ?? [];
      const last = trail.at(-1);
      // A pointer that is kept still goes on shining where it is.
      if (last?.x === at.x && last.y === at.y) trail.pop();
      trail.push({ x: at.x, y: at.y, ms: nowMs });
      trails.set(key, trail);
    },
    paint(frame, colourOf) {
      if (trails.size === 0) return false;
      const { ink, camera, nowMs } = frame;
      ink.lineCap = "round";
      ink.lineJoin = "round";
      for (const [key, trail] of trails) {
        while (trail[0] && nowMs - trail[0].ms > glowMs) trail.shift();
        if (trail.length === 0) {
          trails.delete(key);
          continue;
        }
        ink.strokeStyle = colourOf(key);
        ink.fillStyle = colourOf(key);
        trail.forEach((point, i) => {
          const to = toScreen(camera, point);
          const from = toScreen(camera, trail[i - 1] ?? point);
          const left = 1 - (nowMs - point.ms) / glowMs;
          ink.globalAlpha = Math.max(0, left);
          ink.lineWidth = widthPx * (0.4 + 0.6 * left);
          ink.beginPath();
          ink.moveTo(from.x, from.y);
          ink.lineTo(to.x, to.y);
          ink.stroke();
        });
      }
      ink.globalAlpha = 1;
      return trails.size > 0;
    },
  };
}
