/**
 * What lies where on the table now: pages on the papers as they are shown, in a hand or on their way,
 * and what a pointer hits.
 *
 * Owns nothing; asks the ground, the layout and the board. All in board units.
 */
import type { PageId, PaperId, RegionId, StrokeId } from "../../../shared/base/ids.ts";
import type { Layout } from "../../../shared/board/layout.ts";
import type { BoardReader, BoardView } from "../../../shared/board/reader.ts";
import { cornersOnPage, isOnOutline, isWithin } from "../../../shared/geometry/polygon.ts";
import {
  contains,
  grown,
  intersects,
  type Point,
  type Rect,
  union,
} from "../../../shared/geometry/rect.ts";
import { containsTurned } from "../../../shared/geometry/turned.ts";
import { type DrawnPage, fromPage, rectFromPage } from "../../../shared/geometry/turned-page.ts";
import { strokesAlong } from "../../tools/eraser-tool.ts";
import type { Hit } from "../../tools/select-tool.ts";
import { boxOf, tableStrokes } from "./ink-painter.ts";
import { boxOfItem } from "./item-box.ts";
import type { ShownPage } from "./marking.ts";
import type { TableGround } from "./table-ground.ts";
import type { TableItem } from "./table-items.ts";

/** Regions can be picked by their outline where it is at least this large on the screen. Pixels. */
const pickableRegion = 18;
const outlineReachPx = 6;
const inkReachPx = 5;

/** Whether a card that lies at a point is meant by a hand there; `hollow` where nothing else is. */
export type MeantAt = (item: TableItem, at: Point) => "firm" | "hollow" | undefined;

export interface PlacesOnTable {
  /** Where a page lies open; undefined where it does not. */
  rectOfPage(page: PageId): DrawnPage | undefined;
  pageAt(at: Point): ShownPage | undefined;
  pagesAlong(from: Point, to: Point, reach: number): readonly ShownPage[];
  hitAt(at: Point): Hit | undefined;
  /** Where a paper, a note or a mark belongs. */
  homeOf(id: string): Rect | undefined;
  /** Strokes on the bare table that touch a rectangle and whose points are as asked. */
  strokesIn(rect: Rect, are: (points: readonly Point[]) => boolean): readonly StrokeId[];
  /** Around everything there is: piles, notes, ink. */
  bounds(): Rect;
}

export function createPlaces(
  ground: () => Pick<TableGround, "scene" | "rectOf" | "camera">,
  layout: () => Layout,
  reader: BoardReader,
  selection: () => ReadonlySet<string>,
  meantAt: MeantAt,
): PlacesOnTable {
  let last:
    | {
        readonly strokes: BoardView["strokes"];
        readonly things: Rect | undefined;
        readonly layout: Layout;
        readonly bounds: Rect;
      }
    | undefined;

  function topAt(at: Point): TableItem | undefined {
    let hollow: TableItem | undefined;
    for (const item of ground().scene.at(at)) {
      const { box, turn } = boxOfItem(item);
      // In a corner of the upright rectangle round something turned there is nothing of it.
      if (turn !== 0 && !containsTurned(box, turn, at)) continue;
      const meant = meantAt(item, at);
      if (meant === "firm") return item;
      if (meant) hollow ??= item;
    }
    return hollow;
  }

  function rectOfPage(page: PageId): DrawnPage | undefined {
    const paper = reader.view().pages.get(page)?.paper;
    if (!paper) return undefined;
    const card = ground().rectOf(paper);
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
    const { scale } = ground().camera();
    const reach = outlineReachPx / scale;
    const pages = new Map(pagesOn(item).map(({ page, rect }) => [page, rect]));
    let best: { readonly id: RegionId; readonly area: number } | undefined;
    for (const region of reader.view().regions.values()) {
      const { id, page, rect } = region;
      const on = pages.get(page);
      if (!on) continue;
      const box = rectFromPage(rect, on);
      if (Math.min(box.w, box.h) * scale < pickableRegion) continue;
      const corners = cornersOnPage(region)?.map((corner) => fromPage(corner, on));
      const onOutline = corners
        ? isOnOutline(corners, at, reach)
        : contains(grown(box, reach), at) && !contains(grown(box, -reach), at);
      const isInside = corners ? isWithin(corners, at) : contains(box, at);
      const isChosen = isInside && selection().has(id);
      const area = box.w * box.h;
      if ((onOutline || isChosen) && (!best || area < best.area)) best = { id, area };
    }
    return best?.id;
  }

  /** The topmost stroke of the bare table under the pointer. */
  function strokeAt(at: Point): StrokeId | undefined {
    const { scale } = ground().camera();
    const spot = grown({ ...at, w: 0, h: 0 }, inkReachPx / scale);
    const near = tableStrokes(reader.view().strokes).flatMap(({ stroke, box }) =>
      intersects(box, spot) ? stroke : [],
    );
    const unit = { w: scale, h: scale };
    return strokesAlong(near, at, at, unit, inkReachPx, "whole").at(-1)?.[0];
  }

  return {
    rectOfPage,
    pageAt(at) {
      const top = topAt(at);
      return top && pagesOn(top).find(({ rect }) => contains(rect, at));
    },
    pagesAlong(from, to, reach) {
      const ends = [from, to].map((end) => ({ ...end, w: 0, h: 0 }));
      const way = union(ends);
      const { scene } = ground();
      const tops = new Set([from, to].map(topAt));
      // Of papers that lie over each other only what shows is under the hand.
      const shows = (item: TableItem): boolean =>
        !layout().depths.has(item.id as PaperId) || tops.has(item);
      return way ? scene.within(grown(way, reach)).filter(shows).flatMap(pagesOn) : [];
    },
    hitAt(at) {
      // Ink lies over all cards.
      const stroke = strokeAt(at);
      if (stroke) return { kind: "stroke", id: stroke };
      const top = topAt(at);
      if (!top) return undefined;
      const region = regionAt(top, at);
      return region ? { kind: "region", id: region } : { kind: top.kind, id: top.id };
    },
    homeOf(id) {
      const item = ground().scene.get(id);
      const stroke = item ? undefined : reader.view().strokes.get(id as StrokeId);
      if (stroke?.box) return stroke.box;
      // Before it is turned; a line has no box of its own.
      if (item) return boxOfItem(item).box;
      const board = reader.view();
      const region = board.regions.get(id as RegionId);
      if (!region) return undefined;
      const page = rectOfPage(region.page);
      if (page) return rectFromPage(region.rect, page);
      const paper = board.pages.get(region.page)?.paper;
      return paper && layout().papers.get(paper as PaperId);
    },
    strokesIn(rect, are) {
      return tableStrokes(reader.view().strokes).flatMap(({ stroke, box }) =>
        intersects(box, rect) && are(stroke.points) ? stroke.id : [],
      );
    },
    bounds() {
      const { strokes } = reader.view();
      const things = ground().scene.bounds();
      if (last?.strokes === strokes && last.things === things && last.layout === layout()) {
        return last.bounds;
      }
      const ink = [...strokes.values()].flatMap((stroke) =>
        stroke.page === undefined ? (boxOf(stroke) ?? []) : [],
      );
      const bounds = union([layout().bounds, ...ink, ...(things ? [things] : [])]);
      last = { strokes, things, layout: layout(), bounds: bounds ?? layout().bounds };
      return last.bounds;
    },
  };
}
