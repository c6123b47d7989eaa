/** Draws what hands are doing: the marquee, the gap where papers would land, colleagues' hands. */
import type { Point, Rect } from "../../../shared/geometry/rect.ts";
import { isInView, rectToScreen, toScreen } from "../../canvas/camera.ts";
import type { OverlayFrame, Painter } from "../../canvas/overlay.ts";
import type { Other } from "../../sync/presence.ts";
import type { Guide } from "../../tools/guides.ts";
import type { Found } from "../table-state.ts";
import type { CanvasColours } from "./canvas-colours.ts";
import type { LaserTrails } from "./laser-trails.ts";

export function paintMarquee(
  { ink, camera }: OverlayFrame,
  rect: Rect,
  colours: CanvasColours,
): void {
  const { x, y, w, h } = rectToScreen(camera, rect);
  ink.fillStyle = colours.accent;
  ink.strokeStyle = colours.accent;
  ink.globalAlpha = 0.1;
  ink.fillRect(x, y, w, h);
  ink.globalAlpha = 1;
  ink.lineWidth = 1.5;
  ink.strokeRect(x, y, w, h);
}

/** What holds the words that are looked for, in broken frames; the one stood at in a whole double one. */
export function paintFound(
  frame: OverlayFrame,
  found: Found | undefined,
  colours: CanvasColours,
  rectOf: (id: string) => Rect | undefined,
): void {
  for (const id of found?.ids ?? []) {
    const rect = rectOf(id);
    if (!rect || !isInView(frame.camera, frame.size, rect)) continue;
    const { x, y, w, h } = rectToScreen(frame.camera, rect);
    const { ink } = frame;
    const isHere = id === found?.at;
    for (const away of isHere ? [3, 8] : [3]) {
      ink.strokeStyle = colours.accent;
      ink.lineWidth = isHere ? 3 : 2;
      ink.setLineDash(isHere ? [] : [7, 5]);
      ink.beginPath();
      ink.roundRect(x - away, y - away, w + 2 * away, h + 2 * away, 4 + away);
      ink.stroke();
    }
  }
}

/** Round what is selected, where things are sketches and have no ring of their own. */
export function paintRings(
  frame: OverlayFrame,
  selection: ReadonlySet<string>,
  rectOf: (id: string) => Rect | undefined,
  colours: CanvasColours,
): void {
  const { camera, size } = frame;
  const rings = [...selection].flatMap((id) => {
    const rect = rectOf(id);
    return rect && isInView(camera, size, rect) ? rectToScreen(camera, rect) : [];
  });
  if (rings.length === 0) return;
  const { ink } = frame;
  ink.strokeStyle = colours.accent;
  ink.lineWidth = 2;
  ink.beginPath();
  for (const { x, y, w, h } of rings) ink.rect(x - 1, y - 1, w + 2, h + 2);
  ink.stroke();
}

/** The line being drawn round things. */
export function paintLasso(
  { ink, camera }: OverlayFrame,
  path: readonly Point[],
  colours: CanvasColours,
): void {
  ink.fillStyle = colours.accent;
  ink.strokeStyle = colours.accent;
  ink.lineWidth = 1.5;
  ink.beginPath();
  path.forEach((point, i) => {
    const { x, y } = toScreen(camera, point);
    if (i === 0) ink.moveTo(x, y);
    else ink.lineTo(x, y);
  });
  ink.stroke();
  ink.closePath();
  ink.globalAlpha = 0.1;
  ink.fill();
  ink.globalAlpha = 1;
}

/** With what the things in the hand stand in line. */
export function paintGuides(
  frame: OverlayFrame,
  guides: readonly Guide[],
  colours: CanvasColours,
): void {
  if (guides.length === 0) return;
  const { ink, camera } = frame;
  ink.strokeStyle = colours.accent;
  ink.lineWidth = 1;
  ink.setLineDash([5, 4]);
  ink.beginPath();
  for (const { axis, at, from, to } of guides) {
    const ends = [from, to].map((along) =>
      toScreen(camera, axis === "x" ? { x: at, y: along } : { x: along, y: at }),
    ) as [Point, Point];
    ink.moveTo(ends[0].x, ends[0].y);
    ink.lineTo(ends[1].x, ends[1].y);
  }
  ink.stroke();
  ink.setLineDash([]);
}

export function paintGap({ ink, camera }: OverlayFrame, gap: Rect, colours: CanvasColours): void {
  const { x, y, w, h } = rectToScreen(camera, gap);
  const width = Math.max(4, w);
  ink.fillStyle = colours.accent;
  ink.beginPath();
  ink.roundRect(x + w / 2 - width / 2, y, width, h, width / 2);
  ink.fill();
}

/** How many things are in the hand, beside the pointer, when it is more than one. */
export function paintCount(
  { ink, camera }: OverlayFrame,
  at: Point,
  count: number,
  colours: CanvasColours,
): void {
  const { x, y } = toScreen(camera, at);
  pill(ink, { x: x + 16, y: y - 30 }, String(count), colours.accent, colours.onAccent, colours);
}

/** After this time about a third of the way to the last known place is left. */
const thirdLeftMs = 45;

/**
 * Colleagues' pointers with their names, gliding between what they send twenty times a second; and
 * the line under their pens.
 */
export function peoplePainter(
  others: () => readonly Other[],
  colours: () => CanvasColours,
  rectOf: (id: string) => Rect | undefined,
  shine: LaserTrails["shine"],
): Painter {
  const shown = new Map<number, Point>();
  let lastMs = 0;
  return (frame) => {
    const share = 1 - Math.exp(-Math.min(100, frame.nowMs - lastMs) / thirdLeftMs);
    lastMs = frame.nowMs;
    let isMoving = false;
    const here = new Set<number>();
    for (const other of others()) {
      if (!other.at) {
        paintReader(frame, other, colours(), rectOf);
        continue;
      }
      here.add(other.key);
      const from = shown.get(other.key) ?? other.at;
      const dx = other.at.x - from.x;
      const dy = other.at.y - from.y;
      const close = Math.hypot(dx, dy) * frame.camera.scale < 0.5;
      const at = close ? other.at : { x: from.x + dx * share, y: from.y + dy * share };
      if (!close) isMoving = true;
      shown.set(other.key, at);
      if (other.laser) shine(other.key, at, frame.nowMs);
      paintOther(frame, other, at, colours(), rectOf);
    }
    for (const key of shown.keys()) if (!here.has(key)) shown.delete(key);
    return isMoving;
  };
}

/** A colleague who reads a paper stands by it with their name. */
function paintReader(
  frame: OverlayFrame,
  { reading, colour, name }: Other,
  colours: CanvasColours,
  rectOf: (id: string) => Rect | undefined,
): void {
  const paper = reading && rectOf(reading);
  if (!paper) return;
  const { ink, camera } = frame;
  const { x, y, w, h } = rectToScreen(camera, paper);
  ink.strokeStyle = colours.person(colour);
  ink.lineWidth = 2.5;
  ink.beginPath();
  ink.roundRect(x - 3, y - 3, w + 6, h + 6, 6);
  ink.stroke();
  pill(ink, { x: x - 4, y: y - 26 }, name, colours.person(colour), colours.onPerson, colours);
}

function paintOther(
  frame: OverlayFrame,
  other: Other,
  at: Point,
  colours: CanvasColours,
  rectOf: (id: string) => Rect | undefined,
): void {
  const { ink, camera } = frame;
  const colour = colours.person(other.colour);
  ink.strokeStyle = colour;
  ink.lineWidth = 2.5;
  for (const id of [...(other.drag?.ids ?? []), ...(other.reshaped?.keys() ?? [])]) {
    const rect = rectOf(id);
    if (!rect) continue;
    const { x, y, w, h } = rectToScreen(camera, rect);
    ink.beginPath();
    ink.roundRect(x - 3, y - 3, w + 6, h + 6, 6);
    ink.stroke();
  }
  if (other.stroke && other.stroke.length > 1) {
    ink.beginPath();
    other.stroke.forEach((point, i) => {
      const { x, y } = toScreen(camera, point);
      if (i === 0) ink.moveTo(x, y);
      else ink.lineTo(x, y);
    });
    ink.lineCap = "round";
    ink.lineJoin = "round";
    ink.stroke();
  }
  paintPointer(ink, toScreen(camera, at), other.name, colour, colours);
}

function paintPointer(
  ink: CanvasRenderingContext2D,
  at: Point,
  name: string,
  colour: string,
  colours: CanvasColours,
): void {
  ink.save();
  ink.translate(at.x, at.y);
  ink.beginPath();
  ink.moveTo(0, 0);
  ink.lineTo(4.6, 16.5);
  ink.lineTo(8.2, 10);
  ink.lineTo(15.4, 8.6);
  ink.closePath();
  ink.lineJoin = "round";
  ink.lineWidth = 3.5;
  ink.strokeStyle = colours.onPerson;
  ink.stroke();
  ink.fillStyle = colour;
  ink.fill();
  ink.restore();
  pill(ink, { x: at.x + 13, y: at.y + 16 }, name, colour, colours.onPerson, colours);
}

/** Widths of words as they are written on pills: measuring costs as much as drawing. */
const widths = new Map<string, number>();
const mostWidths = 500;

function widthOf(ink: CanvasRenderingContext2D, text: string): number {
  const key = `${ink.font} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  if (widths.size >= mostWidths) widths.clear();
  const { width } = ink.measureText(text);
  widths.set(key, width);
  return width;
}

function pill(
  ink: CanvasRenderingContext2D,
  at: Point,
  words: string,
  background: string,
  foreground: string,
  colours: CanvasColours,
): void {
  const text = words.length > 24 ? `${words.slice(0, 23)}…` : words;
  ink.font = `600 13px ${colours.marks.font}`;
  ink.textBaseline = "middle";
  const width = widthOf(ink, text) + 16;
  ink.beginPath();
  ink.roundRect(at.x, at.y, width, 24, 12);
  ink.fillStyle = background;
  ink.fill();
  ink.fillStyle = foreground;
  ink.fillText(text, at.x + 8, at.y + 12.5);
}
