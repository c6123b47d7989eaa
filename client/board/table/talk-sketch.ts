/**
 * Signs on a thing seen from afar: at its upper right corner how many threads about it are open, at its
 * upper left its place among those that were read differently.
 */
import type { SketchFrame } from "../../canvas/far-plane.ts";
import type { CanvasColours } from "./canvas-colours.ts";

/** As in paper-card.module.css. CSS pixels, and at most so many board units. */
const signPx = 11.5;
const mostUnits = 27;
/** Device pixels from which on it can be seen to be there. */
const seen = 3;
const gap = 2;

export function sketchTalk(
  frame: SketchFrame,
  right: number,
  threads: number,
  paint: CanvasColours,
): void {
  const look = { fill: paint.accent, words: paint.onAccent, edge: undefined };
  sketchSign(frame, ({ w }) => right - w - gap, threads, look, paint);
}

export function sketchBetween(frame: SketchFrame, place: number, paint: CanvasColours): void {
  const look = { fill: paint.raised, words: paint.text, edge: paint.textSoft };
  sketchSign(frame, () => gap, place, look, paint);
}

function sketchSign(
  { ink, pxPerUnit }: SketchFrame,
  left: (sign: { readonly w: number }) => number,
  count: number,
  look: { readonly fill: string; readonly words: string; readonly edge: string | undefined },
  paint: CanvasColours,
): void {
  const size = Math.min(mostUnits, (signPx * devicePixelRatio) / pxPerUnit);
  if (count === 0 || size * pxPerUnit < seen) return;
  const w = size * 1.9;
  const h = size * 1.4;
  const x = left({ w });
  ink.fillStyle = look.fill;
  ink.beginPath();
  ink.roundRect(x, gap, w, h, h / 2);
  ink.fill();
  if (look.edge !== undefined) {
    ink.lineWidth = 1.5 / pxPerUnit;
    ink.strokeStyle = look.edge;
    ink.stroke();
  }
  ink.fillStyle = look.words;
  ink.font = `650 ${size}px ${paint.marks.font}`;
  ink.textBaseline = "middle";
  const said = String(count);
  ink.fillText(said, x + (w - ink.measureText(said).width) / 2, gap + h / 2);
}
