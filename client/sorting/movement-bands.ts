/**
 * Where the bands of a movement picture run: stacks on both sides, the last pile on top, each as high as its
 * papers are many. Pure; test/unit/sorting/movement-bands.test.ts.
 */
export interface Band {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Upper edge on either side, and height, in units of the picture. */
  readonly left: number;
  readonly right: number;
  readonly size: number;
}
export interface Stack {
  readonly at: number;
  readonly size: number;
}

export const pictureHeight = 240;
const gap = 14;

/** `counts[from][to]`; as many on either side as there are piles. */
export function bandsOf(counts: readonly (readonly number[])[]): {
  readonly bands: readonly Band[];
  readonly stacks: { readonly left: readonly Stack[]; readonly right: readonly Stack[] };
} {
  const outOf = counts.map((row) => sum(row));
  const width = Math.max(0, ...counts.map((row) => row.length));
  const into = Array.from({ length: width }, (_, to) => sum(counts.map((row) => row[to] ?? 0)));
  const total = sum(outOf);
  const gaps = gap * Math.max(0, counts.length - 1, width - 1);
  const unit = total === 0 ? 0 : (pictureHeight - gaps) / total;
  const stacks = { left: stacked(outOf, unit), right: stacked(into, unit) };
  const left = stacks.left.map(({ at }) => at);
  const right = stacks.right.map(({ at }) => at);
  const bands: Band[] = [];
  // From the top down on both sides, so that bands of one stack do not cross each other.
  for (let from = counts.length - 1; from >= 0; from--) {
    for (let to = width - 1; to >= 0; to--) {
      const count = counts[from]?.[to] ?? 0;
      if (count === 0) continue;
      const size = count * unit;
      bands.push({ from, to, count, left: left[from] ?? 0, right: right[to] ?? 0, size });
      left[from] = (left[from] ?? 0) + size;
      right[to] = (right[to] ?? 0) + size;
    }
  }
  return { bands, stacks };
}

const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);

function stacked(counts: readonly number[], unit: number): readonly Stack[] {
  const stacks: Stack[] = [];
  let at = 0;
  for (let i = counts.length - 1; i >= 0; i--) {
    const size = (counts[i] ?? 0) * unit;
    stacks[i] = { at, size };
    at += size + gap;
  }
  return stacks;
}
