/**
 * The board's shapes as items of the scene: where each lies as it is drawn, and what its card shows.
 *
 * Pure but for its memory: says only what came, changed or went. A line lies where its ends are bound to
 * now, so it is looked at again whenever the table is fed.
 */
import type { NoteId, ShapeId } from "../../../shared/base/ids.ts";
import { type BoxOf, type LinePath, pathOf } from "../../../shared/board/connectors.ts";
import type { BoardView } from "../../../shared/board/reader.ts";
import { isLine, type Shape } from "../../../shared/board/shapes.ts";
import type { Rect, Size } from "../../../shared/geometry/rect.ts";
import { boundsOf } from "../../../shared/geometry/turned.ts";
import type { SceneEdit, SceneItem } from "../../canvas/scene.ts";
import type { Held } from "../../tools/handles.ts";
import { asPulled, layers } from "../table/table-items.ts";
import { boundsOfLine } from "./line-drawing.ts";

export interface ShapeContent {
  readonly is: "shape";
  readonly shape: Shape;
  /** Before it is turned, as large as its words made it. Board units. */
  readonly box: Rect;
  /** Of a line. */
  readonly path: LinePath | undefined;
  readonly selected: boolean;
  /** Whether Tab stops here. */
  readonly current: boolean;
  readonly writing: boolean;
}

export interface ShapeItem extends SceneItem {
  readonly id: ShapeId;
  readonly kind: "shape";
  readonly content: ShapeContent;
}

interface InHand {
  readonly reshaped?: ReadonlyMap<string, Held> | undefined;
  readonly selection: ReadonlySet<string>;
  readonly current: string | undefined;
  readonly writing: NoteId | ShapeId | undefined;
}

export interface ShapeItems {
  /** What came, changed and went since the last call. `boxOf` says where all else lies. */
  edit(view: BoardView, inHand: InHand, boxOf: BoxOf): SceneEdit<ShapeItem>;
  /** A shape's card is so large, whatever the document says; whether that is news. */
  grew(id: ShapeId, size: Size): boolean;
}

export function createShapeItems(): ShapeItems {
  const sizes = new Map<ShapeId, Size>();
  let known = new Map<string, ShapeItem>();

  function boxOfShape({ id, pos, size }: Shape): Rect {
    const grown = sizes.get(id);
    // Measured at another width it says nothing of this one, and it may have been made higher since.
    return grown && Math.abs(grown.w - size.w) < 1
      ? { ...pos, w: size.w, h: Math.max(grown.h, size.h) }
      : { ...pos, ...size };
  }

  function made(shape: Shape, inHand: InHand, boxOf: BoxOf): ShapeItem | undefined {
    const path = isLine(shape) ? pathOf(shape, boxOf) : undefined;
    if (isLine(shape) && !path) return undefined;
    const box = boxOfShape(shape);
    return {
      id: shape.id,
      kind: "shape",
      rect: path ? boundsOfLine(path, shape) : boundsOf(box, shape.turn),
      order: shape.order,
      layer: shape.kind === "frame" ? layers.frame : layers.note,
      content: {
        is: "shape",
        shape,
        box,
        path,
        selected: inHand.selection.has(shape.id),
        current: inHand.current === shape.id,
        writing: inHand.writing === shape.id,
      },
    };
  }

  return {
    edit(view, inHand, boxOf) {
      const boxOfAny: BoxOf = (id) => {
        const kept = view.shapes.get(id as ShapeId);
        if (!kept) return boxOf(id);
        const shape = asPulled(kept, inHand.reshaped);
        return isLine(shape) ? undefined : { box: boxOfShape(shape), turn: shape.turn };
      };
      const next = new Map<string, ShapeItem>();
      const put: ShapeItem[] = [];
      for (const kept of view.shapes.values()) {
        const shape = isLine(kept) ? kept : asPulled(kept, inHand.reshaped);
        const item = made(shape, inHand, boxOfAny);
        if (!item) continue;
        const before = known.get(shape.id);
        const isKnown = before && isSame(before, item);
        next.set(shape.id, isKnown ? before : item);
        if (!isKnown) put.push(item);
      }
      const gone = [...known.keys()].filter((id) => !next.has(id));
      known = next;
      return { put, gone };
    },
    grew(id, size) {
      const last = sizes.get(id);
      if (last && last.w === size.w && last.h === size.h) return false;
      sizes.set(id, size);
      return true;
    },
  };
}

function isSame({ content: a }: ShapeItem, { content: b }: ShapeItem): boolean {
  return (
    a.shape === b.shape &&
    a.selected === b.selected &&
    a.current === b.current &&
    a.writing === b.writing &&
    a.box.w === b.box.w &&
    a.box.h === b.box.h &&
    isSamePath(a.path, b.path)
  );
}

function isSamePath(a: LinePath | undefined, b: LinePath | undefined): boolean {
  if (!a || !b) return a === b;
  return (["from", "over", "to"] as const).every(
    (point) => a[point].x === b[point].x && a[point].y === b[point].y,
  );
}
