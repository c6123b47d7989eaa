/**
 * Pulling an end of a line, or its middle, as a state machine: (state, input) → (next state, what to do).
 *
 * Pure: no DOM, no document, no clock. An end pulled onto a thing is bound to it, pulled off it is free
 * again; the middle bends the line. test/unit/line-tool.test.ts holds it to that.
 */
import { unreachable } from "../../shared/base/assert.ts";
import type { Point } from "../../shared/geometry/rect.ts";
import { evenWay, type Reach } from "./line-tool.ts";

export type LineGrip = "from" | "to" | "bend";

/** A line as it lies: `from` and `to` where its ends aim at, before they stop at the edge of a thing. */
export interface HeldLine {
  readonly from: Reach;
  readonly to: Reach;
  readonly bend: number;
}

export type LineEndState =
  | { readonly at: "idle" }
  | {
      readonly at: "pulling";
      readonly grip: LineGrip;
      readonly before: HeldLine;
      readonly line: HeldLine;
    };

export type LineEndInput =
  | { readonly is: "press"; readonly grip: LineGrip; readonly line: HeldLine }
  /** `slack`: the middle this near to the straight way makes the line straight. Board units. */
  | {
      readonly is: "move" | "lift";
      readonly end: Reach;
      readonly even: boolean;
      readonly slack: number;
    }
  | { readonly is: "cancel" };

export interface LineEndEffect {
  readonly do: "change-line";
  readonly grip: LineGrip;
  readonly line: HeldLine;
}

export type LineEndStep = readonly [LineEndState, LineEndEffect?];

export const idleLineEnd: LineEndState = { at: "idle" };

export function stepLineEnd(state: LineEndState, input: LineEndInput): LineEndStep {
  switch (input.is) {
    case "cancel":
      return [idleLineEnd];
    case "press":
      return [{ at: "pulling", grip: input.grip, before: input.line, line: input.line }];
    case "move":
    case "lift": {
      if (state.at === "idle") return [state];
      const { grip, before } = state;
      const line = pulled(before, grip, input);
      if (input.is === "move") return [{ ...state, line }];
      // A press without a pull changes nothing.
      return state.line === before
        ? [idleLineEnd]
        : [idleLineEnd, { do: "change-line", grip, line }];
    }
    default:
      return unreachable(input);
  }
}

function pulled(
  before: HeldLine,
  grip: LineGrip,
  { end, even, slack }: LineEndInput & { readonly is: "move" | "lift" },
): HeldLine {
  if (grip === "bend") return { ...before, bend: bendThrough(before, end.at, slack) };
  const other = grip === "from" ? before.to : before.from;
  const isSame = end.on !== undefined && end.on === other.on;
  const free = end.on === undefined || isSame;
  const at = free && even ? evenWay(other.at, end.at) : end.at;
  const reached: Reach = free ? { at, on: undefined, side: { x: 0.5, y: 0.5 } } : end;
  return { ...before, [grip]: reached };
}

const mostBend = 2;

/** The bend with which the line's middle lies as far beside the straight way as `at` does. */
export function bendThrough({ from, to }: HeldLine, at: Point, slack: number): number {
  const [dx, dy] = [to.at.x - from.at.x, to.at.y - from.at.y];
  const length = Math.hypot(dx, dy);
  if (length === 0) return 0;
  const [x, y] = [at.x - (from.at.x + to.at.x) / 2, at.y - (from.at.y + to.at.y) / 2];
  const out = (x * -dy + y * dx) / length;
  if (Math.abs(out) <= slack) return 0;
  return Math.min(mostBend, Math.max(-mostBend, out / length));
}
