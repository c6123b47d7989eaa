/**
 * New fractional keys for things moved within their heap: piles, papers in a pile, needs.
 *
 * Pure. Neighbours that two people gave equal keys, or a broken client nonsense, leave no room between
 * them: then the whole heap gets fresh keys, so that a move asked for always happens.
 * test/unit/sorting/reorder.test.ts holds it to that.
 */
import { generateNKeysBetween } from "fractional-indexing";

export interface Ordered {
  readonly id: string;
  readonly order: string;
}

/**
 * The keys to write so that the heap sorts as `wanted` (the whole heap, first to last), given that only
 * `moved` were moved: theirs where that is enough, everybody's otherwise. Empty if nothing has to change.
 */
export function ordersFor<T extends Ordered>(
  wanted: readonly T[],
  moved: ReadonlySet<string>,
): ReadonlyMap<T["id"], string> {
  return placed(wanted, moved) ?? respaced(wanted);
}

/** `items` with those in `moved` one step towards the start (-1) or the end (1), keeping their order. */
export function stepped<T extends { readonly id: string }>(
  items: readonly T[],
  moved: ReadonlySet<string>,
  by: -1 | 1,
): readonly T[] {
  const result = by === 1 ? items.toReversed() : [...items];
  for (let i = 1; i < result.length; i++) {
    const [before, here] = [result[i - 1], result[i]];
    // What already stands at the end, or behind another of the moved, stays: a block keeps together.
    if (before && here && moved.has(here.id) && !moved.has(before.id)) {
      result[i - 1] = here;
      result[i] = before;
    }
  }
  return by === 1 ? result.toReversed() : result;
}

function placed<T extends Ordered>(
  wanted: readonly T[],
  moved: ReadonlySet<string>,
): ReadonlyMap<T["id"], string> | undefined {
  const orders = new Map<T["id"], string>();
  let above: string | undefined;
  for (let i = 0; i < wanted.length; ) {
    const run = wanted.slice(i).findIndex(({ id }) => !moved.has(id));
    const length = run < 0 ? wanted.length - i : run;
    const below = wanted[i + length]?.order;
    const keys = keysBetween(above, below, length);
    if (!keys) return undefined;
    wanted.slice(i, i + length).forEach(({ id }, k) => {
      const key = keys[k];
      if (key !== undefined) orders.set(id, key);
    });
    above = below;
    i += length + 1;
  }
  return orders;
}

function keysBetween(
  above: string | undefined,
  below: string | undefined,
  count: number,
): readonly string[] | undefined {
  if (count === 0) return [];
  try {
    return generateNKeysBetween(above ?? null, below ?? null, count);
  } catch {
    return undefined;
  }
}

function respaced<T extends Ordered>(wanted: readonly T[]): ReadonlyMap<T["id"], string> {
  const keys = generateNKeysBetween(null, null, wanted.length);
  return new Map(wanted.map(({ id }, i): [T["id"], string] => [id, keys[i] ?? ""]));
}
