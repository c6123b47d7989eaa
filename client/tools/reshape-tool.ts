/**
 * Moving and resizing a region of a page, as a state machine: (state, input) → (next state, what to do).
 *
 * Pure: no DOM, no document, no clock. The pointer takes one of eight handles or the whole; the keyboard
 * (`nudge`, of the whole or of a corner) works on the same rectangle and `settle`s it.
 * test/unit/reshape-tool.test.ts holds it to keeping the region on its page.
 */
import { unreachable } from "../../shared/base/assert.ts";
import { type PagePoint, type PageRect, pageRect } from "../../shared/geometry/rect.ts";
import { leastRegion } from "./region-tool.ts";

/** Which side of each axis moves: -1 the near one, 1 the far one, 0 none; `whole` moves both. */
export type Grip = { readonly x: -1 | 0 | 1; readonly y: -1 | 0 | 1 } | "whole";

export type ReshapeState =
  | { readonly at: "idle" }
  | {
      readonly at: "pulling";
      readonly grip: Grip;
      readonly from: PagePoint;
      readonly before: PageRect;
      readonly rect: PageRect;
    }
  /** By keyboard. */
  | { readonly at: "nudging"; readonly before: PageRect; readonly rect: PageRect };

export type ReshapeInput =
  | {
      readonly is: "press";
      readonly grip: Grip;
      readonly point: PagePoint;
      readonly rect: PageRect;
    }
  | { readonly is: "move" | "lift"; readonly point: PagePoint }
  | { readonly is: "take"; readonly rect: PageRect }
  /** Page fractions. */
  | { readonly is: "nudge"; readonly dx: number; readonly dy: number; readonly grip: Grip }
  | { readonly is: "settle" }
  | { readonly is: "cancel" };

export interface ReshapeEffect {
  readonly do: "reshape";
  readonly rect: PageRect;
}

export type ReshapeStep = readonly [ReshapeState, (ReshapeEffect | undefined)?];

export const idleReshape: ReshapeState = { at: "idle" };

export function stepReshape(state: ReshapeState, input: ReshapeInput): ReshapeStep {
  switch (input.is) {
    case "cancel":
      return [idleReshape];
    case "press": {
      const { grip, point: from, rect } = input;
      return [{ at: "pulling", grip, from, before: rect, rect }];
    }
    case "take":
      return [{ at: "nudging", before: input.rect, rect: input.rect }];
    case "move":
    case "lift": {
      if (state.at !== "pulling") return [state];
      const by = { x: input.point.x - state.from.x, y: input.point.y - state.from.y };
      const rect = pulled(state.before, state.grip, by.x, by.y);
      return input.is === "move"
        ? [{ ...state, rect }]
        : [idleReshape, changed(state.before, rect)];
    }
    case "nudge": {
      if (state.at !== "nudging") return [state];
      return [{ ...state, rect: pulled(state.rect, input.grip, input.dx, input.dy) }];
    }
    case "settle":
      return state.at === "nudging" ? [idleReshape, changed(state.before, state.rect)] : [state];
    default:
      return unreachable(input);
  }
}

/** The rectangle to show while it changes; undefined while it does not. */
export function reshapedSoFar(state: ReshapeState): PageRect | undefined {
  return state.at === "idle" ? undefined : state.rect;
}

function changed(before: PageRect, rect: PageRect): ReshapeEffect | undefined {
  const same =
    before.x === rect.x && before.y === rect.y && before.w === rect.w && before.h === rect.h;
  return same ? undefined : { do: "reshape", rect };
}

/** The rectangle after a grip of it moved by page fractions: it stays on the page, and has some area. */
export function pulled(rect: PageRect, grip: Grip, dx: number, dy: number): PageRect {
  if (grip === "whole") {
    const x = Math.min(1 - rect.w, Math.max(0, rect.x + dx));
    const y = Math.min(1 - rect.h, Math.max(0, rect.y + dy));
    return pageRect(x, y, rect.w, rect.h);
  }
  const [x, w] = pulledSide(rect.x, rect.w, grip.x, dx);
  const [y, h] = pulledSide(rect.y, rect.h, grip.y, dy);
  return pageRect(x, y, w, h);
}

/** One axis: its start and length after the gripped side moved; it never turns over nor vanishes. */
function pulledSide(
  start: number,
  length: number,
  side: -1 | 0 | 1,
  by: number,
): readonly [number, number] {
  if (side === 0) return [start, length];
  if (side === 1) {
    return [start, Math.min(1 - start, Math.max(leastRegion, length + by))];
  }
  const end = start + length;
  const moved = Math.max(0, Math.min(end - leastRegion, start + by));
  return [moved, end - moved];
}
