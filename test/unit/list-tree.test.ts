import { describe, expect, test } from "vitest";
import type * as Y from "yjs";
import { nameOfShape } from "../../client/list/row-names.ts";
import {
  isExpanded,
  needKey,
  needsKey,
  noteKey,
  paperKey,
  pileKey,
  type Row,
  sessionKey,
  tableKey,
} from "../../client/list/rows.ts";
import { createTree, wayTo } from "../../client/list/tree.ts";
import type { EvidenceId, MemberId, NeedId, PaperId, ShapeId } from "../../shared/base/ids.ts";
import { addEvidence, addNeed } from "../../shared/board/needs.ts";
import { addNote, deleteNotes, noteText } from "../../shared/board/notes.ts";
import { createBoardReader, readBoard } from "../../shared/board/reader.ts";
import { addShape, type NewShape } from "../../shared/board/shapes.ts";
import { changeThings, deleteThings } from "../../shared/board/things.ts";
import { deletePile } from "../../shared/sorting/piles.ts";
import { sendToPile } from "../../shared/sorting/places.ts";
import { inventBoard } from "../fixtures/board.ts";

const none = new Set<string>();
const unfolded = (papers: readonly string[]) => new Set(papers.map((id) => `paper:${id}`));

function ofKind<K extends Row["kind"]>(rows: readonly Row[], kind: K) {
  return rows.filter((row): row is Extract<Row, { kind: K }> => row.kind === kind);
}

describe("the session as a tree", () => {
  test("shows every paper exactly once, in the order of the table", () => {
    const { doc } = inventBoard();
    const view = readBoard(doc);
    const shown = ofKind(createTree().rows(view, none), "paper").map(({ paper }) => paper);
    const laid = [...view.sorted.unsorted, ...[...view.sorted.piles.values()].flat()];
    expect(shown).toEqual(laid);
    expect(new Set(shown).size).toBe(24);
  });

  test("a paper whose pile was deleted is among the unsorted, not lost", () => {
    const { doc, piles, papers } = inventBoard();
    const [pile] = piles;
    if (!pile) throw new Error("the board has piles");
    sendToPile(doc, papers, pile, undefined, "test");
    deletePile(doc, pile, "test");
    const rows = ofKind(createTree().rows(readBoard(doc), none), "paper");
    expect(rows.length).toBe(24);
    expect(rows.every(({ parent }) => parent === "unsorted")).toBe(true);
  });

  test("every row tells its place truly: level, position and how many there are", () => {
    const { doc, papers } = inventBoard();
    const rows = createTree().rows(readBoard(doc), unfolded(papers));
    const keys = new Map(rows.map((row) => [row.key, row]));
    expect(keys.size).toBe(rows.length);
    for (const row of rows) {
      const beside = rows.filter(({ parent }) => parent === row.parent);
      expect(row.setSize).toBe(beside.length);
      expect(row.position).toBe(beside.indexOf(row) + 1);
      expect(row.level).toBe(row.parent === undefined ? 1 : (keys.get(row.parent)?.level ?? 0) + 1);
      const open = rows.some(({ parent }) => parent === row.key);
      expect(row.expanded ?? false).toBe(open);
    }
  });

  test("marks, ink and notes on the table are all there once papers are unfolded", () => {
    const { doc, papers } = inventBoard({ marks: 60, notes: 20, strokes: 30 });
    const view = readBoard(doc);
    const rows = createTree().rows(view, unfolded(papers));
    const noted = [...ofKind(rows, "mark"), ...ofKind(rows, "note")].map(({ note }) => note);
    expect(new Set(noted)).toEqual(new Set(view.notes.keys()));
    const ink = ofKind(rows, "ink").flatMap(({ strokes }) => strokes);
    expect(new Set(ink)).toEqual(new Set(view.strokes.keys()));
  });

  test("a marked region without a note has a row of its own, with two notes it has two", () => {
    const { doc, papers, regions } = inventBoard({ marks: 1, papers: 1, pagesPerPaper: 1 });
    const [region] = regions;
    const [paper] = papers;
    if (!region || !paper) throw new Error("there is one mark");
    const tree = createTree();
    const marks = () => ofKind(tree.rows(readBoard(doc), unfolded([paper])), "mark");
    const [first] = [...readBoard(doc).notes.values()].filter((note) => note.region === region);
    deleteNotes(doc, first ? [first.id] : [], "test");
    expect(marks()).toMatchObject([{ note: undefined, stance: undefined, region }]);
    for (const id of ["note-one-aaaa", "note-two-aaaa"]) {
      addNote(doc, { id: id as never, stance: "notice", region, by: "m" as never }, "test");
    }
    expect(marks().map(({ key }) => key)).toEqual([
      noteKey("note-one-aaaa" as never),
      noteKey("note-two-aaaa" as never),
    ]);
  });

  test("a note that changed nothing but its look is another row, its neighbours are not", () => {
    const { doc } = inventBoard({ notes: 2 });
    const reader = createBoardReader(doc);
    const tree = createTree();
    const before = ofKind(tree.rows(reader.view(), none), "note");
    const [first] = before;
    const text = first && noteText(doc, first.note);
    text?.format(0, 1, { b: true });
    const after = ofKind(tree.rows(reader.view(), none), "note");
    expect(after.map((row, i) => row === before[i])).toEqual([false, true]);
    expect(after[0]?.words).toBe(first?.words);
    expect(after[0]?.blocks[0]?.runs[0]?.marks).toBe("b");
  });

  test("papers start folded and everything above them open, until somebody turns one over", () => {
    const { doc, piles } = inventBoard();
    const view = readBoard(doc);
    const tree = createTree();
    const marked = tree.rows(view, none).find((row) => row.kind === "paper" && row.marks > 0);
    expect(marked?.expanded).toBe(false);
    expect(isExpanded(sessionKey, none)).toBe(true);
    const [pile] = piles;
    const folded = new Set([pileKey(pile), tableKey]);
    const rows = tree.rows(view, folded);
    expect(rows.some(({ parent }) => parent === pileKey(pile) || parent === tableKey)).toBe(false);
    expect(tree.rows(view, new Set([sessionKey])).length).toBe(1);
  });

  test("after one paper moved, only rows that say something else are other objects", () => {
    const { doc, piles } = inventBoard({ papers: 100 });
    const reader = createBoardReader(doc);
    const tree = createTree();
    const before = tree.rows(reader.view(), none);
    const moved = reader.view().sorted.unsorted.at(-1);
    if (!moved) throw new Error("somebody is unsorted");
    sendToPile(doc, [moved], piles[2], "zz", "test");
    const after = tree.rows(reader.view(), none);
    const kept = new Set<Row>(before);
    const fresh = after.filter((row) => !kept.has(row)).map(({ key }) => key);
    const inThose = after.filter(
      ({ parent }) => parent === "unsorted" || parent === pileKey(piles[2]),
    );
    expect(fresh).toContain(paperKey(moved));
    // Both heaps count anew; nothing else was touched.
    expect(fresh.length).toBeLessThanOrEqual(inThose.length + 2);
    expect(after.length - fresh.length).toBeGreaterThan(30);
  });

  test("the first nine piles have a number to press, the unsorted nought", () => {
    const { doc } = inventBoard();
    const piles = ofKind(createTree().rows(readBoard(doc), none), "pile");
    expect(piles.map(({ digit }) => digit)).toEqual([0, 1, 2, 3]);
  });
});

describe("what lies free on the table", () => {
  const by = "maya" as MemberId;
  const shape = (name: string) => name as ShapeId;
  function drawn() {
    const { doc, papers } = inventBoard({ papers: 2, notes: 0, strokes: 0, marks: 0, needs: 0 });
    const add = (name: string, of: Omit<NewShape, "id" | "by">): void =>
      addShape(doc, { id: shape(name), by, ...of }, "test");
    add("frame", { kind: "frame", pos: { x: 0, y: 0 }, name: "Next time" });
    add("box", { kind: "box", pos: { x: 20, y: 60 }, words: "Fractions", frame: shape("frame") });
    add("inner", { kind: "frame", pos: { x: 300, y: 60 }, frame: shape("frame") });
    add("text", { kind: "text", pos: { x: 310, y: 70 }, words: "Deep", frame: shape("inner") });
    const end = (on: string) => ({ at: { x: 0, y: 900 }, on, side: { x: 0.5, y: 0.5 } });
    add("arrow", { kind: "arrow", ends: { from: end("box"), to: end(papers[0] ?? "") } });
    return { doc, papers, add };
  }
  const tableRows = (doc: Y.Doc) =>
    ofKind(createTree().rows(readBoard(doc), none), "shape").map(
      ({ shape, parent, level }) => `${shape} ${parent} ${level}`,
    );

  test("stands under the frame that owns it, and frames in frames", () => {
    expect(tableRows(drawn().doc)).toEqual([
      "frame table 3",
      "box shape:frame 4",
      "inner shape:frame 4",
      "text shape:inner 5",
      "arrow table 3",
    ]);
  });

  test("is not lost with its frame, nor where frames own each other", () => {
    const { doc } = drawn();
    changeThings(doc, [{ kind: "shape", id: shape("frame"), frame: shape("inner") }], "test");
    expect(tableRows(doc).toSorted()).toEqual([
      "arrow table 3",
      "box table 3",
      "frame table 3",
      "inner table 3",
      "text table 3",
    ]);
    deleteThings(doc, [{ kind: "shape", id: shape("frame") }], "test");
    expect(tableRows(doc)).toContain("box table 3");
  });

  test("says what a line joins, also once that says something else", () => {
    const { doc, papers } = drawn();
    const tree = createTree();
    const arrow = () => {
      const rows = ofKind(tree.rows(readBoard(doc), none), "shape");
      const row = rows.find((one) => one.shapeKind === "arrow");
      return row && nameOfShape(row);
    };
    const code = readBoard(doc).papers.get(papers[0] as PaperId)?.code;
    expect(arrow()).toBe(`Fractions → ${code}`);
    deleteThings(doc, [{ kind: "shape", id: shape("box") }], "test");
    expect(arrow()).toBe(`the table → ${code}`);
  });

  test("has its way from the session down", () => {
    expect(wayTo(readBoard(drawn().doc), "text")).toEqual([
      sessionKey,
      tableKey,
      "shape:frame",
      "shape:inner",
      "shape:text",
    ]);
  });
});

describe("needs in the tree", () => {
  const by = "" as MemberId;

  test("stand behind the piles in their order, each with what it stands on; without needs there is no row", () => {
    const { doc, piles, papers } = inventBoard({ needs: 0 });
    const tree = createTree();
    expect(ofKind(tree.rows(readBoard(doc), none), "needs")).toEqual([]);
    const [pile] = piles;
    const [paper, other] = papers;
    if (!pile || !paper || !other) throw new Error("the board has piles and papers");
    const whole = "of-all" as NeedId;
    const seen = "of-pile" as NeedId;
    addNeed(doc, { id: whole, words: "Tilt", pile: undefined, order: "a0", by }, "test");
    addNeed(doc, { id: seen, words: "Shadows", pile, order: "a1", by }, "test");
    for (const [i, target] of [paper, other].entries()) {
      const id = `evidence-${i}` as EvidenceId;
      addEvidence(doc, { id, need: seen, paper: target, region: undefined, order: `a${i}` }, "t");
    }
    const view = readBoard(doc);
    const folded = tree.rows(view, none);
    expect(ofKind(folded, "need").map(({ need, hunch, papers: on }) => [need, hunch, on])).toEqual([
      [seen, false, 2],
      [whole, true, 0],
    ]);
    expect(ofKind(folded, "evidence")).toEqual([]);
    const rows = tree.rows(view, new Set([needKey(seen)]));
    expect(ofKind(rows, "evidence").map((row) => row.paper)).toEqual([paper, other]);
    expect(wayTo(view, seen)).toEqual([sessionKey, needsKey, needKey(seen)]);
    for (const row of rows) {
      const beside = rows.filter(({ parent }) => parent === row.parent);
      expect([row.position, row.setSize]).toEqual([beside.indexOf(row) + 1, beside.length]);
    }
  });
});
