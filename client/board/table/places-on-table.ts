/**
 * What lies where on the table now: pages on the papers as they are shown, in a hand or on their way,
 * and what a pointer hits.
 *
 * Owns nothing; asks the stage, the layout and the board. All in board units.
 */
import type { PageId, PaperId, RegionId } from "../../../shared/base/ids.ts";
import type { Layout } from "../../../shared/board/layout.ts";
import type { BoardReader } from "../../../shared/board/reader.ts";
import {
  contains,
  grown,
  type Point,
  type Rect,
  rectFromPage,
  union,
} from "../../../shared/geometry/rect.ts";
import type { Stage } from "../../canvas/stage.ts";
import type { Hit } from "../../tools/select-tool.ts";
import { boxOf } from "./ink-painter.ts";
import type { ShownPage } from "./marking.ts";
import type { TableItem } from "./table-items.ts";

/** Regions can be picked by their outline where it is at least this large on the screen. Pixels. */
const pickableRegion = 18;
const outlineReachPx = 6;

export interface PlacesOnTable {
  /** Where a page lies open; undefined where it does not. */
  rectOfPage(page: PageId): Rect | undefined;
  pageAt(at: Point): ShownPage | undefined;
  pagesAlong(from: Point, to: Point, reach: number): readonly ShownPage[];
  hitAt(at: Point): Hit | undefined;
  /** Where a paper, a note or a mark belongs. */
  homeOf(id: string): Rect | undefined;
  /** Around everything there is: piles, notes, ink. */
  bounds(): Rect;
}

export function createPlaces(
  stage: () => Stage<TableItem>,
  layout: () => Layout,
  reader: BoardReader,
  selection: () => ReadonlySet<string>,
): PlacesOnTable {
  function rectOfPage(page: PageId): Rect | undefined {
    const paper = reader.view().pages.get(page)?.paper;
    if (!paper) return undefined;
    const card = stage().rectOf(paper);
    const home = layout().papers.get(paper);
    const open = layout().pages.get(page);
    if (!card || !home || !open) return undefined;
    return { ...open, x: open.x + card.x - home.x, y: open.y + card.y - home.y };
  }

  function pagesOn(item: TableItem): readonly ShownPage[] {
    if (item.kind !== "paper") return [];
    return item.content.pages.flatMap(({ id }) => {
      const rect = rectOfPage(id);
      return rect ? [{ page: id, rect }] : [];
    });
  }

  /** The smallest region under the pointer: by its outline, or anywhere inside one that is selected. */
  function regionAt(item: TableItem, at: Point): RegionId | undefined {
    const { scale } = stage().camera();
    const reach = outlineReachPx / scale;
    const pages = new Map(pagesOn(item).map(({ page, rect }) => [page, rect]));
    let best: { readonly id: RegionId; readonly area: number } | undefined;
    for (const { id, page, rect } of reader.view().regions.values()) {
      const on = pages.get(page);
      if (!on) continue;
      const box = rectFromPage(rect, on);
      if (Math.min(box.w, box.h) * scale < pickableRegion) continue;
      const onOutline = contains(grown(box, reach), at) && !contains(grown(box, -reach), at);
      const isChosen = contains(box, at) && selection().has(id);
      const area = box.w * box.h;
      if ((onOutline || isChosen) && (!best || area < best.area)) best = { id, area };
    }
    return best?.id;
  }

  return {
    rectOfPage,
    pageAt(at) {
      const [top] = stage().scene.at(at);
      return top && pagesOn(top).find(({ rect }) => contains(rect, at));
    },
    pagesAlong(from, to, reach) {
      const ends = [from, to].map((end) => ({ ...end, w: 0, h: 0 }));
      const way = union(ends);
      return way ? stage().scene.within(grown(way, reach)).flatMap(pagesOn) : [];
    },
    hitAt(at) {
      const [top] = stage().scene.at(at);
      if (!top) return undefined;
      const region = regionAt(top, at);
      return region ? { kind: "region", id: region } : { kind: top.kind, id: top.id };
    },
    homeOf(id) {
      const item = stage().scene.get(id);
      if (item) return item.rect;
      const board = reader.view();
      const region = board.regions.get(id as RegionId);
      if (!region) return undefined;
      const page = rectOfPage(region.page);
      if (page) return rectFromPage(region.rect, page);
      const paper = board.pages.get(region.page)?.paper;
      return paper && layout().papers.get(paper as PaperId);
    },
    bounds() {
      const ink = [...reader.view().strokes.values()].flatMap((stroke) =>
        stroke.page === undefined ? (boxOf(stroke) ?? []) : [],
      );
      const notes = [...stage().scene.all()].flatMap((item) =>
        item.kind === "note" ? item.rect : [],
      );
      return union([layout().bounds, ...ink, ...notes]) ?? layout().bounds;
    },
  };
}
