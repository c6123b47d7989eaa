/**
 * The marks on a paper in reading order: page by page as it is seen, top to bottom, left to right. The number of a
 * mark is its place in that order, the same on the page, in lists and in what is printed.
 *
 * Remembers the order as long as no region and no page changes, so that a letter typed into a note costs
 * next to nothing, and hands out the same mark as long as nothing about it changed.
 * test/unit/board-marks.test.ts holds it to that.
 */
import type { PageId, PaperId } from "../base/ids.ts";
import type { Point } from "../geometry/rect.ts";
import { seenRect } from "../geometry/turned-page.ts";
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
type Place = Omit<Mark, "notes">;

/** Marks of one paper in reading order. */
export function marksOfPaper(view: Parts, paper: PaperId): readonly Mark[] {
  return (placesOf(view).get(paper) ?? []).map((place) => markAt(place, view));
}

/** Marks of every paper that has any. */
export function marksByPaper(view: Parts): ReadonlyMap<PaperId, readonly Mark[]> {
  return new Map(
    [...placesOf(view)].map(([paper, places]) => [
      paper,
      places.map((place) => markAt(place, view)),
    ]),
  );
}

const orders = new WeakMap<
  Parts["regions"],
  {
    readonly pagesOf: Parts["pagesOf"];
    readonly places: ReadonlyMap<PaperId, readonly Place[]>;
  }
>();

/** Cost: all regions sorted once for each change of a region or a page. */
function placesOf({ regions, pagesOf }: Parts): ReadonlyMap<PaperId, readonly Place[]> {
  const known = orders.get(regions);
  if (known?.pagesOf === pagesOf) return known.places;
  const onPage = new Map<PageId, Region[]>();
  for (const region of regions.values()) {
    const others = onPage.get(region.page);
    if (others) others.push(region);
    else onPage.set(region.page, [region]);
  }
  const places = new Map<PaperId, readonly Place[]>();
  for (const [paper, pages] of pagesOf) {
    const found = pages.flatMap((page, i) =>
      (onPage.get(page.id) ?? [])
        .map((region) => ({ region, seen: seenRect(region.rect, page.turn) }))
        .toSorted(byReadingOrder)
        .map(({ region }) => ({ region, page, pageNumber: i + 1 })),
    );
    if (found.length === 0) continue;
    places.set(
      paper,
      found.map((place, i) => ({ ...place, index: i + 1 })),
    );
  }
  orders.set(regions, { pagesOf, places });
  return places;
}

const marks = new WeakMap<Region, Mark>();
const noNotes: readonly Note[] = [];

function markAt(place: Place, view: Parts): Mark {
  const notes = view.notesOn.get(place.region.id) ?? noNotes;
  const known = marks.get(place.region);
  if (
    known?.page === place.page &&
    known.pageNumber === place.pageNumber &&
    known.index === place.index &&
    known.notes.length === notes.length &&
    known.notes.every((note, i) => note === notes[i])
  ) {
    return known;
  }
  const mark: Mark = { ...place, notes };
  marks.set(place.region, mark);
  return mark;
}

interface Seen {
  readonly region: Region;
  /** Where it stands on the page as that is seen, turned. */
  readonly seen: Point;
}

/** Regions whose tops differ by less than this part of the page stand on one line. */
const lineHeight = 0.02;

function byReadingOrder({ seen: a, region: one }: Seen, { seen: b, region: other }: Seen): number {
  const line = Math.floor(a.y / lineHeight) - Math.floor(b.y / lineHeight);
  return line || a.x - b.x || a.y - b.y || (one.id < other.id ? -1 : 1);
}
