/**
 * Drawing a line, an arrow or a connector, as a state machine: (state, input) → (next state, what to do).
 *
 * Pure: no DOM, no document, no clock; whoever shows the table says what each end would be bound to. Drawn
 * by a drag, or by a click at each end for hands that cannot drag. test/unit/line-tool.test.ts holds it to
 * that.
 */
import { unreachable } from "../../shared/base/assert.ts";
import type { Point } from "../../shared/geometry/rect.ts";

/** Where one end would be, and what it would be bound to there. */
export interface Reach {
  /** Board units. */
  readonly at: Point;
  readonly on: string | undefined;
  /** The place in that thing, as fractions of its box. */
  readonly side: Point;
}

export type LineToolState =
  | { readonly at: "idle" }
  | { readonly at: "pressed"; readonly from: Reach; readonly slop: number }
  | { readonly at: "drawing"; readonly from: Reach; readonly to: Reach }
  /** The first end was clicked: the other follows the pointer until the next click. */
  | { readonly at: "reaching"; readonly from: Reach; readonly to: Reach }
  | { readonly at: "landing"; readonly from: Reach; readonly to: Reach };

export type LineToolInput =
  | { readonly is: "press"; readonly end: Reach; readonly slop: number }
  /** `even`: in steps of 15 degrees (Shift). */
  | { readonly is: "move" | "lift"; readonly end: Reach; readonly even: boolean }
  | { readonly is: "cancel" };

export interface LineToolEffect {
  readonly do: "put-line";
  readonly from: Reach;
  readonly to: Reach;
}

export type LineToolStep = readonly [LineToolState, LineToolEffect?];

export const idleLineTool: LineToolState = { at: "idle" };

export function stepLineTool(state: LineToolState, input: LineToolInput): LineToolStep {
  if (input.is === "cancel") return [idleLineTool];
  if (input.is === "press") {
    return state.at === "reaching"
      ? [{ ...state, at: "landing" }]
      : [{ at: "pressed", from: input.end, slop: input.slop }];
  }
  switch (state.at) {
    case "idle":
      return [state];
    case "pressed": {
      const { from, slop } = state;
      if (distance(from.at, input.end.at) > slop) return drawn(from, input);
      return input.is === "lift" ? [{ at: "reaching", from, to: from }] : [state];
    }
    case "drawing":
    case "landing":
      return drawn(state.from, input, state.at);
    case "reaching":
      return [{ ...state, to: landed(state.from, input) }];
    default:
      return unreachable(state);
  }
}

/** The line to show while it is being drawn; undefined while there is none. */
export function lineSoFar(
  state: LineToolState,
): { readonly from: Reach; readonly to: Reach } | undefined {
  return state.at === "idle" || state.at === "pressed" ? undefined : state;
}

type Reaching = LineToolInput & { readonly is: "move" | "lift" };

function drawn(from: Reach, input: Reaching, at: "drawing" | "landing" = "drawing"): LineToolStep {
  const to = landed(from, input);
  if (input.is === "move") return [{ at, from, to }];
  // Twice at one place is no line.
  return distance(from.at, to.at) === 0
    ? [idleLineTool]
    : [idleLineTool, { do: "put-line", from, to }];
}

function landed(from: Reach, { end, even }: Reaching): Reach {
  // A line from a thing to itself would have no length.
  const to = end.on !== undefined && end.on === from.on ? free(end.at) : end;
  return even && to.on === undefined ? free(evenWay(from.at, to.at)) : to;
}

const free = (at: Point): Reach => ({ at, on: undefined, side: { x: 0.5, y: 0.5 } });

const step = Math.PI / 12;

/** The point at the same distance, in the nearest direction of 15 degrees. */
export function evenWay(from: Point, to: Point): Point {
  const angle = Math.round(Math.atan2(to.y - from.y, to.x - from.x) / step) * step;
  const length = distance(from, to);
  return { x: from.x + Math.cos(angle) * length, y: from.y + Math.sin(angle) * length };
}

const distance = (a: Point, b: Point): number => Math.hypot(b.x - a.x, b.y - a.y);
