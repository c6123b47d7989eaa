/**
 * Putting a note on the table, as a state machine: a press and a lift at about one place.
 *
 * Pure. A press that turns into a drag is no note: the hand meant something else.
 * test/unit/tools-note.test.ts holds it to that.
 */
import type { Point } from "../../shared/geometry/rect.ts";

export type NoteState =
  | { readonly at: "idle" }
  | { readonly at: "pressed"; readonly from: Point; readonly slop: number };

export type NoteInput =
  /** Board units, `slop` as well. */
  | { readonly is: "press"; readonly at: Point; readonly slop: number }
  | { readonly is: "move" | "lift"; readonly at: Point }
  | { readonly is: "cancel" };

/** `at` is where the hand pressed: the middle of the note's upper edge. */
export interface NoteEffect {
  readonly do: "put-note";
  readonly at: Point;
}

export type NoteStep = readonly [NoteState, NoteEffect?];

export const idleNote: NoteState = { at: "idle" };

export function stepNote(state: NoteState, input: NoteInput): NoteStep {
  switch (input.is) {
    case "press":
      return [{ at: "pressed", from: input.at, slop: input.slop }];
    case "cancel":
      return [idleNote];
    case "move":
    case "lift": {
      if (state.at === "idle") return [state];
      const { from, slop } = state;
      const strayed = Math.hypot(input.at.x - from.x, input.at.y - from.y) > slop * 4;
      if (strayed) return [idleNote];
      return input.is === "lift" ? [idleNote, { do: "put-note", at: from }] : [state];
    }
  }
}
