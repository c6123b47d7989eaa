/**
 * Canvases inside the worker: drawing a picture upright and small, and encoding JPEG.
 *
 * Everything here ends as an encoded blob and gives its canvas back at once: a stack of 240 pages would
 * be gigabytes of pixels. What is given back is used again for the next page of that size: to be given
 * fresh memory takes as long as to decode a page.
 */
import { invariant } from "../../../../shared/base/assert.ts";
import type { Size } from "../../../../shared/geometry/rect.ts";
import type { Straight } from "../fit.ts";
import type { Turn } from "../stack.ts";
import type { Raster } from "./pixels/raster.ts";

export type Ink = OffscreenCanvasRenderingContext2D;

/** Canvases given back, wiped, the latest last: in all no more pixels than one page at 300 dpi has. */
const spare: Ink[] = [];
const mostSparePixels = 8_450_000;

/** A white canvas kept in memory rather than on the graphics card: its pixels are read back. */
export function whiteCanvas(size: Size): Ink {
  const ink = takeSpare(size) ?? freshCanvas(size);
  ink.fillStyle = "white";
  ink.fillRect(0, 0, size.w, size.h);
  ink.imageSmoothingQuality = "high";
  return ink;
}

function freshCanvas({ w, h }: Size): Ink {
  const ink = new OffscreenCanvas(w, h).getContext("2d", {
    alpha: false,
    willReadFrequently: true,
  });
  invariant(ink, "a worker has canvases");
  return ink;
}

function takeSpare({ w, h }: Size): Ink | undefined {
  const at = spare.findIndex(({ canvas }) => canvas.width === w && canvas.height === h);
  return at < 0 ? undefined : spare.splice(at, 1)[0];
}

export function encodeJpeg(ink: Ink, quality: number): Promise<Blob> {
  return ink.canvas.convertToBlob({ type: "image/jpeg", quality });
}

/**
 * Gives the canvas back, once: whoever does so must not use it any more. What was drawn from it is to be
 * encoded or read before: until then the browser would have to keep a copy.
 */
export function release(ink: Ink): void {
  invariant(!spare.includes(ink), "a canvas is given back once");
  // Nothing of a page, and no clip or transform that pdf.js left there, is to come to the next one.
  if ("reset" in ink) {
    ink.reset();
    spare.push(ink);
  } else letGo(ink);
  let pixels = spare.reduce((sum, { canvas }) => sum + canvas.width * canvas.height, 0);
  while (pixels > mostSparePixels) {
    const oldest = spare.shift();
    if (!oldest) break;
    pixels -= oldest.canvas.width * oldest.canvas.height;
    letGo(oldest);
  }
}

/** Gives the memory back without waiting for the collector. */
function letGo({ canvas }: Ink): void {
  canvas.width = 0;
  canvas.height = 0;
}

/** The size after `turn` quarter turns. */
export function turnedSize(size: Size, turn: Turn): Size {
  return turn % 2 === 0 ? size : { w: size.h, h: size.w };
}

/** The largest size of the same shape that is at most `width` wide; never enlarged. */
export function fitWidth(size: Size, width: number): Size {
  if (size.w <= width) return size;
  return { w: width, h: Math.max(1, Math.round((size.h * width) / size.w)) };
}

/** The largest size of the same shape of which neither side is longer; never enlarged. */
export function fitSide({ w, h }: Size, side: number): Size {
  return fitWidth({ w, h }, Math.max(1, Math.round((w * side) / Math.max(w, h))));
}

/** The largest size of the same shape with at most `pixels` pixels; never enlarged. */
export function fitPixels(size: Size, pixels: number): Size {
  const scale = Math.min(1, Math.sqrt(pixels / (size.w * size.h)));
  return {
    w: Math.max(1, Math.floor(size.w * scale)),
    h: Math.max(1, Math.floor(size.h * scale)),
  };
}

/**
 * The size of a page turned straight: its own, so that the same mask lies right on a page that was
 * straight, unless it grows.
 */
export function straightSize({ w, h }: Size, straight: Straight | undefined): Size {
  if (!straight?.grows) return { w, h };
  const angle = Math.abs((straight.degrees * Math.PI) / 180);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return { w: Math.round(w * cos + h * sin), h: Math.round(h * cos + w * sin) };
}

/** A new canvas with the page turned straight, at a scale. */
export function drawStraight(
  picture: ImageBitmap | OffscreenCanvas,
  straight: Straight | undefined,
  scale: number,
): Ink {
  const flat = { w: picture.width * scale, h: picture.height * scale };
  const { w, h } = straightSize(flat, straight);
  const ink = whiteCanvas({ w: Math.max(1, Math.round(w)), h: Math.max(1, Math.round(h)) });
  if (straight) {
    ink.fillStyle = straight.paper;
    ink.fillRect(0, 0, ink.canvas.width, ink.canvas.height);
  }
  ink.translate(ink.canvas.width / 2, ink.canvas.height / 2);
  ink.rotate((-(straight?.degrees ?? 0) * Math.PI) / 180);
  ink.drawImage(picture, -flat.w / 2, -flat.h / 2, flat.w, flat.h);
  ink.resetTransform();
  return ink;
}

/** A new canvas of `size` (as it is after turning) filled with the picture, turned clockwise. */
export function drawTurned(picture: ImageBitmap | OffscreenCanvas, turn: Turn, size: Size): Ink {
  const ink = whiteCanvas(size);
  const flat = turnedSize(size, turn);
  ink.translate(size.w / 2, size.h / 2);
  ink.rotate((turn * Math.PI) / 2);
  ink.drawImage(picture, -flat.w / 2, -flat.h / 2, flat.w, flat.h);
  ink.resetTransform();
  return ink;
}

/** The canvas's pixels. */
export function rasterOf(ink: Ink): Raster {
  const { width, height } = ink.canvas;
  return { data: ink.getImageData(0, 0, width, height).data, w: width, h: height };
}
