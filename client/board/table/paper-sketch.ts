/** A paper seen from afar: its open pages, its code, how much was noticed and wondered, and its tags. */

import { table } from "../../../shared/board/layout.ts";
import { type DrawnPage, ownSize } from "../../../shared/geometry/turned-page.ts";
import type { Page } from "../../../shared/papers/papers.ts";
import type { Sketch, SketchFrame } from "../../canvas/far-plane.ts";
import { layPage } from "../../canvas/page-marks.ts";
import { drawStanceShape } from "../../canvas/stance-shape.ts";
import type { CanvasColours } from "./canvas-colours.ts";
import type { PaperItem } from "./table-items.ts";
import { sketchBetween, sketchTalk } from "./talk-sketch.ts";

/** As in paper-card.module.css. CSS pixels, and at most so many board units. */
const codePx = 11.5;
const mostUnits = 27;
/** As in paper-card.module.css: how much is left of what is not looked for. */
const dimmed = 0.24;
/** Device pixels from which on letters are drawn. */
const legible = 5.5;

export function createPaperSketch(
  colours: () => CanvasColours,
  smallOf: (page: Page) => ImageBitmap | undefined,
): Sketch<PaperItem> {
  return (frame, { rect, content }) => {
    const { ink, pxPerUnit } = frame;
    const paint = colours();
    let isWaiting = false;
    if (content.dimmed) ink.globalAlpha = dimmed;
    content.openPages.forEach((drawn, i) => {
      const { x, y, w, h } = drawn;
      const page = content.pages[i];
      const picture = page && smallOf(page);
      ink.fillStyle = paint.paper;
      if (picture) drawTurned(ink, picture, drawn);
      else {
        // A covered page has no picture to wait for.
        if (page?.covered) ink.fillStyle = paint.paperEdge;
        else isWaiting = true;
        ink.fillRect(x, y, w, h);
      }
      ink.lineWidth = 1 / pxPerUnit;
      ink.strokeStyle = paint.paperEdge;
      ink.strokeRect(x, y, w, h);
    });
    ink.globalAlpha = 1;
    sketchLabel(frame, rect, content, paint);
    if (!content.dimmed) {
      sketchTalk(frame, rect.w, content.threads, paint);
      sketchBetween(frame, content.between, paint);
    }
    return isWaiting ? "waiting" : undefined;
  };
}

function drawTurned(ink: SketchFrame["ink"], picture: ImageBitmap, drawn: DrawnPage): void {
  const own = ownSize(drawn);
  ink.save();
  layPage(ink, drawn, 1);
  ink.drawImage(picture, 0, 0, own.w, own.h);
  ink.restore();
}

function sketchLabel(
  { ink, pxPerUnit }: SketchFrame,
  { w: width, h: height }: PaperItem["rect"],
  content: PaperItem["content"],
  paint: CanvasColours,
): void {
  const { code, drawnNumbers, notices, wonders, interpretations, tags } = content;
  const size = Math.min(mostUnits, (codePx * devicePixelRatio) / pxPerUnit);
  if (size * pxPerUnit < legible) return;
  const middle = height - table.labelHeight / 2 + 1;
  ink.font = `650 ${size}px ${paint.marks.font}`;
  ink.textBaseline = "middle";
  ink.fillStyle = content.dimmed ? paint.textSoft : paint.text;
  ink.fillText(code, 4, middle);
  let x = 4 + ink.measureText(code).width + size * 0.7;
  ink.font = `${size * 0.9}px ${paint.marks.font}`;
  if (drawnNumbers !== "") {
    ink.fillText(drawnNumbers, x, middle);
    x += ink.measureText(drawnNumbers).width + size * 0.7;
  }
  ink.fillStyle = paint.textSoft;
  ink.strokeStyle = paint.textSoft;
  for (const [stance, count] of [
    ["notice", notices],
    ["wonder", wonders],
    ["interpretation", interpretations],
  ] as const) {
    if (count === 0) continue;
    drawStanceShape(ink, stance, x + size / 2, middle, size);
    x += size * 1.2;
    ink.fillText(String(count), x, middle);
    x += ink.measureText(String(count)).width + size * 0.6;
  }
  if (tags !== "" && x < width - size) {
    // Cut off where the card ends, as on the card itself.
    ink.save();
    ink.beginPath();
    ink.rect(x, height - table.labelHeight, width - x, table.labelHeight);
    ink.clip();
    drawTag(ink, x, middle, size);
    ink.fillText(tags, x + size, middle);
    ink.restore();
  }
}

/** A label with a point, as large as a letter. */
function drawTag(ink: SketchFrame["ink"], x: number, middle: number, size: number): void {
  const half = size * 0.35;
  ink.beginPath();
  ink.moveTo(x, middle - half);
  ink.lineTo(x + size * 0.4, middle - half);
  ink.lineTo(x + size * 0.75, middle);
  ink.lineTo(x + size * 0.4, middle + half);
  ink.lineTo(x, middle + half);
  ink.closePath();
  ink.lineWidth = size / 9;
  ink.stroke();
}

/** What is in hand is not seen from afar: the selection is drawn over the sketches. */
export function isSamePaper(before: PaperItem, after: PaperItem): boolean {
  const { selected: _a, current: _b, ...a } = before.content;
  const { selected: _c, current: _d, ...b } = after.content;
  const keys = Object.keys(a) as (keyof typeof a)[];
  return (
    before.layer === after.layer &&
    isSameRect(before, after) &&
    keys.every((key) => a[key] === b[key])
  );
}

const isSameRect = ({ rect: a }: PaperItem, { rect: b }: PaperItem): boolean =>
  a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h;
