import { expect, test } from "vitest";
import {
  areaAround,
  cornersOnPage,
  isOnOutline,
  isWithin,
} from "../../../shared/geometry/polygon.ts";
import { pagePoint, pageRect } from "../../../shared/geometry/rect.ts";

const bay = [
  { x: 0, y: 0 },
  { x: 10, y: 0 },
  { x: 10, y: 10 },
  { x: 5, y: 2 },
  { x: 0, y: 10 },
];

test("a point in the drawn area is within, one in its bay or beside it is not", () => {
  expect(isWithin(bay, { x: 1, y: 5 })).toBe(true);
  expect(isWithin(bay, { x: 5, y: 1 })).toBe(true);
  expect(isWithin(bay, { x: 5, y: 8 })).toBe(false);
  expect(isWithin(bay, { x: 11, y: 5 })).toBe(false);
});

test("what is no area holds nothing", () => {
  expect(isWithin([], { x: 0, y: 0 })).toBe(false);
  expect(isWithin(bay.slice(0, 2), { x: 5, y: 0 })).toBe(false);
});

test("a point is on the outline near any of its sides, the one back to the start too", () => {
  expect(isOnOutline(bay, { x: 0.5, y: 5 }, 1)).toBe(true);
  expect(isOnOutline(bay, { x: 5, y: 1.5 }, 1)).toBe(true);
  expect(isOnOutline(bay, { x: 2, y: 3 }, 1)).toBe(false);
});

test("an outline goes along when the rectangle around it is moved or stretched", () => {
  const corners = [pagePoint(0.2, 0.2), pagePoint(0.4, 0.2), pagePoint(0.4, 0.6)];
  const area = areaAround(corners);
  expect(cornersOnPage(area)?.[2]?.y).toBeCloseTo(0.6);
  const stretched = cornersOnPage({ ...area, rect: pageRect(0.5, 0, 0.4, 0.2) });
  expect(stretched).toEqual([pagePoint(0.5, 0), pagePoint(0.9, 0), pagePoint(0.9, 0.2)]);
  expect(cornersOnPage({ rect: area.rect })).toBeUndefined();
});
