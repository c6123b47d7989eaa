/** What may go into a file byte for byte: whole JPEGs of pixels, and nothing that carries more. */
import { readFileSync } from "node:fs";
import jpeg from "jpeg-js";
import { describe, expect, test } from "vitest";
import { readJpegHead } from "../../client/export/jpeg.ts";

const plain = new Uint8Array(
  jpeg.encode({ width: 6, height: 4, data: new Uint8Array(6 * 4 * 4).fill(200) }, 80).data,
);

/** The image with one more segment behind its first two bytes. */
function withSegment(marker: number, body: string): Uint8Array {
  const bytes = Array.from(body, (letter) => letter.charCodeAt(0));
  const length = bytes.length + 2;
  const segment = [0xff, marker, length >> 8, length & 255, ...bytes];
  return Uint8Array.from([0xff, 0xd8, ...segment, ...plain.slice(2)]);
}

describe("a page image", () => {
  test("of the practice set is plain pixels, and its size is known", () => {
    const bytes = new Uint8Array(readFileSync("client/public/practice/page-01.jpg"));
    expect(readJpegHead(bytes)).toEqual({ width: 1275, height: 1650, carries: false });
  });

  test("may carry a colour profile", () => {
    const head = readJpegHead(withSegment(0xe2, "ICC_PROFILE\0\x01\x01..."));
    expect(head).toEqual({ width: 6, height: 4, carries: false });
  });

  test.each([
    ["camera data and places", 0xe1, "Exif\0\0II*\0"],
    ["XMP", 0xe1, "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>"],
    ["IPTC", 0xed, "Photoshop 3.0\x008BIM"],
    ["a comment", 0xfe, "Maria Lopez"],
    ["a preview picture", 0xe0, "JFXX\0\x10..."],
    ["anything else", 0xe7, "what is this"],
  ])("that carries %s is known by it", (_, marker, body) => {
    expect(readJpegHead(withSegment(marker, body))?.carries).toBe(true);
  });

  test("that is cut off, something else, or nothing at all is none", () => {
    const { length } = plain;
    for (let end = 0; end < length; end += Math.ceil(length / 40))
      expect(readJpegHead(plain.slice(0, end))).toBeUndefined();
    for (const text of ["", "%PDF-1.7", "<html>", "\x89PNG\r\n\x1a\n"])
      expect(readJpegHead(Uint8Array.from(text, (letter) => letter.charCodeAt(0)))).toBeUndefined();
  });
});
