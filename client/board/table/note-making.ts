/** Putting a note on the table: where the hand pressed, or in the middle of what is seen. */
import type { NoteId } from "../../../shared/base/ids.ts";
import { addNote, noteSize } from "../../../shared/board/notes.ts";
import { changeThings, thingsOf } from "../../../shared/board/things.ts";
import type { Point, Size } from "../../../shared/geometry/rect.ts";
import { toBoard } from "../../canvas/camera.ts";
import type { ToolPointer } from "../../canvas/hands.ts";
import type { BoardSession } from "../../sync/board-session.ts";
import { idleNote, type NoteState, stepNote } from "../../tools/note-tool.ts";
import { frameAt } from "../shapes/belonging.ts";
import { change, select, type TableStore } from "../table-state.ts";
import type { TableGround } from "./table-ground.ts";

export interface NoteMaking {
  input(input: ToolPointer, at: Point): void;
  /** Puts a note down and begins to write on it. */
  put(at?: Point): NoteId;
  cancel(): void;
}

const slopPx = 4;

export function createNoteMaking(
  session: BoardSession,
  state: TableStore,
  ground: Pick<TableGround, "camera" | "size" | "reveal">,
): NoteMaking {
  let machine: NoteState = idleNote;

  function put(at?: Point): NoteId {
    const camera = ground.camera();
    const { w, h } = ground.size();
    const middle = at ?? toBoard(camera, { x: w / 2, y: h / 3 });
    const id = session.newId<NoteId>();
    const size = sizeAt(camera.scale);
    const pos = { x: Math.round(middle.x - size.w / 2), y: Math.round(middle.y - size.h / 6) };
    const view = session.reader.view();
    const frame = frameAt(thingsOf(view), view.shapes, { ...pos, ...size });
    session.act((origin) => {
      addNote(session.doc, { id, stance: "plain", pos, size, by: session.me.memberId }, origin);
      if (frame) changeThings(session.doc, [{ kind: "note", id, frame }], origin);
    });
    change(state, { tool: "select", writing: id });
    select(state, [id]);
    ground.reveal({ ...pos, ...size });
    return id;
  }

  return {
    input(input, at) {
      const slop = slopPx / ground.camera().scale;
      const [next, effect] = stepNote(
        machine,
        input.is === "down"
          ? { is: "press", at, slop }
          : input.is === "cancel"
            ? { is: "cancel" }
            : { is: input.is === "up" ? "lift" : "move", at },
      );
      machine = next;
      if (effect) put(effect.at);
    },
    put,
    cancel() {
      machine = idleNote;
    },
  };
}

/** A note looks about the same on the screen whatever the zoom it is made at, so that it can be read. */
function sizeAt(scale: number): Size {
  const times = Math.min(6, Math.max(1, Math.round(4 / scale) / 4));
  return { w: noteSize.w * times, h: noteSize.h * times };
}
