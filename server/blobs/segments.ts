/**
 * Walks the parts of a PNG, JPEG or WebP file without decoding a pixel, to answer two questions: is
 * the file whole, and does it carry anything beside the picture?
 *
 * What is not known to be part of a picture counts as metadata: EXIF with the place it was taken, XMP,
 * comments, embedded thumbnails (which may show what the mask hides), anything after the end. A page
 * encoded by a canvas, as the intake does, has none of it.
 */
import type { ImageKind } from "../storage/records.ts";

export type Walk = "clean" | "metadata" | "broken";

/** The kind of image the first bytes announce. */
export function kindOf(bytes: Buffer): ImageKind | undefined {
  if (bytes.subarray(0, 8).equals(pngSignature)) return "image/png";
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return "image/jpeg";
  const isRiff = bytes.toString("latin1", 0, 4) === "RIFF";
  if (isRiff && bytes.toString("latin1", 8, 12) === "WEBP") return "image/webp";
  return undefined;
}

export function walk(kind: ImageKind, bytes: Buffer): Walk {
  switch (kind) {
    case "image/png":
      return walkPng(bytes);
    case "image/jpeg":
      return walkJpeg(bytes);
    case "image/webp":
      return walkWebp(bytes);
  }
}

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const pngPicture = new Set(
  "IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT pHYs bKGD".split(" "),
);

/** Source: PNG specification, third edition, section 5. */
function walkPng(bytes: Buffer): Walk {
  let found: Walk = "clean";
  let at = pngSignature.length;
  while (at + 12 <= bytes.length) {
    const name = bytes.toString("latin1", at + 4, at + 8);
    at += 12 + bytes.readUInt32BE(at);
    if (!pngPicture.has(name)) found = "metadata";
    if (name === "IEND")
      return at > bytes.length ? "broken" : at < bytes.length ? "metadata" : found;
  }
  return "broken";
}

const webpPicture = new Set(["VP8 ", "VP8L", "VP8X", "ALPH", "ICCP"]);

/** Source: WebP container specification, RIFF chunks. Animations are no pages: they read as broken. */
function walkWebp(bytes: Buffer): Walk {
  const end = bytes.length >= 12 ? 8 + bytes.readUInt32LE(4) : 0;
  if (end < 20 || end > bytes.length) return "broken";
  let found: Walk = end < bytes.length ? "metadata" : "clean";
  let at = 12;
  while (at + 8 <= end) {
    const name = bytes.toString("latin1", at, at + 4);
    const size = bytes.readUInt32LE(at + 4);
    at += 8 + size + (size % 2);
    if (name === "ANIM" || name === "ANMF") return "broken";
    if (!webpPicture.has(name)) found = "metadata";
  }
  return at === end || at === end + 1 ? found : "broken";
}

const jpeg = { app0: 0xe0, app2: 0xe2, app14: 0xee, app15: 0xef, sos: 0xda, eoi: 0xd9, com: 0xfe };

/** Source: ITU T.81, annex B; JFIF 1.02 for APP0. */
function walkJpeg(bytes: Buffer): Walk {
  let found: Walk = "clean";
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return "broken";
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at++;
      continue;
    }
    const size = bytes.readUInt16BE(at + 2);
    const body = bytes.subarray(at + 4, at + 2 + size);
    if (size < 2 || at + 2 + size > bytes.length) return "broken";
    if (!isJpegPicture(marker, body)) found = "metadata";
    at += 2 + size;
    if (marker !== jpeg.sos) continue;
    at = endOfScan(bytes, at);
    if (bytes[at + 1] !== jpeg.eoi) continue;
    return at + 2 < bytes.length ? "metadata" : found;
  }
  return "broken";
}

/** Where the coded data that begins at `at` is followed by a marker; the file's end if by none. */
function endOfScan(bytes: Buffer, at: number): number {
  for (let i = bytes.indexOf(0xff, at); i !== -1; i = bytes.indexOf(0xff, i + 1)) {
    const next = bytes[i + 1] ?? 0;
    const isData = next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7);
    if (!isData) return i;
  }
  return bytes.length;
}

function isJpegPicture(marker: number, body: Buffer): boolean {
  const begins = (text: string): boolean => body.toString("latin1", 0, text.length) === text;
  if (marker === jpeg.com) return false;
  if (marker < jpeg.app0 || marker > jpeg.app15) return true;
  // A JFIF header may hold a thumbnail, whose width and height are its last two bytes.
  if (marker === jpeg.app0) return begins("JFIF\0") && body.length === 14;
  if (marker === jpeg.app2) return begins("ICC_PROFILE\0");
  return marker === jpeg.app14 && begins("Adobe");
}
