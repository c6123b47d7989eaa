/**
 * The eraser of whole strokes, as a state machine: (state, input) → (next state, what to do).
 *
 * Pure: no DOM, no document, no clock. Strokes touched on the way are doomed: shown faded by whoever
 * draws, erased together in one act when the pointer lifts, and kept after all on cancel. What lies
 * along the way is asked of `touched`, for which `strokesAlong` is the usual answer.
 */
import { unreachable } from "../../shared/base/assert.ts";
import type { InkPoint } from "../../shared/geometry/ink.ts";
import { inkTouches } from "../../shared/geometry/ink-line.ts";
import type { Point, Size } from "../../shared/geometry/rect.ts";

export type EraserState<Id extends string> =
  | { readonly at: "idle" }
  | { readonly at: "erasing"; readonly point: Point; readonly doomed: ReadonlySet<Id> };

export type EraserInput =
  | { readonly is: "press" | "move" | "lift"; readonly point: Point }
  | { readonly is: "cancel" };

export interface EraserEffect<Id extends string> {
  readonly do: "erase";
  readonly strokes: readonly Id[];
}

export type EraserStep<Id extends string> = readonly [EraserState<Id>, EraserEffect<Id>?];

/** Which strokes lie on the straight way between two points. */
export type Touched<Id extends string> = (from: Point, to: Point) => Iterable<Id>;

export const idleEraser: { readonly at: "idle" } = { at: "idle" };

export function stepEraser<Id extends string>(
  state: EraserState<Id>,
  input: EraserInput,
  touched: Touched<Id>,
): EraserStep<Id> {
  if (input.is === "cancel") return [idleEraser];
  switch (state.at) {
    case "idle": {
      if (input.is !== "press") return [state];
      const doomed = new Set(touched(input.point, input.point));
      return [{ at: "erasing", point: input.point, doomed }];
    }
    case "erasing": {
      const hit = [...touched(state.point, input.point)].filter((id) => !state.doomed.has(id));
      const doomed = hit.length > 0 ? new Set([...state.doomed, ...hit]) : state.doomed;
      if (input.is !== "lift") return [{ at: "erasing", point: input.point, doomed }];
      return doomed.size > 0 ? [idleEraser, { do: "erase", strokes: [...doomed] }] : [idleEraser];
    }
    default:
      return unreachable(state);
  }
}

interface Erasable<Id extends string> {
  readonly id: Id;
  /** In units of x. */
  readonly width: number;
  readonly points: readonly InkPoint[];
}

/**
 * The strokes that an eraser of `reachPx` screen pixels about it touches on the way. All in one space,
 * the page's or the table's; `unit` is how many screen pixels one unit of that space is.
 */
export function strokesAlong<Id extends string>(
  strokes: Iterable<Erasable<Id>>,
  from: Point,
  to: Point,
  unit: Size,
  reachPx: number,
): readonly Id[] {
  const found: Id[] = [];
  for (const { id, points, width } of strokes) {
    if (inkTouches(points, from, to, reachPx + (width * unit.w) / 2, unit)) found.push(id);
  }
  return found;
}
