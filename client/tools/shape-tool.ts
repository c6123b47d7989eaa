/**
 * Drawing anything that is as large as a rectangle (box, ellipse, frame, the width of a text), as a state
 * machine: (state, input) → (next state, what to do).
 *
 * Pure: no DOM, no document, no clock. A press and a lift at about one place put a thing of the usual size
 * there, for hands that cannot drag. test/unit/shape-tool.test.ts holds it to that.
 */
import { unreachable } from "../../shared/base/assert.ts";
import { type Point, type Rect, rectBetween } from "../../shared/geometry/rect.ts";

/** What is held down while drawing. */
export interface DrawHold {
  /** Both sides alike (Shift). */
  readonly even: boolean;
  /** From the middle outwards (Alt). */
  readonly centred: boolean;
}

export type ShapeToolState =
  | { readonly at: "idle" }
  | { readonly at: "pressed"; readonly from: Point; readonly slop: number }
  | { readonly at: "drawing"; readonly from: Point; readonly rect: Rect };

export type ShapeToolInput =
  /** Board units, `slop` as well: how far a hand may stray before it means a drag. */
  | { readonly is: "press"; readonly at: Point; readonly slop: number }
  | ({ readonly is: "move" | "lift"; readonly at: Point } & DrawHold)
  | { readonly is: "cancel" };

export type ShapeToolEffect =
  | { readonly do: "put"; readonly rect: Rect }
  | { readonly do: "put-at"; readonly at: Point };

export type ShapeToolStep = readonly [ShapeToolState, ShapeToolEffect?];

export const idleShapeTool: ShapeToolState = { at: "idle" };

export function stepShapeTool(state: ShapeToolState, input: ShapeToolInput): ShapeToolStep {
  if (input.is === "cancel") return [idleShapeTool];
  if (input.is === "press") return [{ at: "pressed", from: input.at, slop: input.slop }];
  switch (state.at) {
    case "idle":
      return [state];
    case "pressed": {
      const { from, slop } = state;
      const strayed = Math.hypot(input.at.x - from.x, input.at.y - from.y) > slop;
      if (input.is === "lift" && !strayed) return [idleShapeTool, { do: "put-at", at: from }];
      return strayed ? drawn(from, input) : [state];
    }
    case "drawing":
      return drawn(state.from, input);
    default:
      return unreachable(state);
  }
}

/** The rectangle to show while it is being drawn; undefined while there is none. */
export function shapeSoFar(state: ShapeToolState): Rect | undefined {
  return state.at === "drawing" ? state.rect : undefined;
}

function drawn(
  from: Point,
  input: ShapeToolInput & { readonly is: "move" | "lift" },
): ShapeToolStep {
  const rect = rectOf(from, input.at, input);
  return input.is === "lift"
    ? [idleShapeTool, { do: "put", rect }]
    : [{ at: "drawing", from, rect }];
}

function rectOf(from: Point, at: Point, { even, centred }: DrawHold): Rect {
  let [dx, dy] = [at.x - from.x, at.y - from.y];
  if (even) {
    const side = Math.max(Math.abs(dx), Math.abs(dy));
    dx = dx < 0 ? -side : side;
    dy = dy < 0 ? -side : side;
  }
  const to = { x: from.x + dx, y: from.y + dy };
  return rectBetween(centred ? { x: from.x - dx, y: from.y - dy } : from, to);
}
