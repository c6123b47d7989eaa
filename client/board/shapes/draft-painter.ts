/** Draws what is half drawn: a shape under a tool, what a line would be bound to, a line's handles. */
import { type BoxOf, pathOf } from "../../../shared/board/connectors.ts";
import type { Point, Rect } from "../../../shared/geometry/rect.ts";
import { cornersOf } from "../../../shared/geometry/turned.ts";
import { toScreen } from "../../canvas/camera.ts";
import type { OverlayFrame } from "../../canvas/overlay.ts";
import type { Reach } from "../../tools/line-tool.ts";
import type { CanvasColours } from "../table/canvas-colours.ts";
import type { LookInHand, ToolName } from "../table-state.ts";
import { edgeLengthOf, gapsOf, headOf, lengthOf, weightUnits } from "./line-drawing.ts";
import type { Handle } from "./line-ends.ts";

export interface ShapeDraft {
  readonly tool: ToolName;
  readonly rect: Rect | undefined;
  readonly line: { readonly from: Reach; readonly to: Reach } | undefined;
}

/** The outline of what is half drawn, for colleagues' tables; undefined while there is nothing. */
export function outlineOf({ tool, rect, line }: ShapeDraft): readonly Point[] | undefined {
  if (line) return [line.from.at, line.to.at];
  if (!rect) return undefined;
  const { x, y, w, h } = rect;
  if (tool !== "ellipse") {
    const corners = cornersOf(rect, 0);
    return [...corners, corners[0]];
  }
  return Array.from({ length: 33 }, (_, i) => {
    const angle = (i / 32) * 2 * Math.PI;
    return { x: x + (w / 2) * (1 + Math.cos(angle)), y: y + (h / 2) * (1 + Math.sin(angle)) };
  });
}

export function paintDraft(
  frame: OverlayFrame,
  draft: ShapeDraft,
  { colour, weight, dash }: LookInHand,
  colours: CanvasColours,
  boxOf: BoxOf,
): void {
  const { ink, camera } = frame;
  const { tool, rect, line } = draft;
  if (!rect && !line) return;
  const width = weightUnits[weight];
  ink.save();
  ink.scale(camera.scale, camera.scale);
  ink.translate(-camera.x, -camera.y);
  ink.strokeStyle = colours.marks.penOnTable[colour];
  ink.lineWidth = tool === "text" ? 1.5 / camera.scale : width;
  ink.lineCap = "round";
  ink.lineJoin = "round";
  const path = line && pathOf({ ends: line, bend: 0 }, boxOf);
  const outline = path ? lengthOf(path) : rect ? edgeLengthOf(rect) : 0;
  ink.setLineDash(tool === "text" ? [] : [...gapsOf(dash, width, outline)]);
  ink.beginPath();
  if (rect && tool === "ellipse") {
    ink.ellipse(rect.x + rect.w / 2, rect.y + rect.h / 2, rect.w / 2, rect.h / 2, 0, 0, 7);
  } else if (rect) ink.roundRect(rect.x, rect.y, rect.w, rect.h, 8);
  if (path) {
    ink.moveTo(path.from.x, path.from.y);
    ink.lineTo(path.to.x, path.to.y);
  }
  ink.stroke();
  if (path && tool !== "line") {
    ink.setLineDash([]);
    ink.beginPath();
    headOf(path, width).forEach(({ x, y }, i) => (i === 0 ? ink.moveTo(x, y) : ink.lineTo(x, y)));
    ink.stroke();
  }
  ink.restore();
}

/** Round the thing that an end would be bound to. */
export function paintTarget(
  { ink, camera }: OverlayFrame,
  { box, turn }: NonNullable<ReturnType<BoxOf>>,
  colours: CanvasColours,
): void {
  ink.beginPath();
  cornersOf(box, turn).forEach((corner, i) => {
    const { x, y } = toScreen(camera, corner);
    if (i === 0) ink.moveTo(x, y);
    else ink.lineTo(x, y);
  });
  ink.closePath();
  ink.strokeStyle = colours.accent;
  ink.fillStyle = colours.accent;
  ink.globalAlpha = 0.12;
  ink.fill();
  ink.globalAlpha = 1;
  ink.lineWidth = 3;
  ink.stroke();
}

export function paintHandles(
  frame: OverlayFrame,
  handles: readonly Handle[],
  colours: CanvasColours,
): void {
  if (handles.length === 0) return;
  const { ink, camera } = frame;
  ink.globalAlpha = 1;
  ink.lineWidth = 2;
  ink.strokeStyle = colours.accent;
  ink.setLineDash([]);
  for (const { grip, at } of handles) {
    const { x, y } = toScreen(camera, at);
    ink.beginPath();
    ink.arc(x, y, grip === "bend" ? 4.5 : 6.5, 0, 7);
    ink.fillStyle = grip === "bend" ? colours.accent : colours.onAccent;
    ink.fill();
    ink.stroke();
  }
}
