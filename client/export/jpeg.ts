/**
 * What a JPEG says of itself before its pixels: its size, and whether it carries anything besides
 * pixels. Pages lose all that at intake; an image that still has it is never passed on.
 *
 * Source: ITU-T T.81 annex B, for the segments.
 */
export interface JpegHead {
  readonly width: number;
  readonly height: number;
  /** True if it carries Exif, XMP, IPTC, a comment or anything else of unknown content. */
  readonly carries: boolean;
}

/** Undefined if the bytes are no JPEG that a PDF can hold, or end before their pixels do. */
export function readJpegHead(bytes: Uint8Array): JpegHead | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  let carries = false;
  let size: { width: number; height: number } | undefined;
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at++;
      continue;
    }
    const length = word(bytes, at + 2);
    if (length < 2 || at + 2 + length > bytes.length) return undefined;
    if (isFrame(marker)) {
      const depth = bytes[at + 4];
      const channels = bytes[at + 9];
      if (depth !== 8 || (channels !== 1 && channels !== 3)) return undefined;
      size = { height: word(bytes, at + 5), width: word(bytes, at + 7) };
    }
    if (!isHarmless(marker, bytes.subarray(at + 4, at + 2 + length))) carries = true;
    // The pixels begin: what is behind them is checked for being whole only.
    if (marker === 0xda) {
      const whole = endsWhole(bytes);
      return size && size.width > 0 && size.height > 0 && whole ? { ...size, carries } : undefined;
    }
    at += 2 + length;
  }
  return undefined;
}

const word = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

/** Baseline, extended and progressive frames; the other kinds are not for a PDF. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xc2;

/** Tables and frames; JFIF's and Adobe's own few bytes and a colour profile. */
function isHarmless(marker: number, body: Uint8Array): boolean {
  if (marker === 0xe0) return startsWith(body, "JFIF\0") && body.length <= 14;
  if (marker === 0xe2) return startsWith(body, "ICC_PROFILE\0");
  if (marker === 0xee) return startsWith(body, "Adobe") && body.length <= 12;
  return !(marker >= 0xe0 && marker <= 0xef) && marker !== 0xfe;
}

const startsWith = (body: Uint8Array, text: string): boolean =>
  Array.from(text).every((letter, i) => body[i] === letter.charCodeAt(0));

function endsWhole(bytes: Uint8Array): boolean {
  return bytes.at(-2) === 0xff && bytes.at(-1) === 0xd9;
}
