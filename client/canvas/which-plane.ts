/**
 * Whether the table is drawn near (cards of the DOM) or far (tiles on a canvas): pure, with some give, so
 * that a hand at the threshold does not flicker. test/unit/canvas-planes.test.ts.
 */
export type Plane = "near" | "far";

export interface Sight {
  /** CSS pixels per board unit. */
  readonly scale: number;
  /** How many things are in view; counted no further than `most.objects` and one. */
  readonly objects: number;
  /** The scale is changing: what is left soon is not worth making. */
  readonly isZooming: boolean;
  /** The table is being pushed: what few things are in view now may be many again in a moment. */
  readonly isPushed: boolean;
}

/** Usual words on the table are so large. Board units. */
const wordsUnits = 16;
const legiblePx = 8;

/** More than this many things are too many for the DOM at any scale. */
export const most = { objects: 400, illegible: 150, zooming: 40 } as const;
/** The way back to the near plane asks for this much less. */
const give = 0.85;

/** The plane to draw, given the one that is drawn. */
export function whichPlane(last: Plane, { scale, objects, isZooming, isPushed }: Sight): Plane {
  const isBack = last === "far";
  if (isBack && isPushed) return "far";
  const ease = isBack ? give : 1;
  if (objects > most.objects * ease) return "far";
  const isLegible = scale * wordsUnits * ease >= legiblePx;
  if (!isLegible && objects > most.illegible * ease) return "far";
  if (isZooming && objects > most.zooming * ease) return "far";
  return "near";
}
