/**
 * Which frame owns what on the table, when one is drawn and when things are let go somewhere else. Pure;
 * test/unit/shape-belonging.test.ts.
 *
 * Ownership is a register on what is owned: a frame that goes away leaves everything where it lay.
 */
import type { ShapeId } from "../../../shared/base/ids.ts";
import type { BoardView } from "../../../shared/board/reader.ts";
import type { Thing, ThingChange, ThingId } from "../../../shared/board/things.ts";
import { contains, type Point, type Rect } from "../../../shared/geometry/rect.ts";
import { boundsOf, containsTurned, middleOf } from "../../../shared/geometry/turned.ts";
import { carried, lineOf, shifted } from "../arranging/held-things.ts";

type Things = ReadonlyMap<ThingId, Thing>;
type Shapes = BoardView["shapes"];

/** What lies wholly in a rectangle and in no frame: a frame drawn there makes it its own. */
export function wholeIn(things: Things, rect: Rect): readonly Thing[] {
  return [...things.values()].filter((thing) => {
    const { x, y, w, h } = boundsOf(thing.box, thing.turn);
    return !thing.frame && contains(rect, { x, y }) && contains(rect, { x: x + w, y: y + h });
  });
}

const none: ReadonlySet<string> = new Set();

/** The frame, the smallest of several, that the middle of a box lies in. */
export function frameAt(
  things: Things,
  shapes: Shapes,
  box: Rect,
  except: ReadonlySet<string> = none,
): ShapeId | undefined {
  let best: { readonly id: ShapeId; readonly area: number } | undefined;
  const middle = middleOf(box);
  for (const { id, kind, pos, size, turn } of shapes.values()) {
    const area = size.w * size.h;
    if (kind !== "frame" || except.has(id) || !things.has(id)) continue;
    if (area <= box.w * box.h || !containsTurned({ ...pos, ...size }, turn, middle)) continue;
    if (!best || area < best.area) best = { id, area };
  }
  return best?.id;
}

/**
 * What it changes to let go of things `by` so far from where they lay: their places, with all that goes
 * along with them, and which frame owns what.
 */
export function changesOfDrop(
  things: Things,
  shapes: Shapes,
  ids: Iterable<string>,
  by: Point,
): readonly ThingChange[] {
  const moving = carried(things, ids);
  const held = new Set<string>(moving.map(({ id }) => id));
  return moving.map((thing): ThingChange => {
    const { box, frame: owner } = thing;
    const dropped = { ...box, x: box.x + by.x, y: box.y + by.y };
    // What moves together with its frame stays its own.
    const frame = owner && held.has(owner) ? owner : frameAt(things, shapes, dropped, held);
    const place = shifted(thing, lineOf(shapes, thing), by);
    return frame === owner ? place : { ...place, frame: frame ?? null };
  });
}
