/**
 * Where the view stands over the table: pure arithmetic between board units and screen pixels.
 *
 * Screen points are CSS pixels from the view's top left corner. Knows no elements and no time;
 * test/unit/canvas-camera.test.ts holds it to zooming about the pointer and to its limits.
 */
import type { Point, Rect, Size } from "../../shared/geometry/rect.ts";
import type { DrawnPage } from "../../shared/geometry/turned-page.ts";

export interface Camera {
  /** The board point at the view's top left corner. */
  readonly x: number;
  readonly y: number;
  /** CSS pixels per board unit. */
  readonly scale: number;
}

/** Least and greatest `scale`. */
export interface ZoomLimits {
  readonly least: number;
  readonly most: number;
}

/** Screen pixels at the view's edges that bars cover. */
export interface Insets {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export function toScreen(camera: Camera, point: Point): Point {
  return { x: (point.x - camera.x) * camera.scale, y: (point.y - camera.y) * camera.scale };
}

export function toBoard(camera: Camera, point: Point): Point {
  return { x: camera.x + point.x / camera.scale, y: camera.y + point.y / camera.scale };
}

export function rectToScreen(camera: Camera, rect: Rect): Rect {
  return {
    ...toScreen(camera, rect),
    w: rect.w * camera.scale,
    h: rect.h * camera.scale,
  };
}

export function pageToScreen(camera: Camera, drawn: DrawnPage): DrawnPage {
  return { ...rectToScreen(camera, drawn), turn: drawn.turn };
}

/** The part of the table that a view of `size` pixels shows, in board units. */
export function viewOf(camera: Camera, size: Size): Rect {
  return { x: camera.x, y: camera.y, w: size.w / camera.scale, h: size.h / camera.scale };
}

/** The table moved by screen pixels, as a hand would push it. */
export function panned(camera: Camera, by: Point): Camera {
  return {
    ...camera,
    x: camera.x - by.x / camera.scale,
    y: camera.y - by.y / camera.scale,
  };
}

/** Zoomed to `scale`, kept in `limits`, the board point under the screen point `at` staying there. */
export function zoomedTo(camera: Camera, scale: number, at: Point, limits: ZoomLimits): Camera {
  const next = Math.min(limits.most, Math.max(limits.least, scale));
  const fixed = toBoard(camera, at);
  return { x: fixed.x - at.x / next, y: fixed.y - at.y / next, scale: next };
}

/** What height is to spare lies more below than above: a table stands nearer to the bar over it. */
const aboveShare = 0.3;

/** Shows all of `bounds` in what `insets` leave of the view, no larger than `limits.most`. */
export function fitted(bounds: Rect, size: Size, insets: Insets, limits: ZoomLimits): Camera {
  const room = {
    w: Math.max(1, size.w - insets.left - insets.right),
    h: Math.max(1, size.h - insets.top - insets.bottom),
  };
  const scale = Math.min(
    limits.most,
    Math.max(limits.least, Math.min(room.w / bounds.w, room.h / bounds.h)),
  );
  return {
    x: bounds.x + bounds.w / 2 - (insets.left + room.w / 2) / scale,
    y: bounds.y - (insets.top + (room.h - bounds.h * scale) * aboveShare) / scale,
    scale,
  };
}

/** The smallest pan that brings `rect` into what `insets` leave of the view; the same camera if it is. */
export function revealing(camera: Camera, rect: Rect, size: Size, insets: Insets): Camera {
  const box = rectToScreen(camera, rect);
  const dx = nudgeInto(box.x, box.w, insets.left, size.w - insets.right);
  const dy = nudgeInto(box.y, box.h, insets.top, size.h - insets.bottom);
  return dx === 0 && dy === 0 ? camera : panned(camera, { x: dx, y: dy });
}

/** How far to move [start, start + length] so that it lies in [from, to]; its start counts if it is longer. */
function nudgeInto(start: number, length: number, from: number, to: number): number {
  if (start < from || length > to - from) return from - start;
  return start + length > to ? to - start - length : 0;
}

/**
 * The camera on the way from `a` to `b`, `t` from 0 to 1. Zooming is even to the eye, and the one board
 * point that both show at the same place of the screen stays there.
 */
export function between(a: Camera, b: Camera, t: number): Camera {
  if (t <= 0) return a;
  if (t >= 1) return b;
  const scale = a.scale * (b.scale / a.scale) ** t;
  const nearlyEven = Math.abs(b.scale / a.scale - 1) < 0.001;
  const way = nearlyEven ? t : (1 / scale - 1 / a.scale) / (1 / b.scale - 1 / a.scale);
  return { x: a.x + (b.x - a.x) * way, y: a.y + (b.y - a.y) * way, scale };
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
