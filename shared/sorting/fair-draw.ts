/**
 * A fair draw: some papers out of each group, for a team that cannot look at all of them.
 *
 * The same papers, groups and number of the draw give the same papers in every browser, in whatever order
 * they are given: so a draw can be said aloud and made again. Which papers of one group are drawn does not
 * depend on the other groups. Pure; balance within one and the shortfall are held by
 * test/property/fair-draw.test.ts, golden draws by test/unit/fair-draw.test.ts.
 */
import type { PaperId } from "../base/ids.ts";
import { seededRandom, shuffled } from "../base/random.ts";

export interface DrawGroup {
  /** The same in every browser; no two of a draw alike. */
  readonly key: string;
  readonly papers: readonly PaperId[];
}

/** `each`: so many from every group. `all`: so many together, as evenly as the groups allow. */
export type HowMany = { readonly each: number } | { readonly all: number };

export interface Drawn {
  readonly key: string;
  /** In the order they were drawn. */
  readonly papers: readonly PaperId[];
  /** How many were asked of this group and are not in it. */
  readonly short: number;
}

export interface Draw {
  /** In the order of the groups as given. */
  readonly groups: readonly Drawn[];
  /** How many fewer than asked for were drawn in all. */
  readonly short: number;
}

export function drawFairly(groups: readonly DrawGroup[], howMany: HowMany, seed: number): Draw {
  const sizes = new Map(groups.map(({ key, papers }) => [key, papers.length]));
  const wanted = "each" in howMany ? undefined : shares(sizes, whole(howMany.all), seed);
  const each = "each" in howMany ? whole(howMany.each) : 0;
  const drawn = groups.map(({ key, papers }): Drawn => {
    const ask = wanted?.get(key) ?? each;
    const mixed = shuffled(papers.toSorted(), seededRandom(seedOf(seed, key)));
    return { key, papers: mixed.slice(0, ask), short: Math.max(0, ask - papers.length) };
  });
  const taken = drawn.reduce((sum, { papers }) => sum + papers.length, 0);
  const asked = "each" in howMany ? each * groups.length : whole(howMany.all);
  return { groups: drawn, short: asked - taken };
}

/**
 * How many each group gives, where so many are wanted together: one each, round after round, until there
 * are enough; groups that have no more stay out. The last round may not reach all: who gives then is drawn.
 */
function shares(
  sizes: ReadonlyMap<string, number>,
  total: number,
  seed: number,
): ReadonlyMap<string, number> {
  const turn = shuffled([...sizes.keys()].toSorted(), seededRandom(seedOf(seed, "")));
  const given = new Map(turn.map((key) => [key, 0]));
  let left = total;
  for (let hadMore = true; hadMore && left > 0; ) {
    hadMore = false;
    for (const key of turn) {
      const now = given.get(key) ?? 0;
      if (left === 0 || now >= (sizes.get(key) ?? 0)) continue;
      given.set(key, now + 1);
      left--;
      hadMore = true;
    }
  }
  return given;
}

const whole = (count: number): number => (count >= 1 ? Math.floor(Math.min(count, 1e6)) : 0);

/** One seed out of a draw's number and a group's key. FNV-1a by Fowler, Noll and Vo, public domain. */
function seedOf(seed: number, key: string): number {
  let hash = 0x811c9dc5;
  for (const sign of `${seed} ${key}`) {
    hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash;
}
