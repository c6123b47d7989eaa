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
