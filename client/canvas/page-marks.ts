/**
 * Draws what people put on a page (regions with their stance and number, pen, highlighter) wherever
 * the page is drawn: on the table, in the reader, in a crop. And ink on the bare table.
 *
 * Takes plain records; knows no document and no React. A region's badge keeps its size on the screen,
 * ink scales with the page. test/e2e/reading.test.ts sees it drawn.
 */
import type { InkPoint } from "../../shared/geometry/ink.ts";
import { type Erasing, type InkRange, merged, piecesOf } from "../../shared/geometry/ink-cut.ts";
import { type Area, cornersOnPage } from "../../shared/geometry/polygon.ts";
import type { PagePoint, Point } from "../../shared/geometry/rect.ts";
import {
  type DrawnPage,
  fromPage,
  ownSize,
  pageAxes,
  rectFromPage,
} from "../../shared/geometry/turned-page.ts";
import { inkPath, pathScale } from "./ink-path.ts";
import type { InkColourName, MarkPalette, MarkStance } from "./mark-palette.ts";
import { drawStanceShape } from "./stance-shape.ts";

/** A stroke as the document has it: `Stroke` fits. */
export interface InkMark {
  readonly id: string;
  readonly tool: "pen" | "highlighter";
  readonly colour: InkColourName;
  /** In units of x: fractions of the page's width, or board units. */
  readonly width: number;
  readonly points: readonly InkPoint[];
  /** Parts of it that were erased, in order, and what is left of it then. */
  readonly erased?: readonly InkRange[];
  readonly pieces?: readonly (readonly InkPoint[])[] | undefined;
}

export interface RegionMark extends Area {
  readonly id: string;
  /** Of the notes that stand on it, each once; empty = no note yet. */
  readonly stances: readonly MarkStance[];
  /** Its number on its paper, 1 the first in reading order. */
  readonly index: number;
}

export interface PageMarks {
  readonly regions: readonly RegionMark[];
  readonly strokes: readonly InkMark[];
}

export interface MarksOptions {
  readonly palette: MarkPalette;
  /** How many units of the context's space one CSS pixel is: 1 / zoom under the board's transform, else 1. */
  readonly pixel: number;
  /**
   * Which layer: `under` = highlighter, for a canvas that blends by multiply with the paper below it;
   * `over` = pen and regions; `all` = everything on one canvas that holds the page's image too.
   */
  readonly layer: "under" | "over" | "all";
  /** Regions and strokes to bring forward: under the pointer, or chosen. */
  readonly highlighted?: ReadonlySet<string>;
  /** Strokes under the eraser, and what it takes of each. */
  readonly erasing?: ReadonlyMap<string, Erasing> | undefined;
  /** Whether regions show stance and number; without, only their outline (a page seen from afar). */
  readonly badges?: boolean;
}

/** Draws a page's marks; `drawn` is where the page lies, in the context's space. */
export function drawPageMarks(
  ctx: CanvasRenderingContext2D,
  marks: PageMarks,
  drawn: DrawnPage,
  options: MarksOptions,
): void {
  const own = ownSize(drawn);
  const draw = (tool: InkMark["tool"]): void => {
    for (const mark of marks.strokes) {
      if (mark.tool !== tool) continue;
      ctx.save();
      layPage(ctx, drawn, own.w / pathScale.page);
      drawInk(ctx, mark, pathScale.page, own.h / own.w, options, options.palette.pen);
      ctx.restore();
    }
  };
  if (options.layer !== "over") draw("highlighter");
  if (options.layer === "under") return;
  draw("pen");
  for (const region of marks.regions) drawRegion(ctx, region, drawn, options);
}

/**
 * Makes what is drawn from now on lie on a page: from the page's own top left corner along its own width
 * and height, `unit` of the context's units each step.
 */
export function layPage(
  ctx: Pick<CanvasRenderingContext2D, "transform">,
  drawn: DrawnPage,
  unit: number,
): void {
  const own = ownSize(drawn);
  const { corner, across, down } = pageAxes(drawn);
  const [x, y] = [unit / own.w, unit / own.h];
  ctx.transform(across.x * x, across.y * x, down.x * y, down.y * y, corner.x, corner.y);
}

/** Draws ink on the bare table, in a context whose units are board units. */
export function drawBoardStrokes(
  ctx: CanvasRenderingContext2D,
  strokes: Iterable<InkMark>,
  options: Pick<MarksOptions, "palette" | "erasing" | "highlighted" | "pixel">,
): void {
  for (const mark of strokes) {
    ctx.save();
    ctx.scale(1 / pathScale.board, 1 / pathScale.board);
    drawInk(ctx, mark, pathScale.board, 1, options, options.palette.penOnTable);
    ctx.restore();
  }
}

/** Draws a region that is being drawn, in the context's space. */
export function drawRegionDraft(
  ctx: CanvasRenderingContext2D,
  area: Area,
  drawn: DrawnPage,
  options: Pick<MarksOptions, "palette" | "pixel">,
): void {
  const corners = cornersOnPage(area);
  if (corners) return drawOutlineDraft(ctx, corners, drawn, options);
  const { x, y, w, h } = rectFromPage(area.rect, drawn);
  ctx.beginPath();
  ctx.rect(x, y, w, h);
  paintDraft(ctx, options);
}

/** Draws an outline that is being drawn, closed by the straight way back to where it began. */
export function drawOutlineDraft(
  ctx: CanvasRenderingContext2D,
  points: readonly PagePoint[],
  drawn: DrawnPage,
  options: Pick<MarksOptions, "palette" | "pixel">,
): void {
  outlinePath(
    ctx,
    points.map((point) => fromPage(point, drawn)),
  );
  paintDraft(ctx, options);
}

function paintDraft(
  ctx: CanvasRenderingContext2D,
  options: Pick<MarksOptions, "palette" | "pixel">,
): void {
  ctx.save();
  ctx.strokeStyle = options.palette.stance.notice;
  ctx.fillStyle = options.palette.stance.notice;
  ctx.lineWidth = 2 * options.pixel;
  ctx.lineJoin = "round";
  ctx.globalAlpha = 0.1;
  ctx.fill("evenodd");
  ctx.globalAlpha = 1;
  ctx.stroke();
  ctx.restore();
}

function drawInk(
  ctx: CanvasRenderingContext2D,
  mark: InkMark,
  scale: number,
  aspect: number,
  options: Pick<MarksOptions, "palette" | "erasing" | "highlighted">,
  pens: MarkPalette["pen"],
): void {
  for (const points of piecesNow(mark, options.erasing?.get(mark.id))) {
    drawLine(ctx, { ...mark, points }, scale, aspect, options, pens);
  }
}

/** What is seen of a line while an eraser is on it: a part under it is gone at once. */
function piecesNow(
  { points, pieces = [points], erased = [] }: InkMark,
  erasing: Erasing | undefined,
): readonly (readonly InkPoint[])[] {
  if (erasing === undefined || erasing === "whole") return pieces;
  return piecesOf(points, merged([...erased, ...erasing]));
}

function drawLine(
  ctx: CanvasRenderingContext2D,
  mark: InkMark,
  scale: number,
  aspect: number,
  options: Pick<MarksOptions, "palette" | "erasing" | "highlighted">,
  pens: MarkPalette["pen"],
): void {
  const path = inkPath(mark, scale, aspect);
  const faded = options.erasing?.get(mark.id) === "whole";
  if (mark.tool === "pen") {
    ctx.globalAlpha = faded ? 0.25 : 1;
    ctx.fillStyle = pens[mark.colour];
    ctx.fill(path);
  } else {
    ctx.globalAlpha = faded ? 0.3 : 1;
    ctx.globalCompositeOperation = "multiply";
    ctx.strokeStyle = options.palette.highlighter[mark.colour];
    ctx.lineWidth = mark.width * scale;
    ctx.lineCap = "round";
    ctx.lineJoin = "round";
    ctx.stroke(path);
  }
  if (options.highlighted?.has(mark.id)) {
    ctx.globalAlpha = 0.35;
    ctx.lineWidth = mark.width * scale * (mark.tool === "pen" ? 2 : 1.2);
    ctx.strokeStyle = options.palette.stance.notice;
    ctx.stroke(path);
  }
}

const badge = { height: 22, padding: 6, icon: 14, gap: 4, radius: 6 } as const;

function drawRegion(
  ctx: CanvasRenderingContext2D,
  region: RegionMark,
  drawn: DrawnPage,
  options: MarksOptions,
): void {
  const { x, y, w, h } = rectFromPage(region.rect, drawn);
  const corners = cornersOnPage(region)?.map((corner) => fromPage(corner, drawn));
  const { palette } = options;
  // A page seen from afar gets finer lines, or its regions would hide it.
  const pixel = options.pixel * Math.min(1, Math.max(0.5, drawn.w / options.pixel / 360));
  const forward = options.highlighted?.has(region.id) === true;
  const stance = region.stances[0] ?? "plain";
  ctx.save();
  ctx.strokeStyle = palette.stance[stance];
  ctx.fillStyle = palette.stance[stance];
  if (corners) outlinePath(ctx, corners);
  else roundedRect(ctx, x, y, w, h, 4 * pixel);
  if (forward) {
    ctx.globalAlpha = 0.14;
    ctx.fill("evenodd");
    ctx.globalAlpha = 1;
  }
  ctx.lineWidth = (forward ? 3.5 : 2) * pixel;
  // A wonder is dashed and an interpretation dotted, so that the outline alone tells them from a notice.
  if (stance === "wonder") ctx.setLineDash([7 * pixel, 4 * pixel]);
  if (stance === "interpretation") ctx.setLineDash([2 * pixel, 3 * pixel]);
  ctx.lineJoin = "round";
  ctx.stroke();
  ctx.setLineDash([]);
  const corner = nearest({ x, y }, corners ?? []) ?? { x, y };
  if (options.badges !== false) drawBadge(ctx, region, corner, drawn, options);
  ctx.restore();
}

/** The corner of an outline that is nearest to where its rectangle begins. */
function nearest(to: Point, corners: readonly Point[]): Point | undefined {
  const away = ({ x, y }: Point): number => Math.hypot(x - to.x, y - to.y);
  return corners.toSorted((a, b) => away(a) - away(b))[0];
}

/** Stance and number, standing on the region's top left corner, or inside it at the page's top edge. */
function drawBadge(
  ctx: CanvasRenderingContext2D,
  region: RegionMark,
  corner: { readonly x: number; readonly y: number },
  drawn: DrawnPage,
  { palette, pixel }: MarksOptions,
): void {
  const number = String(region.index);
  const stances = region.stances.length > 0 ? region.stances : (["plain"] as const);
  ctx.save();
  ctx.translate(corner.x, corner.y);
  ctx.scale(pixel, pixel);
  ctx.font = `650 13px ${palette.font}`;
  const icons = stances.length * (badge.icon + badge.gap);
  const width = 2 * badge.padding + icons + ctx.measureText(number).width;
  const above = (corner.y - drawn.y) / pixel >= badge.height - 2;
  ctx.translate(-1, above ? -badge.height + 1 : -1);
  let left = 0;
  roundedRect(ctx, 0, 0, width, badge.height, badge.radius);
  ctx.fillStyle = palette.stance[stances[0] ?? "plain"];
  ctx.fill();
  ctx.fillStyle = palette.onStance;
  ctx.strokeStyle = palette.onStance;
  left += badge.padding;
  for (const stance of stances) {
    drawStanceShape(ctx, stance, left + badge.icon / 2, badge.height / 2, badge.icon);
    left += badge.icon + badge.gap;
  }
  ctx.textBaseline = "middle";
  ctx.fillText(number, left, badge.height / 2 + 0.5);
  ctx.restore();
}

function outlinePath(ctx: CanvasRenderingContext2D, corners: readonly Point[]): void {
  ctx.beginPath();
  for (const { x, y } of corners) ctx.lineTo(x, y);
  ctx.closePath();
}

function roundedRect(
  ctx: CanvasRenderingContext2D,
  x: number,
  y: number,
  w: number,
  h: number,
  radius: number,
): void {
  ctx.beginPath();
  ctx.roundRect(x, y, w, h, Math.min(radius, w / 2, h / 2));
}
