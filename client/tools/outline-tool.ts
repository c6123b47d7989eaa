/**
 * Outlining a region of a paper, as a state machine: (state, input) → (next state, what to do). Either
 * corner after corner, or one line that follows the hand.
 *
 * Pure: no DOM, no document, no clock. A corner is set where the pointer lifts, so that it can be aimed.
 * Setting one upon the first or once more upon the last closes the outline (the second click of a double
 * click does that), and so does `close`. The keyboard has the same corners: `aim`, `nudge` and `corner`.
 * test/unit/outline-tool.test.ts holds it to that.
 */
import { unreachable } from "../../shared/base/assert.ts";
import { simplifyInk } from "../../shared/geometry/ink-line.ts";
import { type Area, areaAround, mostCorners } from "../../shared/geometry/polygon.ts";
import { type PagePoint, pagePoint, type Size } from "../../shared/geometry/rect.ts";
import { atLeast, leastRegion } from "./region-tool.ts";

export const regionShapes = ["box", "polygon", "free"] as const;
export type RegionShape = (typeof regionShapes)[number];

export type OutlineState =
  | { readonly at: "idle" }
  /** One line under the hand. */
  | { readonly at: "tracing"; readonly points: readonly PagePoint[] }
  /** `next` is where another corner would be set; `held` while the pointer is down on it. */
  | {
      readonly at: "corners";
      readonly points: readonly PagePoint[];
      readonly next: PagePoint;
      readonly held: boolean;
    };

/** What the eye sees of a page. */
export interface Sight {
  /** Screen pixels of one unit of the points. */
  readonly unit: Size;
  /** Points nearer to each other than this are one to the hand. Screen pixels. */
  readonly reachPx: number;
}

export type OutlineInput =
  | {
      readonly is: "press";
      readonly by: "polygon" | "free";
      readonly point: PagePoint;
    }
  | { readonly is: "move" | "lift"; readonly point: PagePoint; readonly sight: Sight }
  | { readonly is: "aim"; readonly point: PagePoint }
  /** Page fractions. */
  | { readonly is: "nudge"; readonly dx: number; readonly dy: number }
  | { readonly is: "corner" }
  | { readonly is: "close" }
  /** Takes the last corner back. */
  | { readonly is: "back" }
  | { readonly is: "cancel" };

export type OutlineEffect =
  | { readonly do: "add-area"; readonly area: Area }
  | { readonly do: "select-at"; readonly point: PagePoint };

export type OutlineStep = readonly [OutlineState, OutlineEffect?];

export const idleOutline: OutlineState = { at: "idle" };

/** Points nearer than this to the last one are the hand's tremble. Screen pixels. */
const tremblePx = 1.5;
/** How far the outline that is kept may lie from the line that was drawn. Screen pixels. */
const tolerancePx = 1.5;
/** A line of more points than this is thinned while it is drawn. */
const mostTraced = 4000;
/** The keyboard sets a corner twice in one place, not nearly so. */
const exactly: Sight = { unit: { w: 1, h: 1 }, reachPx: 1e-9 };

export function stepOutline(state: OutlineState, input: OutlineInput): OutlineStep {
  switch (input.is) {
    case "cancel":
      return [idleOutline];
    case "press":
      return [pressed(state, input.by, input.point)];
    case "move":
      return [moved(state, input.point, input.sight)];
    case "lift":
      if (state.at === "tracing") return traced(state.points, input.sight);
      if (state.at !== "corners" || !state.held) return [state];
      return cornered(state.points, input.point, input.sight);
    case "aim":
      return [{ at: "corners", points: [], next: input.point, held: false }];
    case "nudge": {
      if (state.at !== "corners") return [state];
      const { x, y } = state.next;
      return [{ ...state, next: pagePoint(x + input.dx, y + input.dy) }];
    }
    case "corner":
      return state.at === "corners" ? cornered(state.points, state.next, exactly) : [state];
    case "close":
      return state.at === "corners" && state.points.length > 2 ? closed(state.points) : [state];
    case "back":
      return state.at === "corners" ? [{ ...state, points: state.points.slice(0, -1) }] : [state];
    default:
      return unreachable(input);
  }
}

/** The line to show while it is being drawn; undefined while there is none. */
export function outlineSoFar(state: OutlineState): readonly PagePoint[] | undefined {
  if (state.at === "tracing") return state.points;
  return state.at === "corners" ? [...state.points, state.next] : undefined;
}

function pressed(state: OutlineState, by: "polygon" | "free", point: PagePoint): OutlineState {
  if (by === "free") return { at: "tracing", points: [point] };
  const points = state.at === "corners" ? state.points : [];
  return { at: "corners", points, next: point, held: true };
}

function moved(state: OutlineState, point: PagePoint, sight: Sight): OutlineState {
  if (state.at === "corners") return { ...state, next: point };
  if (state.at === "idle") return state;
  const last = state.points.at(-1);
  if (last && distancePx(last, point, sight) < tremblePx) return state;
  const points = [...state.points, point];
  return { at: "tracing", points: points.length < mostTraced ? points : thinned(points, sight) };
}

function cornered(points: readonly PagePoint[], next: PagePoint, sight: Sight): OutlineStep {
  const isAt = (corner: PagePoint | undefined): boolean =>
    corner !== undefined && distancePx(corner, next, sight) <= sight.reachPx;
  const isLast = isAt(points.at(-1));
  if (points.length > 2 && (isLast || isAt(points[0]))) return closed(points);
  const added = isLast ? points : [...points, next];
  if (added.length >= mostCorners) return closed(added);
  return [{ at: "corners", points: added, next, held: false }];
}

/** A line that hardly moved was a click. */
function traced(points: readonly PagePoint[], sight: Sight): OutlineStep {
  const [first] = points;
  const isClick =
    first && points.every((point) => distancePx(first, point, sight) <= sight.reachPx);
  if (isClick) return [idleOutline, { do: "select-at", point: first }];
  return closed(thinned(points, sight));
}

/** What encloses nothing to be seen is framed instead: a line drawn under a word still marks it. */
function closed(points: readonly PagePoint[]): OutlineStep {
  const area = areaAround(points);
  const isThin = area.rect.w < leastRegion || area.rect.h < leastRegion || points.length < 3;
  return [idleOutline, { do: "add-area", area: isThin ? { rect: atLeast(area.rect) } : area }];
}

function thinned(points: readonly PagePoint[], { unit }: Sight): readonly PagePoint[] {
  // Without a change of pressure, ink is a line and nothing more.
  const line = points.map(({ x, y }) => ({ x, y, pressure: 0 }));
  let tolerance = tolerancePx;
  let thin = simplifyInk(line, unit, tolerance);
  while (thin.length > mostCorners) {
    tolerance *= 1.5;
    thin = simplifyInk(line, unit, tolerance);
  }
  return thin.map(({ x, y }) => pagePoint(x, y));
}

function distancePx(a: PagePoint, b: PagePoint, { unit }: Sight): number {
  return Math.hypot((a.x - b.x) * unit.w, (a.y - b.y) * unit.h);
}
