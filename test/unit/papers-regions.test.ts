/** Regions as the document keeps them: a rectangle, and an outline within it. */
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import type { MemberId, PageId, RegionId } from "../../shared/base/ids.ts";
import { areaAround, cornersOnPage, mostCorners } from "../../shared/geometry/polygon.ts";
import { pagePoint, pageRect } from "../../shared/geometry/rect.ts";
import {
  addRegion,
  readRegion,
  redrawRegion,
  regionsRoot,
  reshapeRegion,
} from "../../shared/papers/regions.ts";
import { recordsOf } from "../../shared/records/records.ts";

const id = "region" as RegionId;
const page = "page" as PageId;
const by = "me" as MemberId;
const triangle = [pagePoint(0.2, 0.2), pagePoint(0.6, 0.2), pagePoint(0.6, 0.5)];

function kept(doc: Y.Doc) {
  const record = recordsOf(doc, regionsRoot).get(id);
  const region = record && readRegion(id, record);
  return (
    region && { ...region, corners: cornersOnPage(region)?.map(({ x, y }) => [near(x), near(y)]) }
  );
}
const near = (n: number): number => Math.round(n * 1000) / 1000;

function outlined(): Y.Doc {
  const doc = new Y.Doc();
  addRegion(doc, { id, page, ...areaAround(triangle), by }, by);
  return doc;
}

describe("a region's outline", () => {
  test("is kept, and goes along when its rectangle is moved and stretched", () => {
    const doc = outlined();
    expect(kept(doc)?.corners).toEqual([
      [0.2, 0.2],
      [0.6, 0.2],
      [0.6, 0.5],
    ]);
    reshapeRegion(doc, id, pageRect(0, 0, 0.8, 0.6), by);
    expect(kept(doc)?.corners).toEqual([
      [0, 0],
      [0.8, 0],
      [0.8, 0.6],
    ]);
  });

  test("is drawn anew, also on another page, and a box takes its place", () => {
    const doc = outlined();
    const other = "other page" as PageId;
    redrawRegion(doc, id, { page: other, ...areaAround(triangle.toReversed()) }, by);
    expect(kept(doc)).toMatchObject({
      page: other,
      corners: [
        [0.6, 0.5],
        [0.6, 0.2],
        [0.2, 0.2],
      ],
    });
    redrawRegion(doc, id, { page, rect: pageRect(0.1, 0.1, 0.2, 0.2) }, by);
    expect(kept(doc)).toMatchObject({ page, rect: { x: 0.1 } });
    expect(kept(doc)?.outline).toBeUndefined();
  });

  test("a box that is drawn anew has no outline written for it", () => {
    const doc = new Y.Doc();
    addRegion(doc, { id, page, rect: pageRect(0, 0, 1, 1), by }, by);
    redrawRegion(doc, id, { page, rect: pageRect(0.1, 0.1, 0.2, 0.2) }, by);
    expect(recordsOf(doc, regionsRoot).get(id)?.has("outline")).toBe(false);
  });

  test("one that makes no sense is none: the rectangle is shown", () => {
    for (const value of [
      "round",
      [0, 0, 1, 1],
      [0, 0, 1, 1, 2],
      [0, 0, 10_001, 0, 0, 5],
      [0, 0, Number.NaN, 0, 0, 5],
      Array.from({ length: 2 * mostCorners + 2 }, () => 1),
    ]) {
      const doc = outlined();
      recordsOf(doc, regionsRoot).get(id)?.set("outline", value);
      expect(kept(doc)).toMatchObject({ page });
      expect(kept(doc)?.outline).toBeUndefined();
    }
  });
});
