import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { createHistory } from "../../../client/sync/history.ts";
import { schemaVersion } from "../../../shared/board/meta.ts";
import { newBoard } from "../../../shared/board/new-board.ts";
import { readBoard } from "../../../shared/board/reader.ts";
import { deletePile, renamePile } from "../../../shared/sorting/piles.ts";
import { boardRoots } from "../../fixtures/classroom.ts";

const ids = () => {
  let next = 1;
  return () => `pile-${next++}` as never;
};
const opened = (board: Uint8Array) => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, board);
  return doc;
};

describe("a new board", () => {
  test("has its title and three piles from not yet to got it, unnamed so that each reads their own language", () => {
    const { meta, piles, papers, needs } = readBoard(opened(newBoard("  Seasons ", ids())));
    expect(meta).toEqual({
      title: "Seasons",
      question: "",
      task: { prompt: "", lookFor: "" },
      tried: "",
      schemaVersion,
    });
    expect(piles.map(({ stock, name }) => [stock, name])).toEqual([
      ["notYet", ""],
      ["almostThere", ""],
      ["gotIt", ""],
    ]);
    expect(new Set(piles.map(({ mark }) => mark)).size).toBe(3);
    expect(new Set(piles.map(({ colour }) => colour)).size).toBe(3);
    expect([papers.size, needs.length]).toEqual([0, 0]);
  });

  test("opened by two and changed by both at once is one board", () => {
    const board = newBoard("Seasons", ids());
    const [ann, ben] = [opened(board), opened(board)];
    renamePile(ann, "pile-1" as never, "Starting", "ann");
    deletePile(ben, "pile-3" as never, "ben");
    Y.applyUpdate(ann, Y.encodeStateAsUpdate(ben));
    Y.applyUpdate(ben, Y.encodeStateAsUpdate(ann));
    for (const doc of [ann, ben]) {
      expect(readBoard(doc).piles.map(({ name }) => name)).toEqual(["Starting", ""]);
    }
  });

  test("holds nothing that anybody could undo", () => {
    const doc = new Y.Doc();
    const history = createHistory(doc, boardRoots, ["me"]);
    Y.applyUpdate(doc, newBoard("Seasons", ids()), "from the room");
    history.undo();
    expect(readBoard(doc).piles).toHaveLength(3);
    history.destroy();
  });
});
