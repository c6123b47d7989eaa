/**
 * The marks on a paper in reading order: page by page, top to bottom, left to right. The number of a
 * mark is its place in that order, the same on the page, in lists and in what is printed.
 */
import type { PageId, PaperId, RegionId } from "../base/ids.ts";
import type { Page } from "../papers/papers.ts";
import type { Region } from "../papers/regions.ts";
import type { Note } from "./notes.ts";
import type { BoardView } from "./reader.ts";

/** A region with the notes that stand on it. */
export interface Mark {
  readonly region: Region;
  readonly page: Page;
  /** 1 the first page of its paper. */
  readonly pageNumber: number;
  readonly notes: readonly Note[];
  /** 1 the first mark of its paper. */
  readonly index: number;
}

type Parts = Pick<BoardView, "pagesOf" | "regions" | "notesOn">;

/** Marks of one paper in reading order. Cost: one look at every region of the board. */
export function marksOfPaper(view: Parts, paper: PaperId): readonly Mark[] {
  const pages = view.pagesOf.get(paper) ?? [];
  const places = new Map<PageId, number>(pages.map((page, i) => [page.id, i]));
  return [...view.regions.values()]
    .filter((region) => places.has(region.page))
    .toSorted(
      (a, b) => (places.get(a.page) ?? 0) - (places.get(b.page) ?? 0) || byReadingOrder(a, b),
    )
    .flatMap((region, i): Mark[] => {
      const at = places.get(region.page) ?? 0;
      const page = pages[at];
      const notes = view.notesOn.get(region.id) ?? [];
      return page ? [{ region, page, pageNumber: at + 1, notes, index: i + 1 }] : [];
    });
}

/** Marks of every paper that has any. Cost: one look at every region, sorted once. */
export function marksByPaper(view: Parts): ReadonlyMap<PaperId, readonly Mark[]> {
  const regionsOf = new Map<PageId, Region[]>();
  for (const region of view.regions.values()) {
    const known = regionsOf.get(region.page);
    if (known) known.push(region);
    else regionsOf.set(region.page, [region]);
  }
  const byPaper = new Map<PaperId, readonly Mark[]>();
  for (const [paper, pages] of view.pagesOf) {
    const regions = pages.flatMap((page) => regionsOf.get(page.id) ?? []);
    if (regions.length === 0) continue;
    const only = new Map(regions.map((region) => [region.id, region] as [RegionId, Region]));
    byPaper.set(paper, marksOfPaper({ ...view, regions: only }, paper));
  }
  return byPaper;
}

/** Regions whose tops differ by less than this part of the page stand on one line. */
const lineHeight = 0.02;

function byReadingOrder(a: Region, b: Region): number {
  const line = Math.floor(a.rect.y / lineHeight) - Math.floor(b.rect.y / lineHeight);
  return line || a.rect.x - b.rect.x || a.rect.y - b.rect.y || (a.id < b.id ? -1 : 1);
}
