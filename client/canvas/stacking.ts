/**
 * Numbers for `z-index` that follow an order, changing as few as they may: each change of one restyles a
 * card. Pure; test/unit/canvas-planes.test.ts.
 */
const stride = 1024;

/**
 * `heights` of things from the bottom up, undefined for those that have none yet: the same with every
 * one filled in and rising. What stood in order and with room between keeps its number.
 */
export function restacked(heights: readonly (number | undefined)[]): readonly number[] {
  const kept = heights.flatMap((height) => height ?? []);
  if (!isRising(kept)) return evenly(heights.length);
  const out: number[] = [];
  let below = 0;
  for (let i = 0; i < heights.length; ) {
    let end = i;
    while (end < heights.length && heights[end] === undefined) end++;
    const fresh = end - i;
    const above = heights[end] ?? below + stride * (fresh + 1);
    if (above - below <= fresh) return evenly(heights.length);
    for (let k = 1; k <= fresh; k++) {
      out.push(below + Math.floor(((above - below) * k) / (fresh + 1)));
    }
    if (end < heights.length) out.push(above);
    below = above;
    i = end + 1;
  }
  return out;
}

const evenly = (count: number): number[] =>
  Array.from({ length: count }, (_, i) => (i + 1) * stride);

const isRising = (numbers: readonly number[]): boolean =>
  numbers.every((number, i) => i === 0 || number > (numbers[i - 1] ?? 0));
