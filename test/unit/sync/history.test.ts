import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { createHistory } from "../../../client/sync/history.ts";
import { retitleBoard } from "../../../shared/board/meta.ts";
import { addNote, colourNote, deleteNotes, noteText } from "../../../shared/board/notes.ts";
import { readBoard } from "../../../shared/board/reader.ts";
import { changeThings } from "../../../shared/board/things.ts";
import { readWords, replaceWords } from "../../../shared/text/flat-text.ts";

const note = "a-note" as never;

/** A teacher with a document of her own; `hears` brings over what she lacks of another's. */
function aTeacher(clientId: number) {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  const acting = Symbol("acting");
  const typing = Symbol("typing");
  const history = createHistory(doc, ["meta", "notes"], [acting, typing]);
  return {
    doc,
    history,
    act: (edit: (doc: Y.Doc, origin: unknown) => void) => history.step(() => edit(doc, acting)),
    type(words: string) {
      const text = noteText(doc, note);
      const before = readWords(text);
      if (text) replaceWords(text, before, words, words.length, typing);
    },
    hears: (other: { readonly doc: Y.Doc }) =>
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(other.doc), "from the server"),
    note: () => readBoard(doc).notes.get(note),
    title: () => readBoard(doc).meta.title,
  };
}

/** The client whose write of one of the note's registers counts. */
const whoWrote = (doc: Y.Doc, register: string): number | undefined =>
  doc.getMap<Y.Map<unknown>>("notes").get(note)?._map.get(register)?.id.client;

const addIt = (doc: Y.Doc, origin: unknown) =>
  addNote(doc, { id: note, stance: "plain", words: "first", by: "ann" as never }, origin);
const moveTo = (x: number) => (doc: Y.Doc, origin: unknown) =>
  changeThings(doc, [{ kind: "note", id: note, pos: { x, y: 0 } }], origin);
const call = (title: string) => (doc: Y.Doc, origin: unknown) => retitleBoard(doc, title, origin);

function annAndBen() {
  const ann = aTeacher(9);
  const ben = aTeacher(5);
  const meet = () => {
    ben.hears(ann);
    ann.hears(ben);
    ben.hears(ann);
  };
  ann.act(addIt);
  ann.act(moveTo(0));
  meet();
  return { ann, ben, meet };
}

describe("undo and redo", () => {
  test("take back a move and make it again", () => {
    const { ann } = annAndBen();
    ann.act(moveTo(10));
    ann.history.undo();
    expect(ann.note()?.pos.x).toBe(0);
    ann.history.redo();
    expect(ann.note()?.pos.x).toBe(10);
  });

  test("take back a colour that was never chosen before", () => {
    const { ann } = annAndBen();
    ann.act((doc, origin) => colourNote(doc, note, "sky", origin));
    ann.history.undo();
    expect(ann.note()?.colour).toBe("honey");
    ann.history.redo();
    expect(ann.note()?.colour).toBe("sky");
  });

  test("leave what a colleague chose alike at the same time, and take back the rest", () => {
    const { ann, ben, meet } = annAndBen();
    const sky = (doc: Y.Doc, origin: unknown) => colourNote(doc, note, "sky", origin);
    ben.act((doc, origin) => {
      sky(doc, origin);
      retitleBoard(doc, "Shadows", origin);
    });
    ann.act((doc, origin) => {
      sky(doc, origin);
      changeThings(doc, [{ kind: "note", id: note, pos: { x: 10, y: 0 } }], origin);
    });
    meet();
    // Of two who wrote at once one wins; the other's undo must not take the winner's away.
    const loser = whoWrote(ann.doc, "colour") === ann.doc.clientID ? ben : ann;
    loser.history.undo();
    meet();
    expect([ann.note()?.colour, ben.note()?.colour]).toEqual(["sky", "sky"]);
    expect([ann.note()?.pos.x, ben.title()]).toEqual(loser === ann ? [0, "Shadows"] : [10, ""]);
  });

  test("go back step by step, also below a move that a colleague's at the same time lost to", () => {
    const { ann, ben, meet } = annAndBen();
    ann.act(moveTo(1));
    meet();
    ann.act(moveTo(2));
    ben.act(moveTo(50));
    meet();
    expect(ben.note()?.pos.x).toBe(2);
    const seen = [1, 2].map(() => {
      ann.history.undo();
      return ann.note()?.pos.x;
    });
    expect(seen).toEqual([1, 0]);
    expect(ann.history.state().canUndo).toBe(true);
  });

  test("an act of many edits is one step", () => {
    const { ann } = annAndBen();
    ann.act((doc, origin) => {
      changeThings(doc, [{ kind: "note", id: note, pos: { x: 7, y: 7 } }], origin);
      retitleBoard(doc, "Shadows", origin);
      addNote(doc, { id: "another" as never, stance: "plain", by: "ann" as never }, origin);
    });
    ann.history.undo();
    expect([ann.note()?.pos.x, ann.title(), readBoard(ann.doc).notes.size]).toEqual([0, "", 1]);
    ann.history.redo();
    expect([ann.note()?.pos.x, ann.title(), readBoard(ann.doc).notes.size]).toEqual([
      7,
      "Shadows",
      2,
    ]);
  });

  test("an act that breaks in the middle leaves the next act a step of its own", () => {
    const { ann } = annAndBen();
    expect(() =>
      ann.act((doc, origin) => {
        changeThings(doc, [{ kind: "note", id: note, pos: { x: 7, y: 7 } }], origin);
        throw new Error("broken");
      }),
    ).toThrow("broken");
    ann.act(call("Shadows"));
    ann.history.undo();
    expect([ann.note()?.pos.x, ann.title()]).toEqual([7, ""]);
  });

  test("undo of a creation hides, redo brings back the same with what a colleague typed meanwhile", () => {
    const { ann, ben, meet } = annAndBen();
    ann.history.undo();
    ann.history.undo();
    expect(ann.note()).toBeUndefined();
    ben.type("first, and Ben's words");
    meet();
    ann.history.redo();
    meet();
    expect(ann.note()?.words).toBe("first, and Ben's words");
    expect(ben.note()).toEqual(ann.note());
  });

  test("undo of a deletion keeps what a colleague typed meanwhile", () => {
    const { ann, ben, meet } = annAndBen();
    ann.act((doc, origin) => deleteNotes(doc, [note], origin));
    ben.type("first, and more");
    meet();
    ann.history.undo();
    meet();
    expect(ben.note()?.words).toBe("first, and more");
  });

  test("undo of typing takes one's own letters and leaves a colleague's", () => {
    const { ann, ben, meet } = annAndBen();
    ann.type("first of Ann");
    meet();
    ben.type("Ben: first of Ann");
    meet();
    ann.history.undo();
    meet();
    expect(ben.note()?.words).toBe("Ben: first");
    ann.history.redo();
    meet();
    expect(ben.note()?.words).toBe("Ben: first of Ann");
  });
});

describe("undo never touches what somebody else did", () => {
  test("a colleague's later move stays, and undo goes on to the step before", () => {
    const { ann, ben, meet } = annAndBen();
    ann.act(call("Shadows"));
    ann.act(moveTo(10));
    meet();
    ben.act(moveTo(20));
    meet();
    ann.history.undo();
    expect(ann.note()?.pos.x).toBe(20);
    expect(ann.title()).toBe("");
  });

  test("a step of which a colleague overtook one part is undone in the others", () => {
    const { ann, ben, meet } = annAndBen();
    ann.act((doc, origin) => {
      moveTo(10)(doc, origin);
      call("Shadows")(doc, origin);
    });
    meet();
    ben.act(moveTo(20));
    meet();
    ann.history.undo();
    expect([ann.note()?.pos.x, ann.title()]).toEqual([20, ""]);
    ann.history.redo();
    expect([ann.note()?.pos.x, ann.title()]).toEqual([20, "Shadows"]);
  });

  test("of two moves at once the winner's undo goes back to the place before, not to none", () => {
    const { ann, ben, meet } = annAndBen();
    ann.act(moveTo(5));
    meet();
    ann.act(moveTo(10));
    ben.act(moveTo(20));
    meet();
    const [winner, loser] = ann.note()?.pos.x === 10 ? [ann, ben] : [ben, ann];
    winner.history.undo();
    meet();
    expect(loser.note()?.pos.x).toBe(5);
  });

  test("of two moves at once the loser's undo changes nothing", () => {
    const { ann, ben, meet } = annAndBen();
    ann.act(moveTo(10));
    ben.act(moveTo(20));
    meet();
    const won = ann.note()?.pos.x;
    const loser = won === 10 ? ben : ann;
    loser.history.undo();
    meet();
    expect(ann.note()?.pos.x).toBe(won);
  });

  test("after an undo that brought back a colleague's value, the next undo leaves it", () => {
    const { ann, ben, meet } = annAndBen();
    ann.act(moveTo(10));
    meet();
    ben.act(moveTo(20));
    meet();
    ann.act(moveTo(30));
    ann.history.undo();
    expect(ann.note()?.pos.x).toBe(20);
    ann.act(call("Shadows"));
    ann.history.undo();
    ann.history.undo();
    meet();
    // What is left to undo is the creation; the place is Ben's.
    expect(ann.note()).toBeUndefined();
    ann.history.redo();
    expect(ann.note()?.pos.x).toBe(20);
  });

  test("two who delete the same note at once each undo their own: it is back", () => {
    const { ann, ben, meet } = annAndBen();
    const remove = (doc: Y.Doc, origin: unknown) => deleteNotes(doc, [note], origin);
    ann.act(remove);
    ben.act(remove);
    meet();
    ann.history.undo();
    ben.history.undo();
    meet();
    expect(ann.note()?.words).toBe("first");
    expect(ben.note()).toEqual(ann.note());
  });

  test("what the server or a colleague wrote is never a step", () => {
    const { ann, ben } = annAndBen();
    ben.history.undo();
    expect(ben.history.state()).toEqual({ canUndo: false, canRedo: false });
    expect(ben.note()?.words).toBe("first");
    expect(ann.history.state().canUndo).toBe(true);
  });
});

describe("the state of the buttons", () => {
  test("follows the steps there are", () => {
    const { ann } = annAndBen();
    const seen: boolean[][] = [];
    ann.history.subscribe(() => {
      const { canUndo, canRedo } = ann.history.state();
      seen.push([canUndo, canRedo]);
    });
    ann.history.undo();
    ann.history.undo();
    ann.history.redo();
    ann.act(call("Shadows"));
    expect(seen).toEqual([
      [true, true],
      [false, true],
      [true, true],
      [true, false],
    ]);
  });

  test("says there is nothing to undo once all that was left is a colleague's", () => {
    const { ann, ben, meet } = annAndBen();
    ben.act(moveTo(3));
    meet();
    ann.act(moveTo(4));
    meet();
    ben.history.undo();
    expect(ben.note()?.pos.x).toBe(4);
    expect(ben.history.state()).toEqual({ canUndo: false, canRedo: false });
  });

  test("a new act clears what could be redone", () => {
    const { ann } = annAndBen();
    ann.act(moveTo(10));
    ann.history.undo();
    ann.act(moveTo(30));
    ann.history.redo();
    expect(ann.note()?.pos.x).toBe(30);
  });
});
