/**
 * What lies free on the table, as the list shows it: notes and shapes from the top and from the left, each
 * under the frame that owns it, lines with the names of what they join.
 *
 * Pure but for its memory. Frames that own each other in a ring stand free, so that nothing is lost.
 */
import type { NoteId, PaperId, ShapeId } from "../../shared/base/ids.ts";
import type { Note } from "../../shared/board/notes.ts";
import type { BoardView } from "../../shared/board/reader.ts";
import type { LineEnd, Shape } from "../../shared/board/shapes.ts";
import { type Thing, type ThingId, thingsOf } from "../../shared/board/things.ts";

export type ListedThing =
  | { readonly kind: "note"; readonly note: Note }
  | { readonly kind: "shape"; readonly shape: Shape };

export interface ListedThings {
  /** In a frame, or in none. */
  in(frame: ShapeId | undefined): readonly ListedThing[];
  /** The frames around a thing, the outermost first. */
  around(id: string): readonly ShapeId[];
}

const none: readonly never[] = [];

export function createThingIndex(): (view: BoardView) => ListedThings {
  let last: { readonly parts: readonly unknown[]; readonly things: ListedThings } | undefined;
  return (view) => {
    const parts = [view.notes, view.shapes];
    if (last && parts.every((part, i) => part === last?.parts[i])) return last.things;
    last = { parts, things: listThings(view) };
    return last.things;
  };
}

export function listThings(view: BoardView): ListedThings {
  const things = thingsOf(view);
  const within = new Map<ShapeId | undefined, ListedThing[]>();
  for (const thing of [...things.values()].toSorted(byPlace)) {
    const listed = listedOf(view, thing);
    if (!listed) continue;
    const frame = framesAround(things, thing.id).at(-1);
    const known = within.get(frame);
    if (known) known.push(listed);
    else within.set(frame, [listed]);
  }
  return {
    in: (frame) => within.get(frame) ?? none,
    around: (id) => framesAround(things, id as ThingId),
  };
}

/** What an end of a line is bound to, in its own words; undefined for one that is free. */
export function namedEnd(view: BoardView, { on }: LineEnd): string | undefined {
  if (on === undefined) return undefined;
  const paper = view.papers.get(on as PaperId);
  if (paper) return paper.code;
  const note = view.notes.get(on as NoteId);
  if (note) return note.words;
  const shape = view.shapes.get(on as ShapeId);
  return shape && (shape.words || shape.name);
}

function listedOf(view: BoardView, { kind, id }: Thing): ListedThing | undefined {
  if (kind === "note") {
    const note = view.notes.get(id as NoteId);
    return note && { kind, note };
  }
  const shape = kind === "shape" ? view.shapes.get(id as ShapeId) : undefined;
  return shape && { kind: "shape", shape };
}

function framesAround(things: ReadonlyMap<ThingId, Thing>, id: ThingId): readonly ShapeId[] {
  const frames: ShapeId[] = [];
  for (let frame = things.get(id)?.frame; frame; frame = things.get(frame)?.frame) {
    if (frame === id || frames.includes(frame)) return [];
    frames.unshift(frame);
  }
  return frames;
}

const byPlace = (a: Thing, b: Thing): number =>
  a.box.y - b.box.y || a.box.x - b.box.x || (a.id < b.id ? -1 : 1);
