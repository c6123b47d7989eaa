/**
 * What colleagues resize and turn, and ink they drag, is seen on its way on this table as well.
 *
 * Owns how those things lie between what their hands tell and what the document says: they glide after the
 * hand and home again by the same rule as all else (motion.ts), and at once for whoever wants less motion.
 * When the document moves a held thing its hold ends: the drop may arrive before the hand is seen to open.
 */
import type { StrokeId } from "../../../shared/base/ids.ts";
import { type ThingId, thingsOf } from "../../../shared/board/things.ts";
import { shareGone } from "../../canvas/catch-up.ts";
import type { BoardSession } from "../../sync/board-session.ts";
import type { Held } from "../../tools/handles.ts";

export interface OthersReshapingPorts {
  readonly session: Pick<BoardSession, "presence" | "reader">;
  /** Whether the person asked their system for less motion. */
  still(): boolean;
  /** Something is on its way: `step` is to be called soon. */
  request(): void;
  /** Things lie otherwise than they did. */
  changed(): void;
}

export interface OthersReshaping {
  /** How things lie that are in colleagues' hands or on their way home; the same until something moves. */
  now(): ReadonlyMap<string, Held> | undefined;
  /** Asked once a frame; whether there is more to come. */
  step(nowMs: number): boolean;
  destroy(): void;
}

interface Going {
  /** As the document had it when the hand took hold. */
  readonly home: Held;
  goal: Held;
  shown: Held;
  isHeld: boolean;
}

/** Board units and degrees: nearer than this a thing has arrived. */
const arrived = 0.2;

export function followReshaping(ports: OthersReshapingPorts): OthersReshaping {
  const { presence, reader } = ports.session;
  const going = new Map<string, Going>();
  /** Let go of, though the last state of the hand still says held. */
  const dropped = new Map<string, Held>();
  let shown: ReadonlyMap<string, Held> | undefined;
  let lastMs: number | undefined;

  /** How a free thing lies in the document. */
  function lies(id: string): Held | undefined {
    return thingsOf(reader.view()).get(id as ThingId);
  }

  function wanted(): ReadonlyMap<string, Held> {
    const { strokes } = reader.view();
    const found = new Map<string, Held>();
    for (const { drag, reshaped } of presence.others()) {
      for (const [id, held] of reshaped ?? []) found.set(id, held);
      // Cards that are dragged are held by the motion (others-drags.ts); ink is no card.
      for (const id of drag?.ids ?? []) {
        const { box, turn = 0 } = strokes.get(id as StrokeId) ?? {};
        if (!drag || !box) continue;
        found.set(id, { box: { ...box, x: box.x + drag.by.x, y: box.y + drag.by.y }, turn });
      }
    }
    return found;
  }

  function sendHome(id: string, one: Going): void {
    const home = lies(id);
    one.isHeld = false;
    if (home) one.goal = home;
    else going.delete(id);
  }

  function follow(): void {
    const held = wanted();
    for (const [id, goal] of held) {
      const home = lies(id);
      const last = dropped.get(id);
      if (!home || (last && isSame(last, goal))) continue;
      dropped.delete(id);
      const one = going.get(id);
      if (one) Object.assign(one, { goal, isHeld: true });
      else going.set(id, { home, goal, shown: home, isHeld: true });
    }
    for (const [id, one] of going) if (one.isHeld && !held.has(id)) sendHome(id, one);
    for (const id of dropped.keys()) if (!held.has(id)) dropped.delete(id);
    if (going.size > 0) ports.request();
  }

  function onDocument(): void {
    for (const [id, one] of going) {
      const now = lies(id);
      if (one.isHeld && now && isSame(now, one.home)) continue;
      if (one.isHeld) dropped.set(id, one.goal);
      sendHome(id, one);
    }
    if (going.size > 0) ports.request();
  }

  const stops = [presence.subscribe(follow), reader.subscribe(onDocument)];
  return {
    now: () => shown,
    step(nowMs) {
      if (going.size === 0) {
        lastMs = undefined;
        if (!shown) return false;
        shown = undefined;
        ports.changed();
        return false;
      }
      const stepMs = lastMs === undefined ? 16 : nowMs - lastMs;
      lastMs = nowMs;
      const share = ports.still() ? 1 : shareGone(stepMs);
      let isMoving = false;
      let hasMoved = false;
      for (const [id, one] of going) {
        const next = nearer(one.shown, one.goal, share);
        hasMoved ||= next !== one.shown;
        one.shown = next;
        if (next !== one.goal) isMoving = true;
        else if (!one.isHeld) going.delete(id);
      }
      if (hasMoved || going.size !== shown?.size) {
        shown = new Map([...going].map(([id, one]) => [id, one.shown]));
        ports.changed();
      }
      return isMoving || going.size === 0;
    },
    destroy() {
      for (const stop of stops) stop();
    },
  };
}

/** A share of the way on, the shorter way round; the goal itself once it is near. */
function nearer(from: Held, to: Held, share: number): Held {
  const turn = ((((to.turn - from.turn) % 360) + 540) % 360) - 180;
  const way = (["x", "y", "w", "h"] as const).map((side) => to.box[side] - from.box[side]);
  if ([...way, turn].every((left) => Math.abs(left) * (1 - share) < arrived)) return to;
  const [x = 0, y = 0, w = 0, h = 0] = way.map((left) => left * share);
  const { box } = from;
  return {
    box: { x: box.x + x, y: box.y + y, w: box.w + w, h: box.h + h },
    turn: from.turn + turn * share,
  };
}

const isSame = (a: Held, b: Held): boolean =>
  a.turn === b.turn && (["x", "y", "w", "h"] as const).every((side) => a.box[side] === b.box[side]);
