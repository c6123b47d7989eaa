/**
 * Copies of things: taken off a board as plain data, laid down on the same or another one. Duplicate,
 * copy, cut and paste all go this way.
 *
 * On the clipboard they are a small board of their own, read by the same readers as any: what another
 * program put there under our name is checked like anything from outside. Papers are not copied: a paper
 * is one pupil's, and lies once on one board. test/unit/arranging.test.ts.
 */
import * as Y from "yjs";
import type { GroupId, MemberId, NoteId, ShapeId, StrokeId } from "../../../shared/base/ids.ts";
import { addNote, type Note } from "../../../shared/board/notes.ts";
import { type BoardView, readBoard } from "../../../shared/board/reader.ts";
import { addShape, type LineEnd, type Shape } from "../../../shared/board/shapes.ts";
import { addStroke, type Stroke } from "../../../shared/board/strokes.ts";
import { type Thing, thingsOf } from "../../../shared/board/things.ts";
import type { Point } from "../../../shared/geometry/rect.ts";
import { middleOf } from "../../../shared/geometry/turned.ts";
import type { Acting } from "../../needs/acting.ts";
import { boundsAround } from "./held-things.ts";

export type Copy =
  | { readonly kind: "note"; readonly note: Note }
  | { readonly kind: "shape"; readonly shape: Shape }
  | { readonly kind: "stroke"; readonly stroke: Stroke };

/** What laying down needs of a session. */
type Laying = Pick<Acting, "doc" | "newId" | "me" | "act">;

export interface Copies {
  /** The middle of all of them, in board units: where they are pasted, this goes. */
  readonly middle: Point;
  /** From the bottom up. */
  readonly things: readonly Copy[];
}

/** Undefined where nothing of the selection can be copied. */
export function copiesOf(view: BoardView, ids: Iterable<string>): Copies | undefined {
  const wanted = new Set(ids);
  const things = [...thingsOf(view).values()].filter(({ id }) => wanted.has(id));
  const bounds = boundsAround(things);
  if (!bounds) return undefined;
  return { middle: middleOf(bounds), things: things.flatMap((thing) => copyOf(view, thing)) };
}

function copyOf(view: BoardView, { kind, id }: Thing): readonly Copy[] {
  switch (kind) {
    case "note": {
      const note = view.notes.get(id as NoteId);
      return note ? [{ kind, note }] : [];
    }
    case "shape": {
      const shape = view.shapes.get(id as ShapeId);
      return shape ? [{ kind, shape }] : [];
    }
    case "stroke": {
      const stroke = view.strokes.get(id as StrokeId);
      return stroke ? [{ kind, stroke }] : [];
    }
  }
}

/**
 * Lays copies down with their middle at `at`, as one act; returns their ids. Groups among them become
 * groups of their own, and lines stay bound to what was copied with them.
 */
export function layDown(session: Laying, copies: Copies, at: Point): readonly string[] {
  const { doc } = session;
  const by = session.me.memberId;
  const shift = { x: at.x - copies.middle.x, y: at.y - copies.middle.y };
  const moved = (point: Point): Point => ({ x: point.x + shift.x, y: point.y + shift.y });
  const fresh = new Map<string, string>();
  const groups = new Map<string, GroupId>();
  const groupFor = (old: GroupId | undefined): GroupId | undefined => {
    if (old === undefined) return undefined;
    const known = groups.get(old) ?? session.newId<GroupId>();
    groups.set(old, known);
    return known;
  };
  for (const copy of copies.things) fresh.set(idOf(copy), session.newId());
  const end = ({ at: was, on, side }: LineEnd): LineEnd => ({
    at: moved(was),
    on: on === undefined ? undefined : fresh.get(on),
    side,
  });
  const newId = <Id extends string>(copy: Copy): Id => fresh.get(idOf(copy)) as Id;

  session.act((origin) => {
    for (const copy of copies.things) {
      switch (copy.kind) {
        case "note": {
          const { stance, blocks, pos, colour, size, turn, group } = copy.note;
          const id = newId<NoteId>(copy);
          const look = { stance, blocks, colour, size, turn, ...present("group", groupFor(group)) };
          addNote(doc, { id, by, pos: moved(pos), ...look }, origin);
          break;
        }
        case "shape": {
          const {
            pos,
            ends,
            group,
            frame,
            image,
            order: _,
            locked: __,
            words: ___,
            ...look
          } = copy.shape;
          const id = newId<ShapeId>(copy);
          addShape(
            doc,
            {
              ...look,
              id,
              by,
              pos: moved(pos),
              ...(ends && { ends: { from: end(ends.from), to: end(ends.to) } }),
              ...present("image", image),
              ...present("group", groupFor(group)),
              ...present("frame", frame && (fresh.get(frame) as ShapeId | undefined)),
            },
            origin,
          );
          break;
        }
        case "stroke": {
          const { tool, colour, width, points, erased, group } = copy.stroke;
          const laid = points.map((point) => ({ ...point, ...moved(point) }));
          const id = newId<StrokeId>(copy);
          addStroke(
            doc,
            {
              id,
              tool,
              colour,
              width,
              page: undefined,
              points: laid,
              erased,
              by,
              ...present("group", groupFor(group)),
            },
            origin,
          );
        }
      }
    }
  });
  return [...fresh.values()];
}

const idOf = (copy: Copy): string =>
  copy.kind === "note" ? copy.note.id : copy.kind === "shape" ? copy.shape.id : copy.stroke.id;

function present<K extends string, V>(key: K, value: V | undefined): { readonly [key in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [key in K]: V });
}

/** As text for the clipboard. */
export function packed(copies: Copies, newId: Acting["newId"]): string {
  const doc = new Y.Doc();
  const me = { memberId: "" as MemberId, name: "" };
  layDown({ doc, newId, me, act: (edit) => edit("packing") }, copies, copies.middle);
  let bytes = "";
  for (const byte of Y.encodeStateAsUpdate(doc)) bytes += String.fromCharCode(byte);
  doc.destroy();
  return btoa(bytes);
}

/** Undefined for what is none of ours. */
export function unpacked(text: string): Copies | undefined {
  const doc = new Y.Doc();
  try {
    Y.applyUpdate(
      doc,
      Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)),
    );
    const view = readBoard(doc);
    return copiesOf(view, thingsOf(view).keys());
  } catch {
    // Whatever it is, it is no copy of ours: then the clipboard's plain words are pasted.
    return undefined;
  } finally {
    doc.destroy();
  }
}
