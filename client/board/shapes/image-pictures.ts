/**
 * The pictures of images on the table, one a shape, kept while the shape is on the board, whether its card is
 * in view or not. They share their budget of pixels with the pages (canvas/pictures.ts).
 */
import type { BoardId, ShapeId } from "../../../shared/base/ids.ts";
import type { Shape } from "../../../shared/board/shapes.ts";
import { coverScale, frameAround } from "../../../shared/geometry/cropped.ts";
import type { Rect } from "../../../shared/geometry/rect.ts";
import { sameValue } from "../../../shared/records/records.ts";
import type { PictureTier } from "../../canvas/picture-tiers.ts";
import type { Picture, Pictures } from "../../canvas/pictures.ts";
import { blobUrl } from "../../papers/reading/tiers.ts";

export interface ImagePictures {
  /** Undefined for a shape without an image. */
  of(shape: Shape): Picture | undefined;
  /** Lets go of the pictures of shapes that are not on the board any more. */
  keepOnly(shapes: ReadonlyMap<ShapeId, Shape>): void;
  destroy(): void;
}

/** Seen from afar an image is about so wide. CSS pixels. */
const farPx = 240;
/** Of an image whose sizes nobody kept: no side of one is longer. Pixels. */
const mostSide = 2048;

/** `onSmall`: a shape's image can be seen from afar now. */
export function createImagePictures(
  board: BoardId,
  pictures: Pictures,
  onSmall: (shape: ShapeId) => void,
): ImagePictures {
  const byShape = new Map<
    ShapeId,
    { readonly tiers: readonly PictureTier[]; readonly picture: Picture }
  >();
  let last: ReadonlyMap<ShapeId, Shape> | undefined;

  function tiersOf({ image, tiers }: Shape): readonly PictureTier[] {
    if (tiers.length > 0)
      return tiers.map(({ w, h, hash }) => ({ w, h, url: blobUrl(board, hash) }));
    return image ? [{ w: mostSide, h: mostSide, url: blobUrl(board, image) }] : [];
  }

  return {
    of(shape) {
      const tiers = tiersOf(shape);
      const known = byShape.get(shape.id);
      if (known && sameValue(known.tiers, tiers)) return known.picture;
      known?.picture.destroy();
      byShape.delete(shape.id);
      if (tiers.length === 0) return undefined;
      const picture = pictures.create(tiers, () => onSmall(shape.id), farPx);
      byShape.set(shape.id, { tiers, picture });
      return picture;
    },
    keepOnly(shapes) {
      if (shapes === last) return;
      last = shapes;
      for (const [id, { picture }] of byShape) {
        if (shapes.has(id)) continue;
        picture.destroy();
        byShape.delete(id);
      }
    },
    destroy() {
      for (const { picture } of byShape.values()) picture.destroy();
      byShape.clear();
    },
  };
}

/** Where the whole image lies behind the part that shows, and how it is turned in there. */
export interface LaidImage {
  /** From the top left corner of the shape before it is turned. Board units. */
  readonly frame: Rect;
  /** Degrees clockwise about the frame's middle. */
  readonly straighten: number;
  /** How much larger than its frame it is, so that it covers it. */
  readonly scale: number;
}

export function laidImage({ size, crop, straighten }: Shape): LaidImage {
  const frame = frameAround(crop, { x: 0, y: 0, ...size });
  return { frame, straighten, scale: coverScale(frame, straighten) };
}
