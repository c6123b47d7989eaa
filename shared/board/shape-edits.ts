/**
 * Edits of what shapes alone have: their look, a frame's or image's name, what of an image shows, how a line
 * bends. What they have in common with other free things is changed in things.ts, their words in their own
 * text.
 */
import type * as Y from "yjs";
import type { ShapeId } from "../base/ids.ts";
import { boxOfPart, type Cropping } from "../geometry/cropped.ts";
import { setRegister } from "../records/records.ts";
import { cropRegister, type Shape, shapesRoot } from "./shapes.ts";

/** `kind` only turns a line into an arrow and back. */
export interface ShapeLook extends Pick<Shape, "colour" | "fill" | "weight" | "dash" | "textSize"> {
  readonly kind: "line" | "arrow";
}

/** Gives shapes a look, in one transaction; what is not named stays as it is. */
export function restyleShapes(
  doc: Y.Doc,
  ids: Iterable<ShapeId>,
  look: Partial<ShapeLook>,
  origin: unknown,
): void {
  doc.transact(() => {
    for (const id of ids) {
      for (const [register, value] of Object.entries(look)) {
        setRegister(doc, shapesRoot, id, register, value, origin);
      }
    }
  }, origin);
}

export function nameShape(doc: Y.Doc, id: ShapeId, name: string, origin: unknown): void {
  setRegister(doc, shapesRoot, id, "name", name, origin);
}

/**
 * Shows another part of an image, straightened or not, in one transaction: the image stays where it lies on
 * the table, and the shape becomes as large as the part.
 */
export function cropImage(
  doc: Y.Doc,
  shape: Pick<Shape, "id" | "pos" | "size" | "turn" | "crop">,
  cropping: Cropping,
  origin: unknown,
): void {
  const { id, pos, size, turn, crop: was } = shape;
  const { x, y, w, h } = boxOfPart({ ...pos, ...size }, turn, was, cropping.crop);
  doc.transact(() => {
    setRegister(doc, shapesRoot, id, "crop", cropRegister(cropping), origin);
    setRegister(doc, shapesRoot, id, "pos", [x, y], origin);
    setRegister(doc, shapesRoot, id, "size", [w, h], origin);
  }, origin);
}

/** `bend`: how far the middle swings out to the right, as a share of the line's length. */
export function bendLine(doc: Y.Doc, id: ShapeId, bend: number, origin: unknown): void {
  setRegister(doc, shapesRoot, id, "bend", bend, origin);
}
