import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import type { ColumnId, PaperId } from "../../../shared/base/ids.ts";
import { seededRandom } from "../../../shared/base/random.ts";
import { type BoardView, readBoard } from "../../../shared/board/reader.ts";
import {
  bringInColumns,
  type ColumnToBring,
  deleteColumns,
  showOnCards,
} from "../../../shared/numbers/column-edits.ts";
import { columnsOnCards, columnsRoot, type Value } from "../../../shared/numbers/columns.ts";
import { deletePapers } from "../../../shared/papers/papers.ts";
import { inventBoard, seededIds } from "../../fixtures/board.ts";
import { createClassroom } from "../../fixtures/classroom.ts";

const newId = seededIds(seededRandom(7));
const invented = inventBoard({ papers: 3 });
const [a, b, c] = invented.papers as [PaperId, PaperId, PaperId];
const start = Y.encodeStateAsUpdate(invented.doc);

function aBoard(): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, start);
  return doc;
}
const column = (
  title: string,
  values: readonly (readonly [PaperId, Value | undefined])[],
  kind: ColumnToBring["kind"] = "number",
): ColumnToBring => ({ title, kind, values: new Map(values) });
const bring = (doc: Y.Doc, ...columns: ColumnToBring[]): readonly ColumnId[] =>
  bringInColumns(doc, columns, readBoard(doc).columns, newId, "me");
const seen = ({ columns }: BoardView) =>
  columns.map(({ title, kind, values }) => ({ title, kind, values: Object.fromEntries(values) }));

describe("columns brought in", () => {
  test("stand in the order of their table, behind those that are there", () => {
    const doc = aBoard();
    bring(doc, column("one", [[a, 1]]), column("two", [[b, 2]]));
    bring(doc, column("three", []));
    expect(readBoard(doc).columns.map(({ title }) => title)).toEqual(["one", "two", "three"]);
  });

  test("by the same title update what is said of their papers, and of no others", () => {
    const doc = aBoard();
    const [id] = bring(
      doc,
      column("Item 1", [
        [a, 1],
        [b, 2],
      ]),
    );
    expect(
      bring(
        doc,
        column("item_1", [
          [b, undefined],
          [c, 3],
        ]),
      ),
    ).toEqual([id]);
    expect(seen(readBoard(doc))).toEqual([
      { title: "Item 1", kind: "number", values: { [a]: 1, [c]: 3 } },
    ]);
  });

  test("of another kind keep what other papers' values say", () => {
    const doc = aBoard();
    bring(
      doc,
      column("level", [
        [a, 1],
        [b, 2],
      ]),
    );
    bring(doc, column("level", [[a, "high"]], "category"));
    expect(seen(readBoard(doc))).toEqual([
      { title: "level", kind: "category", values: { [a]: "high", [b]: "2" } },
    ]);
    bring(
      doc,
      column("level", [
        [a, 5],
        [b, 6],
      ]),
    );
    expect(seen(readBoard(doc))[0]).toMatchObject({ kind: "number", values: { [a]: 5, [b]: 6 } });
  });

  test("say nothing of a paper that is off the board, and again once it is back", () => {
    const doc = aBoard();
    bring(
      doc,
      column("one", [
        [a, 1],
        [b, 2],
      ]),
    );
    deletePapers(doc, [a], "me");
    expect(readBoard(doc).columns[0]?.values).toEqual(new Map([[b, 2]]));
  });

  test("go and come back in one step of undo each", () => {
    const teach = createClassroom({
      names: ["ann"],
      random: seededRandom(1),
      start,
      inOrder: "sender",
    });
    const [ann] = teach.teachers;
    if (!ann) throw new Error("nobody");
    const bringIn = (...columns: ColumnToBring[]) =>
      ann.act((origin) =>
        bringInColumns(ann.doc, columns, ann.reader.view().columns, newId, origin),
      );
    bringIn(column("one", [[a, 1]]), column("two", [[a, 2]]));
    const first = seen(ann.reader.view());
    bringIn(
      column("one", [
        [a, undefined],
        [b, 9],
      ]),
      column("three", [[c, 3]]),
    );
    const second = seen(ann.reader.view());
    ann.history.undo();
    expect(seen(ann.reader.view())).toEqual(first);
    ann.history.undo();
    expect(ann.reader.view().columns).toEqual([]);
    ann.history.redo();
    ann.history.redo();
    expect(seen(ann.reader.view())).toEqual(second);
  });

  test("are on at most three of the cards' lines, and go when they are taken away", () => {
    const doc = aBoard();
    const ids = bring(doc, ...["a", "b", "c", "d"].map((title) => column(title, [])));
    for (const id of ids) showOnCards(doc, id, true, "me");
    expect(columnsOnCards(readBoard(doc).columns).map(({ title }) => title)).toEqual([
      "a",
      "b",
      "c",
    ]);
    deleteColumns(doc, ids.slice(0, 2), "me");
    expect(columnsOnCards(readBoard(doc).columns).map(({ title }) => title)).toEqual(["c", "d"]);
  });
});

test("a column of nonsense reads as what makes sense of it", () => {
  const doc = aBoard();
  const record = new Y.Map<unknown>(
    Object.entries({
      alive: true,
      title: { no: "title" },
      kind: "rank",
      order: 7,
      onCards: "yes",
      [`of.${a}`]: ["list"],
      [`of.${b}`]: Number.NaN,
      [`of.${c}`]: "x".repeat(5000),
      "of.nobody": "gone",
    }),
  );
  doc.getMap(columnsRoot).set("column-of-nonsense", record);
  doc.getMap(columnsRoot).set("no-record", 5);
  const [read, ...others] = readBoard(doc).columns;
  expect(others).toEqual([]);
  expect(read).toMatchObject({ title: "", kind: "text", order: "", onCards: false });
  expect([...(read?.values ?? [])]).toEqual([[c, "x".repeat(120)]]);
});
