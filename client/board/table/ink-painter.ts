/**
 * Draws what was marked on the table: regions and ink on the papers wherever these are shown, ink on
 * the bare table, and what is under the pen now.
 */
import type { PageId, PaperId } from "../../../shared/base/ids.ts";
import type { Layout } from "../../../shared/board/layout.ts";
import type { BoardView } from "../../../shared/board/reader.ts";
import type { Stroke } from "../../../shared/board/strokes.ts";
import { grown, intersects, type Rect, union } from "../../../shared/geometry/rect.ts";
import { rectToScreen, viewOf } from "../../canvas/camera.ts";
import type { OverlayFrame } from "../../canvas/overlay.ts";
import {
  drawBoardStrokes,
  drawPageMarks,
  drawRegionDraft,
  type InkMark,
  type MarksOptions,
  type PageMarks,
} from "../../canvas/page-marks.ts";
import { noMarks, pageMarksOf } from "../../papers/reading/view-marks.ts";
import type { CanvasColours } from "./canvas-colours.ts";
import type { Draft } from "./marking.ts";

export interface InkScene {
  readonly view: BoardView;
  readonly layout: Layout;
  readonly colours: CanvasColours;
  readonly draft: Draft;
  readonly selection: ReadonlySet<string>;
  /** Papers and notes that may be in view. */
  readonly inView: ReadonlySet<string>;
  /** Where a paper is shown now. */
  rectOf(id: string): Rect | undefined;
  /** Papers in somebody's hand: theirs are drawn last and hide what lies under them. */
  readonly lifted: ReadonlySet<string>;
}

/** A page narrower than this on the screen shows its regions' outlines only. Pixels. */
const badgesFrom = 230;
/** A page narrower than this shows no regions at all; its card says how many there are. */
const regionsFrom = 44;

/** The highlighters: on the canvas that is multiplied with the papers. */
export function paintHighlighters(frame: OverlayFrame, scene: InkScene): void {
  paintPages(frame, scene, "under");
  if (!scene.colours.isDark) paintTable(frame, scene, "highlighter");
}

/** Pens and regions. */
export function paintMarks(frame: OverlayFrame, scene: InkScene): void {
  paintPages(frame, scene, "over");
  // Light ink multiplied with a dark table would be lost on it.
  if (scene.colours.isDark) paintTable(frame, scene, "highlighter");
  paintTable(frame, scene, "pen");
}

export function hasHighlighter(view: BoardView, draft: Draft): boolean {
  if (draft.stroke?.tool === "highlighter") return true;
  for (const { tool } of view.strokes.values()) if (tool === "highlighter") return true;
  return false;
}

function paintPages(frame: OverlayFrame, scene: InkScene, layer: "under" | "over"): void {
  const { view, draft, lifted } = scene;
  const all = pageMarksOf(view);
  const papers = [...scene.inView].filter((id) => view.pagesOf.has(id as PaperId));
  const order = [
    ...papers.filter((id) => !lifted.has(id)),
    ...papers.filter((id) => lifted.has(id)),
  ];
  for (const id of order) {
    const card = scene.rectOf(id);
    const home = scene.layout.papers.get(id as PaperId);
    if (!card || !home) continue;
    if (lifted.has(id)) {
      const box = rectToScreen(frame.camera, card);
      frame.ink.clearRect(box.x, box.y, box.w, box.h);
    }
    for (const page of view.pagesOf.get(id as PaperId) ?? []) {
      const open = scene.layout.pages.get(page.id);
      const marks = all.get(page.id) ?? noMarks;
      const isDrawnOn = draft.stroke?.page === page.id || draft.region?.page === page.id;
      if (!open || (marks === noMarks && !isDrawnOn)) continue;
      const shown = { ...open, x: open.x + card.x - home.x, y: open.y + card.y - home.y };
      paintPage(frame, scene, page.id, marks, rectToScreen(frame.camera, shown), layer);
    }
  }
}

function paintPage(
  frame: OverlayFrame,
  { draft, colours, selection }: InkScene,
  page: PageId,
  kept: PageMarks,
  drawn: Rect,
  layer: "under" | "over",
): void {
  const stroke = draft.stroke?.page === page ? [draft.stroke] : [];
  const marks: PageMarks = {
    regions: drawn.w >= regionsFrom ? kept.regions : [],
    strokes: stroke.length > 0 ? [...kept.strokes, ...stroke] : kept.strokes,
  };
  const options: MarksOptions = {
    palette: colours.marks,
    pixel: 1,
    layer,
    badges: drawn.w >= badgesFrom,
    faded: draft.doomed,
    highlighted: selection,
  };
  drawPageMarks(frame.ink, marks, drawn, options);
  if (layer === "over" && draft.region?.page === page) {
    drawRegionDraft(frame.ink, draft.region.rect, drawn, options);
  }
}

function paintTable(frame: OverlayFrame, scene: InkScene, tool: Stroke["tool"]): void {
  const { ink, camera, size } = frame;
  const { view, draft, colours } = scene;
  const inView = viewOf(camera, size);
  const strokes: InkMark[] = [];
  for (const stroke of view.strokes.values()) {
    if (stroke.page !== undefined || stroke.tool !== tool) continue;
    const box = boxOf(stroke);
    if (box && intersects(box, inView)) strokes.push(stroke);
  }
  if (draft.stroke && draft.stroke.page === undefined && draft.stroke.tool === tool) {
    strokes.push(draft.stroke);
  }
  if (strokes.length === 0) return;
  ink.save();
  ink.scale(camera.scale, camera.scale);
  ink.translate(-camera.x, -camera.y);
  const pixel = 1 / camera.scale;
  drawBoardStrokes(ink, strokes, { palette: colours.marks, faded: draft.doomed, pixel });
  ink.restore();
}

const boxes = new WeakMap<Stroke["points"], Rect>();

/** Around a stroke on the table, its width included. Board units. */
export function boxOf(stroke: Pick<Stroke, "points" | "width">): Rect | undefined {
  const known = boxes.get(stroke.points);
  if (known) return known;
  const line = union(stroke.points.map(({ x, y }) => ({ x, y, w: 0, h: 0 })));
  const box = line && grown(line, stroke.width);
  if (box) boxes.set(stroke.points, box);
  return box;
}
