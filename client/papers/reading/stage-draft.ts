/** Draws what is half done or chosen on the pages being read: the region under the hand, the cross, handles. */
import type { Point, Rect } from "../../../shared/geometry/rect.ts";
import { type DrawnPage, fromPage, rectFromPage } from "../../../shared/geometry/turned-page.ts";
import type { MarkPalette } from "../../canvas/mark-palette.ts";
import { drawOutlineDraft, drawRegionDraft } from "../../canvas/page-marks.ts";
import type { Draft, PageInView } from "./stage-port.ts";

export interface DraftScene {
  readonly draft: Draft;
  readonly pages: readonly PageInView[];
  /** The chosen region's frame gets handles, or its corners do. */
  readonly handles: Rect | readonly Point[] | undefined;
}

export function drawDraft(
  ctx: CanvasRenderingContext2D,
  palette: MarkPalette,
  { draft, pages, handles }: DraftScene,
): void {
  const drawnOf = (page: string): DrawnPage | undefined =>
    pages.find((one) => one.page === page)?.drawn;
  const region = draft.region && drawnOf(draft.region.page);
  if (draft.region && region) {
    drawRegionDraft(ctx, draft.region, region, { palette, pixel: 1 });
    if (!draft.region.outline) {
      drawHandles(ctx, palette, rectFromPage(draft.region.rect, region), false);
    }
  }
  const outlined = draft.outline && drawnOf(draft.outline.page);
  if (draft.outline && outlined) {
    const { points, corners } = draft.outline;
    drawOutlineDraft(ctx, points, outlined, { palette, pixel: 1 });
    // The last one is still under the hand.
    const set = corners ? points.slice(0, -1) : [];
    for (const point of set) drawHandle(ctx, palette, fromPage(point, outlined));
  }
  const aimed = draft.aim && drawnOf(draft.aim.page);
  if (draft.aim && aimed) drawCross(ctx, palette, fromPage(draft.aim.point, aimed));
  if (handles && "w" in handles) drawHandles(ctx, palette, handles, true);
  else for (const corner of handles ?? []) drawHandle(ctx, palette, corner);
}

function drawHandles(
  ctx: CanvasRenderingContext2D,
  palette: MarkPalette,
  frame: Rect,
  sides: boolean,
): void {
  const xs = [frame.x, frame.x + frame.w / 2, frame.x + frame.w];
  const ys = [frame.y, frame.y + frame.h / 2, frame.y + frame.h];
  xs.forEach((x, i) => {
    ys.forEach((y, j) => {
      const corner = i !== 1 && j !== 1;
      const middle = i === 1 && j === 1;
      if (middle || (!corner && !sides)) return;
      drawHandle(ctx, palette, { x, y });
    });
  });
}

function drawHandle(ctx: CanvasRenderingContext2D, palette: MarkPalette, { x, y }: Point): void {
  const size = 9;
  ctx.fillStyle = palette.onStance;
  ctx.strokeStyle = palette.pen.ink;
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  ctx.roundRect(x - size / 2, y - size / 2, size, size, 2);
  ctx.fill();
  ctx.stroke();
}

function drawCross(
  ctx: CanvasRenderingContext2D,
  palette: MarkPalette,
  at: { readonly x: number; readonly y: number },
): void {
  const arm = 18;
  for (const [colour, width] of [
    [palette.onStance, 6],
    [palette.stance.notice, 3],
  ] as const) {
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    ctx.lineCap = "round";
    ctx.beginPath();
    ctx.moveTo(at.x - arm, at.y);
    ctx.lineTo(at.x + arm, at.y);
    ctx.moveTo(at.x, at.y - arm);
    ctx.lineTo(at.x, at.y + arm);
    ctx.stroke();
  }
}
