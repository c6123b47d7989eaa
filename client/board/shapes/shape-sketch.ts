/**
 * A shape seen from afar: its outline, its fill, and its words as words, as bars, or not at all.
 *
 * Lines are broken by a usual width of a letter: from afar nobody reads where they end.
 */
import type { ShapeId } from "../../../shared/base/ids.ts";
import type { LinePath } from "../../../shared/board/connectors.ts";
import { hasWords, type Shape } from "../../../shared/board/shapes.ts";
import type { Point, Rect, Size } from "../../../shared/geometry/rect.ts";
import type { Sketch, SketchFrame } from "../../canvas/far-plane.ts";
import type { CanvasColours, ShapeColours } from "../table/canvas-colours.ts";
import { breakLines } from "../table/note-sketch.ts";
import { laidImage } from "./image-pictures.ts";
import {
  edgeLengthOf,
  fillOf,
  gapsOf,
  headOf,
  lengthOf,
  letterUnits,
  pointOn,
  weightUnits,
} from "./line-drawing.ts";
import type { ShapeItem } from "./shape-items.ts";

export interface ShapeSketchPorts {
  colours(): CanvasColours;
  /** Where a line runs while it follows what is in a hand; undefined while it lies. */
  pathNow(id: ShapeId): LinePath | undefined;
  /** Undefined until it has come. */
  smallOf(shape: Shape): ImageBitmap | undefined;
}

/** Device pixels: from here on words are drawn, and bars. */
const legible = 5.5;
const seen = 1.8;
const leastGapPx = 2;
const letterWidth = 0.48;
const lineHeight = 1.35;

export function createShapeSketch(ports: ShapeSketchPorts): Sketch<ShapeItem> {
  return (frame, item) => {
    const { ink } = frame;
    const { shape, box, path } = item.content;
    const colours = ports.colours();
    const paint = colours.shape(shape.colour);
    ink.save();
    ink.lineCap = "round";
    ink.lineJoin = "round";
    ink.lineWidth = Math.max(weightUnits[shape.weight], 1 / frame.pxPerUnit);
    ink.strokeStyle = fillOf(shape) === "solid" ? paint.solid : paint.stroke;
    if (path) {
      ink.translate(-item.rect.x, -item.rect.y);
      sketchLine(frame, shape, ports.pathNow(shape.id) ?? path, paint, colours);
    } else {
      const { x, y, w, h } = box;
      ink.translate(x - item.rect.x + w / 2, y - item.rect.y + h / 2);
      ink.rotate((shape.turn * Math.PI) / 180);
      ink.translate(-w / 2, -h / 2);
      sketchBox(frame, shape, box, paint, ports);
    }
    ink.restore();
    const isComing = shape.kind === "image" && shape.image && !ports.smallOf(shape);
    return isComing ? "waiting" : undefined;
  };
}

function sketchLine(
  frame: SketchFrame,
  shape: Shape,
  path: LinePath,
  paint: ShapeColours,
  { ground, marks }: CanvasColours,
): void {
  const { ink } = frame;
  const width = weightUnits[shape.weight];
  setGaps(frame, gapsOf(shape.dash, width, lengthOf(path)));
  ink.beginPath();
  ink.moveTo(path.from.x, path.from.y);
  ink.quadraticCurveTo(path.over.x, path.over.y, path.to.x, path.to.y);
  ink.stroke();
  ink.setLineDash([]);
  if (shape.kind === "arrow") {
    ink.beginPath();
    headOf(path, width).forEach(({ x, y }, i) => (i === 0 ? ink.moveTo(x, y) : ink.lineTo(x, y)));
    ink.stroke();
  }
  if (shape.words === "") return;
  const middle = pointOn(path, 0.5);
  const size = letterUnits[shape.textSize];
  const room = Math.min(240, shape.words.length * size * letterWidth + 16);
  const lines = breakLines(shape.words, Math.max(1, Math.floor(room / (size * letterWidth))));
  const height = lines.length * size * lineHeight;
  ink.fillStyle = ground;
  ink.fillRect(middle.x - room / 2, middle.y - height / 2, room, height);
  ink.fillStyle = paint.word;
  sketchWords(frame, lines, size, { ...middle, w: room }, "centre", marks.font);
}

function sketchBox(
  frame: SketchFrame,
  shape: Shape,
  { w, h }: Rect,
  paint: ShapeColours,
  { colours, smallOf }: ShapeSketchPorts,
): void {
  const { ink } = frame;
  if (shape.kind === "image") {
    return sketchImage(frame, shape, { w, h }, colours(), smallOf(shape));
  }
  if (shape.kind !== "text") {
    ink.beginPath();
    if (shape.kind === "ellipse") ink.ellipse(w / 2, h / 2, w / 2, h / 2, 0, 0, 7);
    else ink.roundRect(0, 0, w, h, Math.min(8, w / 2, h / 2));
    ink.fillStyle = fillOf(shape) === "solid" ? paint.solid : paint.tint;
    if (shape.kind === "frame" && fillOf(shape) !== "solid") {
      if (fillOf(shape) === "none") ink.fillStyle = colours().raised;
      ink.globalAlpha = 0.62;
      ink.fill();
      ink.globalAlpha = 1;
    } else if (fillOf(shape) !== "none") ink.fill();
    setGaps(frame, gapsOf(shape.dash, weightUnits[shape.weight], edgeLengthOf({ w, h })));
    ink.stroke();
    ink.setLineDash([]);
  }
  const font = colours().marks.font;
  if (shape.kind === "frame") {
    const size = Math.max(18, Math.min(72, 13 / (frame.pxPerUnit / devicePixelRatio)));
    ink.fillStyle = fillOf(shape) === "solid" ? paint.overSolid : colours().text;
    const at = { x: 14, y: 8 + size * 0.7, w: w - 28 };
    sketchWords(frame, [shape.name], size, at, "start", font);
    return;
  }
  if (!hasWords(shape) || shape.words === "") return;
  const size = letterUnits[shape.textSize];
  const isText = shape.kind === "text";
  const room = Math.max(size, isText ? w : w - 32);
  const lines = shape.words
    .slice(0, 600)
    .split("\n")
    .flatMap((paragraph) =>
      breakLines(paragraph, Math.max(1, Math.floor(room / (size * letterWidth)))),
    );
  ink.fillStyle =
    fillOf(shape) === "solid"
      ? paint.overSolid
      : fillOf(shape) === "tint"
        ? paint.onTint
        : paint.word;
  const at = isText ? { x: 0, y: h / 2, w: room } : { x: w / 2, y: h / 2, w: room };
  sketchWords(frame, lines, size, at, isText ? "start" : "centre", font);
}

/** Gaps that cannot be told apart from so far are left out: they would take longer than all else. */
function setGaps({ ink, pxPerUnit }: SketchFrame, gaps: readonly number[]): void {
  const seen = gaps.reduce((sum, length) => sum + length, 0) * pxPerUnit;
  ink.setLineDash(seen < leastGapPx ? [] : [...gaps]);
}

function sketchImage(
  { ink, pxPerUnit }: SketchFrame,
  shape: Shape,
  { w, h }: Size,
  { paper, paperEdge }: CanvasColours,
  picture: ImageBitmap | undefined,
): void {
  ink.fillStyle = paper;
  ink.fillRect(0, 0, w, h);
  if (picture) {
    const { frame, straighten, scale } = laidImage({ ...shape, size: { w, h } });
    ink.save();
    ink.beginPath();
    ink.rect(0, 0, w, h);
    ink.clip();
    ink.translate(frame.x + frame.w / 2, frame.y + frame.h / 2);
    ink.rotate((straighten * Math.PI) / 180);
    ink.scale(scale, scale);
    ink.drawImage(picture, -frame.w / 2, -frame.h / 2, frame.w, frame.h);
    ink.restore();
  }
  ink.lineWidth = 1 / pxPerUnit;
  ink.strokeStyle = paperEdge;
  ink.strokeRect(0, 0, w, h);
}

/** Lines of words about the height `y`, from `x` on or about it. */
function sketchWords(
  { ink, pxPerUnit }: SketchFrame,
  lines: readonly string[],
  size: number,
  { x, y, w }: Point & { readonly w: number },
  how: "start" | "centre",
  font: string,
): void {
  if (size * pxPerUnit < seen) return;
  const top = y - ((lines.length - 1) / 2) * size * lineHeight;
  const isLegible = size * pxPerUnit >= legible;
  ink.font = `${size}px ${font}`;
  ink.textBaseline = "middle";
  ink.textAlign = how === "centre" ? "center" : "start";
  if (!isLegible) ink.globalAlpha = 0.42;
  lines.forEach((line, i) => {
    const at = top + i * size * lineHeight;
    if (isLegible) ink.fillText(line, x, at, w);
    else {
      const length = Math.min(w, line.length * size * letterWidth);
      ink.fillRect(how === "centre" ? x - length / 2 : x, at - size / 4, length, size / 2);
    }
  });
  ink.globalAlpha = 1;
}

/** What is in hand is not seen from afar, nor where the words are being written. */
export function isSameShape({ content: a }: ShapeItem, { content: b }: ShapeItem): boolean {
  return a.shape === b.shape && a.path === b.path && a.box.w === b.box.w && a.box.h === b.box.h;
}
