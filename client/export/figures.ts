/** A page image or a part of one on a sheet, with its ink, its regions and their numbers. */
import { type Area, cornersOnPage, type Outline } from "../../shared/geometry/polygon.ts";
import type { PageRect, Point, Rect } from "../../shared/geometry/rect.ts";
import {
  type DrawnPage,
  fromPage,
  pageAround,
  rectFromPage,
  seenRect,
} from "../../shared/geometry/turned-page.ts";
import type { InkMark, PageImage, RegionMark } from "../../shared/report/report.ts";
import type { Box, SheetDraft } from "./boxes.ts";
import { colours, stanceColours, type TypeStyle, type } from "./look.ts";
import type { Tag } from "./sheets.ts";
import { lineMark, type Setting, setText } from "./text-boxes.ts";

export interface Figure {
  readonly image: PageImage;
  /** In page fractions; undefined = the whole page. */
  readonly crop: PageRect | undefined;
  /** Within the crop: what lies beyond it is left white. */
  readonly outline?: Outline | undefined;
  readonly alt: string;
  readonly ink: readonly InkMark[];
  readonly regions: readonly RegionMark[];
  /** Said in place of an image that cannot be had. */
  readonly imageMissing: string;
}

const wholePage: Rect = { x: 0, y: 0, w: 1, h: 1 };
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
  const { w, h } = seenRect(crop ?? wholePage, image.turn);
  return (image.size.h * h) / (image.size.w * w);
}

function paintFigure(
  setting: Setting,
  { image, crop, outline, ink, regions, imageMissing }: Figure,
  rect: Rect,
  tag: Tag,
  draft: SheetDraft,
): void {
  const page = pageAround(crop ?? wholePage, rect, image.turn);
  const otherwise = missingMarks(setting, imageMissing, rect, tag);
  const line = crop && outlineOn({ rect: crop, outline }, page);
  draft.add({ is: "image", tag, rect, image, crop, outline, otherwise });
  for (const mark of ink) {
    draft.add({ is: "ink", tag, ink: mark, page, within: rect, outline: line });
  }
  draft.add({
    is: "shape",
    tag,
    rect,
    outline: line,
    stroke: { colour: colours.edge, width: 0.6 },
  });
  for (const region of regions) paintRegion(setting, region, page, tag, draft);
}

const outlineOn = (area: Area, page: DrawnPage): readonly Point[] | undefined =>
  cornersOnPage(area)?.map((corner) => fromPage(corner, page));

const dashes: { readonly [stance in RegionMark["stance"]]: { readonly dash?: number[] } } = {
  notice: {},
  wonder: { dash: [5, 3] },
  interpretation: { dash: [1.5, 2] },
  plain: {},
};

/** White under the line, so that it shows on any pixels; a number where something is said below. */
function paintRegion(
  setting: Setting,
  region: RegionMark,
  page: DrawnPage,
  tag: Tag,
  draft: SheetDraft,
): void {
  const { number, stance } = region;
  const rect = rectFromPage(region.rect, page);
  const outline = outlineOn(region, page);
  const radius = Math.min(3, rect.w / 2, rect.h / 2);
  const colour = stanceColours[stance];
  // As on the board: the outline alone tells a wonder and an interpretation from a notice.
  const dash = dashes[stance];
  const stroke = { colour, width: number === undefined ? 0.8 : 1.5, ...dash };
  const shape = { is: "shape", tag, rect, outline, radius } as const;
  draft.add({ ...shape, stroke: { colour: colours.white, width: 3 } });
  draft.add({ ...shape, stroke });
  if (number === undefined) return;
  const at = { ...nearestTo(rect, outline ?? []), ring: true };
  paintBadge(setting, { number, stance }, at, tag, draft);
}

/** The corner nearest to where the rectangle begins; that point itself where there are none. */
function nearestTo({ x, y }: Rect, corners: readonly Point[]): Point {
  const away = (corner: Point): number => Math.hypot(corner.x - x, corner.y - y);
  return corners.toSorted((a, b) => away(a) - away(b))[0] ?? { x, y };
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
