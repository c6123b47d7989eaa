/** Draws what is half done or chosen on the pages being read: the region under the hand, the cross, handles. */
import { fromPage, type Rect, rectFromPage } from "../../../shared/geometry/rect.ts";
import type { MarkPalette } from "../../canvas/mark-palette.ts";
import { drawRegionDraft } from "../../canvas/page-marks.ts";
import type { Draft, PageInView } from "./stage-port.ts";

export interface DraftScene {
  readonly draft: Draft;
  readonly pages: readonly PageInView[];
  /** The chosen region's frame gets handles. */
  readonly handles: Rect | undefined;
}

export function drawDraft(
  ctx: CanvasRenderingContext2D,
  palette: MarkPalette,
  { draft, pages, handles }: DraftScene,
): void {
  const drawnOf = (page: string): Rect | undefined => pages.find((one) => one.page === page)?.drawn;
  const region = draft.region && drawnOf(draft.region.page);
  if (draft.region && region) {
    drawRegionDraft(ctx, draft.region.rect, region, { palette, pixel: 1 });
    drawHandles(ctx, palette, rectFromPage(draft.region.rect, region), false);
  }
  const aimed = draft.aim && drawnOf(draft.aim.page);
  if (draft.aim && aimed) drawCross(ctx, palette, fromPage(draft.aim.point, aimed));
  if (handles) drawHandles(ctx, palette, handles, true);
}

function drawHandles(
  ctx: CanvasRenderingContext2D,
  palette: MarkPalette,
  frame: Rect,
  sides: boolean,
): void {
  const size = 9;
  const xs = [frame.x, frame.x + frame.w / 2, frame.x + frame.w];
  const ys = [frame.y, frame.y + frame.h / 2, frame.y + frame.h];
  ctx.fillStyle = palette.onStance;
  ctx.strokeStyle = palette.pen.ink;
  ctx.lineWidth = 1.5;
  xs.forEach((x, i) => {
    ys.forEach((y, j) => {
      const corner = i !== 1 && j !== 1;
      const middle = i === 1 && j === 1;
      if (middle || (!corner && !sides)) return;
      ctx.beginPath();
      ctx.roundRect(x - size / 2, y - size / 2, size, size, 2);
      ctx.fill();
      ctx.stroke();
    });
  });
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
