import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import type { PaperId, PileId } from "../../shared/base/ids.ts";
import { seededRandom } from "../../shared/base/random.ts";
import { readBoard } from "../../shared/board/reader.ts";
import { addPapers } from "../../shared/papers/papers.ts";
import { byOrder, isOrderKey, orderBetween } from "../../shared/sorting/piles.ts";
import { type Place, placePaper, sendToPile, sortPapers } from "../../shared/sorting/places.ts";
import { inventPapers } from "../fixtures/board.ts";

/** Keys as they come: honest ones, and whatever a broken client writes. */
const honest = fc.array(fc.nat(), { maxLength: 12 }).map((choices) => {
  const keys: string[] = [];
  for (const choice of choices) {
    const at = choice % (keys.length + 1);
    keys.splice(at, 0, orderBetween(keys[at - 1], keys[at]));
  }
  return keys.at(-1) ?? "a0";
});
const hostile = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.stringMatching(/^[A-Za-z][0-9A-Za-z]{0,30}$/),
  fc.constantFrom("", "a", "a00", "A00000000000000000000000000", "zzzzzzzzzzzzzzzzzzzzzzzzzzzz"),
  fc.constantFrom("~~~", "\ud800", "__proto__", "a0é", "a".repeat(5000), `a0${"z".repeat(2000)}`),
);
const anyKey = fc.oneof(honest, hostile);

describe("fractional keys", () => {
  test("always have room between them, however often one spot is chosen", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(), { minLength: 1, maxLength: 60 }),
        fc.boolean(),
        (choices, end) => {
          const keys: string[] = [];
          for (const choice of choices) {
            const at = end ? Math.min(1, keys.length) : choice % (keys.length + 1);
            const key = orderBetween(keys[at - 1], keys[at]);
            expect(keys[at - 1] === undefined || key > (keys[at - 1] ?? "")).toBe(true);
            expect(keys[at] === undefined || key < (keys[at] ?? "")).toBe(true);
            keys.splice(at, 0, key);
          }
          expect(keys.toSorted()).toEqual(keys);
        },
      ),
    );
  });

  test("are found for any neighbours at all, and are keys themselves", () => {
    fc.assert(
      fc.property(fc.option(anyKey), fc.option(anyKey), (above, below) => {
        const key = orderBetween(above ?? undefined, below ?? undefined);
        expect(isOrderKey(key)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test("behind an honest key come behind it, whatever the neighbour below is", () => {
    fc.assert(
      fc.property(honest, fc.option(anyKey), (above, below) => {
        expect(orderBetween(above, below ?? undefined) > above).toBe(true);
      }),
    );
  });

  test("of any kind put things in one order, the same for everybody", () => {
    const things = fc.array(fc.record({ id: fc.string(), order: anyKey }), { maxLength: 12 });
    fc.assert(
      fc.property(things, fc.nat(), (items, seed) => {
        const random = seededRandom(seed);
        const mixed = items.toSorted(() => random() - 0.5);
        const keys = (all: typeof items) => all.map(({ id, order }) => [order, id]);
        expect(keys(mixed.toSorted(byOrder))).toEqual(keys(items.toSorted(byOrder)));
      }),
    );
  });
});

describe("a sort", () => {
  const piles = ["left", "middle", "right"] as PileId[];
  const place: fc.Arbitrary<Place> = fc.record({
    pile: fc.constantFrom(undefined, ...piles, "gone" as PileId, "__proto__" as PileId),
    order: anyKey,
  });
  const places = fc.uniqueArray(fc.tuple(fc.string() as fc.Arbitrary<PaperId>, place), {
    selector: ([id]) => id,
    maxLength: 20,
  });

  test("has every paper exactly once, in order, and every pile", () => {
    fc.assert(
      fc.property(places, (entries) => {
        const at = new Map(entries);
        const sorted = sortPapers(at, piles);
        expect([...sorted.piles.keys()]).toEqual(piles);
        const heaps = [sorted.unsorted, ...sorted.piles.values()];
        expect(heaps.flat().toSorted()).toEqual([...at.keys()].toSorted());
        for (const heap of heaps) {
          const items = heap.map((id) => ({ id, order: at.get(id)?.order ?? "" }));
          expect(items.toSorted(byOrder)).toEqual(items);
        }
        for (const [pile, ids] of sorted.piles) {
          expect(ids.every((id) => at.get(id)?.pile === pile)).toBe(true);
        }
      }),
    );
  });

  test("is the same in whatever order the papers come", () => {
    fc.assert(
      fc.property(places, (entries) => {
        const there = sortPapers(new Map(entries), piles);
        expect(sortPapers(new Map(entries.toReversed()), piles)).toEqual(there);
      }),
    );
  });
});

describe("papers on the table", () => {
  const aTable = (count: number) => {
    const doc = new Y.Doc();
    const papers = inventPapers(count, 1, seededRandom(count));
    addPapers(doc, papers, "me");
    return { doc, ids: papers.map(({ id }) => id) };
  };

  test("brought in together lie among the unsorted in the order of the stack", () => {
    const { doc, ids } = aTable(30);
    expect(readBoard(doc).sorted.unsorted).toEqual(ids);
  });

  test("sent to the unsorted lie behind those that lie there, in the order they were sent", () => {
    const { doc, ids } = aTable(6);
    const [first, second, ...others] = ids as [PaperId, PaperId, ...PaperId[]];
    const last = readBoard(doc).places.get(ids.at(-1) ?? first)?.order;
    sendToPile(doc, [second, first], undefined, last, "me");
    expect(readBoard(doc).sorted.unsorted).toEqual([...others, second, first]);
  });

  test("sent together are one change for everybody", () => {
    const { doc, ids } = aTable(20);
    let updates = 0;
    doc.on("update", () => updates++);
    sendToPile(doc, ids.toReversed(), undefined, undefined, "me");
    expect(updates).toBe(1);
  });

  test("put where they lie are no change at all", () => {
    const { doc, ids } = aTable(2);
    const [paper] = ids as [PaperId];
    const there = readBoard(doc).places.get(paper) as Place;
    let updates = 0;
    doc.on("update", () => updates++);
    placePaper(doc, paper, there, "me");
    expect(updates).toBe(0);
  });

  test("that are not there are not placed", () => {
    const { doc } = aTable(1);
    placePaper(doc, "nobody" as PaperId, { pile: undefined, order: "a0" }, "me");
    expect(readBoard(doc).papers.size).toBe(1);
  });
});
