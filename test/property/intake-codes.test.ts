/** Codes tell papers apart and say nothing else. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeCodes } from "../../client/papers/intake/codes.ts";
import { seededRandom } from "../../shared/base/random.ts";

describe("codes", () => {
  test("differ from each other and from all on the board", () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 0, max: 300 }),
        fc.nat(200),
        (seed, first, second) => {
          const random = seededRandom(seed);
          const before = makeCodes(first, new Set(), random);
          const after = makeCodes(second, new Set(before), random);
          expect(new Set([...before, ...after]).size).toBe(first + second);
        },
      ),
    );
  });

  test("are three signs without look-alikes or vowels, a letter first", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        for (const code of makeCodes(40, new Set(), seededRandom(seed)))
          expect(code).toMatch(/^[CDFGHJKMNPQRTVWXY][CDFGHJKMNPQRTVWXY34679]{2}$/);
      }),
    );
  });

  test("do not run out: a full board gets longer ones", () => {
    const many = makeCodes(6000, new Set(), seededRandom(1));
    expect(new Set(many).size).toBe(6000);
    expect(many.at(-1)).toHaveLength(4);
  });

  test("do not tell the order of the stack", () => {
    const codes = makeCodes(28, new Set(), seededRandom(3));
    expect(codes).not.toEqual(codes.toSorted());
    expect(codes).not.toEqual(makeCodes(28, new Set(), seededRandom(4)));
  });
});
