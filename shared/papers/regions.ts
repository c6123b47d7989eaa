/**
 * Regions: areas on a page, in page fractions, on which notes and evidence stand.
 *
 * Owns the root `regions`. A region belongs to its page and is drawn wherever the page is drawn; it
 * knows neither the notes on it nor the needs that cite it.
 */
import type * as Y from "yjs";
import type { MemberId, PageId, RegionId } from "../base/ids.ts";
import type { PageRect } from "../geometry/rect.ts";
import {
  createRecord,
  isAlive,
  type Record,
  readPageRect,
  readString,
  setAlive,
  setRegister,
} from "../records/records.ts";

export const regionsRoot = "regions";

export interface Region {
  readonly id: RegionId;
  readonly page: PageId;
  readonly rect: PageRect;
  readonly by: MemberId;
}

export function addRegion(doc: Y.Doc, region: Region, origin: unknown): void {
  const { id, page, rect, by } = region;
  createRecord(doc, regionsRoot, id, { page, rect: rectValue(rect), by }, origin);
}

export function reshapeRegion(doc: Y.Doc, id: RegionId, rect: PageRect, origin: unknown): void {
  setRegister(doc, regionsRoot, id, "rect", rectValue(rect), origin);
}

export function deleteRegions(doc: Y.Doc, ids: Iterable<RegionId>, origin: unknown): void {
  setAlive(doc, regionsRoot, ids, false, origin);
}

export function readRegion(id: RegionId, record: Record): Region | undefined {
  const page = record.get("page");
  const rect = readPageRect(record.get("rect"));
  if (!isAlive(record) || !rect || typeof page !== "string") return undefined;
  return { id, page: page as PageId, rect, by: readString(record.get("by")) as MemberId };
}

/** Kept to 1/10,000 of the page: finer than a scan's pixels. */
function rectValue(rect: PageRect): readonly number[] {
  return [rect.x, rect.y, rect.w, rect.h].map((n) => Math.round(n * 10_000) / 10_000);
}
