/** Which of a picture's sizes to show: pure arithmetic, held by test/unit/canvas-pictures.test.ts. */

/** One size of a picture; a picture's tiers are ordered, smallest first. */
export interface PictureTier {
  /** Pixels. */
  readonly w: number;
  readonly h: number;
  readonly url: string;
}

/** A tier this much narrower than what is shown still looks sharp. */
const tolerated = 0.92;

/** Index of the smallest tier that is sharp at `shownPx` device pixels wide; else of the largest. */
export function tierFor(tiers: readonly PictureTier[], shownPx: number): number {
  const index = tiers.findIndex((tier) => tier.w >= shownPx * tolerated);
  return index < 0 ? tiers.length - 1 : index;
}

export interface Held<Key> {
  readonly key: Key;
  readonly pixels: number;
  readonly inView: boolean;
  /** Rises each time the picture is shown. */
  readonly lastShown: number;
}

/** What to let go so that the rest fits the budget: never what is in view, longest unseen first. */
export function toEvict<Key>(held: readonly Held<Key>[], budgetPixels: number): readonly Key[] {
  let total = held.reduce((sum, { pixels }) => sum + pixels, 0);
  const gone: Key[] = [];
  const unseen = held.filter(({ inView }) => !inView);
  for (const { key, pixels } of unseen.toSorted((a, b) => a.lastShown - b.lastShown)) {
    if (total <= budgetPixels) break;
    total -= pixels;
    gone.push(key);
  }
  return gone;
}
