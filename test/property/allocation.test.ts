/** Papers shared out: read by as many as asked for, by nobody of their own class, and evenly. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { allocate } from "../../shared/sorting/allocation.ts";

const names = (kind: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `${kind}-${i}`);

const inputs = fc
  .record({
    papers: fc.nat({ max: 60 }),
    members: fc.integer({ min: 0, max: 9 }),
    each: fc.integer({ min: 1, max: 4 }),
    seed: fc.nat(),
    classes: fc.integer({ min: 1, max: 5 }),
  })
  .map(({ papers, members, ...rest }) => ({
    papers: names("paper", papers),
    members: names("member", members),
    ...rest,
  }));

test("without classes everybody reads as many as the others, but for one paper", () => {
  fc.assert(
    fc.property(inputs, ({ papers, members, each, seed }) => {
      const { readersOf, papersOf, short } = allocate({ papers, members, each, seed });
      const able = Math.min(each, members.length);
      for (const paper of papers) {
        const readers = readersOf.get(paper) ?? [];
        expect(readers).toHaveLength(able);
        expect(new Set(readers).size).toBe(able);
        for (const reader of readers) expect(papersOf.get(reader)).toContain(paper);
      }
      const loads = members.map((member) => papersOf.get(member)?.length ?? 0);
      expect(Math.max(0, ...loads) - Math.min(...(loads.length > 0 ? loads : [0]))).toBeLessThan(2);
      expect(short.map(({ lacking }) => lacking)).toEqual(
        able < each ? papers.map(() => each - able) : [],
      );
    }),
  );
});

test("with classes nobody reads their own, what is lacking is said, and no paper handed on would even it out", () => {
  fc.assert(
    fc.property(inputs, ({ papers, members, each, seed, classes }) => {
      const classOf = (id: string): number => Number(id.split("-")[1]) % classes;
      const isOwnClass = (member: string, paper: string): boolean =>
        classOf(member) === classOf(paper);
      const allocation = allocate({ papers, members, each, seed, isOwnClass });
      const { readersOf, papersOf, short } = allocation;
      const lacking = new Map(short.map((one) => [one.paper, one.lacking]));
      for (const paper of papers) {
        const able = members.filter((member) => !isOwnClass(member, paper));
        const readers = readersOf.get(paper) ?? [];
        for (const reader of readers) expect(able).toContain(reader);
        expect(readers).toHaveLength(Math.min(each, able.length));
        expect(lacking.get(paper) ?? 0).toBe(Math.max(0, each - able.length));
      }
      const load = (member: string): number => papersOf.get(member)?.length ?? 0;
      for (const giver of members) {
        for (const paper of papersOf.get(giver) ?? []) {
          for (const taker of members) {
            if (isOwnClass(taker, paper) || readersOf.get(paper)?.includes(taker)) continue;
            expect(load(giver) - load(taker)).toBeLessThan(2);
          }
        }
      }
      expect(allocate({ papers, members, each, seed, isOwnClass })).toEqual(allocation);
    }),
  );
});

test("a hundred and twenty papers among six of three classes are forty each", () => {
  const papers = names("paper", 120);
  const members = names("member", 6);
  const isOwnClass = (member: string, paper: string): boolean =>
    Number(member.slice(7)) % 3 === Number(paper.slice(6)) % 3;
  const { papersOf, short } = allocate({ papers, members, each: 2, seed: 1, isOwnClass });
  expect(members.map((member) => papersOf.get(member)?.length)).toEqual(Array(6).fill(40));
  expect(short).toEqual([]);
});
