/** A page image or a part of one on a sheet, with its ink, its regions and their numbers. */
import type { Rect } from "../../shared/geometry/rect.ts";
import type { InkMark, PageImage, RegionMark } from "../../shared/report/report.ts";
import type { Box, SheetDraft } from "./boxes.ts";
import { colours, stanceColours, type TypeStyle, type } from "./look.ts";
import type { Tag } from "./sheets.ts";
import { lineMark, type Setting, setText } from "./text-boxes.ts";

export interface Figure {
  readonly image: PageImage;
  /** In page fractions; undefined = the whole page. */
  readonly crop: Rect | undefined;
  readonly alt: string;
  readonly ink: readonly InkMark[];
  readonly regions: readonly RegionMark[];
  /** Said in place of an image that cannot be had. */
  readonly imageMissing: string;
}

const badge: TypeStyle = { ...type.label, size: 8, colour: colours.white };
const badgeRadius = 7;

/** The figure drawn `width` wide. `area` is a link that the whole of it belongs to. */
export function figureBox(
  setting: Setting,
  figure: Figure,
  { width, within, area }: { width: number; within: Tag; area?: Tag | undefined },
): Box {
  const height = width * ratioOf(figure);
  return {
    height,
    before: 0,
    keep: true,
    paint(draft, x, y) {
      const rect = { x, y, w: width, h: height };
      const tag: Tag = { is: "Figure", within, alt: figure.alt, box: rect };
      paintFigure(setting, figure, rect, tag, draft);
      if (area) draft.add({ is: "area", tag: area, rect });
    },
  };
}

/** Height over width of what is shown. */
export function ratioOf({ image, crop }: Pick<Figure, "image" | "crop">): number {
  const { w, h } = crop ?? { w: 1, h: 1 };
  return (image.size.h * h) / (image.size.w * w);
}

function paintFigure(
  setting: Setting,
  { image, crop, ink, regions, imageMissing }: Figure,
  rect: Rect,
  tag: Tag,
  draft: SheetDraft,
): void {
  const page = wholePage(rect, crop);
  const otherwise = missingMarks(setting, imageMissing, rect, tag);
  draft.add({ is: "image", tag, rect, image, crop, otherwise });
  for (const mark of ink) draft.add({ is: "ink", tag, ink: mark, page, within: rect });
  draft.add({ is: "shape", tag, rect, stroke: { colour: colours.edge, width: 0.6 } });
  for (const region of regions) {
    const { x, y, w, h } = region.rect;
    const drawn = { x: page.x + x * page.w, y: page.y + y * page.h, w: w * page.w, h: h * page.h };
    paintRegion(setting, region, drawn, tag, draft);
  }
}

/** Where the whole page would lie, if all of it were shown at the scale of its part. */
function wholePage(rect: Rect, crop: Rect | undefined): Rect {
  if (!crop) return rect;
  const w = rect.w / crop.w;
  const h = rect.h / crop.h;
  return { x: rect.x - crop.x * w, y: rect.y - crop.y * h, w, h };
}

/** White under the line, so that it shows on any pixels; a number where something is said below. */
function paintRegion(
  setting: Setting,
  { number, stance }: RegionMark,
  rect: Rect,
  tag: Tag,
  draft: SheetDraft,
): void {
  const radius = Math.min(3, rect.w / 2, rect.h / 2);
  const colour = stanceColours[stance];
  // A wonder is dashed, as on the board: the outline alone tells it from a notice.
  const dash = stance === "wonder" ? { dash: [5, 3] } : {};
  const stroke = { colour, width: number === undefined ? 0.8 : 1.5, ...dash };
  draft.add({ is: "shape", tag, rect, radius, stroke: { colour: colours.white, width: 3 } });
  draft.add({ is: "shape", tag, rect, radius, stroke });
  if (number === undefined) return;
  const at = { x: rect.x, y: rect.y, ring: true };
  paintBadge(setting, { number, stance }, at, tag, draft);
}

/** A number on a disc around a point. */
export function paintBadge(
  setting: Setting,
  { number, stance }: { readonly number: number; readonly stance: RegionMark["stance"] },
  { x, y, ring }: { readonly x: number; readonly y: number; readonly ring: boolean },
  tag: Tag | undefined,
  draft: SheetDraft,
): void {
  const disc = (radius: number): Rect => ({
    x: x - radius,
    y: y - radius,
    w: 2 * radius,
    h: 2 * radius,
  });
  const outer = badgeRadius + 1.2;
  if (ring) draft.add({ is: "shape", tag, rect: disc(outer), radius: outer, fill: colours.white });
  const fill = stanceColours[stance];
  draft.add({ is: "shape", tag, rect: disc(badgeRadius), radius: badgeRadius, fill });
  const baseline = y + (setting.faces.capHeight * badge.size) / 2;
  draft.add(lineMark(setting, String(number), badge, { x, baseline, tag, align: "middle" }));
}

function missingMarks(setting: Setting, words: string, rect: Rect, tag: Tag) {
  const marks: Parameters<SheetDraft["add"]>[0][] = [
    { is: "shape", tag, rect, fill: colours.tint },
  ];
  const inner = Math.max(20, rect.w - 24);
  const lines = setText(setting, { phrases: [{ words }], style: type.soft, width: inner, tag });
  const draft: SheetDraft = { add: (mark) => void marks.push(mark), anchor() {}, bookmark() {} };
  let y = rect.y + Math.max(2, Math.min(12, rect.h - lines.length * type.soft.leading));
  for (const line of lines) {
    if (y + line.height > rect.y + rect.h + 2 && y > rect.y + 14) break;
    line.paint(draft, rect.x + 12, y);
    y += line.height;
  }
  return marks;
}
