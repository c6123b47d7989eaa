/**
 * Reads one photo or scanned picture: checked by its header first, decoded by the browser, which turns
 * EXIF upright. HEIC, which only some browsers decode, has a decoder of its own as a last resort.
 */
import type { ErrorCode } from "../../../../shared/protocol/errors.ts";
import { limits } from "../../../../shared/protocol/limits.ts";
import { drawTurned, fitPixels } from "./canvas.ts";
import { keepPhoto, type PageImage, pagePixels } from "./page-image.ts";
import { isComplete, type PictureKind, pictureSize } from "./sniff.ts";

/** The page, or why the file is refused. */
export async function readPicture(kind: PictureKind, file: Blob): Promise<PageImage | ErrorCode> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const size = pictureSize(kind, bytes);
  if (!size) return "file_damaged";
  // Before decoding: a file of 150 KB can unfold to gigabytes of pixels.
  if (size.w * size.h > limits.sourcePixels) return "picture_too_large";
  if (!isComplete(kind, bytes)) return "file_damaged";
  const picture =
    (await decodeNatively(bytes, kind)) ?? (kind === "heif" && (await decodeHeic(bytes)));
  if (!picture) return "file_damaged";
  const upright = { w: picture.width, h: picture.height };
  const ink = drawTurned(picture, 0, fitPixels(upright, pagePixels));
  picture.close();
  return keepPhoto(ink);
}

async function decodeNatively(
  bytes: Uint8Array<ArrayBuffer>,
  kind: PictureKind,
): Promise<ImageBitmap | undefined> {
  const types = kind === "heif" ? ["image/avif", "image/heic"] : [`image/${kind}`];
  for (const type of types) {
    const picture = await createImageBitmap(new Blob([bytes], { type })).catch(() => undefined);
    if (picture) return picture;
  }
  return undefined;
}

/** Half a megabyte of decoder: loaded when the first HEIC arrives. Rejects where it cannot be fetched. */
async function decodeHeic(bytes: Uint8Array<ArrayBuffer>): Promise<ImageBitmap | undefined> {
  const { readHeic } = await import("./read-heic.ts");
  return readHeic(bytes);
}
