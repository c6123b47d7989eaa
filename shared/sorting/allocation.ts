/**
 * Sharing a large set of papers out: each read by so many, nobody by a teacher of its own class where
 * classes are known, and everybody with as many as the others.
 *
 * Pure and the same for the same input. Without classes the loads differ by one at most; with them they
 * are as even as the classes leave room for: papers are handed on, also over several hands, as long as
 * that evens anything out (an optimal semi-matching: Harvey, Ladner, Lovász & Tamir, J. Algorithms 59,
 * 2006). test/property/allocation.test.ts holds it to that.
 */
import { seededRandom, shuffled } from "../base/random.ts";

export interface AllocationInput<Paper extends string, Member extends string> {
  readonly papers: readonly Paper[];
  readonly members: readonly Member[];
  /** How many read each paper. */
  readonly each: number;
  readonly seed: number;
  /** Whether somebody teaches the class a paper is from; by default classes are not known. */
  readonly isOwnClass?: (member: Member, paper: Paper) => boolean;
}

export interface Allocation<Paper extends string, Member extends string> {
  readonly readersOf: ReadonlyMap<Paper, readonly Member[]>;
  readonly papersOf: ReadonlyMap<Member, readonly Paper[]>;
  /** Papers that fewer read than was asked for, because there is nobody else. */
  readonly short: readonly { readonly paper: Paper; readonly lacking: number }[];
}

export function allocate<Paper extends string, Member extends string>(
  input: AllocationInput<Paper, Member>,
): Allocation<Paper, Member> {
  const { each, seed, isOwnClass = () => false } = input;
  const random = seededRandom(seed);
  // Neither the first in the list nor the first paper is preferred.
  const members = shuffled([...new Set(input.members)], random);
  const papers = shuffled([...new Set(input.papers)], random);
  const mayRead = new Map(
    papers.map((paper) => [paper, members.filter((member) => !isOwnClass(member, paper))]),
  );
  const readers = new Map<Paper, Set<Member>>();
  const load = new Map<Member, Set<Paper>>(members.map((member) => [member, new Set()]));
  const loadOf = (member: Member): number => load.get(member)?.size ?? 0;

  // Those that few may read first, each to whoever has the least.
  const hardFirst = papers.toSorted(
    (a, b) => (mayRead.get(a)?.length ?? 0) - (mayRead.get(b)?.length ?? 0),
  );
  for (const paper of hardFirst) {
    const able = (mayRead.get(paper) ?? []).toSorted((a, b) => loadOf(a) - loadOf(b));
    const chosen = able.slice(0, each);
    readers.set(paper, new Set(chosen));
    for (const member of chosen) load.get(member)?.add(paper);
  }

  /** Hands one paper on from whoever has most, along a way to somebody with two fewer or less. */
  function evenOut(from: Member): boolean {
    const cameBy = new Map<Member, { readonly giver: Member; readonly paper: Paper } | undefined>([
      [from, undefined],
    ]);
    const queue: Member[] = [from];
    for (let giver = queue.shift(); giver !== undefined; giver = queue.shift()) {
      for (const paper of load.get(giver) ?? []) {
        for (const taker of mayRead.get(paper) ?? []) {
          if (cameBy.has(taker) || readers.get(paper)?.has(taker)) continue;
          cameBy.set(taker, { giver, paper });
          if (loadOf(from) - loadOf(taker) >= 2) {
            handOn(taker, cameBy);
            return true;
          }
          queue.push(taker);
        }
      }
    }
    return false;
  }

  function handOn(
    end: Member,
    cameBy: ReadonlyMap<Member, { readonly giver: Member; readonly paper: Paper } | undefined>,
  ): void {
    let taker = end;
    for (let step = cameBy.get(taker); step; step = cameBy.get(taker)) {
      const { giver, paper } = step;
      readers.get(paper)?.delete(giver);
      readers.get(paper)?.add(taker);
      load.get(giver)?.delete(paper);
      load.get(taker)?.add(paper);
      taker = giver;
    }
  }

  const heaviestFirst = (): readonly Member[] => members.toSorted((a, b) => loadOf(b) - loadOf(a));
  while (heaviestFirst().some(evenOut));

  return {
    readersOf: new Map(
      input.papers.map((paper) => [
        paper,
        members.filter((member) => readers.get(paper)?.has(member)),
      ]),
    ),
    papersOf: new Map(
      input.members.map((member) => [
        member,
        input.papers.filter((paper) => readers.get(paper)?.has(member)),
      ]),
    ),
    short: input.papers.flatMap((paper) => {
      const lacking = each - (readers.get(paper)?.size ?? 0);
      return lacking > 0 ? [{ paper, lacking }] : [];
    }),
  };
}
