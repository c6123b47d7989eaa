/**
 * Palms told from hands: what a resting palm does on the glass is kept from the table.
 *
 * Pure: (state, event) → (state, events to go on with). A touch is a palm while a pen writes or was near
 * a moment ago, and where it is broader than any finger. A pen that comes down makes palms of all that
 * lies on the glass, and a finger that broadens becomes one: what it began is cancelled.
 * test/unit/canvas-palms.test.ts holds it to that.
 */
import type { HandEvent } from "./hands.ts";

export interface PalmState {
  readonly pens: ReadonlySet<number>;
  /** When a pen was last heard of, on the glass or above it. */
  readonly penMs: number;
  /** Fingers on the glass, as they were last. */
  readonly fingers: ReadonlyMap<number, HandEvent>;
  readonly palms: ReadonlySet<number>;
}

export const noPalms: PalmState = {
  pens: new Set(),
  penMs: Number.NEGATIVE_INFINITY,
  fingers: new Map(),
  palms: new Set(),
};

/** Between two strokes the hand stays where it is, and the pen is lifted for about as long. */
const nearMs = 400;
/** A thumb laid flat is about 50 CSS pixels broad on a tablet. */
const palmPx = 72;

export type PalmStep = readonly [PalmState, readonly HandEvent[]];

export function siftPalms(state: PalmState, event: HandEvent): PalmStep {
  if (event.kind === "pen") return penCame(state, event);
  return event.kind === "touch" ? touched(state, event) : [state, [event]];
}

function penCame(state: PalmState, event: HandEvent): PalmStep {
  const pens = new Set(state.pens);
  if (event.is === "down") pens.add(event.pointer);
  if (event.is === "up" || event.is === "cancel") pens.delete(event.pointer);
  const next = { ...state, pens, penMs: event.timeMs };
  if (event.is !== "down" || state.fingers.size === 0) return [next, [event]];
  const cancelled = [...state.fingers.values()].map((finger) => taken(finger, event.timeMs));
  const palms = new Set([...state.palms, ...state.fingers.keys()]);
  return [{ ...next, palms, fingers: new Map() }, [...cancelled, event]];
}

function touched(state: PalmState, event: HandEvent): PalmStep {
  const { pointer, is, timeMs } = event;
  const fingers = new Map(state.fingers);
  const palms = new Set(state.palms);
  const isBroad = (event.contactPx ?? 0) > palmPx;
  switch (is) {
    case "down": {
      const isPenNear = state.pens.size > 0 || timeMs - state.penMs < nearMs;
      if (isPenNear || isBroad) {
        palms.add(pointer);
        return [{ ...state, palms }, []];
      }
      fingers.set(pointer, event);
      return [{ ...state, fingers }, [event]];
    }
    case "move": {
      if (palms.has(pointer)) return [state, []];
      if (!fingers.has(pointer)) return [state, [event]];
      if (!isBroad) return [{ ...state, fingers: fingers.set(pointer, event) }, [event]];
      fingers.delete(pointer);
      return [{ ...state, fingers, palms: palms.add(pointer) }, [taken(event, timeMs)]];
    }
    case "up":
    case "cancel": {
      fingers.delete(pointer);
      const wasPalm = palms.delete(pointer);
      return [{ ...state, fingers, palms }, wasPalm ? [] : [event]];
    }
  }
}

const taken = (finger: HandEvent, timeMs: number): HandEvent => ({
  ...finger,
  is: "cancel",
  timeMs,
});
