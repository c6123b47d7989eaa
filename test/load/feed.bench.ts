/**
 * What one change costs on a table of 20,000 notes, from the document to the scene: a note moved, a
 * note selected, and nothing but a pointer that moves. It prints figures and fails for nothing.
 */
import { expect, test } from "vitest";
import { createTableItems, type TableItem } from "../../client/board/table/table-items.ts";
import { createScene } from "../../client/canvas/scene.ts";
import { createBoardReader } from "../../shared/board/reader.ts";
import { changeThings } from "../../shared/board/things.ts";
import { inventBoard } from "../fixtures/board.ts";

const rounds = 60;

test("20,000 notes and 300 papers", () => {
  const { doc } = inventBoard({ papers: 300, pagesPerPaper: 1, notes: 20_000, strokes: 0 }, 3);
  const reader = createBoardReader(doc);
  const items = createTableItems();
  const scene = createScene<TableItem>();
  const hand = { selection: new Set<string>(), current: undefined, writing: undefined };
  const notes = [...reader.view().notes.values()].filter(({ region }) => region === undefined);
  const feed = (selection: ReadonlySet<string>) =>
    scene.apply(items.edit(reader.view(), { ...hand, selection }));
  const took = (what: string, act: (i: number) => void): void => {
    const times = Array.from({ length: rounds }, (_, i) => {
      const begun = performance.now();
      act(i);
      return performance.now() - begun;
    }).toSorted((a, b) => a - b);
    const at = (share: number): string => (times[Math.floor(rounds * share)] ?? 0).toFixed(2);
    process.stdout.write(`${what.padEnd(44)} p50 ${at(0.5)} ms, p95 ${at(0.95)} ms\n`);
  };
  feed(hand.selection);
  took("nothing changed", () => void feed(hand.selection));
  took("another note selected", (i) => void feed(new Set([notes[i]?.id ?? ""])));
  took("200 notes selected, one more each time", (i) => {
    feed(new Set(notes.slice(0, 200 + i).map(({ id }) => id)));
  });
  took("a note moved in the document, read", (i) => {
    const note = notes[i];
    if (note) changeThings(doc, [{ kind: "note", id: note.id, pos: { x: i, y: i } }], "bench");
    reader.view();
  });
  took("the same into the scene", (i) => {
    const note = notes[i];
    if (note) changeThings(doc, [{ kind: "note", id: note.id, pos: { x: -i - 1, y: i } }], "bench");
    const view = reader.view();
    const begun = performance.now();
    scene.apply(items.edit(view, hand));
    return performance.now() - begun;
  });
  expect(scene.size()).toBe(20_300);
});
