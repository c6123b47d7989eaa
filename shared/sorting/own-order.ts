/**
 * The papers of a round that one member reads, in an order of their own: pooled, shuffled from the
 * round's seed and the member, so that it is the same after a reload and another for everybody else.
 *
 * Pure. test/unit/sorting/own-order.test.ts.
 */
import type { MemberId, PaperId } from "../base/ids.ts";
import { seededRandom, shuffled } from "../base/random.ts";
import { allocate } from "./allocation.ts";
import type { Round } from "./rounds.ts";

export function ownOrder(round: Round, member: MemberId): readonly PaperId[] {
  return shuffled(papersFor(round, member), seededRandom(seedFor(round.seed, member)));
}

/** Whoever the papers were not shared out to may read all of them. */
export function papersFor(round: Round, member: MemberId): readonly PaperId[] {
  const { sharing, papers, seed } = round;
  if (!sharing?.members.includes(member)) return papers;
  const { papersOf } = allocate({ ...sharing, papers, seed });
  return papersOf.get(member) ?? papers;
}

/** FNV-1a over both. */
function seedFor(seed: number, member: MemberId): number {
  let hash = 0x811c9dc5;
  for (const letter of `${seed}/${member}`) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  }
  return hash >>> 0;
}
