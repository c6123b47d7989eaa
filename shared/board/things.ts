/**
 * Free things, of whatever kind: notes on the table, shapes, and strokes on the table. What can be done
 * to all of them alike is done here, several at once in one transaction: move, resize, turn, lift, lock,
 * group, frame, delete.
 *
 * Papers are no free things: they lie where layout.ts says. Knows no hands and no screen;
 * test/property/things.test.ts holds it to nothing lost and nothing in two places.
 */
import type * as Y from "yjs";
import type { GroupId, NoteId, ShapeId, StrokeId } from "../base/ids.ts";
import type { Point, Rect, Size } from "../geometry/rect.ts";
import { turnOf } from "../geometry/turned.ts";
import { setAlive, setRegister } from "../records/records.ts";
import type { Arranged } from "./arranged.ts";
import { notesRoot } from "./notes.ts";
import type { BoardView } from "./reader.ts";
import { endRegister, type LineEnd, shapesRoot } from "./shapes.ts";
import { strokesRoot } from "./strokes.ts";

export type ThingId = NoteId | ShapeId | StrokeId;
export type ThingKind = "note" | "shape" | "stroke";

/** What is asked of a thing wherever its kind does not matter. */
export interface Thing extends Arranged {
  readonly id: ThingId;
  readonly kind: ThingKind;
  /** Before it is turned, in board units. Of a line, around where its ends were last put. */
  readonly box: Rect;
}

export interface ThingRef {
  readonly kind: ThingKind;
  readonly id: ThingId;
}

const rootOf: { readonly [kind in ThingKind]: string } = {
  note: notesRoot,
  shape: shapesRoot,
  stroke: strokesRoot,
};

type Sources = Pick<BoardView, "notes" | "shapes" | "strokes">;

/** By view, so that whoever asks twice is told the same. */
const known = new WeakMap<Sources["notes"], { readonly of: Sources; readonly things: Things }>();
type Things = ReadonlyMap<ThingId, Thing>;

/**
 * All free things of a board, from the bottom up; strokes, which are drawn over everything, last. A group
 * that only one of them is left of is none, and a frame that is gone owns nothing.
 */
export function thingsOf(view: Sources): Things {
  const last = known.get(view.notes);
  if (last && last.of.shapes === view.shapes && last.of.strokes === view.strokes) {
    return last.things;
  }
  const { notes, shapes, strokes } = view;
  const things = join(view);
  known.set(notes, { of: { notes, shapes, strokes }, things });
  return things;
}

function join({ notes, shapes, strokes }: Sources): Things {
  const cards: Thing[] = [];
  for (const note of notes.values()) {
    if (note.region === undefined) cards.push(thing("note", note, { ...note.pos, ...note.size }));
  }
  for (const shape of shapes.values()) {
    cards.push(thing("shape", shape, { ...shape.pos, ...shape.size }));
  }
  const all = cards.toSorted((a, b) => compare(a.order, b.order) || compare(a.id, b.id));
  for (const stroke of strokes.values()) {
    if (stroke.page === undefined && stroke.box) all.push(thing("stroke", stroke, stroke.box));
  }
  const members = new Map<GroupId, number>();
  for (const { group } of all) if (group) members.set(group, (members.get(group) ?? 0) + 1);
  return new Map(
    all.map((one) => {
      const group = one.group && (members.get(one.group) ?? 0) > 1 ? one.group : undefined;
      const isFramed = one.frame && shapes.get(one.frame)?.kind === "frame" && one.id !== one.frame;
      const frame = isFramed ? one.frame : undefined;
      return [one.id, group === one.group && frame === one.frame ? one : { ...one, group, frame }];
    }),
  );
}

function thing(kind: ThingKind, of: Arranged & { readonly id: ThingId }, box: Rect): Thing {
  const { id, turn, group, frame, locked, order } = of;
  return { id, kind, box, turn, group, frame, locked, order };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export interface ThingChange extends ThingRef {
  readonly pos?: Point;
  readonly size?: Size;
  /** Degrees clockwise. */
  readonly turn?: number;
  readonly order?: string;
  readonly locked?: boolean;
  /** `null` takes it out. */
  readonly group?: GroupId | null;
  readonly frame?: ShapeId | null;
  /** Of a line, which has no other place. */
  readonly from?: LineEnd;
  readonly to?: LineEnd;
}

/** Writes what is asked of each thing, in one transaction; registers that are so already stay untouched. */
export function changeThings(doc: Y.Doc, changes: readonly ThingChange[], origin: unknown): void {
  doc.transact(() => {
    for (const change of changes) {
      const { kind, id, pos, size, turn, from, to } = change;
      const set = (register: string, value: unknown): void => {
        if (value !== undefined) setRegister(doc, rootOf[kind], id, register, value, origin);
      };
      set("pos", pos && [pos.x, pos.y]);
      set("size", size && [size.w, size.h]);
      set("turn", turn === undefined ? undefined : turnOf(turn));
      set("order", change.order);
      set("locked", change.locked);
      set("group", change.group === null ? "" : change.group);
      set("frame", change.frame === null ? "" : change.frame);
      set("from", from && endRegister(from));
      set("to", to && endRegister(to));
    }
  }, origin);
}

export function deleteThings(doc: Y.Doc, things: readonly ThingRef[], origin: unknown): void {
  doc.transact(() => {
    for (const { kind, id } of things) setAlive(doc, rootOf[kind], [id], false, origin);
  }, origin);
}
