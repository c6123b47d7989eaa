/** Reads one photo or scanned picture: checked by its header first, decoded by the browser, which turns EXIF upright. */
import type { ErrorCode } from "../../../../shared/protocol/errors.ts";
import { limits } from "../../../../shared/protocol/limits.ts";
import { drawTurned, fitPixels } from "./canvas.ts";
import { keepPage, type PageImage, pagePixels } from "./page-image.ts";
import { isComplete, type PictureKind, pictureSize } from "./sniff.ts";

/** The page, or why the file is refused. */
export async function readPicture(kind: PictureKind, file: Blob): Promise<PageImage | ErrorCode> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const size = pictureSize(kind, bytes);
  if (!size) return "file_damaged";
  // Before decoding: a file of 150 KB can unfold to gigabytes of pixels.
  if (size.w * size.h > limits.sourcePixels) return "picture_too_large";
  if (!isComplete(kind, bytes)) return "file_damaged";
  let picture: ImageBitmap;
  try {
    picture = await createImageBitmap(new Blob([bytes], { type: `image/${kind}` }));
  } catch {
    return "file_damaged";
  }
  const upright = { w: picture.width, h: picture.height };
  const ink = drawTurned(picture, 0, fitPixels(upright, pagePixels));
  picture.close();
  return keepPage(ink);
}
