/** How what a colleague's hand holds comes after that hand, whose places arrive in steps. */

/** After this time about a third of the way is left. */
const thirdLeftMs = 55;
/** A pause longer than this must not be made up for in one leap. */
const mostStepMs = 50;

/** Which share of the way that is left is gone after `stepMs`. */
export const shareGone = (stepMs: number): number =>
  1 - Math.exp(-Math.min(mostStepMs, Math.max(0, stepMs)) / thirdLeftMs);
