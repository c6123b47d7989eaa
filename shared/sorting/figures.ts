/**
 * The usual coefficients of a round, for a fold-out that explains them: each with an interval, each only
 * where it is defined, and with the papers it was made from.
 *
 * Pure; the same figures in every browser, since papers are drawn again from the round's own seed. Which
 * coefficient means what is agreement.ts. test/unit/sorting/figures.test.ts.
 */
import { seededRandom } from "../base/random.ts";
import {
  bootstrapInterval,
  fleissKappa,
  krippendorffAlpha,
  type Metric,
  type Placements,
  pairable,
} from "./agreement.ts";
import type { PaperReadings, RoundReadings } from "./readings.ts";
import type { Round } from "./rounds.ts";

export interface Coefficient {
  readonly value: number;
  /** The middle 95 % of what it comes to when papers are drawn again; undefined where too few draws have one. */
  readonly interval: readonly [low: number, high: number] | undefined;
}

export interface RoundFigures {
  /** Krippendorff's alpha: ordinal for piles in order, nominal for ideas. Undefined with fewer than two piles in use. */
  readonly alpha: Coefficient | undefined;
  /** Fleiss' kappa: undefined unless every paper that was read was read by as many. */
  readonly kappa: Coefficient | undefined;
  /** Those that two or more read: what all figures are made from. */
  readonly papers: readonly PaperReadings[];
}

/** Cost: a thousand times the reckoning of one coefficient, for each of the two. */
export function figuresOf(
  { order, seed }: Pick<Round, "order" | "seed">,
  { papers }: Pick<RoundReadings, "papers">,
): RoundFigures {
  const metric: Metric = order === "ordered" ? "ordinal" : "nominal";
  const read = papers.filter(({ readings }) => readings.length > 0);
  const rows = read.map(({ placements }) => placements);
  const alphaOf = (of: readonly Placements[]): number | undefined => krippendorffAlpha(of, metric);
  return {
    alpha: withInterval(pairable(rows), alphaOf, seed),
    kappa: withInterval(rows, fleissKappa, seed),
    papers: read.filter(({ readings }) => readings.length > 1),
  };
}

function withInterval(
  rows: readonly Placements[],
  of: (rows: readonly Placements[]) => number | undefined,
  seed: number,
): Coefficient | undefined {
  const value = of(rows);
  if (value === undefined) return undefined;
  return { value, interval: bootstrapInterval(rows, of, seededRandom(seed)) };
}
