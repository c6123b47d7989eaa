/**
 * Puts a page straight on a canvas: finds how it lies, then cuts the sheet out of a photo or turns a scan.
 *
 * Works on unmasked pixels, in this browser and before anything is painted out, so that a mask drawn
 * once lies over the same place of every page. What the pixels say is read in pixels/.
 */
import type { Size } from "../../../../shared/geometry/rect.ts";
import type { Fit } from "../fit.ts";
import {
  drawTurned,
  fitPixels,
  fitSide,
  type Ink,
  rasterOf,
  release,
  whiteCanvas,
} from "./canvas.ts";
import { findAtSide, findSheet } from "./pixels/find-sheet.ts";
import { flatten } from "./pixels/flatten.ts";
import { flatSize, mapQuad, type Quad } from "./pixels/quad.ts";
import type { Grey, Raster } from "./pixels/raster.ts";
import { findSkew, losesInk } from "./pixels/skew.ts";

export interface FoundFit {
  readonly fit: Fit | undefined;
  /** There may be a sheet whose corners a person sees better. */
  readonly unsure: boolean;
}

/**
 * How the page lies. `look` is the page at reduced size, about 600 pixels wide, and `grey` its lightness.
 * A photo may show a sheet on a desk; a scan is the sheet.
 */
export function findFit(look: Raster, grey: Grey, photo: Ink | undefined): FoundFit {
  let unsure = false;
  if (photo) {
    const small = drawTurned(photo.canvas, 0, fitSide(sizeOf(photo), findAtSide));
    const found = findSheet(rasterOf(small));
    release(small);
    if (typeof found === "object") return { fit: { is: "sheet", corners: found }, unsure };
    unsure = found === "unsure";
  }
  const degrees = findSkew(grey);
  if (degrees === 0) return { fit: undefined, unsure };
  const grows = losesInk(grey, degrees);
  return { fit: { is: "straight", degrees, grows, paper: paperColour(look) }, unsure };
}

/** A new canvas with the sheet cut out and flattened; the photo is left to the caller. */
export function cutOut(photo: Ink, corners: Quad, mostPixels: number): Ink {
  const size = sizeOf(photo);
  const quad = mapQuad(corners, ({ x, y }) => ({ x: x * size.w, y: y * size.h }));
  const flat = flatten(rasterOf(photo), quad, fitPixels(flatSize(quad, size), mostPixels));
  const ink = whiteCanvas(flat);
  ink.putImageData(new ImageData(flat.data, flat.w, flat.h), 0, 0);
  return ink;
}

/** The colour most of a page has: what goes on beyond its edge. */
function paperColour({ data }: Raster): string {
  const colours = [0, 1, 2].map((colour) => {
    const counts = new Uint32Array(256);
    for (let at = colour; at < data.length; at += 4) {
      const value = data[at] ?? 0;
      counts[value] = (counts[value] ?? 0) + 1;
    }
    let left = data.length / 4 / 3;
    let value = 255;
    while (value > 0 && (left -= counts[value] ?? 0) > 0) value--;
    return value;
  });
  return `rgb(${colours.join(" ")})`;
}

const sizeOf = (ink: Ink): Size => ({ w: ink.canvas.width, h: ink.canvas.height });
