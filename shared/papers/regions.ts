/**
 * Regions: areas on a page, in page fractions, on which notes and evidence stand.
 *
 * Owns the root `regions`. A region belongs to its page and is drawn wherever the page is drawn; it
 * knows neither the notes on it nor the needs that cite it.
 */
import type * as Y from "yjs";
import type { MemberId, PageId, RegionId } from "../base/ids.ts";
import { type Area, mostCorners, type Outline } from "../geometry/polygon.ts";
import type { PageRect } from "../geometry/rect.ts";
import {
  createRecord,
  isAlive,
  type Record,
  readPageRect,
  readString,
  recordsOf,
  setAlive,
  setRegister,
} from "../records/records.ts";
import { readTags } from "./papers.ts";

export const regionsRoot = "regions";

/** A rectangle on a page, or what an outline in that encloses. */
export interface Region extends Area {
  readonly id: RegionId;
  readonly page: PageId;
  readonly by: MemberId;
  /** Words of the team on it, each once, by their letters: tags.ts. */
  readonly tags: readonly string[];
}

export function addRegion(doc: Y.Doc, region: Omit<Region, "tags">, origin: unknown): void {
  const { id, page, rect, outline, by } = region;
  const registers = { page, rect: rectValue(rect), outline: outline && outlineValue(outline), by };
  createRecord(doc, regionsRoot, id, registers, origin);
}

/** Moves and stretches a region; its outline goes along. */
export function reshapeRegion(doc: Y.Doc, id: RegionId, rect: PageRect, origin: unknown): void {
  setRegister(doc, regionsRoot, id, "rect", rectValue(rect), origin);
}

/** Gives a region another outline, or none, and the page that it is drawn on. What stands on it stays. */
export function redrawRegion(
  doc: Y.Doc,
  id: RegionId,
  { page, rect, outline }: Area & { readonly page: PageId },
  origin: unknown,
): void {
  doc.transact(() => {
    setRegister(doc, regionsRoot, id, "page", page, origin);
    setRegister(doc, regionsRoot, id, "rect", rectValue(rect), origin);
    const had = recordsOf(doc, regionsRoot).get(id)?.get("outline") !== undefined;
    if (outline || had) {
      setRegister(doc, regionsRoot, id, "outline", outlineValue(outline ?? []), origin);
    }
  }, origin);
}

export function deleteRegions(doc: Y.Doc, ids: Iterable<RegionId>, origin: unknown): void {
  setAlive(doc, regionsRoot, ids, false, origin);
}

export function readRegion(id: RegionId, record: Record): Region | undefined {
  const page = record.get("page");
  const rect = readPageRect(record.get("rect"));
  if (!isAlive(record) || !rect || typeof page !== "string") return undefined;
  const outline = readOutline(record.get("outline"));
  const by = readString(record.get("by")) as MemberId;
  const tags = readTags(record);
  return { id, page: page as PageId, rect, ...(outline && { outline }), by, tags };
}

const steps = 10_000;

/** "x0 y0 x1 y1 …" in 1/10,000 of the rectangle; empty where it has none any more. */
function outlineValue(outline: Outline): readonly number[] {
  return outline
    .slice(0, mostCorners)
    .flatMap(({ x, y }) => [x, y].map((n) => Math.round(Math.min(1, Math.max(0, n)) * steps)));
}

/** Undefined for what encloses nothing: the rectangle is shown then. */
function readOutline(value: unknown): Outline | undefined {
  if (!Array.isArray(value) || value.length < 6 || value.length > 2 * mostCorners) return undefined;
  const fits = (n: unknown): boolean => typeof n === "number" && n >= 0 && n <= steps;
  if (value.length % 2 !== 0 || !value.every(fits)) return undefined;
  const numbers: readonly number[] = value;
  return numbers.flatMap((x, i) =>
    i % 2 === 0 ? { x: x / steps, y: (numbers[i + 1] ?? 0) / steps } : [],
  );
}

/** Kept to 1/10,000 of the page: finer than a scan's pixels. */
function rectValue(rect: PageRect): readonly number[] {
  return [rect.x, rect.y, rect.w, rect.h].map((n) => Math.round(n * steps) / steps);
}
