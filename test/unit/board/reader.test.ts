import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import type { BlobHash, PageId, PaperId, PileId } from "../../../shared/base/ids.ts";
import { retitleBoard } from "../../../shared/board/meta.ts";
import { addEvidence, addNeed, deleteEvidence, deleteNeed } from "../../../shared/board/needs.ts";
import { addNote, deleteNotes, noteText } from "../../../shared/board/notes.ts";
import { createBoardReader, readBoard } from "../../../shared/board/reader.ts";
import { addStroke } from "../../../shared/board/strokes.ts";
import { pageRect } from "../../../shared/geometry/rect.ts";
import {
  addPapers,
  coverPage,
  deletePapers,
  maskPage,
  pagesRoot,
  tiersUnderCover,
  turnPages,
} from "../../../shared/papers/papers.ts";
import { addRegion, deleteRegions } from "../../../shared/papers/regions.ts";
import { recordsOf } from "../../../shared/records/records.ts";
import { addPile, deletePile } from "../../../shared/sorting/piles.ts";
import { placePaper } from "../../../shared/sorting/places.ts";

const id = <T extends string>(name: string): T => name as T;
const me = "me";
const tiers = [{ w: 850, h: 1100, hash: id<BlobHash>("a".repeat(64)) }];

/** Two piles, two papers of two pages, a region with a note on each paper, a need citing both. */
function aBoard() {
  const doc = new Y.Doc();
  for (const [name, order] of [
    ["left", "a0"],
    ["right", "a1"],
  ] as const) {
    const looks = { name, stock: undefined, criterion: "", mark: "star", colour: "sky" } as const;
    addPile(doc, { id: id<PileId>(name), order, ...looks }, me);
  }
  for (const [paper, order] of [
    ["one", "a0"],
    ["two", "a1"],
  ] as const) {
    const pages = [1, 2].map((n) => ({ id: id<PageId>(`${paper}-${n}`), tiers }));
    addPapers(doc, [{ id: id<PaperId>(paper), code: paper, order, pages }], me);
    const rect = pageRect(0.1, 0.1, 0.2, 0.2);
    addRegion(doc, { id: id(`${paper}-r`), page: id(`${paper}-1`), rect, by: id(me) }, me);
    addNote(
      doc,
      { id: id(`${paper}-note`), stance: "notice", region: id(`${paper}-r`), by: id(me) },
      me,
    );
  }
  addNeed(doc, { id: id("need"), words: "Scale", pile: id("left"), order: "a0", by: id(me) }, me);
  for (const paper of ["one", "two"]) {
    const evidence = { need: id<never>("need"), paper: id<never>(paper), order: "a0" };
    addEvidence(doc, { id: id(`${paper}-e`), region: id(`${paper}-r`), ...evidence }, me);
  }
  return doc;
}

describe("what stands on something deleted", () => {
  test("a deleted paper takes its pages, regions, notes and evidence out of sight", () => {
    const doc = aBoard();
    deletePapers(doc, [id("one")], me);
    const view = readBoard(doc);
    expect([...view.papers.keys()]).toEqual(["two"]);
    expect([...view.pages.keys()]).toEqual(["two-1", "two-2"]);
    expect([...view.regions.keys()]).toEqual(["two-r"]);
    expect([...view.notes.keys()]).toEqual(["two-note"]);
    expect(view.evidenceOf.get(id("need"))?.map((item) => item.id)).toEqual(["two-e"]);
    expect(view.sorted.unsorted).toEqual(["two"]);
  });

  test("a deleted region takes its note and its evidence out of sight", () => {
    const doc = aBoard();
    deleteRegions(doc, [id("one-r")], me);
    const view = readBoard(doc);
    expect([...view.notes.keys()]).toEqual(["two-note"]);
    expect(view.notesOn.has(id("one-r"))).toBe(false);
    expect(view.evidenceOf.get(id("need"))?.map((item) => item.id)).toEqual(["two-e"]);
  });

  test("a paper whose pile was deleted meanwhile is unsorted, not lost", () => {
    const doc = aBoard();
    placePaper(doc, id("one"), { pile: id("left"), order: "a5" }, me);
    deletePile(doc, id("left"), me);
    const view = readBoard(doc);
    expect(view.places.get(id("one"))).toEqual({ pile: undefined, order: "a5" });
    expect(view.sorted.unsorted).toEqual(["two", "one"]);
  });

  test("a need seen in a pile that was deleted meanwhile is a need of the whole board", () => {
    const doc = aBoard();
    deletePile(doc, id("left"), me);
    expect(readBoard(doc).needs.map(({ pile }) => pile)).toEqual([undefined]);
  });

  test("the evidence of a deleted need is not shown", () => {
    const doc = aBoard();
    deleteNeed(doc, id("need"), me);
    expect(readBoard(doc).evidenceOf.size).toBe(0);
  });

  test("a paper whose pages have not arrived yet is not shown", () => {
    const doc = aBoard();
    addPapers(doc, [{ id: id("three"), code: "three", order: "a9", pages: [] }], me);
    expect([...readBoard(doc).papers.keys()]).toEqual(["one", "two"]);
  });
});

describe("evidence", () => {
  test("the same region cited twice for a need reads as one", () => {
    const doc = aBoard();
    const again = { need: id<never>("need"), paper: id<never>("one"), order: "a9" };
    addEvidence(doc, { id: id("again"), region: id("one-r"), ...again }, me);
    expect(
      readBoard(doc)
        .evidenceOf.get(id("need"))
        ?.map((item) => item.id),
    ).toEqual(["one-e", "two-e"]);
  });

  test("cited twice at once goes when it is taken away once", () => {
    const doc = aBoard();
    const again = { need: id<never>("need"), paper: id<never>("one"), order: "a9" };
    addEvidence(doc, { id: id("again"), region: id("one-r"), ...again }, me);
    addEvidence(doc, { id: id("whole"), region: undefined, ...again }, me);
    deleteEvidence(doc, [id("one-e")], me);
    expect(
      readBoard(doc)
        .evidenceOf.get(id("need"))
        ?.map((item) => item.id),
    ).toEqual(["two-e", "whole"]);
  });

  test("a region says whose paper it is, whatever the evidence was told", () => {
    const doc = aBoard();
    const region = { region: id<never>("two-r"), need: id<never>("need"), order: "a9" };
    addEvidence(doc, { id: id("told"), paper: id("one"), ...region }, me);
    deletePapers(doc, [id("one")], me);
    const [shown] = readBoard(doc).evidenceOf.get(id("need")) ?? [];
    expect(shown?.paper).toBe("two");
  });
});

describe("what lies on top", () => {
  test("the note made last lies on top, in every browser and after a reload", () => {
    const [ann, ben] = [new Y.Doc(), new Y.Doc()];
    const pass = (from: Y.Doc, to: Y.Doc) => Y.applyUpdate(to, Y.encodeStateAsUpdate(from));
    ann.clientID = 5;
    ben.clientID = 9;
    for (const [i, [from, to]] of [
      [ann, ben],
      [ben, ann],
      [ann, ben],
      [ben, ann],
    ].entries()) {
      if (!from || !to) continue;
      addNote(from, { id: id(`note-${i}`), stance: "plain", by: id(me) }, me);
      pass(from, to);
    }
    const reloaded = new Y.Doc();
    pass(ann, reloaded);
    for (const doc of [ann, ben, reloaded]) {
      expect([...readBoard(doc).notes.keys()]).toEqual(["note-0", "note-1", "note-2", "note-3"]);
    }
  });

  test("a note brought back lies where it lay, and a new one above it", () => {
    const doc = new Y.Doc();
    const reader = createBoardReader(doc);
    const stack = () => [...reader.view().notes.keys()];
    for (const name of ["low", "middle", "high"]) {
      addNote(doc, { id: id(name), stance: "plain", by: id(me) }, me);
    }
    expect(stack()).toEqual(["low", "middle", "high"]);
    deleteNotes(doc, [id("high"), id("low")], me);
    expect(stack()).toEqual(["middle"]);
    addNote(doc, { id: id("newest"), stance: "plain", by: id(me) }, me);
    const low = recordsOf(doc, "notes").get("low");
    low?.set("alive", true);
    recordsOf(doc, "notes").get("high")?.set("alive", true);
    expect(stack()).toEqual(["low", "middle", "high", "newest"]);
    reader.destroy();
  });

  test("nonsense in place of a key does not keep new strokes from the top", () => {
    const doc = new Y.Doc();
    const ink = {
      tool: "pen",
      colour: "ink",
      width: 2,
      page: undefined,
      by: id<never>(me),
    } as const;
    const points = [{ x: 1, y: 1, pressure: 0.5 }];
    addStroke(doc, { id: id("first"), points, ...ink }, me);
    recordsOf(doc, "strokes").get("first")?.set("order", "~~~");
    addStroke(doc, { id: id("second"), points, ...ink }, me);
    addStroke(doc, { id: id("third"), points, ...ink }, me);
    const order = [...readBoard(doc).strokes.keys()];
    expect(order.indexOf(id("second"))).toBeLessThan(order.indexOf(id("third")));
  });
});

describe("a reader kept open", () => {
  test("keeps the identity of all that did not change", () => {
    const doc = aBoard();
    const reader = createBoardReader(doc);
    const before = reader.view();
    noteText(doc, id("one-note"))?.insert(0, "a shadow");
    const after = reader.view();
    expect(after.notes.get(id("one-note"))?.words).toBe("a shadow");
    expect(after.notes.get(id("two-note"))).toBe(before.notes.get(id("two-note")));
    expect(after.notesOn.get(id("two-r"))).toBe(before.notesOn.get(id("two-r")));
    const parts = Object.keys(before) as (keyof typeof before)[];
    expect(parts.filter((part) => after[part] !== before[part])).toEqual(["notes", "notesOn"]);
    reader.destroy();
  });

  test("moving a paper gives new places and leaves papers, pages and marks alone", () => {
    const doc = aBoard();
    const reader = createBoardReader(doc);
    const before = reader.view();
    placePaper(doc, id("one"), { pile: id("right"), order: "a0" }, me);
    const after = reader.view();
    expect(after.sorted.piles.get(id("right"))).toEqual(["one"]);
    expect(after.sorted.piles.get(id("left"))).toBe(before.sorted.piles.get(id("left")));
    for (const part of ["papers", "pages", "pagesOf", "regions", "notes", "meta"] as const) {
      expect(after[part]).toBe(before[part]);
    }
    reader.destroy();
  });

  test("tells its listeners of a change even when somebody asked for the view before", () => {
    const doc = aBoard();
    const reader = createBoardReader(doc);
    let told = 0;
    reader.subscribe(() => told++);
    // As the undo buttons do: they look while the transaction is being finished.
    doc.on("afterTransaction", () => reader.view());
    retitleBoard(doc, "Shadows", me);
    expect(told).toBe(1);
    reader.destroy();
  });

  test("does not tell its listeners of what changes nothing on the board", () => {
    const doc = aBoard();
    const reader = createBoardReader(doc);
    let told = 0;
    reader.subscribe(() => told++);
    doc.transact(() => recordsOf(doc, "papers").get("one")?.set("unheardOf", 1));
    doc.getMap("another").set("a", 1);
    expect(told).toBe(0);
    reader.destroy();
  });

  test("says nothing any more once destroyed or unsubscribed", () => {
    const doc = aBoard();
    const reader = createBoardReader(doc);
    let told = 0;
    const stop = reader.subscribe(() => told++);
    stop();
    retitleBoard(doc, "Shadows", me);
    reader.subscribe(() => told++);
    reader.destroy();
    retitleBoard(doc, "Light", me);
    expect(told).toBe(0);
  });
});

describe("a page that is turned", () => {
  const one = id<PageId>("one-1");
  const turnOf = (doc: Y.Doc) => readBoard(doc).pages.get(one)?.turn;

  test("is as wide as it was high, and goes round in four quarters", () => {
    const doc = aBoard();
    turnPages(doc, [one], 90, me);
    expect(readBoard(doc).pages.get(one)).toMatchObject({ turn: 90, size: { w: 1100, h: 850 } });
    for (const turn of [180, 270, 0]) {
      turnPages(doc, [one], 90, me);
      expect(turnOf(doc)).toBe(turn);
    }
    turnPages(doc, [one], -90, me);
    expect(turnOf(doc)).toBe(270);
    expect(readBoard(doc).pages.get(id<PageId>("one-2"))?.turn).toBe(0);
  });

  test("lies as it was scanned, whatever else somebody wrote of it", () => {
    const doc = aBoard();
    const record = recordsOf(doc, pagesRoot).get(one);
    for (const value of [45, -90, 360, "90", null, [90], { turn: 90 }, Number.NaN, true]) {
      record?.set("turn", value);
      expect(readBoard(doc).pages.get(one)).toMatchObject({ turn: 0, size: { w: 850, h: 1100 } });
    }
    turnPages(doc, [one, id("no such page")], -90, me);
    expect(turnOf(doc)).toBe(270);
  });

  test("lies the same for everybody after two turned it at once", () => {
    const ann = aBoard();
    const ben = new Y.Doc();
    Y.applyUpdate(ben, Y.encodeStateAsUpdate(ann));
    turnPages(ann, [one], 90, "ann");
    turnPages(ben, [one], -90, "ben");
    Y.applyUpdate(ben, Y.encodeStateAsUpdate(ann));
    Y.applyUpdate(ann, Y.encodeStateAsUpdate(ben));
    expect(turnOf(ann)).toBe(turnOf(ben));
    expect([90, 270]).toContain(turnOf(ann));
  });
});

describe("a covered page", () => {
  const pageId = id<PageId>("one-1");
  const hash = "b".repeat(64);
  const covered = () => {
    const doc = aBoard();
    recordsOf(doc, pagesRoot)
      .get(pageId)
      ?.set("tiers", [[850, 1100, hash]]);
    return doc;
  };
  const said = (doc: Y.Doc): string =>
    JSON.stringify(Object.values(readBoard(doc)), (_, value: unknown) =>
      value instanceof Map ? [...value] : value,
    );

  test("is on the board as large as it was, and no part of the view names its image", () => {
    const doc = covered();
    expect(said(doc)).toContain(hash);
    coverPage(doc, pageId, true, me);
    expect(said(doc)).not.toContain(hash);
    expect(readBoard(doc).pages.get(pageId)).toMatchObject({ covered: true, size: { w: 850 } });
    expect(readBoard(doc).regions.size).toBe(2);
    coverPage(doc, pageId, false, me);
    expect(said(doc)).toContain(hash);
  });

  test("is shown by masking what it was covered for, and by no other masking", () => {
    const doc = covered();
    coverPage(doc, pageId, true, me);
    maskPage(doc, pageId, tiers);
    expect(readBoard(doc).pages.get(pageId)?.tiers).toEqual([]);
    maskPage(doc, pageId, tiers, true);
    expect(readBoard(doc).pages.get(pageId)).toMatchObject({ covered: false, tiers });
    expect(tiersUnderCover(doc, pageId)).toEqual(tiers);
  });
});
