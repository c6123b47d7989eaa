/**
 * Where a team agrees and where it does not, from everybody's placements: which share of papers all put
 * alike, how far each paper is disputed, and the usual coefficients for a fold-out that explains them.
 *
 * Pure. A placement is a pile's index, 0 the first ("not yet"); undefined = this member did not place this
 * paper. Nothing here is about a person: rows are papers, and no function answers by member. PRODUCT
 * section 7 defines each figure; test/unit/agreement.test.ts holds its golden values, and
 * test/property/agreement.test.ts holds all of them to a slow second reckoning.
 */
export type Placements = readonly (number | undefined)[];

/** Whether piles are in order (not yet, almost there, got it) or stand for ideas of equal rank. */
export type PileOrder = "ordered" | "thematic";

/** What is known of a row, which is never changed: an interval draws the same rows thousands of times. */
const placedIn = new WeakMap<Placements, readonly number[]>();
const countsIn = new WeakMap<readonly number[], ReadonlyMap<number, number>>();

function placed(row: Placements): readonly number[] {
  const known = placedIn.get(row);
  if (known) return known;
  const piles = row.filter((pile): pile is number => pile !== undefined);
  placedIn.set(row, piles);
  return piles;
}

/** Papers that two people or more placed: only these can be agreed on. */
export function pairable(rows: readonly Placements[]): readonly (readonly number[])[] {
  return rows.map(placed).filter((row) => row.length > 1);
}

/** Share of pairable papers that all placed alike, 0..1; undefined where there is none. */
export function unanimity(rows: readonly Placements[]): number | undefined {
  const papers = pairable(rows);
  if (papers.length === 0) return undefined;
  return papers.filter((row) => row.every((pile) => pile === row[0])).length / papers.length;
}

/** Pairs of placements of one paper that agree, of all pairs of all papers; undefined where there is none. */
export function pairAgreement(
  rows: readonly Placements[],
): { readonly agreeing: number; readonly pairs: number } | undefined {
  let agreeing = 0;
  let pairs = 0;
  for (const row of pairable(rows)) {
    pairs += pairsOf(row.length);
    for (const count of countsOf(row).values()) agreeing += pairsOf(count);
  }
  return pairs === 0 ? undefined : { agreeing, pairs };
}

const pairsOf = (n: number): number => (n * (n - 1)) / 2;

function countsOf(row: readonly number[]): ReadonlyMap<number, number> {
  const known = countsIn.get(row);
  if (known) return known;
  const counts = new Map<number, number>();
  for (const pile of row) counts.set(pile, (counts.get(pile) ?? 0) + 1);
  countsIn.set(row, counts);
  return counts;
}

/** How often each pile stands in all rows together. */
function sumOf(rows: readonly (readonly number[])[]): ReadonlyMap<number, number> {
  const sum = new Map<number, number>();
  for (const row of rows) {
    for (const [pile, count] of countsOf(row)) sum.set(pile, (sum.get(pile) ?? 0) + count);
  }
  return sum;
}

/**
 * How far one paper is disputed, 0..1: for ordered piles the mean over pairs of (distance / largest
 * distance) squared, for thematic ones the share of pairs that differ. 0 for fewer than two placements.
 * `piles`: how many piles there are.
 */
export function disagreement(row: Placements, piles: number, order: PileOrder): number {
  const counts = [...countsOf(placed(row))];
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  const span = Math.max(1, piles - 1);
  let apart = 0;
  counts.forEach(([pile, count], i) => {
    for (const [other, others] of counts.slice(i + 1)) {
      const distance = order === "ordered" ? ((pile - other) / span) ** 2 : 1;
      apart += count * others * distance;
    }
  });
  return total < 2 ? 0 : apart / pairsOf(total);
}

export type Metric = "nominal" | "ordinal" | "interval";

/**
 * Krippendorff's alpha by coincidence matrix (Krippendorff, Content Analysis, ch. 12): 1 = all agree,
 * 0 = as by chance. Papers with one placement are passed over. Undefined where nothing is pairable, or
 * all placements are of one pile: then there was nothing to disagree on.
 */
export function krippendorffAlpha(rows: readonly Placements[], metric: Metric): number | undefined {
  const papers = pairable(rows);
  /** How often a value stands in pairable papers. */
  const all = [...sumOf(papers)].toSorted(([a], [b]) => a - b);
  if (all.length < 2) return undefined;
  const values = all.map(([value]) => value);
  const margins = all.map(([, count]) => count);
  const total = margins.reduce((sum, n) => sum + n, 0);
  const distance = distances(values, margins, metric);
  const known = values.map((_, c) => values.map((__, k) => (c < k ? distance(c, k) : 0)));
  const apart = (c: number, k: number): number => known[c]?.[k] ?? 0;
  let observed = 0;
  for (const row of papers) {
    const counts = countsOf(row);
    // Where all placements are alike nothing is apart.
    if (counts.size < 2) continue;
    for (let i = 0; i < values.length; i++) {
      const one = counts.get(values[i] as number);
      if (one === undefined) continue;
      for (let j = i + 1; j < values.length; j++) {
        const other = counts.get(values[j] as number) ?? 0;
        if (other > 0) observed += ((one * other) / (row.length - 1)) * apart(i, j);
      }
    }
  }
  let expected = 0;
  values.forEach((_, i) => {
    for (let k = i + 1; k < values.length; k++) {
      expected += (margins[i] ?? 0) * (margins[k] ?? 0) * apart(i, k);
    }
  });
  return 1 - ((total - 1) * observed) / expected;
}

/** The squared difference of the values at two places of `values`. */
function distances(
  values: readonly number[],
  margins: readonly number[],
  metric: Metric,
): (c: number, k: number) => number {
  switch (metric) {
    case "nominal":
      return () => 1;
    case "interval":
      return (c, k) => ((values[c] ?? 0) - (values[k] ?? 0)) ** 2;
    case "ordinal":
      // By how many placements lie between the two, half of each of them counted.
      return (c, k) => {
        const between = margins.slice(c, k + 1).reduce((sum, n) => sum + n, 0);
        return (between - ((margins[c] ?? 0) + (margins[k] ?? 0)) / 2) ** 2;
      };
  }
}

/**
 * Fleiss' kappa (Fleiss 1971). Undefined unless every paper has the same number of placements, two or
 * more, and more than one pile was used.
 */
export function fleissKappa(rows: readonly Placements[]): number | undefined {
  const papers = rows.map(placed);
  const raters = papers[0]?.length ?? 0;
  if (raters < 2 || papers.some((row) => row.length !== raters)) return undefined;
  const all = sumOf(papers);
  if (all.size < 2) return undefined;
  const total = papers.length * raters;
  const byChance = [...all.values()].reduce((sum, n) => sum + (n / total) ** 2, 0);
  const agreed =
    papers.reduce((sum, row) => {
      let same = 0;
      for (const count of countsOf(row).values()) same += pairsOf(count);
      return sum + same / pairsOf(raters);
    }, 0) / papers.length;
  return (agreed - byChance) / (1 - byChance);
}

/**
 * An interval for a coefficient by drawing papers again with replacement (percentile bootstrap, Efron &
 * Tibshirani, An Introduction to the Bootstrap, ch. 13): the middle 95 % of `draws` values. Draws for
 * which the coefficient is undefined are left out; undefined where more than half are. `random` gives
 * 0 up to 1, so that the same seed gives the same interval.
 */
export function bootstrapInterval(
  rows: readonly Placements[],
  coefficient: (rows: readonly Placements[]) => number | undefined,
  random: () => number,
  draws = 1000,
): readonly [low: number, high: number] | undefined {
  if (rows.length === 0) return undefined;
  const values: number[] = [];
  for (let i = 0; i < draws; i++) {
    const drawn = rows.map(() => rows[Math.floor(random() * rows.length)] ?? []);
    const value = coefficient(drawn);
    if (value !== undefined) values.push(value);
  }
  if (values.length * 2 <= draws) return undefined;
  values.sort((a, b) => a - b);
  const at = (share: number): number =>
    values[Math.min(values.length - 1, Math.floor(share * values.length))] as number;
  return [at(0.025), at(0.975)];
}
