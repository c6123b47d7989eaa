/**
 * What a file is, by its bytes: the name and the type a browser gives it are never trusted.
 *
 * Pure. Reads headers only, so that a picture of absurd size is refused before anything decodes it, and
 * walks a picture to its end, because browsers draw a cut-off picture with its lower part missing and
 * call that a success. test/unit/intake-sniff.test.ts holds it to the bad files.
 */
import type { Size } from "../../../../shared/geometry/rect.ts";

export type FileKind = "pdf" | PictureKind;
/** "heif" is the family: HEIC as phones write it, and AVIF. */
export type PictureKind = "jpeg" | "png" | "webp" | "heif";

/** How much of a file's beginning `sniffKind` wants to see. */
export const sniffBytes = 1024;

/** The kind of a file from its first bytes; undefined for anything that is not brought in. */
export function sniffKind(head: Uint8Array): FileKind | undefined {
  if (startsWith(head, [0xff, 0xd8, 0xff])) return "jpeg";
  if (startsWith(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return "png";
  if (ascii(head, 0, 4) === "RIFF" && ascii(head, 8, 4) === "WEBP") return "webp";
  if (ascii(head, 4, 4) === "ftyp" && /^(hei|hev|mif1|msf1|avif)/.test(ascii(head, 8, 4)))
    return "heif";
  // Copiers put a few bytes before the header; readers allow it within the first 1,024.
  if (ascii(head, 0, sniffBytes).includes("%PDF-")) return "pdf";
  return undefined;
}

/** A picture's pixels as its header says them, before it is turned upright; undefined without a sane header. */
export function pictureSize(kind: PictureKind, bytes: Uint8Array): Size | undefined {
  const size = sizeIn[kind](bytes);
  return size && size.w > 0 && size.h > 0 ? size : undefined;
}

/** Whether the picture's data goes on to its own end mark. */
export function isComplete(kind: PictureKind, bytes: Uint8Array): boolean {
  if (kind === "jpeg") return walkJpeg(bytes).complete;
  if (kind === "png") return pngEnds(bytes);
  if (kind === "heif") return boxesIn(bytes, 0, bytes.length).at(-1)?.end === bytes.length;
  return bytes.length >= readLe(bytes, 4, 4) + 8;
}

interface JpegWalk {
  readonly size: Size | undefined;
  readonly complete: boolean;
}

/**
 * Follows a JPEG from segment to segment to its end mark. An embedded thumbnail lies inside a segment
 * and is stepped over, so its own end mark does not count. Source: ITU-T T.81, annex B.
 */
function walkJpeg(bytes: Uint8Array): JpegWalk {
  let size: Size | undefined;
  let at = 2;
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) {
      at++;
      continue;
    }
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xd9) return { size, complete: true };
    // Fill bytes, stuffed zeros of the picture's data, restart marks: no length follows.
    if (marker === 0xff) at += 1;
    else if (marker === 0x00 || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else {
      if (isFrameHeader(marker) && at + 8 < bytes.length)
        size ??= { w: readBe(bytes, at + 7, 2), h: readBe(bytes, at + 5, 2) };
      at += 2 + Math.max(2, readBe(bytes, at + 2, 2));
    }
  }
  return { size, complete: false };
}

/** SOF0 to SOF15 without the tables that share their range. */
const isFrameHeader = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

function pngSize(bytes: Uint8Array): Size | undefined {
  if (ascii(bytes, 12, 4) !== "IHDR") return undefined;
  return { w: readBe(bytes, 16, 4), h: readBe(bytes, 20, 4) };
}

function pngEnds(bytes: Uint8Array): boolean {
  let at = 8;
  while (at + 12 <= bytes.length) {
    if (ascii(bytes, at + 4, 4) === "IEND") return true;
    at += 12 + readBe(bytes, at, 4);
  }
  return false;
}

/** Source: RFC 9649, the three kinds of a WebP file's first chunk. */
function webpSize(bytes: Uint8Array): Size | undefined {
  const first = ascii(bytes, 12, 4);
  if (first === "VP8X") return { w: readLe(bytes, 24, 3) + 1, h: readLe(bytes, 27, 3) + 1 };
  if (first === "VP8 ")
    return { w: readLe(bytes, 26, 2) & 0x3fff, h: readLe(bytes, 28, 2) & 0x3fff };
  if (first !== "VP8L") return undefined;
  const bits = readLe(bytes, 21, 4);
  return { w: (bits & 0x3fff) + 1, h: ((bits >>> 14) & 0x3fff) + 1 };
}

interface Box {
  readonly name: string;
  /** Where its content lies. */
  readonly start: number;
  readonly end: number;
}

/** The boxes that lie between two places, up to the first that is cut off. Source: ISO/IEC 14496-12, 4.2. */
function boxesIn(bytes: Uint8Array, from: number, to: number): readonly Box[] {
  const boxes: Box[] = [];
  for (let at = from; at + 8 <= to; ) {
    const short = readBe(bytes, at, 4);
    const head = short === 1 ? 16 : 8;
    const length = short === 0 ? to - at : short === 1 ? readBe(bytes, at + 8, 8) : short;
    const end = at + length;
    if (length < head || end > to) break;
    boxes.push({ name: ascii(bytes, at + 4, 4), start: at + head, end });
    at = end;
  }
  return boxes;
}

/**
 * The largest picture a HEIF file tells of: the whole, whose tiles and thumbnails are told of as well.
 * Source: ISO/IEC 23008-12, 6.5.3 (`ispe` among the properties of `meta`).
 */
function heifSize(bytes: Uint8Array): Size | undefined {
  // `meta` and `ispe` begin with four bytes of version and flags.
  const inside = (boxes: readonly Box[], name: string, skip = 0): readonly Box[] =>
    boxes
      .filter((box) => box.name === name)
      .flatMap(({ start, end }) => boxesIn(bytes, start + skip, end));
  const meta = inside(boxesIn(bytes, 0, bytes.length), "meta", 4);
  return inside(inside(meta, "iprp"), "ipco")
    .filter(({ name }) => name === "ispe")
    .map(({ start }) => ({ w: readBe(bytes, start + 4, 4), h: readBe(bytes, start + 8, 4) }))
    .toSorted((a, b) => b.w * b.h - a.w * a.h)[0];
}

const sizeIn: { readonly [kind in PictureKind]: (bytes: Uint8Array) => Size | undefined } = {
  jpeg: (bytes) => walkJpeg(bytes).size,
  png: pngSize,
  webp: webpSize,
  heif: heifSize,
};

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, i) => bytes[i] === byte);

const ascii = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length));

/** Unsigned, most significant byte first; bytes beyond the end count as 0. */
function readBe(bytes: Uint8Array, from: number, length: number): number {
  let value = 0;
  for (let i = 0; i < length; i++) value = value * 256 + (bytes[from + i] ?? 0);
  return value;
}

/** Unsigned, least significant byte first; bytes beyond the end count as 0. */
function readLe(bytes: Uint8Array, from: number, length: number): number {
  let value = 0;
  for (let i = length - 1; i >= 0; i--) value = value * 256 + (bytes[from + i] ?? 0);
  return value;
}
