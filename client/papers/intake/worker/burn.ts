/**
 * Burns masks into pixels. Everything that leaves this browser passes here.
 *
 * Owns the masked tiers of a page or an image: drawn upright, boxes filled in the pixels, smaller tiers made
 * from the masked one, encoded, then decoded again and looked at. A tier whose boxes are not wholly filled
 * is never handed out. Re-encoding drops whatever metadata a picture carried.
 */
import type { PageRect, Size } from "../../../../shared/geometry/rect.ts";
import type { Straight } from "../fit.ts";
import { pixelBox, stripsOver } from "../masks.ts";
import type { Turn } from "../stack.ts";
import {
  drawStraight,
  drawTurned,
  encodeJpeg,
  fitWidth,
  type Ink,
  release,
  turnedSize,
  whiteCanvas,
} from "./canvas.ts";
import { fill } from "./pixels/filled.ts";
import { whiten } from "./pixels/whiten.ts";
import { seeMasked } from "./see-masked.ts";

/** A page as the intake holds it, and what is to be done to it. */
export interface PageWork {
  readonly image: Blob;
  /** How a skewed scan is put straight, before it is turned. */
  readonly straight: Straight | undefined;
  readonly turn: Turn;
  /** Whether its paper is made white. */
  readonly white: boolean;
  /** Fractions of the page as it stands after turning. */
  readonly boxes: readonly PageRect[];
}

export interface MaskedTier {
  readonly jpeg: Blob;
  readonly size: Size;
}

/** Widths in pixels of the smaller tiers; the largest is the picture's own. */
const pageWidths = [200, 640, 1275] as const;
/** An image of the table is seen larger from afar than a page is. */
const imageWidths = [320, 640, 1275] as const;
const quality = 0.85;

type Burnt = readonly MaskedTier[] | "mask_failed";

/** The page's tiers, smallest first, or "mask_failed" when a box did not hold. */
export function burnPage(work: PageWork): Promise<Burnt> {
  return burnTiers(work, pageWidths, Number.POSITIVE_INFINITY);
}

/** No side of an image for the table is longer. Pixels. */
const mostImageSide = 2048;

/** The same of an image that is to be shown on the table. */
export function burnImage(work: PageWork): Promise<Burnt> {
  return burnTiers(work, imageWidths, mostImageSide);
}

async function burnTiers(
  work: PageWork,
  lesser: readonly number[],
  mostSide: number,
): Promise<Burnt> {
  let ink = await maskedPage(work);
  const read = sizeOf(ink);
  const scale = Math.min(1, mostSide / Math.max(read.w, read.h));
  const full = fitWidth(read, Math.max(1, Math.floor(read.w * scale)));
  const widths = [...lesser.filter((width) => width * 1.15 < full.w), full.w];
  const tiers: MaskedTier[] = [];
  // From the largest down, each from the one before: smoother, and all from masked pixels.
  for (const width of widths.toReversed()) {
    const size = fitWidth(full, width);
    const larger = ink;
    if (size.w !== ink.canvas.width) ink = drawTurned(larger.canvas, 0, size);
    const jpeg = await encodeJpeg(ink, quality);
    if (larger !== ink) release(larger);
    if (!(await seeMasked(jpeg, work.boxes))) return "mask_failed";
    tiers.unshift({ jpeg, size });
  }
  release(ink);
  return tiers;
}

/** The page turned upright and masked, at most `width` wide, for the mask editor and the look-through. */
export async function showPage(work: PageWork, width: number): Promise<Blob> {
  const ink = await maskedPage(work);
  const small = drawTurned(ink.canvas, 0, fitWidth(sizeOf(ink), width));
  const jpeg = await encodeJpeg(small, quality);
  for (const used of [ink, small]) release(used);
  return jpeg;
}

/** One picture of all masked strips of a page, under each other, cut from the masked pixels. */
export async function showStrips(
  work: PageWork,
  margin: number,
  width: number,
  over = work.boxes,
): Promise<Blob> {
  const ink = await maskedPage(work);
  const full = sizeOf(ink);
  const strips = stripsOver(over, margin).map((strip) => pixelBox(strip, full));
  const scale = Math.min(1, width / full.w);
  const heights = strips.map(({ h }) => Math.max(1, Math.round(h * scale)));
  const sheet = whiteCanvas({
    w: Math.round(full.w * scale),
    h: Math.max(
      1,
      heights.reduce((sum, h) => sum + h, 0),
    ),
  });
  let y = 0;
  strips.forEach((strip, i) => {
    const h = heights[i] ?? 0;
    sheet.drawImage(ink.canvas, 0, strip.y, full.w, strip.h, 0, y, sheet.canvas.width, h);
    y += h;
  });
  const jpeg = await encodeJpeg(sheet, quality);
  for (const used of [ink, sheet]) release(used);
  return jpeg;
}

/** What lies under the masks of a page, unmasked: for the teacher's eyes, while naming the paper. */
export async function showUnder(work: PageWork, width: number): Promise<Blob> {
  return showStrips({ ...work, boxes: [] }, 0, width, work.boxes);
}

/** All pages laid over each other, the darkest of each spot showing: where names stand on any of them. */
export async function overlayPages(pages: readonly PageWork[], width: number): Promise<Blob> {
  let all: Ink | undefined;
  for (const page of pages) {
    const ink = await maskedPage(page);
    all ??= whiteCanvas(fitWidth(sizeOf(ink), width));
    all.globalCompositeOperation = "darken";
    all.drawImage(ink.canvas, 0, 0, all.canvas.width, all.canvas.height);
    release(ink);
  }
  const sheet = all ?? whiteCanvas({ w: 1, h: 1 });
  const jpeg = await encodeJpeg(sheet, quality);
  release(sheet);
  return jpeg;
}

async function maskedPage({ image, straight, turn, white, boxes }: PageWork): Promise<Ink> {
  const picture = await createImageBitmap(image);
  const upright = straight && drawStraight(picture, straight, 1);
  const { width: w, height: h } = upright?.canvas ?? picture;
  const size = turnedSize({ w, h }, turn);
  const ink = upright && turn === 0 ? upright : drawTurned(upright?.canvas ?? picture, turn, size);
  picture.close();
  if (upright && upright !== ink) release(upright);
  if (white) {
    const pixels = ink.getImageData(0, 0, size.w, size.h);
    whiten({ data: pixels.data, w: size.w, h: size.h });
    ink.putImageData(pixels, 0, 0);
  }
  ink.fillStyle = `rgb(${fill.r} ${fill.g} ${fill.b})`;
  for (const { x, y, w, h } of boxes.map((box) => pixelBox(box, size))) ink.fillRect(x, y, w, h);
  return ink;
}

const sizeOf = (ink: Ink): Size => ({ w: ink.canvas.width, h: ink.canvas.height });
