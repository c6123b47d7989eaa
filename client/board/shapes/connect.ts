/** Joining two things with an arrow, without a hand that draws it. */
import type { PaperId, ShapeId } from "../../../shared/base/ids.ts";
import { layoutBoard } from "../../../shared/board/layout.ts";
import type { BoardView } from "../../../shared/board/reader.ts";
import { addShape, isLine, type LineEnd } from "../../../shared/board/shapes.ts";
import { type ThingId, thingsOf } from "../../../shared/board/things.ts";
import { middleOf } from "../../../shared/geometry/turned.ts";
import type { Acting } from "../../needs/acting.ts";

/** An arrow from one paper or thing to another; undefined where one of the two is none that can be joined. */
export function connectThings(session: Acting, from: string, to: string): ShapeId | undefined {
  const view = session.reader.view();
  const ends = { from: endOn(view, from), to: endOn(view, to) };
  if (!ends.from || !ends.to || from === to) return undefined;
  const id = session.newId<ShapeId>();
  const both = { from: ends.from, to: ends.to };
  const by = session.me.memberId;
  session.act((origin) => addShape(session.doc, { id, kind: "arrow", ends: both, by }, origin));
  return id;
}

function endOn(view: BoardView, id: string): LineEnd | undefined {
  const shape = view.shapes.get(id as ShapeId);
  if (shape && isLine(shape)) return undefined;
  const thing = thingsOf(view).get(id as ThingId);
  const box = thing ? thing.box : layoutBoard(view).papers.get(id as PaperId);
  return box && { at: middleOf(box), on: id, side: { x: 0.5, y: 0.5 } };
}
