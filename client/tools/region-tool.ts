/**
 * Marking a region of a paper, as a state machine: (state, input) → (next state, what to do).
 *
 * Pure: no DOM, no document, no clock. Whoever shows a page turns its events into inputs in page
 * fractions (so zoom is not this file's business) and carries out the effect inside one undo step.
 * Keyboard users draw the same region with the same machine: `aim` puts a cross on the page, `nudge`
 * (the arrows) moves it, `corner` (Enter) sets first one corner and then the other.
 * test/unit/region-tool.test.ts holds it to that.
 */
import { unreachable } from "../../shared/base/assert.ts";
import {
  type PagePoint,
  type PageRect,
  pagePoint,
  pageRect,
  rectBetween,
} from "../../shared/geometry/rect.ts";

export type RegionState =
  | { readonly at: "idle" }
  /** Pressed, not yet moved far enough to mean a drag: lifting now is a click, not a region. */
  | { readonly at: "pressed"; readonly from: PagePoint }
  | { readonly at: "drawing"; readonly from: PagePoint; readonly to: PagePoint }
  /** By keyboard: the cross that will be the first corner. */
  | { readonly at: "aiming"; readonly point: PagePoint }
  /** By keyboard: the first corner is set, the arrows move the other. */
  | { readonly at: "stretching"; readonly from: PagePoint; readonly to: PagePoint };

export type RegionInput =
  /** `slop` is how far a shaky hand may stray, in page fractions at the current zoom. */
  | { readonly is: "press" | "move" | "lift"; readonly point: PagePoint; readonly slop: number }
  | { readonly is: "aim"; readonly point: PagePoint }
  /** Page fractions. */
  | { readonly is: "nudge"; readonly dx: number; readonly dy: number }
  | { readonly is: "corner" }
  | { readonly is: "cancel" };

export type RegionEffect =
  | { readonly do: "add-region"; readonly rect: PageRect }
  | { readonly do: "select-at"; readonly point: PagePoint };

export type RegionStep = readonly [RegionState, RegionEffect?];

export const idleRegion: RegionState = { at: "idle" };

/** The least width and height of a region, in page fractions: a line drawn under a word still frames it. */
export const leastRegion = 0.012;

export function stepRegion(state: RegionState, input: RegionInput): RegionStep {
  switch (input.is) {
    case "cancel":
      return [idleRegion];
    case "aim":
      return [{ at: "aiming", point: input.point }];
    case "nudge":
      return [nudged(state, input.dx, input.dy)];
    case "corner":
      if (state.at === "aiming")
        return [{ at: "stretching", from: state.point, to: firstReach(state.point) }];
      if (state.at === "stretching") return [idleRegion, added(state.from, state.to)];
      return [state];
    case "press":
    case "move":
    case "lift":
      return pointed(state, input.is, input.point, input.slop);
    default:
      return unreachable(input);
  }
}

/** The rectangle to show while it is being drawn; undefined while there is none. */
export function regionSoFar(state: RegionState): PageRect | undefined {
  return state.at === "drawing" || state.at === "stretching"
    ? rectBetween(state.from, state.to)
    : undefined;
}

function pointed(
  state: RegionState,
  is: "press" | "move" | "lift",
  point: PagePoint,
  slop: number,
): RegionStep {
  switch (state.at) {
    case "idle":
    case "aiming":
    case "stretching":
      // A pointer takes over from the keyboard where it presses, and leaves it alone while it hovers.
      return is === "press" ? [{ at: "pressed", from: point }] : [state];
    case "pressed":
      if (is === "lift") return [idleRegion, { do: "select-at", point: state.from }];
      return Math.hypot(point.x - state.from.x, point.y - state.from.y) > slop
        ? [{ at: "drawing", from: state.from, to: point }]
        : [state];
    case "drawing":
      return is === "lift" ? [idleRegion, added(state.from, point)] : [{ ...state, to: point }];
    default:
      return unreachable(state);
  }
}

function nudged(state: RegionState, dx: number, dy: number): RegionState {
  if (state.at === "aiming") {
    return { at: "aiming", point: pagePoint(state.point.x + dx, state.point.y + dy) };
  }
  if (state.at === "stretching") {
    return { ...state, to: pagePoint(state.to.x + dx, state.to.y + dy) };
  }
  return state;
}

/** A visible rectangle as soon as the first corner is set, towards the middle of the page. */
function firstReach(from: PagePoint): PagePoint {
  const towards = (at: number): number => (at > 0.8 ? at - 0.15 : at + 0.15);
  return pagePoint(towards(from.x), towards(from.y));
}

function added(from: PagePoint, to: PagePoint): RegionEffect {
  return { do: "add-region", rect: atLeast(rectBetween(from, to)) };
}

/** Grows what is too thin to be seen or touched about its middle, keeping it on the page. */
export function atLeast(rect: PageRect): PageRect {
  const w = Math.max(rect.w, leastRegion);
  const h = Math.max(rect.h, leastRegion);
  const x = Math.min(1 - w, Math.max(0, rect.x - (w - rect.w) / 2));
  const y = Math.min(1 - h, Math.max(0, rect.y - (h - rect.h) / 2));
  return pageRect(x, y, w, h);
}
