/**
 * A lane of 5 MB as a team leaves it after months: 5,000 notes and 20,000 marks of forty people, moved,
 * typed into and partly deleted. The same bytes each time. Its shape is that of the load harness's board.
 */
import * as Y from "yjs";
import { seededRandom } from "../../shared/base/random.ts";

const words =
  "they show us need count group tens ones place value fraction compare because answer model".split(
    " ",
  );

/** A Yjs update, v1. */
export function largeBoard(): Uint8Array {
  const random = seededRandom(42);
  const below = (n: number): number => Math.floor(random() * n);
  const phrase = (n: number): string =>
    Array.from({ length: n }, () => words[below(words.length)]).join(" ");
  const doc = new Y.Doc();
  const clients = Array.from({ length: 40 }, (_, i) => 5_000_011 + i * 104_729);
  const notes = doc.getMap<Y.Map<unknown>>("notes");
  const marks = doc.getMap<Y.Map<unknown>>("marks");
  const asSomebody = (edit: () => void): void => {
    doc.clientID = clients[below(clients.length)] as number;
    doc.transact(edit);
  };
  const thing = (facts: object): Y.Map<unknown> => new Y.Map<unknown>(Object.entries(facts));
  for (let i = 0; i < 5_000; i++) {
    const note = thing({ x: below(20_000), y: below(20_000), w: 180, h: 180, by: `t${i % 30}` });
    const text = new Y.Text();
    note.set("text", text);
    asSomebody(() => void notes.set(`n${i}`, note));
    asSomebody(() => text.insert(0, phrase(8 + below(8))));
    if (i % 3 === 0) asSomebody(() => text.delete(below(9), 9));
    for (let moves = below(4); moves > 0; moves--) {
      asSomebody(() => {
        note.set("x", below(20_000));
        note.set("y", below(20_000));
      });
    }
  }
  for (let i = 0; i < 20_000; i++) {
    const facts = { x: below(1700), y: below(2200), w: 120, h: 60, kind: "box" };
    const mark = thing({ ...facts, paper: `p${i % 300}`, by: `t${i % 30}`, tag: phrase(1) });
    mark.set("note", phrase(5));
    asSomebody(() => void marks.set(`m${i}`, mark));
    if (i % 4 === 0) asSomebody(() => void mark.set("note", phrase(7)));
    if (i % 11 === 0) asSomebody(() => marks.delete(`m${i}`));
  }
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}
