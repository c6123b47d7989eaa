/** What an export needs besides the report, in a browser's worker: fonts and page images of our own origin, crops. */

import cyrillicItalic from "@fontsource/noto-sans/files/noto-sans-cyrillic-400-italic.woff?url";
import cyrillic from "@fontsource/noto-sans/files/noto-sans-cyrillic-400-normal.woff?url";
import cyrillicBoldItalic from "@fontsource/noto-sans/files/noto-sans-cyrillic-700-italic.woff?url";
import cyrillicBold from "@fontsource/noto-sans/files/noto-sans-cyrillic-700-normal.woff?url";
import cyrillicExtItalic from "@fontsource/noto-sans/files/noto-sans-cyrillic-ext-400-italic.woff?url";
import cyrillicExt from "@fontsource/noto-sans/files/noto-sans-cyrillic-ext-400-normal.woff?url";
import cyrillicExtBoldItalic from "@fontsource/noto-sans/files/noto-sans-cyrillic-ext-700-italic.woff?url";
import cyrillicExtBold from "@fontsource/noto-sans/files/noto-sans-cyrillic-ext-700-normal.woff?url";
import greekItalic from "@fontsource/noto-sans/files/noto-sans-greek-400-italic.woff?url";
import greek from "@fontsource/noto-sans/files/noto-sans-greek-400-normal.woff?url";
import greekBoldItalic from "@fontsource/noto-sans/files/noto-sans-greek-700-italic.woff?url";
import greekBold from "@fontsource/noto-sans/files/noto-sans-greek-700-normal.woff?url";
import greekExtItalic from "@fontsource/noto-sans/files/noto-sans-greek-ext-400-italic.woff?url";
import greekExt from "@fontsource/noto-sans/files/noto-sans-greek-ext-400-normal.woff?url";
import greekExtBoldItalic from "@fontsource/noto-sans/files/noto-sans-greek-ext-700-italic.woff?url";
import greekExtBold from "@fontsource/noto-sans/files/noto-sans-greek-ext-700-normal.woff?url";
import latinItalic from "@fontsource/noto-sans/files/noto-sans-latin-400-italic.woff?url";
import latin from "@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff?url";
import latinBoldItalic from "@fontsource/noto-sans/files/noto-sans-latin-700-italic.woff?url";
import latinBold from "@fontsource/noto-sans/files/noto-sans-latin-700-normal.woff?url";
import latinExtItalic from "@fontsource/noto-sans/files/noto-sans-latin-ext-400-italic.woff?url";
import latinExt from "@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff?url";
import latinExtBoldItalic from "@fontsource/noto-sans/files/noto-sans-latin-ext-700-italic.woff?url";
import latinExtBold from "@fontsource/noto-sans/files/noto-sans-latin-ext-700-normal.woff?url";
import vietnameseItalic from "@fontsource/noto-sans/files/noto-sans-vietnamese-400-italic.woff?url";
import vietnamese from "@fontsource/noto-sans/files/noto-sans-vietnamese-400-normal.woff?url";
import vietnameseBoldItalic from "@fontsource/noto-sans/files/noto-sans-vietnamese-700-italic.woff?url";
import vietnameseBold from "@fontsource/noto-sans/files/noto-sans-vietnamese-700-normal.woff?url";
import { invariant } from "../../shared/base/assert.ts";
import type { BoardId } from "../../shared/base/ids.ts";
import type { Outline } from "../../shared/geometry/polygon.ts";
import type { Rect } from "../../shared/geometry/rect.ts";
import type { ExportPorts } from "./export-report.ts";
import type { FontFiles } from "./faces.ts";
import type { FontStyle, Slice } from "./font-slices.ts";

const fontUrls: { readonly [slice in Slice]: { readonly [style in FontStyle]: string } } = {
  latin: {
    regular: latin,
    bold: latinBold,
    italic: latinItalic,
    boldItalic: latinBoldItalic,
  },
  "latin-ext": {
    regular: latinExt,
    bold: latinExtBold,
    italic: latinExtItalic,
    boldItalic: latinExtBoldItalic,
  },
  vietnamese: {
    regular: vietnamese,
    bold: vietnameseBold,
    italic: vietnameseItalic,
    boldItalic: vietnameseBoldItalic,
  },
  greek: {
    regular: greek,
    bold: greekBold,
    italic: greekItalic,
    boldItalic: greekBoldItalic,
  },
  "greek-ext": {
    regular: greekExt,
    bold: greekExtBold,
    italic: greekExtItalic,
    boldItalic: greekExtBoldItalic,
  },
  cyrillic: {
    regular: cyrillic,
    bold: cyrillicBold,
    italic: cyrillicItalic,
    boldItalic: cyrillicBoldItalic,
  },
  "cyrillic-ext": {
    regular: cyrillicExt,
    bold: cyrillicExtBold,
    italic: cyrillicExtItalic,
    boldItalic: cyrillicExtBoldItalic,
  },
};

/** Handwriting in a crop stays clean at this quality; below it the paper's grain turns blocky. */
const cropQuality = 0.9;

export const browserFonts: FontFiles = (slice, style) => fetched(fontUrls[slice][style]);

export function browserPorts(board: BoardId): ExportPorts {
  return {
    fonts: browserFonts,
    image: (hash) => fetched(`/api/boards/${board}/blobs/${hash}`),
    crop,
  };
}

async function fetched(url: string): Promise<Uint8Array> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

async function crop(jpeg: Uint8Array, part: Rect, outline?: Outline): Promise<Uint8Array> {
  // The bytes were made by `fetched`: they are not shared with another thread.
  const image = await createImageBitmap(new Blob([jpeg as Uint8Array<ArrayBuffer>]));
  const x = Math.floor(part.x * image.width);
  const y = Math.floor(part.y * image.height);
  const w = Math.max(1, Math.min(image.width - x, Math.round(part.w * image.width)));
  const h = Math.max(1, Math.min(image.height - y, Math.round(part.h * image.height)));
  const canvas = new OffscreenCanvas(w, h);
  const context = canvas.getContext("2d", { alpha: false });
  invariant(context, "a canvas has a 2D context");
  if (outline) {
    context.fillStyle = "white";
    context.fillRect(0, 0, w, h);
    context.beginPath();
    for (const corner of outline) context.lineTo(corner.x * w, corner.y * h);
    context.clip("evenodd");
  }
  context.drawImage(image, x, y, w, h, 0, 0, w, h);
  image.close();
  const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: cropQuality });
  return new Uint8Array(await blob.arrayBuffer());
}
