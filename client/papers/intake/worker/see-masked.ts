/**
 * Looks at a picture that is to be sent: decodes it again and sees whether each of its boxes is filled.
 *
 * Where the browser hands out a JPEG's own planes, only those of the boxes are copied: that takes half
 * the time of a picture in colours, and none of its memory. Elsewhere the picture is drawn.
 */
import type { PageRect, Rect } from "../../../../shared/geometry/rect.ts";
import { pixelBox } from "../masks.ts";
import { release, whiteCanvas } from "./canvas.ts";
import { isFilled, isFilledInPlanes } from "./pixels/filled.ts";

/** Whether every box, in fractions of the picture, shows nothing but the mask. */
export async function seeMasked(jpeg: Blob, boxes: readonly PageRect[]): Promise<boolean> {
  if (boxes.length === 0) return true;
  const frame = await planesOf(jpeg);
  if (!frame) return seeDrawn(jpeg, boxes);
  try {
    const size = { w: frame.codedWidth, h: frame.codedHeight };
    for (const box of boxes) {
      const { x, y, w, h } = fromEvenPixels(inner(pixelBox(box, size)));
      const rect = { x, y, width: w, height: h };
      const planes = new Uint8Array(frame.allocationSize({ rect }));
      const layout = await frame.copyTo(planes, { rect });
      if (!isFilledInPlanes(planes, layout, { w, h })) return false;
    }
    return true;
  } finally {
    frame.close();
  }
}

/** Undefined where the browser does not hand them out as JPEG keeps them: light, and colours at half the size. */
async function planesOf(jpeg: Blob): Promise<VideoFrame | undefined> {
  if (!("ImageDecoder" in globalThis)) return undefined;
  const decoder = new ImageDecoder({ data: await jpeg.arrayBuffer(), type: "image/jpeg" });
  try {
    const { image } = await decoder.decode();
    if (image.format === "I420" && image.colorSpace.fullRange === true) return image;
    image.close();
  } catch {
    // Then it is drawn, or found to be no picture.
  } finally {
    decoder.close();
  }
  return undefined;
}

async function seeDrawn(jpeg: Blob, boxes: readonly PageRect[]): Promise<boolean> {
  const picture = await createImageBitmap(jpeg);
  const size = { w: picture.width, h: picture.height };
  const masked = boxes.every((box) => {
    const { x, y, w, h } = inner(pixelBox(box, size));
    const ink = whiteCanvas({ w, h });
    ink.drawImage(picture, -x, -y);
    const { data } = ink.getImageData(0, 0, w, h);
    release(ink);
    return isFilled(data);
  });
  picture.close();
  return masked;
}

/** Without the edge, into which JPEG lets its surroundings bleed by a block of 8 pixels. */
function inner({ x, y, w, h }: Rect): Rect {
  const dx = Math.min(8, Math.floor(w / 3));
  const dy = Math.min(8, Math.floor(h / 3));
  return { x: x + dx, y: y + dy, w: Math.max(1, w - 2 * dx), h: Math.max(1, h - 2 * dy) };
}

/** From the next whole sample of colour on, each of which stands for two pixels by two. */
function fromEvenPixels({ x, y, w, h }: Rect): Rect {
  const [dx, dy] = [w > 1 ? x % 2 : -(x % 2), h > 1 ? y % 2 : -(y % 2)];
  return { x: x + dx, y: y + dy, w: w - dx, h: h - dy };
}
