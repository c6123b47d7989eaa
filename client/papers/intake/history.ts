/**
 * Undo on the contact sheet: what a teacher arranged, without the pictures, so that a step back is a
 * few numbers a page and pages read meanwhile stay.
 *
 * Pure. test/unit/intake-history.test.ts holds it to its promises.
 */
import type { Fit } from "./fit.ts";
import type { IntakePage, IntakeState } from "./intake-state.ts";

type Kept = Pick<IntakePage, "key" | "opening" | "dropped" | "stays" | "turn" | "fit">;

export interface Arrangement {
  readonly perPaper: IntakeState["perPaper"];
  readonly blanks: IntakeState["blanks"];
  readonly white: boolean;
  readonly pages: readonly Kept[];
}

/** Steps that can be taken back. */
const mostSteps = 200;

export function arrangementOf({ perPaper, blanks, white, pages }: IntakeState): Arrangement {
  return {
    perPaper,
    blanks,
    white,
    pages: pages.map(({ key, opening, dropped, stays, turn, fit }) => ({
      key,
      opening,
      dropped,
      stays,
      turn,
      fit,
    })),
  };
}

/** The state after an act, from which one can step back to what was before it. */
export function withStep(before: IntakeState, after: IntakeState): IntakeState {
  return { ...after, past: [...before.past, arrangementOf(before)].slice(-mostSteps), future: [] };
}

/** A page of which the picture has to be made anew. */
export interface ToRefit {
  readonly key: number;
  readonly fit: Fit | undefined;
}

export interface Stepped {
  readonly state: IntakeState;
  readonly refits: readonly ToRefit[];
}

/** One step back, or forth; undefined where there is none. */
export function stepped(state: IntakeState, way: "back" | "forth"): Stepped | undefined {
  const to = (way === "back" ? state.past : state.future).at(-1);
  if (!to) return undefined;
  const here = arrangementOf(state);
  const pages = new Map(state.pages.map((page) => [page.key, page]));
  const known = new Set(to.pages.map(({ key }) => key));
  const restored = to.pages.flatMap(({ key, opening, dropped, stays, turn }) => {
    const page = pages.get(key);
    // How it lies straight follows once its picture is made.
    return page ? [{ ...page, opening, dropped, stays, turn, shape: shapeAfter(page, turn) }] : [];
  });
  return {
    state: {
      ...state,
      perPaper: to.perPaper,
      blanks: to.blanks,
      white: to.white,
      // What was read since then lies behind.
      pages: [...restored, ...state.pages.filter(({ key }) => !known.has(key))],
      past: way === "back" ? state.past.slice(0, -1) : [...state.past, here],
      future: way === "back" ? [...state.future, here] : state.future.slice(0, -1),
    },
    refits: to.pages.flatMap(({ key, fit }) => {
      const page = pages.get(key);
      return page && JSON.stringify(page.fit) !== JSON.stringify(fit) ? [{ key, fit }] : [];
    }),
  };
}

/** Height over width once the page is turned to `turn`. */
export function shapeAfter(
  { turn: before, shape }: Pick<IntakePage, "turn" | "shape">,
  turn: IntakePage["turn"],
): number {
  return (turn - before) % 2 === 0 ? shape : 1 / shape;
}
