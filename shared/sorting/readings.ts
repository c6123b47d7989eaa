/**
 * What a round came to: how each of its papers was read, on which all agree, and which are worth talking
 * about, in that order.
 *
 * Pure, and nothing in it is counted by person. A placement is a private entry whose thing is the paper
 * and whose value is `[pile, unsure]`; a guess of how many papers all will agree on is the entry
 * `guess`. Whatever makes no sense is passed over. test/unit/sorting/readings.test.ts.
 */
import type { PaperId, PileId } from "../base/ids.ts";
import { disagreement, type Placements, pairAgreement, unanimity } from "./agreement.ts";
import type { PlainValue, PrivateEntry, Who } from "./private-entries.ts";
import type { Round } from "./rounds.ts";
import { talkQueue } from "./talk-queue.ts";

export interface Placement {
  readonly pile: PileId;
  readonly unsure: boolean;
}

const guessThing = "guess";

export const placementEntry = (paper: PaperId, { pile, unsure }: Placement): PrivateEntry => ({
  thing: paper,
  value: [pile, unsure],
});

export const guessEntry = (papers: number): PrivateEntry => ({ thing: guessThing, value: papers });

/** One person's placements of a round's papers into its piles. */
export function readPlacements(
  round: Pick<Round, "papers" | "piles">,
  entries: readonly PrivateEntry[],
): ReadonlyMap<PaperId, Placement> {
  const placements = new Map<PaperId, Placement>();
  const papers = new Set<string>(round.papers);
  for (const { thing, value } of entries) {
    const placement = papers.has(thing) ? readPlacement(round, value) : undefined;
    if (placement) placements.set(thing as PaperId, placement);
  }
  return placements;
}

function readPlacement({ piles }: Pick<Round, "piles">, value: PlainValue): Placement | undefined {
  if (!Array.isArray(value)) return undefined;
  const [pile, unsure] = value as readonly unknown[];
  const known = piles.find((id) => id === pile);
  return known && { pile: known, unsure: unsure === true };
}

/** How many papers somebody thought all would agree on; undefined where they did not say. */
export function readGuess(
  { papers }: Pick<Round, "papers">,
  entries: readonly PrivateEntry[],
): number | undefined {
  const value = entries.find(({ thing }) => thing === guessThing)?.value;
  return typeof value === "number" && Number.isInteger(value) && value >= 0
    ? Math.min(value, papers.length)
    : undefined;
}

export interface Reading extends Placement {
  readonly who: Who;
}

/**
 * `agreed`: two or more read it, all alike. `disputed`: two or more, not alike. `once`: one person read
 * it. `unread`: nobody.
 */
export type Standing = "agreed" | "disputed" | "once" | "unread";

export interface PaperReadings {
  readonly paper: PaperId;
  readonly code: string;
  readonly standing: Standing;
  readonly readings: readonly Reading[];
  /** How many placed it in each pile that anybody did, in the order of the piles. */
  readonly spread: readonly { readonly pile: PileId; readonly count: number }[];
  /** The piles' indexes, for agreement.ts. */
  readonly placements: Placements;
  /** How many marked it as unsure. */
  readonly unsure: number;
  /** 0..1, as agreement.ts says. */
  readonly disagreement: number;
}

export interface RoundReadings {
  /** Each paper of the round that is still on the board, in the round's order. */
  readonly papers: readonly PaperReadings[];
  /** Those that were read differently, in the order worth talking about. */
  readonly talk: readonly PaperReadings[];
  /** How many placed at least one paper. */
  readonly people: number;
  readonly guesses: readonly number[];
  /** Share of papers read by two or more that all read alike; undefined where there is none. */
  readonly unanimity: number | undefined;
  readonly pairAgreement: { readonly agreeing: number; readonly pairs: number } | undefined;
}

/** `codeOf`: undefined for a paper that is not on the board any more. */
export function readingsOf(
  round: Round,
  revealed: ReadonlyMap<Who, readonly PrivateEntry[]>,
  codeOf: (paper: PaperId) => string | undefined,
): RoundReadings {
  const people = [...revealed].map(
    ([who, entries]) => [who, readPlacements(round, entries)] as const,
  );
  const papers = round.papers.flatMap((paper): PaperReadings[] => {
    const code = codeOf(paper);
    if (code === undefined) return [];
    const readings = people.flatMap(([who, placed]): Reading[] => {
      const placement = placed.get(paper);
      return placement ? [{ who, ...placement }] : [];
    });
    const placements = readings.map(({ pile }) => round.piles.indexOf(pile));
    const spread = round.piles
      .map((pile) => ({ pile, count: readings.filter((one) => one.pile === pile).length }))
      .filter(({ count }) => count > 0);
    return [
      {
        paper,
        code,
        standing: standingOf(readings.length, spread.length),
        readings,
        spread,
        placements,
        unsure: readings.filter(({ unsure }) => unsure).length,
        disagreement: disagreement(placements, round.piles.length, round.order),
      },
    ];
  });
  const rows = papers.map(({ placements }) => placements);
  const byPaper = new Map(papers.map((one) => [one.paper, one]));
  return {
    papers,
    talk: talkQueue(papers, round.piles.length, round.order)
      .flatMap(({ paper }) => byPaper.get(paper) ?? [])
      .filter(({ standing }) => standing === "disputed"),
    people: people.filter(([, placed]) => placed.size > 0).length,
    guesses: [...revealed.values()].flatMap((entries) => readGuess(round, entries) ?? []),
    unanimity: unanimity(rows),
    pairAgreement: pairAgreement(rows),
  };
}

/**
 * What is worth talking about, first things first: those read differently, then those that one person alone
 * of several read.
 */
export function toTalkAbout({
  papers,
  talk,
  people,
}: Pick<RoundReadings, "papers" | "talk" | "people">): readonly PaperReadings[] {
  const once = people > 1 ? papers.filter(({ standing }) => standing === "once") : [];
  return [...talk, ...once];
}

/** Those of them that nobody has put in a pile since. */
export function stillToTalkAbout(
  readings: Pick<RoundReadings, "papers" | "talk" | "people">,
  pileOf: (paper: PaperId) => PileId | undefined,
): readonly PaperReadings[] {
  return toTalkAbout(readings).filter(({ paper }) => pileOf(paper) === undefined);
}

function standingOf(readings: number, piles: number): Standing {
  if (readings === 0) return "unread";
  if (readings === 1) return "once";
  return piles === 1 ? "agreed" : "disputed";
}

/**
 * Where the reveal lays a paper: the pile all put it in; undefined for one that is to be talked about
 * first. Where one person alone sorted, their reading is what there is.
 */
export function laidIn(
  { standing, spread }: PaperReadings,
  { people }: Pick<RoundReadings, "people">,
): PileId | undefined {
  const isSettled = standing === "agreed" || (standing === "once" && people === 1);
  return isSettled ? spread[0]?.pile : undefined;
}
