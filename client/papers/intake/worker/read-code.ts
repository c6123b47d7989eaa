/** Reads a printed code off a page; loaded when a page looks as if it had one. */
import { decodeQR } from "qr/decode.js";
import { readSeparator } from "../separators/read-separator.ts";
import type { Separator } from "../stack.ts";
import type { Raster } from "./pixels/raster.ts";

/** A blurred code may take a few tries. */
const patienceMs = 150;

export function readCode({ data, w, h }: Raster): Separator | undefined {
  try {
    return readSeparator(decodeQR({ data, width: w, height: h }, { timeLimit: patienceMs }));
  } catch {
    // No code after all, or one too spoiled to be read: then the page is a page.
    return undefined;
  }
}
