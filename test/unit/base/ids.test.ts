import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { idBytes, idFrom, isBlobHash, isId } from "../../../shared/base/ids.ts";
import { seededRandom, shuffled } from "../../../shared/base/random.ts";

const bytes = fc.uint8Array({ minLength: idBytes, maxLength: idBytes + 8 });

describe("ids", () => {
  test("are sixteen characters fit for an address, from any bytes", () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const id = idFrom(random);
        expect(id).toMatch(/^[\w-]{16}$/);
        expect(isId(id)).toBe(true);
      }),
    );
  });

  test("use six bits of each byte: every one of them counts", () => {
    const base = new Uint8Array(idBytes);
    const ids = new Set([idFrom(base)]);
    for (let at = 0; at < idBytes; at++) {
      for (let bit = 0; bit < 6; bit++) ids.add(idFrom(base.with(at, 1 << bit)));
    }
    expect(ids.size).toBe(1 + 6 * idBytes);
  });

  test("are not made from fewer bytes than they need", () => {
    expect(() => idFrom(new Uint8Array(idBytes - 1))).toThrow("enough random bytes");
  });

  test("are told from what is none", () => {
    const none = [
      "",
      "short",
      "a".repeat(41),
      "with space",
      "a/b/c/d/e",
      "abcdefgh\n",
      12345678,
      null,
    ];
    expect(none.filter(isId)).toEqual([]);
    expect(["a".repeat(8), "A_b-9".repeat(8)].every(isId)).toBe(true);
  });

  test("of blobs are sixty-four small hexadecimal digits", () => {
    const none = [
      "A".repeat(64),
      "a".repeat(63),
      `${"a".repeat(64)}\n`,
      "../".repeat(21),
      undefined,
    ];
    expect(none.filter(isBlobHash)).toEqual([]);
    expect(isBlobHash("0123456789abcdef".repeat(4))).toBe(true);
  });
});

describe("the seeded generator", () => {
  test("gives the same numbers for the same seed, spread between 0 and 1", () => {
    const take = (seed: number) => Array.from({ length: 2000 }, seededRandom(seed));
    expect(take(7)).toEqual(take(7));
    expect(take(7)).not.toEqual(take(8));
    const numbers = take(1);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    const tenths = Array.from({ length: 10 }, (_, i) =>
      numbers.filter((n) => Math.floor(n * 10) === i),
    );
    for (const tenth of tenths) expect(tenth.length).toBeGreaterThan(140);
  });

  test("shuffles without losing anything, in an order of the seed's", () => {
    const items = Array.from({ length: 30 }, (_, i) => i);
    const once = shuffled(items, seededRandom(3));
    expect(once).toEqual(shuffled(items, seededRandom(3)));
    expect(once).not.toEqual(items);
    expect(once.toSorted((a, b) => a - b)).toEqual(items);
    expect(shuffled([], seededRandom(3))).toEqual([]);
  });
});
