/**
 * What a hand holds when it takes hold of some things: their whole groups, what lies in their frames,
 * nothing that is locked. Pure; test/unit/arranging.test.ts.
 */
import type { ShapeId } from "../../../shared/base/ids.ts";
import type { Shape } from "../../../shared/board/shapes.ts";
import type { Thing, ThingChange, ThingId } from "../../../shared/board/things.ts";
import { type Point, type Rect, union } from "../../../shared/geometry/rect.ts";
import { boundsOf } from "../../../shared/geometry/turned.ts";

export type Things = ReadonlyMap<ThingId, Thing>;

/** Where a thing is shown, where that is known better than the document says: a note grows with its words. */
export type SizeOf = (id: string) => Rect | undefined;

/** The ids with all others of their groups, in the order of the table where the group adds any. */
export function withGroups(things: Things, ids: Iterable<string>): readonly string[] {
  const asked = [...ids];
  const groups = new Set(asked.flatMap((id) => things.get(id as ThingId)?.group ?? []));
  if (groups.size === 0) return asked;
  const members = [...things.values()].flatMap(({ id, group }) =>
    group && groups.has(group) ? id : [],
  );
  return [...new Set<string>([...asked, ...members])];
}

/** What moves when these are dragged: the free things among them, and whatever lies in a frame that moves. */
export function carried(things: Things, ids: Iterable<string>): readonly Thing[] {
  const moving = new Map<ThingId, Thing>();
  for (const id of ids) {
    const thing = things.get(id as ThingId);
    if (thing && !thing.locked) moving.set(thing.id, thing);
  }
  // Frames may lie in frames, so until nothing comes along any more.
  for (let known = -1; known < moving.size; ) {
    known = moving.size;
    for (const thing of things.values()) {
      if (thing.frame && !thing.locked && moving.has(thing.frame)) moving.set(thing.id, thing);
    }
  }
  return [...moving.values()];
}

/** Around things as they lie, turned ones whole; undefined around none. */
export function boundsAround(things: Iterable<Pick<Thing, "box" | "turn">>): Rect | undefined {
  return union([...things].map(({ box, turn }) => boundsOf(box, turn)));
}

/** What to write so that a thing lies `by` farther. A line's bound ends stay with what they are bound to. */
export function shifted(thing: Thing, line: Shape | undefined, by: Point): ThingChange {
  const { kind, id, box } = thing;
  if (!line?.ends) return { kind, id, pos: { x: box.x + by.x, y: box.y + by.y } };
  const { from, to } = line.ends;
  const moved = (at: Point): Point => ({ x: at.x + by.x, y: at.y + by.y });
  return { kind, id, from: { ...from, at: moved(from.at) }, to: { ...to, at: moved(to.at) } };
}

/** The line that a thing is; undefined for all else. */
export function lineOf(
  shapes: ReadonlyMap<ShapeId, Shape>,
  thing: Pick<Thing, "id">,
): Shape | undefined {
  const shape = shapes.get(thing.id as ShapeId);
  return shape?.ends ? shape : undefined;
}
