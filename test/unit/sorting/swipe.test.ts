/** A thrown paper goes to the pile that lies in its way, and nowhere else. */
import { expect, test } from "vitest";
import { swipedTo } from "../../../client/sorting/swipe.ts";

const from = { x: 400, y: 400 };
const below = [
  { id: "left", at: { x: 100, y: 1000 } },
  { id: "middle", at: { x: 400, y: 1000 } },
  { id: "right", at: { x: 700, y: 1000 } },
];

test("the pile most nearly in the direction of the throw is meant", () => {
  expect(swipedTo({ x: 0, y: 90 }, from, below)).toBe("middle");
  expect(swipedTo({ x: -60, y: 90 }, from, below)).toBe("left");
  expect(swipedTo({ x: 90, y: 90 }, from, below)).toBe("right");
});

test("a short way, or one that leads to no pile, means none", () => {
  expect(swipedTo({ x: 0, y: 30 }, from, below)).toBeUndefined();
  expect(swipedTo({ x: 0, y: -200 }, from, below)).toBeUndefined();
  expect(swipedTo({ x: 200, y: -10 }, from, below)).toBeUndefined();
  expect(swipedTo({ x: 200, y: 0 }, from, [])).toBeUndefined();
});
