/**
 * What the intake keeps of a page that was read: an encoded picture put straight, the page as it was
 * read, a small one for the contact sheet, and whether it shows anything. All stay in this browser.
 */
import { invariant } from "../../../../shared/base/assert.ts";
import type { Size } from "../../../../shared/geometry/rect.ts";
import type { Fit, Straight } from "../fit.ts";
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
import { type Grey, lightness, type Raster, roomFor } from "./pixels/raster.ts";
import { cutOut, findFit } from "./straighten.ts";

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

/** A scan that fills its page, as it lies in the PDF: to draw and encode it anew would change nothing. */
export interface LyingScan {
  readonly jpeg: Blob;
  readonly size: Size;
  /** The same at reduced size, about 600 pixels wide. */
  readonly look: Ink;
}

/** Keeps the scan's own bytes; gives its canvas back. */
export async function keepScan({ jpeg, size, look }: LyingScan): Promise<PageImage> {
  const raster = rasterOf(look);
  const grey = greyOf(raster);
  const found = findFit(raster, grey, undefined);
  let separator: Separator | undefined;
  if (mayHaveCode(grey)) {
    const page = await drawWhole(jpeg);
    separator = await separatorOn(page);
    release(page);
  }
  const kept = await fitted({ whole: jpeg, size, look, raster }, found.fit);
  return { ...kept, separator, unsure: found.unsure };
}

/** Encodes a page of a PDF that had to be drawn; gives its canvas back. */
export const keepDrawn = (page: Ink): Promise<PageImage> => keepInk(page, undefined);

/** Puts a photo straight, encodes it and gives its canvas back. */
export const keepPhoto = (photo: Ink): Promise<PageImage> => keepInk(photo, photo);

async function keepInk(page: Ink, photo: Ink | undefined): Promise<PageImage> {
  const look = lookAt(page.canvas);
  const raster = rasterOf(look);
  const grey = greyOf(raster);
  const { fit, unsure } = findFit(raster, grey, photo);
  const separator = mayHaveCode(grey) ? await separatorOn(page) : undefined;
  const whole = await encodeJpeg(page, sourceQuality);
  const size = sizeOf(page);
  const kept = await fitted({ whole, size, look, raster, page }, fit);
  release(page);
  return { ...kept, unsure, separator };
}

let room = roomFor(0);

/** Its lightness, until the next page's is asked for. */
function greyOf(raster: Raster): Grey {
  const grey = lightness(raster, room);
  room = grey.data;
  return grey;
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
export async function refitPage(whole: Blob, fit: Fit | undefined): Promise<Fitted> {
  const page = await drawWhole(whole);
  const look = lookAt(page.canvas);
  const kept = await fitted({ whole, size: sizeOf(page), look, raster: rasterOf(look), page }, fit);
  release(page);
  return kept;
}

type Fitted = Omit<PageImage, "separator" | "unsure">;

/** A page as it was read, and looked at. */
interface ReadPage {
  readonly whole: Blob;
  readonly size: Size;
  readonly look: Ink;
  readonly raster: Raster;
  /** There when a sheet may have to be cut out of it. */
  readonly page?: Ink;
}

/** Everything kept of a page that is put straight so; gives the look's canvas back. */
async function fitted(
  { whole, size: wholeSize, look, raster, page }: ReadPage,
  fit: Fit | undefined,
): Promise<Fitted> {
  if (fit?.is === "sheet") {
    invariant(page, "a sheet is cut out of the page that it was found on");
    release(look);
    const cut = cutOut(page, fit.corners, pagePixels);
    const image = await encodeJpeg(cut, sourceQuality);
    const size = sizeOf(cut);
    const small = lookAt(cut.canvas);
    release(cut);
    const seen = await seenFrom(small, rasterOf(small), undefined);
    return { image, size, whole, wholeSize, fit, ...seen };
  }
  const size = straightSize(wholeSize, fit);
  return { image: whole, size, whole, wholeSize, fit, ...(await seenFrom(look, raster, fit)) };
}

/** What the contact sheet shows; gives the look's canvas back. */
async function seenFrom(
  look: Ink,
  raster: Raster,
  straight: Straight | undefined,
): Promise<Pick<PageImage, "thumb" | "blank">> {
  const blank = isBlank(raster.data, raster);
  const small = drawStraight(look.canvas, straight, Math.min(1, thumbWidth / raster.w));
  const thumb = await encodeJpeg(small, 0.8);
  for (const used of [look, small]) release(used);
  return { thumb, blank };
}

async function drawWhole(whole: Blob): Promise<Ink> {
  const picture = await createImageBitmap(whole);
  const page = drawTurned(picture, 0, { w: picture.width, h: picture.height });
  picture.close();
  return page;
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

/** The page at reduced size, for everything that is looked for on it. */
export function lookAt(page: ImageBitmap | OffscreenCanvas): Ink {
  return drawTurned(page, 0, fitWidth({ w: page.width, h: page.height }, lookWidth));
}
