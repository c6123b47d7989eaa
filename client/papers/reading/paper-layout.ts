/**
 * How the pages of one paper lie before a reader, and where the view stands over them. Pure.
 *
 * Units are pixels of the first page's scan, so a camera's `scale` of 1 shows the scan pixel for pixel.
 * test/unit/reading-layout.test.ts holds it to keeping the paper in view.
 */
import type { PageId } from "../../../shared/base/ids.ts";
import { type Rect, type Size, union } from "../../../shared/geometry/rect.ts";
import type { DrawnPage } from "../../../shared/geometry/turned-page.ts";
import type { Page } from "../../../shared/papers/papers.ts";
import { type Camera, fitted, type Insets, panned, rectToScreen } from "../../canvas/camera.ts";

export interface PaperLayout {
  readonly pages: ReadonlyMap<PageId, DrawnPage>;
  readonly bounds: Rect;
}

/** Between two pages, as a share of a page's width. */
const gapShare = 0.03;

/** All pages equally wide; side by side where the view is wide and that shows them larger, else stacked. */
export function layoutPaper(pages: readonly Page[], view: Size): PaperLayout {
  const width = pages[0]?.size.w ?? 1;
  const gap = width * gapShare;
  const heights = pages.map(({ size }) => (size.h * width) / size.w);
  const tallest = Math.max(1, ...heights);
  const row = { w: pages.length * (width + gap) - gap, h: tallest };
  const column = { w: width, h: heights.reduce((sum, h) => sum + h + gap, -gap) };
  const inRow = pages.length > 1 && fitScale(row, view) > fitScale(column, view) * 1.15;
  let at = 0;
  const rects = new Map(
    pages.map((page, i): [PageId, DrawnPage] => {
      const h = heights[i] ?? 1;
      const rect = inRow ? { x: at, y: 0, w: width, h } : { x: 0, y: at, w: width, h };
      at += (inRow ? width : h) + gap;
      return [page.id, { ...rect, turn: page.turn }];
    }),
  );
  return { pages: rects, bounds: union(rects.values()) ?? { x: 0, y: 0, w: 1, h: 1 } };
}

const fitScale = (content: Size, view: Size): number =>
  Math.min(view.w / content.w, view.h / content.h);

/** How the view follows the paper: all of it, its width, or as somebody zoomed it. */
export type Fit = "page" | "width" | "free";

export const readingZoom = { least: 0.05, most: 4 } as const;

/** The camera that shows the paper as `fit` asks; `width` begins at the top of the paper. */
export function fittedTo(
  fit: "page" | "width",
  layout: PaperLayout,
  view: Size,
  insets: Insets,
): Camera {
  const whole = fitted(layout.bounds, view, insets, readingZoom);
  if (fit === "page") return whole;
  const [first] = layout.pages.values();
  const across = first ?? layout.bounds;
  const scale = Math.min(readingZoom.most, (view.w - insets.left - insets.right) / across.w);
  const x = across.x - insets.left / scale;
  return { x, y: layout.bounds.y - insets.top / scale, scale };
}

/** The same camera, pushed back so far that the paper stays in what `insets` leave of the view. */
export function keptOver(layout: PaperLayout, camera: Camera, view: Size, insets: Insets): Camera {
  const box = rectToScreen(camera, layout.bounds);
  const dx = pushBack(box.x, box.w, insets.left, view.w - insets.right);
  const dy = pushBack(box.y, box.h, insets.top, view.h - insets.bottom);
  return dx === 0 && dy === 0 ? camera : panned(camera, { x: dx, y: dy });
}

/** What fits is centred; what does not may be pushed until its edge meets the view's edge. */
function pushBack(start: number, length: number, from: number, to: number): number {
  if (length <= to - from) return (from + to - length) / 2 - start;
  if (start > from) return from - start;
  return start + length < to ? to - start - length : 0;
}
