/** Each member's own order of a round: the same whenever it is asked for, another for everybody else. */
import { expect, test } from "vitest";
import type { MemberId, PaperId } from "../../../shared/base/ids.ts";
import { ownOrder } from "../../../shared/sorting/own-order.ts";
import { roundOf } from "../../fixtures/round.ts";

const papers = Array.from({ length: 24 }, (_, i) => `paper-${i}` as PaperId);
const members = ["maya-maya", "tom-tom-tom", "ann-ann-ann", "li-li-li"] as MemberId[];
const round = roundOf({ papers });

test("an order is repeated from its seed, holds every paper once, and differs by member and by seed", () => {
  const orders = members.map((member) => ownOrder(round, member));
  for (const [i, member] of members.entries()) {
    expect(ownOrder({ ...round }, member)).toEqual(orders[i]);
    expect(orders[i]?.toSorted()).toEqual(papers.toSorted());
    expect(ownOrder({ ...round, seed: 8 }, member)).not.toEqual(orders[i]);
  }
  expect(new Set(orders.map(String)).size).toBe(members.length);
  // What was seen once is what is seen after any update of the product.
  expect(orders[0]?.slice(0, 4)).toEqual(["paper-23", "paper-3", "paper-20", "paper-14"]);
});

test("where papers are shared out each reads theirs, and whoever they were not shared with reads all", () => {
  const shared = { ...round, sharing: { each: 2, members: members.slice(0, 3) } };
  const own = members.slice(0, 3).map((member) => ownOrder(shared, member));
  expect(own.map(({ length }) => length)).toEqual([16, 16, 16]);
  for (const paper of papers) expect(own.filter((of) => of.includes(paper))).toHaveLength(2);
  expect(ownOrder(shared, members[3] as MemberId)).toHaveLength(24);
});
