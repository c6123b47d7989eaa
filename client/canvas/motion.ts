/**
 * Where each thing is shown, as it glides to where it belongs.
 *
 * A thing has a home (what the document says), may be held away from it by a drag, and is shown
 * somewhere on the way. One rule serves a paper that was sorted, an undone move and a colleague's
 * drag: what is shown draws near its goal by the same share of the way in the same time. Whoever wants
 * less motion is shown goals at once. Pure but for its memory; test/unit/canvas-motion.test.ts.
 */
import type { Point, Rect } from "../../shared/geometry/rect.ts";

export interface Motion {
  /** Where the thing belongs. The first time it is shown there at once, later it glides unless asked. */
  place(id: string, home: Point, how?: "at once" | "gliding"): void;
  forget(id: string): void;
  /** Holds things away from home: my own drag at once, a colleague's gliding. */
  hold(id: string, by: Point, how: "at once" | "gliding"): void;
  /** Lets things glide home from where they are shown. */
  release(id: string): void;
  /** Moves on to `nowMs` and tells what moved; empty when all is at rest. */
  step(nowMs: number): ReadonlySet<string>;
  /** Where the thing is shown now; undefined for one that is not placed. */
  at(id: string): Point | undefined;
  /** What is still on its way. */
  moving(): Iterable<string>;
  /** What is held away from home or still on its way. */
  away(): ReadonlySet<string>;
  /** Whether there will be anything to draw next time. */
  isMoving(): boolean;
}

interface Glide {
  home: Point;
  held: Point | undefined;
  shown: Point;
}

/** After this time about a third of the way is left; 4 of them read as one calm movement. */
const thirdLeftMs = 55;
/** Nearer than this the thing has arrived. Board units: a tenth of a pixel at the usual zoom. */
const arrived = 0.2;
/** A pause longer than this (a hidden tab) must not be made up for in one leap. */
const mostStepMs = 50;

export function createMotion(options: { readonly still: () => boolean }): Motion {
  const things = new Map<string, Glide>();
  const moving = new Set<string>();
  const jumped = new Set<string>();
  const away = new Set<string>();
  let lastMs: number | undefined;

  const goalOf = ({ home, held }: Glide): Point =>
    held ? { x: home.x + held.x, y: home.y + held.y } : home;

  function jump(id: string, thing: Glide): void {
    thing.shown = goalOf(thing);
    moving.delete(id);
    jumped.add(id);
    if (thing.held) away.add(id);
    else away.delete(id);
  }

  function glide(id: string, thing: Glide): void {
    if (options.still()) return jump(id, thing);
    moving.add(id);
    away.add(id);
  }

  return {
    place(id, home, how = "gliding") {
      const thing = things.get(id);
      if (!thing) {
        things.set(id, { home, held: undefined, shown: home });
        jumped.add(id);
      } else if (thing.home.x !== home.x || thing.home.y !== home.y) {
        thing.home = home;
        if (how === "at once") jump(id, thing);
        else glide(id, thing);
      }
    },
    forget(id) {
      things.delete(id);
      moving.delete(id);
      jumped.delete(id);
      away.delete(id);
    },
    hold(id, by, how) {
      const thing = things.get(id);
      if (!thing) return;
      thing.held = by;
      if (how === "at once") jump(id, thing);
      else glide(id, thing);
    },
    release(id) {
      const thing = things.get(id);
      if (!thing?.held) return;
      thing.held = undefined;
      glide(id, thing);
    },
    step(nowMs) {
      const stepMs = lastMs === undefined ? 16 : Math.min(mostStepMs, nowMs - lastMs);
      const moved = new Set(jumped);
      jumped.clear();
      const share = 1 - Math.exp(-Math.max(0, stepMs) / thirdLeftMs);
      for (const id of moving) {
        const thing = things.get(id);
        if (!thing) continue;
        const goal = goalOf(thing);
        const dx = goal.x - thing.shown.x;
        const dy = goal.y - thing.shown.y;
        if (Math.abs(dx) < arrived && Math.abs(dy) < arrived) {
          thing.shown = goal;
          moving.delete(id);
          if (!thing.held) away.delete(id);
        } else {
          thing.shown = { x: thing.shown.x + dx * share, y: thing.shown.y + dy * share };
        }
        moved.add(id);
      }
      lastMs = moving.size > 0 ? nowMs : undefined;
      return moved;
    },
    at: (id) => things.get(id)?.shown,
    moving: () => moving,
    away: () => away,
    isMoving: () => moving.size > 0 || jumped.size > 0,
  };
}

/** Where an item is shown at present, in board units: on its way home or in somebody's hand. */
export function shownRect(
  item: { readonly id: string; readonly rect: Rect },
  motion: Pick<Motion, "at">,
): Rect {
  const at = motion.at(item.id);
  return at ? { ...at, w: item.rect.w, h: item.rect.h } : item.rect;
}
