/**
 * Pen and highlighter, as a state machine: (state, input) → (next state, what to do).
 *
 * Pure: no DOM, no document, no clock. Points come in the space that is drawn on (page fractions or
 * board units); `unit` says how many screen pixels one unit is, so that smoothing and simplifying are
 * done by what the eye sees, on a page whose two sides differ as well as on the table.
 * A second finger means a pinch and takes the stroke back; once a pen has been seen, hands and fingers
 * no longer draw (`drawsWith`). test/unit/ink-tool.test.ts holds it to that.
 */
import { unreachable } from "../../shared/base/assert.ts";
import { type InkPoint, maxInkPoints } from "../../shared/geometry/ink.ts";
import { simplifyInk, smoothInk } from "../../shared/geometry/ink-line.ts";
import type { Size } from "../../shared/geometry/rect.ts";

export type PointerKind = "mouse" | "pen" | "touch";

export interface InkState {
  /** Whether a pen has drawn on this device: from then on a touch is a hand, not ink. */
  readonly penSeen: boolean;
  readonly stroke: InkStroke | undefined;
}

interface InkStroke {
  readonly pointer: number;
  readonly kind: PointerKind;
  /** Screen pixels of one unit of the points. */
  readonly unit: Size;
  readonly points: readonly InkPoint[];
}

export type InkInput =
  | {
      readonly is: "press";
      readonly pointer: number;
      readonly kind: PointerKind;
      readonly point: InkPoint;
      readonly unit: Size;
    }
  | {
      readonly is: "move";
      readonly pointer: number;
      /** All points since the last move, oldest first (coalesced events). */
      readonly points: readonly InkPoint[];
      /** Keep to one straight line from where it began (Shift). */
      readonly straight?: boolean;
    }
  | { readonly is: "lift"; readonly pointer: number }
  | { readonly is: "cancel" };

/** The points are smoothed and thinned, ready for `addStroke`. */
export interface InkEffect {
  readonly do: "add-stroke";
  readonly points: readonly InkPoint[];
}

export type InkStep = readonly [InkState, InkEffect?];

export const idleInk: InkState = { penSeen: false, stroke: undefined };

export const inkWidthNames = ["fine", "medium", "broad"] as const;
export type InkWidth = (typeof inkWidthNames)[number];

/** Widths that look the same to the hand: fractions of the page's width, and board units. */
export const inkWidths = {
  pen: {
    fine: { page: 0.0022, board: 1.8 },
    medium: { page: 0.0036, board: 3 },
    broad: { page: 0.0068, board: 5.6 },
  },
  highlighter: {
    fine: { page: 0.014, board: 11 },
    medium: { page: 0.024, board: 18 },
    broad: { page: 0.038, board: 29 },
  },
} as const;

/** Points nearer than this to the last one are the hand's tremble. Screen pixels. */
const tremblePx = 0.8;
/** How far the line that is kept may lie from the line that was drawn. Screen pixels. */
const tolerancePx = 0.35;
/** A stroke this long is laid down and a new one begun where it ends. */
const mostPoints = Math.min(8000, maxInkPoints);

/** Whether a pointer of this kind draws; otherwise it is left to panning. */
export function drawsWith(state: InkState, kind: PointerKind): boolean {
  return kind !== "touch" || !state.penSeen;
}

export function stepInk(state: InkState, input: InkInput): InkStep {
  switch (input.is) {
    case "cancel":
      return [{ ...state, stroke: undefined }];
    case "press":
      return [pressed(state, input)];
    case "move": {
      if (state.stroke?.pointer !== input.pointer) return [state];
      const points = input.straight
        ? straightened(state.stroke.points, input.points)
        : extended(state.stroke, input.points);
      if (points.length >= mostPoints) {
        const rest = { ...state.stroke, points: points.slice(-1) };
        return [{ ...state, stroke: rest }, laidDown({ ...state.stroke, points })];
      }
      return [{ ...state, stroke: { ...state.stroke, points } }];
    }
    case "lift":
      if (state.stroke?.pointer !== input.pointer) return [state];
      return [{ ...state, stroke: undefined }, laidDown(state.stroke)];
    default:
      return unreachable(input);
  }
}

/** The stroke under the pen as it stands, to be shown; undefined while there is none. */
export function inkSoFar(state: InkState): readonly InkPoint[] | undefined {
  return state.stroke?.points;
}

function pressed(state: InkState, input: InkInput & { readonly is: "press" }): InkState {
  const { pointer, kind, point, unit } = input;
  const penSeen = state.penSeen || kind === "pen";
  const begun: InkState = { penSeen, stroke: { pointer, kind, unit, points: [point] } };
  if (!drawsWith(state, kind)) return state;
  if (!state.stroke) return begun;
  // A pen ends what the palm began; any other second pointer is a pinch and ends the stroke.
  if (kind === "pen" && state.stroke.kind !== "pen") return begun;
  if (state.stroke.kind === "pen") return state;
  return { penSeen, stroke: undefined };
}

function extended(stroke: InkStroke, added: readonly InkPoint[]): readonly InkPoint[] {
  const points = [...stroke.points];
  for (const point of added) {
    const last = points.at(-1);
    const moved =
      !last ||
      Math.hypot((point.x - last.x) * stroke.unit.w, (point.y - last.y) * stroke.unit.h) >=
        tremblePx;
    if (moved) points.push(point);
  }
  return points;
}

function straightened(
  points: readonly InkPoint[],
  added: readonly InkPoint[],
): readonly InkPoint[] {
  return [...points.slice(0, 1), ...(added.length > 0 ? added.slice(-1) : points.slice(-1))];
}

function laidDown(stroke: InkStroke): InkEffect {
  const smooth = smoothInk(stroke.points);
  return { do: "add-stroke", points: simplifyInk(smooth, stroke.unit, tolerancePx) };
}
