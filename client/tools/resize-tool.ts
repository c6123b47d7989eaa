/**
 * Pulling a handle, as a state machine: (state, input) → (next state, what to do).
 *
 * Pure: no DOM, no document, no clock, and no things: it says how the frame round them changed, and
 * whoever carries it out moves what is in it (handles.ts). test/unit/tools-resize.test.ts.
 */
import { unreachable } from "../../shared/base/assert.ts";
import type { Point, Rect } from "../../shared/geometry/rect.ts";
import { middleOf } from "../../shared/geometry/turned.ts";
import { type Handle, type Held, handlePoint, resized } from "./handles.ts";

export type ResizeInput =
  | {
      readonly is: "press";
      readonly at: Point;
      readonly handle: Handle;
      readonly held: Held;
      /** Whether the sides always keep their proportion, whatever keys are down. */
      readonly keepShape: boolean;
      /** The least length of a side, in board units. */
      readonly least: number;
    }
  | {
      readonly is: "move";
      readonly at: Point;
      readonly shift: boolean;
      readonly alt: boolean;
    }
  | { readonly is: "lift" }
  | { readonly is: "cancel" };

export type ResizeState =
  | { readonly at: "idle" }
  | {
      readonly at: "pulling";
      readonly handle: Handle;
      readonly held: Held;
      readonly from: Point;
      readonly keepShape: boolean;
      readonly least: number;
      readonly hasMoved: boolean;
    };

export type ResizeEffect =
  /** The frame `from` is now `to`. */
  | { readonly do: "resize"; readonly from: Held; readonly to: Rect }
  /** All turns by so many degrees about the frame's middle. */
  | { readonly do: "turn"; readonly about: Point; readonly by: number }
  | { readonly do: "keep" }
  | { readonly do: "give-up" };

export type ResizeStep = readonly [ResizeState, ResizeEffect?];

export const idleResize: ResizeState = { at: "idle" };

/** With Shift a turn goes by these steps. Degrees. */
const turnSteps = 15;
/** This near to upright a turn stops there by itself, so that nobody has to aim. Degrees. */
const uprightWithin = 2;

export function stepResize(state: ResizeState, input: ResizeInput): ResizeStep {
  if (input.is === "press") {
    const { at, handle, held, keepShape, least } = input;
    return [{ at: "pulling", handle, held, from: at, keepShape, least, hasMoved: false }];
  }
  switch (state.at) {
    case "idle":
      return [state];
    case "pulling": {
      if (input.is === "cancel") return [idleResize, { do: "give-up" }];
      if (input.is === "lift") return [idleResize, { do: state.hasMoved ? "keep" : "give-up" }];
      const { handle, held, from, least } = state;
      const next = { ...state, hasMoved: true };
      if (handle === "turn") {
        const about = middleOf(held.box);
        const by = turnedBy(held, about, from, input.at, input.shift);
        return [next, { do: "turn", about, by }];
      }
      const keepShape = state.keepShape !== input.shift;
      // From where it was pressed, not from the handle's middle: nothing jumps by a few pixels.
      const to = pulledTo(state, input.at);
      const box = resized(held, handle, to, { keepShape, fromMiddle: input.alt, least });
      return [next, { do: "resize", from: held, to: box }];
    }
    default:
      return unreachable(state);
  }
}

function pulledTo(
  { held, handle, from }: Extract<ResizeState, { readonly at: "pulling" }>,
  at: Point,
): Point {
  const start = handlePoint(held, handle, 0);
  return { x: start.x + at.x - from.x, y: start.y + at.y - from.y };
}

function turnedBy({ turn }: Held, about: Point, from: Point, at: Point, steps: boolean): number {
  const angle = (point: Point): number => Math.atan2(point.y - about.y, point.x - about.x);
  const by = ((angle(at) - angle(from)) * 180) / Math.PI;
  const wanted = turn + by;
  if (steps) return Math.round(wanted / turnSteps) * turnSteps - turn;
  const upright = Math.round(wanted / 90) * 90;
  return Math.abs(wanted - upright) <= uprightWithin ? upright - turn : by;
}
