/**
 * What the intake keeps of a page that was read: an encoded picture put straight, the page as it was
 * read, a small one for the contact sheet, and whether it shows anything. All stay in this browser.
 */
import type { Size } from "../../../../shared/geometry/rect.ts";
import type { Fit } from "../fit.ts";
import type { Separator, Turn } from "../stack.ts";
import { isBlank } from "./blankness.ts";
import {
  drawStraight,
  drawTurned,
  encodeJpeg,
  fitWidth,
  type Ink,
  rasterOf,
  release,
  straightSize,
  turnedSize,
} from "./canvas.ts";
import { mayHaveCode } from "./pixels/find-code.ts";
import { lightness } from "./pixels/raster.ts";
import { cutOut, findFit, type PageOrigin } from "./straighten.ts";

/** A page is held at no more than this: Letter at 300 dpi. */
export const pagePixels = 8_450_000;

/** High enough that the second encoding, after masking, shows no loss. */
const sourceQuality = 0.92;
const thumbWidth = 320;
const lookWidth = 600;

export interface PageImage {
  /** The page, or the sheet cut out of it; a skewed scan is turned straight when it is drawn. */
  readonly image: Blob;
  /** Of the page as it stands straight. */
  readonly size: Size;
  /** The page as it was read; the same picture as `image` unless a sheet was cut out of it. */
  readonly whole: Blob;
  readonly wholeSize: Size;
  readonly fit: Fit | undefined;
  /** What a code printed on the page says. */
  readonly separator: Separator | undefined;
  /** There may be a sheet in the photo whose corners were not found. */
  readonly unsure: boolean;
  readonly thumb: Blob;
  readonly blank: boolean;
}

/**
 * Called with a page's number from 1, how many there are, and the page, or undefined where it cannot be
 * read. Before the first page of a PDF it is called with 0: the file is open. Awaited, so that all pages
 * have arrived when the file is answered for.
 */
export type OnPage = (
  number: number,
  of: number,
  page: PageImage | undefined,
) => void | Promise<void>;

/** Puts a drawn page straight, encodes it and gives its canvas back. */
export async function keepPage(page: Ink, origin: PageOrigin): Promise<PageImage> {
  const look = lookAt(page);
  const raster = rasterOf(look);
  const grey = lightness(raster);
  const { fit, unsure } = findFit(page, { ...raster, grey }, origin);
  const separator = mayHaveCode(grey) ? await separatorOn(page) : undefined;
  release(look);
  const whole = await encodeJpeg(page, sourceQuality);
  return { ...(await fitted(page, whole, fit)), unsure, separator };
}

/** Wide enough for a label's code. */
const codeWidth = 1200;

async function separatorOn(page: Ink): Promise<Separator | undefined> {
  const { readCode } = await import("./read-code.ts");
  const large = drawTurned(page.canvas, 0, fitWidth(sizeOf(page), codeWidth));
  const separator = readCode(rasterOf(large));
  release(large);
  return separator;
}

/** The page put straight otherwise, from the picture of it as it was read. */
export async function refitPage(
  whole: Blob,
  fit: Fit | undefined,
): Promise<Omit<PageImage, "separator" | "unsure">> {
  const picture = await createImageBitmap(whole);
  const page = drawTurned(picture, 0, { w: picture.width, h: picture.height });
  picture.close();
  return fitted(page, whole, fit);
}

/** Everything kept of a page that is put straight so; gives its canvas back. */
async function fitted(
  page: Ink,
  whole: Blob,
  fit: Fit | undefined,
): Promise<Omit<PageImage, "separator" | "unsure">> {
  const wholeSize = sizeOf(page);
  const cut = fit?.is === "sheet" ? cutOut(page, fit.corners, pagePixels) : undefined;
  const image = cut ? await encodeJpeg(cut, sourceQuality) : whole;
  const straight = fit?.is === "straight" ? fit : undefined;
  const size = straightSize(sizeOf(cut ?? page), straight);
  const { canvas } = cut ?? page;
  const look = drawStraight(canvas, straight, Math.min(1, lookWidth / canvas.width));
  const blank = isBlank(rasterOf(look).data, sizeOf(look));
  const small = drawTurned(look.canvas, 0, fitWidth(sizeOf(look), thumbWidth));
  const thumb = await encodeJpeg(small, 0.8);
  for (const used of [page, look, small, ...(cut ? [cut] : [])]) release(used);
  return { image, size, whole, wholeSize, fit, thumb, blank };
}

/** What would come of a fit, small and quickly. */
export async function showFit(
  whole: Blob,
  fit: Fit | undefined,
  turn: Turn,
  width: number,
): Promise<Blob> {
  const picture = await createImageBitmap(whole);
  const size = { w: picture.width, h: picture.height };
  const page = drawTurned(picture, 0, fitWidth(size, Math.round(width * 1.5)));
  picture.close();
  const straight =
    fit?.is === "sheet" ? cutOut(page, fit.corners, pagePixels) : drawStraight(page.canvas, fit, 1);
  const stands = turnedSize({ w: straight.canvas.width, h: straight.canvas.height }, turn);
  const shown = drawTurned(straight.canvas, turn, fitWidth(stands, width));
  const jpeg = await encodeJpeg(shown, 0.85);
  for (const used of new Set([page, straight, shown])) release(used);
  return jpeg;
}

const sizeOf = ({ canvas }: Ink): Size => ({ w: canvas.width, h: canvas.height });

const lookAt = (page: Ink): Ink => drawTurned(page.canvas, 0, fitWidth(sizeOf(page), lookWidth));
