/** Marks as operators of a PDF page whose y axis points down, as pdfkit sets it up. */
import type { Point, Rect } from "../../shared/geometry/rect.ts";
import { type DrawnPage, ownSize, pageAxes } from "../../shared/geometry/turned-page.ts";
import { clipLine, clipToOutline } from "./clip-line.ts";
import type { ShapedGlyph } from "./faces.ts";
import { type Colour, markerColours, penColours } from "./look.ts";
import type { PdfFont } from "./pdf-fonts.ts";
import type { InkOnSheet, ShapeMark, TextMark, TickMark } from "./sheets.ts";

/** Numbers to a 100th of a point: finer than any printer. */
const n = (value: number): string => String(Math.round(value * 100) / 100);
const at = (x: number, y: number): string => `${n(x)} ${n(y)}`;

function rgb(colour: Colour): string {
  return [1, 3, 5]
    .map((i) => (Number.parseInt(colour.slice(i, i + 2), 16) / 255).toFixed(3))
    .join(" ");
}

export function textOperators(mark: TextMark, fontOf: (glyph: ShapedGlyph) => PdfFont): string {
  const { size, baseline, colour } = mark;
  const out = [`BT ${rgb(colour)} rg`];
  let x = mark.x;
  let open: PdfFont | undefined;
  let shown: string[] = [];
  const close = (): void => {
    if (shown.length > 0) out.push(`[${shown.join("")}] TJ`);
    shown = [];
  };
  for (const glyph of mark.glyphs) {
    const font = fontOf(glyph);
    const moved = glyph.dx !== 0 || glyph.dy !== 0;
    if (font !== open || moved) {
      close();
      const place = at(x + glyph.dx * size, baseline - glyph.dy * size);
      out.push(`/${font.name} ${n(size)} Tf 1 0 0 -1 ${place} Tm`);
    }
    shown.push(`<${font.code(glyph)}>`);
    const behind = font.advance(glyph) - glyph.advance;
    if (Math.abs(behind) > 0.0005 && !moved) shown.push(n(behind * 1000));
    x += glyph.advance * size;
    // The next glyph starts from where the pen really is.
    open = moved ? undefined : font;
  }
  close();
  return [...out, "ET"].join("\n").replaceAll("><", "");
}

export function shapeOperators({ rect, outline, radius, fill, stroke }: ShapeMark): string {
  const plain = radius
    ? roundedPath(rect, radius)
    : `${at(rect.x, rect.y)} ${at(rect.w, rect.h)} re`;
  const path = outline ? closedPath(outline) : plain;
  return [
    "q",
    ...(fill ? [`${rgb(fill)} rg`] : []),
    ...(stroke ? [`${rgb(stroke.colour)} RG ${n(stroke.width)} w`] : []),
    ...(stroke?.dash ? [`[${stroke.dash.map(n).join(" ")}] 0 d`] : []),
    path,
    fill && stroke ? "B" : fill ? "f" : "S",
    "Q",
  ].join("\n");
}

function closedPath(corners: readonly Point[]): string {
  return [...corners.map(({ x, y }, i) => `${at(x, y)} ${i === 0 ? "m" : "l"}`), "h"].join("\n");
}

export function tickOperators({ rect: { x, y, w, h }, colour }: TickMark): string {
  const line = [at(x, y + h * 0.55), at(x + w * 0.36, y + h), at(x + w, y)];
  return `q ${rgb(colour)} RG ${n(w * 0.2)} w 1 J 1 j ${line[0]} m ${line[1]} l ${line[2]} l S Q`;
}

/** How far the handles of a Bézier quarter circle reach, for a radius of one. */
const quarter = 0.5523;

function roundedPath({ x, y, w, h }: Rect, radius: number): string {
  const r = Math.min(radius, w / 2, h / 2);
  const k = r * (1 - quarter);
  const [right, bottom] = [x + w, y + h];
  return [
    `${at(x + r, y)} m`,
    `${at(right - r, y)} l ${at(right - k, y)} ${at(right, y + k)} ${at(right, y + r)} c`,
    `${at(right, bottom - r)} l ${at(right, bottom - k)} ${at(right - k, bottom)} ${at(right - r, bottom)} c`,
    `${at(x + r, bottom)} l ${at(x + k, bottom)} ${at(x, bottom - k)} ${at(x, bottom - r)} c`,
    `${at(x, y + r)} l ${at(x, y + k)} ${at(x + k, y)} ${at(x + r, y)} c h`,
  ].join("\n");
}

/** A picture of a page, or of a part of one, where it is seen. */
export function imageOperators(name: string, drawn: DrawnPage): string {
  const { corner, across, down } = pageAxes(drawn);
  // A picture in a PDF stands on its bottom left corner.
  const place = at(corner.x + down.x, corner.y + down.y);
  return `q ${at(across.x, across.y)} ${at(-down.x, -down.y)} ${place} cm /${name} Do Q`;
}

/** `state` names the graphics state that the tool draws with: multiply, or opacity. */
export function inkOperators({ ink, page, within, outline }: InkOnSheet, state: string): string {
  const { tool, colour, width, points } = ink;
  const { corner, across, down } = pageAxes(page);
  const drawn = points.map(
    ({ x, y }): Point => ({
      x: corner.x + x * across.x + y * down.x,
      y: corner.y + x * across.y + y * down.y,
    }),
  );
  const parts = clipLine(drawn, within);
  const shown = outline ? parts.flatMap((part) => clipToOutline(part, outline)) : parts;
  const paths = shown.map(curve);
  if (paths.length === 0) return "";
  const paint = tool === "highlighter" ? markerColours[colour] : penColours[colour];
  // Round ends: a single touch shows as a dot.
  const style = `${rgb(paint)} RG ${n(Math.max(0.3, width * ownSize(page).w))} w 1 J 1 j`;
  return ["q", `/${state} gs ${style}`, ...paths, "S", "Q"].join("\n");
}

/** Through the middles between points, with the points as handles: smooth, whatever the pen's rate. */
function curve(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return "";
  const out = [`${at(first.x, first.y)} m`];
  let from = first;
  rest.forEach((p, i) => {
    const next = rest[i + 1];
    const to = next ? { x: (p.x + next.x) / 2, y: (p.y + next.y) / 2 } : p;
    if (next) {
      // A quadratic with handle p, raised to a cubic.
      const a = at(from.x + (2 / 3) * (p.x - from.x), from.y + (2 / 3) * (p.y - from.y));
      const b = at(to.x + (2 / 3) * (p.x - to.x), to.y + (2 / 3) * (p.y - to.y));
      out.push(`${a} ${b} ${at(to.x, to.y)} c`);
    } else out.push(`${at(to.x, to.y)} l`);
    from = to;
  });
  if (rest.length === 0) out.push(`${at(first.x, first.y)} l`);
  return out.join("\n");
}
