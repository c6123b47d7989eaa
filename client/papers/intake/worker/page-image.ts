/**
 * What the intake keeps of a page that was read: an encoded picture, a small one for the contact sheet,
 * and whether it shows anything. Both stay in this browser.
 */
import type { Size } from "../../../../shared/geometry/rect.ts";
import { isBlank } from "./blankness.ts";
import { drawTurned, encodeJpeg, fitWidth, type Ink, release } from "./canvas.ts";

/** A page is held at no more than this: Letter at 300 dpi. */
export const pagePixels = 8_450_000;

/** High enough that the second encoding, after masking, shows no loss. */
const sourceQuality = 0.92;
export const thumbWidth = 320;
const lookWidth = 600;

export interface PageImage {
  readonly image: Blob;
  readonly size: Size;
  readonly thumb: Blob;
  readonly blank: boolean;
}

/**
 * Called with a page's number from 1, how many there are, and the page, or undefined where it cannot be
 * read. Awaited, so that all pages have arrived when the file is answered for.
 */
export type OnPage = (
  number: number,
  of: number,
  page: PageImage | undefined,
) => void | Promise<void>;

/** Encodes a drawn page and gives its canvas back. */
export async function keepPage(ink: Ink): Promise<PageImage> {
  const size = { w: ink.canvas.width, h: ink.canvas.height };
  const look = drawTurned(ink.canvas, 0, fitWidth(size, lookWidth));
  const { width, height } = look.canvas;
  const blank = isBlank(look.getImageData(0, 0, width, height).data, { w: width, h: height });
  const small = drawTurned(look.canvas, 0, fitWidth({ w: width, h: height }, thumbWidth));
  const [image, thumb] = await Promise.all([
    encodeJpeg(ink, sourceQuality),
    encodeJpeg(small, 0.8),
  ]);
  for (const used of [ink, look, small]) release(used);
  return { image, size, thumb, blank };
}
