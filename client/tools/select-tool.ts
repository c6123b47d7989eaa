/**
 * Selecting and moving, as a state machine: (state, input) → (next state, what to do).
 *
 * Pure: no DOM, no document, no clock, and no selection of its own: the input says what lies under the
 * pointer and whether it is selected, the effects say what to select, hold and drop.
 * test/unit/tools-select.test.ts holds it to how a hand expects things to behave.
 */
import { unreachable } from "../../shared/base/assert.ts";
import { type Point, type Rect, rectBetween } from "../../shared/geometry/rect.ts";

export interface Hit {
  readonly kind: "paper" | "note" | "shape" | "stroke" | "region";
  readonly id: string;
}

export type SelectInput =
  | {
      readonly is: "press";
      /** Board units. */
      readonly at: Point;
      readonly hit: Hit | undefined;
      readonly selected: boolean;
      readonly shift: boolean;
      /** A sweep is drawn round things, not a rectangle over them. */
      readonly lasso: boolean;
      readonly clicks: number;
      /** How far a hand may stray before it means a drag, in board units. */
      readonly slop: number;
    }
  | { readonly is: "move" | "lift"; readonly at: Point }
  | { readonly is: "cancel" };

interface Pressed {
  readonly at: "pressed";
  readonly from: Point;
  readonly hit: Hit;
  /** What lifting without a drag does: the press itself may have settled it already. */
  readonly onLift: "only" | "remove" | "open" | "nothing";
  readonly slop: number;
}

export type SelectState =
  | { readonly at: "idle" }
  | Pressed
  | { readonly at: "dragging"; readonly from: Point }
  | {
      readonly at: "pressedTable";
      readonly from: Point;
      readonly adding: boolean;
      readonly lasso: boolean;
      readonly slop: number;
    }
  | { readonly at: "lassoing"; readonly path: readonly Point[]; readonly adding: boolean }
  | { readonly at: "sweeping"; readonly from: Point; readonly to: Point; readonly adding: boolean };

export type SelectEffect =
  | { readonly do: "select"; readonly id: string; readonly how: "only" | "add" | "remove" }
  | { readonly do: "clear" }
  | { readonly do: "open"; readonly hit: Hit }
  /** What is selected follows the hand, `by` from where it lies. */
  | { readonly do: "hold"; readonly by: Point; readonly at: Point }
  | { readonly do: "drop"; readonly by: Point; readonly at: Point }
  /** A drag was given up: everything goes home. */
  | { readonly do: "let-go" }
  /** What the rectangle touches is selected, beside (`adding`) or instead of what was. */
  | { readonly do: "sweep"; readonly rect: Rect; readonly adding: boolean }
  /** What lies within the line drawn round it is selected likewise. */
  | { readonly do: "lasso"; readonly path: readonly Point[]; readonly adding: boolean }
  | { readonly do: "sweep-end" };

export type SelectStep = readonly [SelectState, readonly SelectEffect[]];

export const idleSelect: SelectState = { at: "idle" };

export function stepSelect(state: SelectState, input: SelectInput): SelectStep {
  if (input.is === "cancel") return cancelled(state);
  if (input.is === "press") return pressed(input);
  switch (state.at) {
    case "idle":
      return [state, []];
    case "pressed":
      if (input.is === "lift") return [idleSelect, settled(state)];
      if (!strayed(state, input.at)) return [state, []];
      return [
        { at: "dragging", from: state.from },
        [{ do: "hold", by: way(state.from, input.at), at: input.at }],
      ];
    case "dragging": {
      const by = way(state.from, input.at);
      if (input.is === "lift") return [idleSelect, [{ do: "drop", by, at: input.at }]];
      return [state, [{ do: "hold", by, at: input.at }]];
    }
    case "pressedTable":
      if (input.is === "lift") return [idleSelect, state.adding ? [] : [{ do: "clear" }]];
      if (!strayed(state, input.at)) return [state, []];
      return state.lasso
        ? roundedUp([state.from, input.at], state.adding)
        : swept(state.from, input.at, state.adding);
    case "lassoing":
      if (input.is === "lift") return [idleSelect, [{ do: "sweep-end" }]];
      return roundedUp([...state.path, input.at], state.adding);
    case "sweeping":
      if (input.is === "lift") return [idleSelect, [{ do: "sweep-end" }]];
      return swept(state.from, input.at, state.adding);
    default:
      return unreachable(state);
  }
}

/** The line being drawn round things, to be shown; undefined while there is none. */
export function lassoSoFar(state: SelectState): readonly Point[] | undefined {
  return state.at === "lassoing" ? state.path : undefined;
}

/** The rectangle being swept, to be shown; undefined while there is none. */
export function sweepSoFar(state: SelectState): Rect | undefined {
  return state.at === "sweeping" ? rectBetween(state.from, state.to) : undefined;
}

function pressed(input: SelectInput & { readonly is: "press" }): SelectStep {
  const { hit, at, shift, lasso, slop } = input;
  if (!hit) {
    return [{ at: "pressedTable", from: at, adding: shift, lasso, slop }, []];
  }
  if (shift) {
    const onLift = input.selected ? "remove" : "nothing";
    return [
      { at: "pressed", from: at, hit, onLift, slop },
      input.selected ? [] : [{ do: "select", id: hit.id, how: "add" }],
    ];
  }
  const onLift = input.clicks >= 2 ? "open" : input.selected ? "only" : "nothing";
  return [
    { at: "pressed", from: at, hit, onLift, slop },
    input.selected ? [] : [{ do: "select", id: hit.id, how: "only" }],
  ];
}

function settled({ hit, onLift }: Pressed): readonly SelectEffect[] {
  switch (onLift) {
    case "only":
      return [{ do: "select", id: hit.id, how: "only" }];
    case "remove":
      return [{ do: "select", id: hit.id, how: "remove" }];
    case "open":
      return [{ do: "open", hit }];
    case "nothing":
      return [];
    default:
      return unreachable(onLift);
  }
}

function cancelled(state: SelectState): SelectStep {
  switch (state.at) {
    case "dragging":
      return [idleSelect, [{ do: "let-go" }]];
    case "sweeping":
    case "lassoing":
      return [idleSelect, [{ do: "sweep-end" }]];
    case "idle":
    case "pressed":
    case "pressedTable":
      return [idleSelect, []];
    default:
      return unreachable(state);
  }
}

function swept(from: Point, to: Point, adding: boolean): SelectStep {
  const rect = rectBetween(from, to);
  return [{ at: "sweeping", from, to, adding }, [{ do: "sweep", rect, adding }]];
}

function roundedUp(path: readonly Point[], adding: boolean): SelectStep {
  return [{ at: "lassoing", path, adding }, [{ do: "lasso", path, adding }]];
}

const way = (from: Point, to: Point): Point => ({ x: to.x - from.x, y: to.y - from.y });

function strayed(state: { readonly from: Point; readonly slop: number }, at: Point): boolean {
  return Math.hypot(at.x - state.from.x, at.y - state.from.y) > state.slop;
}
