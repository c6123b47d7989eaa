/**
 * What a hand means that points at a shape, or sweeps over it. Pure; test/unit/shape-drawing.test.ts.
 *
 * `hollow` is the inside of a shape that is not filled: it counts only where nothing else lies under it, so
 * that a ring drawn round notes leaves the notes to be taken.
 */
import type { LinePath } from "../../../shared/board/connectors.ts";
import type { Shape } from "../../../shared/board/shapes.ts";
import {
  contains,
  grown,
  intersects,
  type Point,
  type Rect,
} from "../../../shared/geometry/rect.ts";
import { boundsOf, middleOf, turnedPoint } from "../../../shared/geometry/turned.ts";
import { distanceTo, lineTouches, weightUnits } from "./line-drawing.ts";

export interface ShownShape {
  readonly shape: Pick<Shape, "kind" | "fill" | "weight" | "turn" | "words">;
  /** Before it is turned, as large as it is shown. */
  readonly box: Rect;
  /** Of a line, which has no box to be hit. */
  readonly path: LinePath | undefined;
}

export type ShapeHit = "firm" | "hollow" | undefined;

/** `reach`: how far beside an edge still counts, in board units. */
export function hitShape({ shape, box, path }: ShownShape, at: Point, reach: number): ShapeHit {
  const edge = weightUnits[shape.weight] / 2 + reach;
  if (path) return distanceTo(path, at) <= edge ? "firm" : undefined;
  const point = turnedPoint(at, middleOf(box), -shape.turn);
  if (!contains(grown(box, reach), point)) return undefined;
  switch (shape.kind) {
    case "text":
    case "image":
    case "line":
    case "arrow":
      return "firm";
    case "frame":
      // What lies in a frame is to be swept and taken: the frame itself is held by its edge.
      return contains(grown(box, -edge), point) ? undefined : "firm";
    case "box":
      if (shape.fill !== "none") return "firm";
      return contains(grown(box, -edge), point) ? "hollow" : "firm";
    case "ellipse": {
      if (share(grown(box, reach), point) > 1) return undefined;
      if (shape.fill !== "none") return "firm";
      return share(grown(box, -edge), point) < 1 ? "hollow" : "firm";
    }
  }
}

/** Whether a swept rectangle takes the shape: a frame only where it lies in it as a whole. */
export function isSwept({ shape, box, path }: ShownShape, rect: Rect): boolean {
  if (path) return lineTouches(path, rect);
  const bounds = boundsOf(box, shape.turn);
  if (shape.kind !== "frame") return intersects(bounds, rect);
  return (
    contains(rect, bounds) && contains(rect, { x: bounds.x + bounds.w, y: bounds.y + bounds.h })
  );
}

/** How far a point is from an ellipse's middle, 1 being its edge. */
function share(box: Rect, at: Point): number {
  if (box.w <= 0 || box.h <= 0) return Infinity;
  const { x, y } = middleOf(box);
  return Math.hypot((at.x - x) / (box.w / 2), (at.y - y) / (box.h / 2));
}
