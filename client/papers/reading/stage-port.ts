/** What the hand and the keys of the reading view know of it, and what they may ask of it. */
import type { PageId, RegionId, StrokeId } from "../../../shared/base/ids.ts";
import type { InkPoint } from "../../../shared/geometry/ink.ts";
import type { Erasing, InkRange } from "../../../shared/geometry/ink-cut.ts";
import type { Area } from "../../../shared/geometry/polygon.ts";
import type { PagePoint, PageRect, Point, Rect } from "../../../shared/geometry/rect.ts";
import { type DrawnPage, toPage } from "../../../shared/geometry/turned-page.ts";
import type { RegionMark } from "../../canvas/page-marks.ts";
import type { EraserMode } from "../../tools/eraser-tool.ts";
import type { RegionShape } from "../../tools/outline-tool.ts";

export const readingTools = ["select", "region", "pen", "highlighter", "eraser"] as const;
export type ReadingTool = (typeof readingTools)[number];

/** A stroke on a page, as far as the eraser has to know it. */
export interface InkOnPage {
  readonly id: StrokeId;
  readonly width: number;
  readonly points: readonly InkPoint[];
  /** Parts of it that were erased before. */
  readonly erased?: readonly InkRange[];
}

/** A page and where it lies in the view, in CSS pixels from the view's top left. */
export interface PageInView {
  readonly page: PageId;
  readonly drawn: DrawnPage;
  readonly regions: readonly RegionMark[];
  readonly strokes: readonly InkOnPage[];
}

/** What is half done, to be shown. */
export interface Draft {
  readonly region?: DrawnArea;
  /** A line on its way round a region; with `corners` it has them set one by one. */
  readonly outline?: {
    readonly page: PageId;
    readonly points: readonly PagePoint[];
    readonly corners: boolean;
  };
  /** The keyboard's cross. */
  readonly aim?: { readonly page: PageId; readonly point: PagePoint };
  readonly ink?: {
    readonly page: PageId;
    readonly tool: "pen" | "highlighter";
    readonly points: readonly InkPoint[];
  };
  /** What the eraser takes of each stroke under it. */
  readonly erasing?: ReadonlyMap<string, Erasing>;
  readonly reshape?: Area & { readonly region: RegionId };
}

/** A part of one page. */
export interface DrawnArea extends Area {
  readonly page: PageId;
}

export const noDraft: Draft = {};

export interface StagePort {
  tool(): ReadingTool;
  shape(): RegionShape;
  pages(): readonly PageInView[];
  selected(): RegionId | undefined;
  show(draft: Draft): void;
  select(region: RegionId | undefined): void;
  hover(region: RegionId | undefined, cursor: string | undefined): void;
  addRegion(area: DrawnArea): void;
  reshape(region: RegionId, rect: PageRect): void;
  /** Gives a region another outline. */
  redraw(region: RegionId, area: DrawnArea): void;
  addStroke(page: PageId, tool: "pen" | "highlighter", points: readonly InkPoint[]): void;
  eraserMode(): EraserMode;
  erase(strokes: readonly (readonly [StrokeId, Erasing])[]): void;
  /** The view pushed by screen pixels. */
  pan(by: Point): void;
}

/** The middle of the part of a page that is in view. */
export function middleInView(drawn: DrawnPage, view: Rect): PagePoint {
  const left = Math.max(drawn.x, view.x);
  const right = Math.min(drawn.x + drawn.w, view.x + view.w);
  const top = Math.max(drawn.y, view.y);
  const bottom = Math.min(drawn.y + drawn.h, view.y + view.h);
  return toPage({ x: (left + right) / 2, y: (top + bottom) / 2 }, drawn);
}

/** How much of a page is in view, in square pixels. */
export function areaInView(drawn: Rect, view: Rect): number {
  const w = Math.min(drawn.x + drawn.w, view.x + view.w) - Math.max(drawn.x, view.x);
  const h = Math.min(drawn.y + drawn.h, view.y + view.h) - Math.max(drawn.y, view.y);
  return Math.max(0, w) * Math.max(0, h);
}
