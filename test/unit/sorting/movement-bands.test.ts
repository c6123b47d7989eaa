/** The picture of a movement: every band as high as its count, side by side within its stacks, all in the picture. */
import { expect, test } from "vitest";
import { bandsOf, pictureHeight } from "../../../client/sorting/movement-bands.ts";

test("bands fill their stacks on both sides without lying over each other", () => {
  const counts = [
    [3, 5, 0],
    [0, 4, 6],
    [0, 1, 5],
  ];
  const { bands, stacks } = bandsOf(counts);
  const unit = (bands[0]?.size ?? 0) / (bands[0]?.count ?? 1);
  expect(bands.map(({ from, to, count }) => [from, to, count])).toEqual([
    [2, 2, 5],
    [2, 1, 1],
    [1, 2, 6],
    [1, 1, 4],
    [0, 1, 5],
    [0, 0, 3],
  ]);
  for (const { count, size } of bands) expect(size).toBeCloseTo(count * unit, 9);
  for (const side of ["left", "right"] as const) {
    stacks[side].forEach(({ at, size }, pile) => {
      const own = bands.filter((band) => band[side === "left" ? "from" : "to"] === pile);
      let edge = at;
      for (const band of own) {
        expect(band[side]).toBeCloseTo(edge, 9);
        edge += band.size;
      }
      expect(edge).toBeCloseTo(at + size, 9);
      expect(edge).toBeLessThanOrEqual(pictureHeight + 1e-9);
    });
  }
});

test("where nothing moved there is no band", () => {
  expect(bandsOf([[0]]).bands).toEqual([]);
});

test("with other piles on either side every band still ends in its stack", () => {
  const { bands, stacks } = bandsOf([[2, 0, 1, 3]]);
  expect(bands.map(({ to, count }) => [to, count])).toEqual([
    [3, 3],
    [2, 1],
    [0, 2],
  ]);
  expect(stacks.left).toHaveLength(1);
  expect(stacks.right).toHaveLength(4);
  const last = stacks.right[0];
  expect((last?.at ?? 0) + (last?.size ?? 0)).toBeLessThanOrEqual(pictureHeight + 1e-9);
});
