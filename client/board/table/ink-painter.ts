/**
 * Draws what was marked on the table: regions and ink on the papers wherever these are shown, ink on
 * the bare table, and what is under the pen now.
 */
import type { PageId, PaperId } from "../../../shared/base/ids.ts";
import type { Layout } from "../../../shared/board/layout.ts";
import type { BoardView } from "../../../shared/board/reader.ts";
import type { Stroke } from "../../../shared/board/strokes.ts";
import { grown, type Rect, union } from "../../../shared/geometry/rect.ts";
import type { DrawnPage } from "../../../shared/geometry/turned-page.ts";
import { isInView, pageToScreen, rectToScreen } from "../../canvas/camera.ts";
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
import type { Held } from "../../tools/handles.ts";
import type { CanvasColours } from "./canvas-colours.ts";
import type { Draft } from "./marking.ts";

export interface InkScene {
  readonly view: BoardView;
  readonly layout: Layout;
  readonly colours: CanvasColours;
  readonly draft: Draft;
  readonly selection: ReadonlySet<string>;
  /** Where a paper is shown now. */
  rectOf(id: string): Rect | undefined;
  /** Higher lies on top. */
  layerOf(id: string): number;
  /** How a stroke of the table lies while it is in a hand; undefined = as the document has it. */
  inHand(stroke: Stroke): Held | undefined;
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

function paintPages(frame: OverlayFrame, scene: InkScene, layer: "under" | "over"): void {
  const { view, draft, lifted } = scene;
  const all = pageMarksOf(view);
  const { depths } = scene.layout;
  const drawnOn = view.pages.get((draft.stroke?.page ?? draft.region?.page) as PageId)?.paper;
  const known = markedPapers(view, all);
  const papers = drawnOn && !known.has(drawnOn) ? [...known, drawnOn] : [...known];
  if (papers.length === 0) return;
  for (const id of papers) {
    if (!lifted.has(id) && !depths.has(id)) paintPaper(frame, scene, all, id, layer);
  }
  // What lies under one of these must not be seen through it.
  const covering = [
    ...[...depths.keys()]
      .filter((id) => !lifted.has(id))
      .toSorted((a, b) => scene.layerOf(a) - scene.layerOf(b)),
    ...[...(lifted as ReadonlySet<PaperId>)].filter((id) => view.papers.has(id)),
  ];
  for (const id of covering) {
    const card = scene.rectOf(id);
    if (!card || !isInView(frame.camera, frame.size, card)) continue;
    const box = rectToScreen(frame.camera, card);
    frame.clear(box);
    if (known.has(id) || id === drawnOn) paintPaper(frame, scene, all, id, layer);
  }
}

type AllMarks = ReturnType<typeof pageMarksOf>;

function paintPaper(
  frame: OverlayFrame,
  scene: InkScene,
  all: AllMarks,
  paper: PaperId,
  layer: "under" | "over",
): void {
  const { view, draft, layout } = scene;
  const card = scene.rectOf(paper);
  const home = layout.papers.get(paper);
  if (!card || !home || !isInView(frame.camera, frame.size, card)) return;
  for (const page of view.pagesOf.get(paper) ?? []) {
    const open = layout.pages.get(page.id);
    const marks = all.get(page.id) ?? noMarks;
    const isDrawnOn = draft.stroke?.page === page.id || draft.region?.page === page.id;
    if (!open || (marks === noMarks && !isDrawnOn)) continue;
    if (layer === "under" && !hasHighlighter(marks, draft)) continue;
    const shown = { ...open, x: open.x + card.x - home.x, y: open.y + card.y - home.y };
    paintPage(frame, scene, page.id, marks, pageToScreen(frame.camera, shown), layer);
  }
}

const hasHighlighter = ({ strokes }: PageMarks, { stroke }: Draft): boolean =>
  stroke?.tool === "highlighter" || strokes.some(({ tool }) => tool === "highlighter");

const marked = new WeakMap<AllMarks, ReadonlySet<PaperId>>();

function markedPapers(view: BoardView, all: AllMarks): ReadonlySet<PaperId> {
  const known = marked.get(all);
  if (known) return known;
  const papers = new Set<PaperId>();
  for (const page of all.keys()) {
    const paper = view.pages.get(page)?.paper;
    if (paper) papers.add(paper);
  }
  marked.set(all, papers);
  return papers;
}

function paintPage(
  frame: OverlayFrame,
  { draft, colours, selection }: InkScene,
  page: PageId,
  kept: PageMarks,
  drawn: DrawnPage,
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
    erasing: draft.erasing,
    highlighted: selection,
  };
  drawPageMarks(frame.ink, marks, drawn, options);
  if (layer === "over" && draft.region?.page === page) {
    drawRegionDraft(frame.ink, draft.region, drawn, options);
  }
}

function paintTable(frame: OverlayFrame, scene: InkScene, tool: Stroke["tool"]): void {
  const { camera, size } = frame;
  const { view, draft, colours } = scene;
  const { inHand } = scene;
  const held: Stroke[] = [];
  const strokes: InkMark[] = [];
  for (const { stroke, box } of tableStrokes(view.strokes)) {
    if (stroke.tool !== tool) continue;
    if (inHand(stroke)) held.push(stroke);
    else if (isInView(camera, size, box)) strokes.push(stroke);
  }
  if (draft.stroke && draft.stroke.page === undefined && draft.stroke.tool === tool) {
    strokes.push(draft.stroke);
  }
  if (strokes.length + held.length === 0) return;
  const { ink } = frame;
  ink.save();
  ink.scale(camera.scale, camera.scale);
  ink.translate(-camera.x, -camera.y);
  const pixel = 1 / camera.scale;
  const options = {
    palette: colours.marks,
    erasing: draft.erasing,
    pixel,
    highlighted: scene.selection,
  };
  drawBoardStrokes(ink, strokes, options);
  for (const stroke of held) {
    const lies = inHand(stroke);
    const was = stroke.box;
    if (!lies || !was) continue;
    ink.save();
    ink.translate(lies.box.x + lies.box.w / 2, lies.box.y + lies.box.h / 2);
    ink.rotate((lies.turn * Math.PI) / 180);
    ink.scale(lies.box.w / was.w, lies.box.h / was.h);
    ink.rotate((-stroke.turn * Math.PI) / 180);
    ink.translate(-(was.x + was.w / 2), -(was.y + was.h / 2));
    drawBoardStrokes(ink, [stroke], options);
    ink.restore();
  }
  ink.restore();
}

interface Boxed {
  readonly stroke: Stroke;
  readonly box: Rect;
}

const onTable = new WeakMap<BoardView["strokes"], readonly Boxed[]>();

/** The strokes on the bare table, from the bottom up. */
export function tableStrokes(strokes: BoardView["strokes"]): readonly Boxed[] {
  const known = onTable.get(strokes);
  if (known) return known;
  const found = [...strokes.values()].flatMap((stroke): Boxed[] => {
    const box = stroke.page === undefined ? boxOf(stroke) : undefined;
    return box ? [{ stroke, box }] : [];
  });
  onTable.set(strokes, found);
  return found;
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
