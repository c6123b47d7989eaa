/** What an export needs besides the report, in a browser's worker: fonts and page images of our own origin, crops. */

import cyrillic from "@fontsource/noto-sans/files/noto-sans-cyrillic-400-normal.woff?url";
import cyrillicBold from "@fontsource/noto-sans/files/noto-sans-cyrillic-700-normal.woff?url";
import cyrillicExt from "@fontsource/noto-sans/files/noto-sans-cyrillic-ext-400-normal.woff?url";
import cyrillicExtBold from "@fontsource/noto-sans/files/noto-sans-cyrillic-ext-700-normal.woff?url";
import greek from "@fontsource/noto-sans/files/noto-sans-greek-400-normal.woff?url";
import greekBold from "@fontsource/noto-sans/files/noto-sans-greek-700-normal.woff?url";
import greekExt from "@fontsource/noto-sans/files/noto-sans-greek-ext-400-normal.woff?url";
import greekExtBold from "@fontsource/noto-sans/files/noto-sans-greek-ext-700-normal.woff?url";
import latin from "@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff?url";
import latinBold from "@fontsource/noto-sans/files/noto-sans-latin-700-normal.woff?url";
import latinExt from "@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff?url";
import latinExtBold from "@fontsource/noto-sans/files/noto-sans-latin-ext-700-normal.woff?url";
import vietnamese from "@fontsource/noto-sans/files/noto-sans-vietnamese-400-normal.woff?url";
import vietnameseBold from "@fontsource/noto-sans/files/noto-sans-vietnamese-700-normal.woff?url";
import { invariant } from "../../shared/base/assert.ts";
import type { BoardId } from "../../shared/base/ids.ts";
import type { Rect } from "../../shared/geometry/rect.ts";
import type { ExportPorts } from "./export-report.ts";
import type { Slice, Weight } from "./font-slices.ts";

const fontUrls: { readonly [slice in Slice]: { readonly [weight in Weight]: string } } = {
  latin: { regular: latin, bold: latinBold },
  "latin-ext": { regular: latinExt, bold: latinExtBold },
  vietnamese: { regular: vietnamese, bold: vietnameseBold },
  greek: { regular: greek, bold: greekBold },
  "greek-ext": { regular: greekExt, bold: greekExtBold },
  cyrillic: { regular: cyrillic, bold: cyrillicBold },
  "cyrillic-ext": { regular: cyrillicExt, bold: cyrillicExtBold },
};

/** Handwriting in a crop stays clean at this quality; below it the paper's grain turns blocky. */
const cropQuality = 0.9;

export function browserPorts(board: BoardId): ExportPorts {
  return {
    fonts: (slice, weight) => fetched(fontUrls[slice][weight]),
    image: (hash) => fetched(`/api/boards/${board}/blobs/${hash}`),
    crop,
  };
}

async function fetched(url: string): Promise<Uint8Array> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

async function crop(jpeg: Uint8Array, part: Rect): Promise<Uint8Array> {
  // The bytes were made by `fetched`: they are not shared with another thread.
  const image = await createImageBitmap(new Blob([jpeg as Uint8Array<ArrayBuffer>]));
  const x = Math.floor(part.x * image.width);
  const y = Math.floor(part.y * image.height);
  const w = Math.max(1, Math.min(image.width - x, Math.round(part.w * image.width)));
  const h = Math.max(1, Math.min(image.height - y, Math.round(part.h * image.height)));
  const canvas = new OffscreenCanvas(w, h);
  const context = canvas.getContext("2d", { alpha: false });
  invariant(context, "a canvas has a 2D context");
  context.drawImage(image, x, y, w, h, 0, 0, w, h);
  image.close();
  const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: cropQuality });
  return new Uint8Array(await blob.arrayBuffer());
}
