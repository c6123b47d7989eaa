import { describe, expect, test } from "vitest";
import {
  idleNote,
  type NoteInput,
  type NoteState,
  stepNote,
} from "../../client/tools/note-tool.ts";

function put(...inputs: readonly NoteInput[]) {
  let state: NoteState = idleNote;
  let made;
  for (const input of inputs) {
    const [next, effect] = stepNote(state, input);
    state = next;
    made ??= effect;
  }
  return made;
}
const press: NoteInput = { is: "press", at: { x: 10, y: 10 }, slop: 4 };

describe("putting a note on the table", () => {
  test("a press and a lift put it where the hand pressed", () => {
    const lift: NoteInput = { is: "lift", at: { x: 12, y: 11 } };
    expect(put(press, lift)).toEqual({ do: "put-note", at: { x: 10, y: 10 } });
  });

  test("a drag is no note, and neither is a press that was taken back", () => {
    expect(
      put(press, { is: "move", at: { x: 90, y: 10 } }, { is: "lift", at: { x: 10, y: 10 } }),
    ).toBeUndefined();
    expect(put(press, { is: "cancel" }, { is: "lift", at: { x: 10, y: 10 } })).toBeUndefined();
  });
});
