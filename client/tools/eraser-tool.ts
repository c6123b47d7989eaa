/**
 * The eraser, as a state machine: (state, input) → (next state, what to do).
 *
 * Pure: no DOM, no document, no clock. What is touched on the way is doomed: shown so by whoever draws,
 * erased together in one act when the pointer lifts, and kept after all on cancel. It takes whole strokes,
 * or only the part that it touches. What lies along the way is asked of `touched`, for which
 * `strokesAlong` is the usual answer.
 */
import { unreachable } from "../../shared/base/assert.ts";
import type { InkPoint } from "../../shared/geometry/ink.ts";
import {
  type Erasing,
  type InkRange,
  merged,
  pieceOf,
  rangesAlong,
  rangesLeft,
  without,
} from "../../shared/geometry/ink-cut.ts";
import { inkTouches } from "../../shared/geometry/ink-line.ts";
import type { Point, Size } from "../../shared/geometry/rect.ts";

export const eraserModes = ["whole", "part"] as const;
export type EraserMode = (typeof eraserModes)[number];

type Doomed<Id extends string> = ReadonlyMap<Id, Erasing>;

export type EraserState<Id extends string> =
  | { readonly at: "idle" }
  | { readonly at: "erasing"; readonly point: Point; readonly doomed: Doomed<Id> };

export type EraserInput =
  | { readonly is: "press" | "move" | "lift"; readonly point: Point }
  | { readonly is: "cancel" };

export interface EraserEffect<Id extends string> {
  readonly do: "erase";
  readonly strokes: readonly (readonly [Id, Erasing])[];
}

export type EraserStep<Id extends string> = readonly [EraserState<Id>, EraserEffect<Id>?];

/** What of which strokes lies on the straight way between two points. */
export type Touched<Id extends string> = (
  from: Point,
  to: Point,
) => Iterable<readonly [Id, Erasing]>;

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
      const doomed = taking(new Map(), touched(input.point, input.point));
      return [{ at: "erasing", point: input.point, doomed }];
    }
    case "erasing": {
      const doomed = taking(state.doomed, touched(state.point, input.point));
      if (input.is !== "lift") return [{ at: "erasing", point: input.point, doomed }];
      return doomed.size > 0 ? [idleEraser, { do: "erase", strokes: [...doomed] }] : [idleEraser];
    }
    default:
      return unreachable(state);
  }
}

function taking<Id extends string>(
  doomed: Doomed<Id>,
  more: Iterable<readonly [Id, Erasing]>,
): Doomed<Id> {
  const next = new Map(doomed);
  for (const [id, what] of more) {
    const known = next.get(id) ?? [];
    const isWhole = known === "whole" || what === "whole";
    next.set(id, isWhole ? "whole" : merged([...known, ...what]));
  }
  return next;
}

interface Erasable<Id extends string> {
  readonly id: Id;
  /** In units of x. */
  readonly width: number;
  readonly points: readonly InkPoint[];
  /** Parts that were erased before. */
  readonly erased?: readonly InkRange[];
}

/**
 * What an eraser of `reachPx` screen pixels about it takes on the way. All in one space, the page's or the
 * table's; `unit` is how many screen pixels one unit of that space is.
 */
export function strokesAlong<Id extends string>(
  strokes: Iterable<Erasable<Id>>,
  from: Point,
  to: Point,
  unit: Size,
  reachPx: number,
  mode: EraserMode,
): readonly (readonly [Id, Erasing])[] {
  const found: [Id, Erasing][] = [];
  for (const stroke of strokes) {
    const reach = reachPx + (stroke.width * unit.w) / 2;
    const what =
      mode === "part"
        ? partAlong(stroke, from, to, reach, unit)
        : wholeAlong(stroke, from, to, reach, unit);
    if (what !== undefined && what.length > 0) found.push([stroke.id, what]);
  }
  return found;
}

type Along = readonly [from: Point, to: Point, reach: number, unit: Size];

function partAlong({ points, erased = [] }: Erasable<string>, ...along: Along): Erasing {
  return without(rangesAlong(points, ...along), erased);
}

/** Of a stroke that was cut before, each piece is a stroke of its own to the eye, and goes by itself. */
function wholeAlong(
  { points, erased = [] }: Erasable<string>,
  ...along: Along
): Erasing | undefined {
  if (erased.length === 0) return inkTouches(points, ...along) ? "whole" : undefined;
  return rangesLeft(points.length, erased).filter((range) =>
    inkTouches(pieceOf(points, range), ...along),
  );
}
