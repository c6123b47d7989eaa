/** The intake knows a file by its bytes and refuses absurd or cut-off pictures before decoding them. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  isComplete,
  pictureSize,
  sniffBytes,
  sniffKind,
} from "../../client/papers/intake/worker/sniff.ts";

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(`test/fixtures/papers/${name}`));
const kindOf = (name: string) => sniffKind(fixture(name).subarray(0, sniffBytes));

describe("what a file is", () => {
  test("its bytes decide, not its name", () => {
    expect(kindOf("bad/html-named.jpg")).toBeUndefined();
    expect(kindOf("bad/not-a-pdf.pdf")).toBeUndefined();
    expect(kindOf("bad/script.svg")).toBeUndefined();
    expect(kindOf("seasons-28-papers.pdf")).toBe("pdf");
    expect(kindOf("photos/sheet-on-a-desk.jpg")).toBe("jpeg");
    expect(kindOf("photos/sheet-on-a-desk.heic")).toBe("heif");
    expect(kindOf("bad/pixel-bomb-30000x30000.png")).toBe("png");
  });

  test("a PDF may begin with a copier's own line", () => {
    const head = new TextEncoder().encode("COPIER 7\r\n%PDF-1.4\n");
    expect(sniffKind(head)).toBe("pdf");
  });

  test("a WebP is known, and measured in each of its three forms", () => {
    const webp = (chunk: string, body: readonly number[]): Uint8Array => {
      const head = new TextEncoder().encode(`RIFF\0\0\0\0WEBP${chunk}`);
      const bytes = new Uint8Array([...head, body.length, 0, 0, 0, ...body]);
      bytes[4] = bytes.length - 8;
      return bytes;
    };
    // 1275 x 1650: 0x4fb and 0x672; the extended and the lossless form keep one less.
    const plain = webp("VP8 ", [0, 0, 0, 0x9d, 0x01, 0x2a, 0xfb, 0x04, 0x72, 0x06]);
    const extended = webp("VP8X", [0, 0, 0, 0, 0xfa, 0x04, 0, 0x71, 0x06, 0]);
    const bits = 0x4fa | (0x671 << 14);
    const lossless = webp("VP8L", [
      0x2f,
      bits & 255,
      (bits >> 8) & 255,
      (bits >> 16) & 255,
      bits >>> 24,
    ]);
    for (const bytes of [plain, extended, lossless]) {
      expect(sniffKind(bytes)).toBe("webp");
      expect(pictureSize("webp", bytes)).toEqual({ w: 1275, h: 1650 });
      expect(isComplete("webp", bytes)).toBe(true);
      expect(isComplete("webp", bytes.subarray(0, -1))).toBe(false);
    }
  });
});

describe("how large a picture is", () => {
  test("a picture of 900 million pixels is known by its header", () => {
    const head = fixture("bad/pixel-bomb-30000x30000.png").subarray(0, 64);
    expect(pictureSize("png", head)).toEqual({ w: 30_000, h: 30_000 });
  });

  test("a JPEG's frame is read, not that of the thumbnail within it", () => {
    const photo = fixture("photos/sideways-exif-6.jpg");
    expect(pictureSize("jpeg", photo)).toEqual({ w: 1650, h: 1275 });
    const thumbnail = fixture("bad/cut-off.jpg").subarray(0, 2000);
    const withThumbnail = insertSegment(photo, 0xe1, [0xff, 0xd8, ...thumbnail, 0xff, 0xd9]);
    expect(pictureSize("jpeg", withThumbnail)).toEqual({ w: 1650, h: 1275 });
  });

  test("a picture without a sane header has no size", () => {
    expect(pictureSize("png", new Uint8Array(64))).toBeUndefined();
    expect(pictureSize("jpeg", new Uint8Array([0xff, 0xd8, 0xff, 0xd9]))).toBeUndefined();
  });
});

describe("whether a picture is whole", () => {
  test("a whole JPEG is, however much follows its end", () => {
    const whole = fixture("photos/sheet-on-a-desk.jpg");
    expect(isComplete("jpeg", whole)).toBe(true);
    expect(isComplete("jpeg", new Uint8Array([...whole, 0, 0, 0]))).toBe(true);
  });

  test("a cut-off JPEG is not, even when its thumbnail has an end", () => {
    const cut = fixture("bad/cut-off.jpg");
    expect(isComplete("jpeg", cut)).toBe(false);
    expect(isComplete("jpeg", insertSegment(cut, 0xe1, [0xff, 0xd8, 0xff, 0xd9]))).toBe(false);
  });

  test("a PNG without its last part is not", () => {
    const bomb = fixture("bad/pixel-bomb-30000x30000.png");
    expect(isComplete("png", bomb)).toBe(true);
    expect(isComplete("png", bomb.subarray(0, -13))).toBe(false);
  });
});

/** The JPEG with one more segment right behind its start. */
function insertSegment(jpeg: Uint8Array, marker: number, body: readonly number[]): Uint8Array {
  const length = body.length + 2;
  const segment = [0xff, marker, length >> 8, length & 255, ...body];
  return new Uint8Array([...jpeg.subarray(0, 2), ...segment, ...jpeg.subarray(2)]);
}
