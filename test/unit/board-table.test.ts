import { describe, expect, test } from "vitest";
import { readAddress } from "../../client/board/address.ts";
import { neighbour } from "../../client/board/table/neighbours.ts";
import { createTableItems } from "../../client/board/table/table-items.ts";
import { deleteNotes, notesRoot } from "../../shared/board/notes.ts";
import { createBoardReader, readBoard } from "../../shared/board/reader.ts";
import { changeThings } from "../../shared/board/things.ts";
import { deletePapers } from "../../shared/papers/papers.ts";
import { setAlive } from "../../shared/records/records.ts";
import { inventBoard } from "../fixtures/board.ts";

const nothing = {
  selection: new Set<string>(),
  current: undefined,
  writing: undefined,
  threads: new Map<string, number>(),
};

describe("the board as things on the table", () => {
  test("each paper and each note on the table is one thing, notes above papers", () => {
    const { doc } = inventBoard({ papers: 6, notes: 4 }, 2);
    const view = readBoard(doc);
    const items = [...createTableItems().edit(view, nothing).put];
    const of = (kind: string) => items.filter((item) => item.kind === kind);
    expect(of("paper")).toHaveLength(6);
    expect(of("note")).toHaveLength(4);
    const highest = Math.max(...of("paper").map(({ layer }) => layer));
    expect(of("note").every(({ layer }) => layer > highest)).toBe(true);
  });

  test("moving one note leaves every other thing's content as it was", () => {
    const { doc, notes } = inventBoard({ papers: 6, notes: 4 }, 2);
    const reader = createBoardReader(doc);
    const maker = createTableItems();
    maker.edit(reader.view(), nothing);
    const free = [...reader.view().notes.values()].find(({ region }) => region === undefined);
    if (!free) throw new Error(`one of ${notes.length} notes lies free`);
    changeThings(doc, [{ kind: "note", id: free.id, pos: { x: 1, y: 2 } }], "test");
    const { put, gone } = maker.edit(reader.view(), nothing);
    expect([...put].map(({ id, rect }) => [id, rect.x, rect.y])).toEqual([[free.id, 1, 2]]);
    expect([...gone]).toEqual([]);
  });

  test("what left the board leaves the table, and what came back comes back", () => {
    const { doc, papers } = inventBoard({ papers: 6, notes: 4 }, 2);
    const reader = createBoardReader(doc);
    const maker = createTableItems();
    const [paper] = papers;
    const free = [...reader.view().notes.values()].find(({ region }) => region === undefined);
    if (!free || !paper) throw new Error("there is a note and a paper");
    const lay = new Set([...maker.edit(reader.view(), nothing).put].map(({ id }): string => id));
    deleteNotes(doc, [free.id], "test");
    deletePapers(doc, [paper], "test");
    const gone = [...maker.edit(reader.view(), nothing).gone].filter((id) => lay.has(id));
    expect(new Set(gone)).toEqual(new Set([free.id, paper]));
    setAlive(doc, notesRoot, [free.id], true, "test");
    expect([...maker.edit(reader.view(), nothing).put].map(({ id }) => id)).toEqual([free.id]);
  });

  test("a thread about a mark is told of on its paper's card, and on no other", () => {
    const { doc } = inventBoard({ papers: 6, notes: 4 }, 2);
    const view = readBoard(doc);
    const [region] = view.regions.values();
    if (!region) throw new Error("the board has marks");
    const maker = createTableItems();
    maker.edit(view, nothing);
    const { put } = maker.edit(view, { ...nothing, threads: new Map([[region.id, 2]]) });
    const told = [...put].map(({ id, content }) => [id, "threads" in content && content.threads]);
    expect(told).toEqual([[view.pages.get(region.page)?.paper, 2]]);
  });

  test("a thread about a note is told of on its card, until it is resolved", () => {
    const { doc } = inventBoard({ papers: 6, notes: 4 }, 2);
    const view = readBoard(doc);
    const maker = createTableItems();
    const note = [...maker.edit(view, nothing).put].find(({ kind }) => kind === "note")?.id ?? "";
    const told = (threads: ReadonlyMap<string, number>) =>
      [...maker.edit(view, { ...nothing, threads }).put].map(({ id, content }) => [
        id,
        "threads" in content && content.threads,
      ]);
    expect(told(new Map([[note, 1]]))).toEqual([[note, 1]]);
    expect(told(new Map())).toEqual([[note, 0]]);
  });

  test("selecting a paper changes that paper's card alone", () => {
    const { doc, papers } = inventBoard({ papers: 6, notes: 4 }, 2);
    const view = readBoard(doc);
    const maker = createTableItems();
    maker.edit(view, nothing);
    const [paper = ""] = papers;
    const hand = { ...nothing, selection: new Set<string>([paper]) };
    expect([...maker.edit(view, hand).put].map(({ id }) => id)).toEqual([paper]);
    expect([...maker.edit(view, hand).put]).toEqual([]);
    expect([...maker.edit(view, nothing).put].map(({ id }) => id)).toEqual([paper]);
  });

  test("a note whose words made its card higher is as high on the table", () => {
    const view = readBoard(inventBoard({ papers: 6, notes: 4 }, 2).doc);
    const maker = createTableItems();
    maker.edit(view, nothing);
    const free = [...view.notes.values()].find(({ region }) => region === undefined);
    if (!free) throw new Error("a note lies free");
    expect(maker.grew(free.id, { w: 180, h: 300 })).toBe(true);
    expect(maker.grew(free.id, { w: 180, h: 300 })).toBe(false);
    expect([...maker.edit(view, nothing).put].map(({ rect }) => rect.h)).toEqual([300]);
  });
});

describe("arrow keys", () => {
  const at = (id: string, x: number, y: number) => ({ id, rect: { x, y, w: 10, h: 10 } });
  const grid = [at("a", 0, 0), at("b", 20, 0), at("c", 40, 0), at("d", 0, 30), at("e", 20, 30)];
  const from = (id: string) =>
    grid.find((card) => card.id === id)?.rect ?? { x: 0, y: 0, w: 10, h: 10 };

  test("go to the next card straight ahead", () => {
    expect(neighbour(grid, from("a"), "right")).toBe("b");
    expect(neighbour(grid, from("b"), "down")).toBe("e");
    expect(neighbour(grid, from("e"), "left")).toBe("d");
    expect(neighbour(grid, from("d"), "up")).toBe("a");
  });

  test("reach what lies a little aside where nothing lies straight ahead", () => {
    expect(neighbour(grid, from("c"), "down")).toBe("e");
  });

  test("stay where nothing lies ahead", () => {
    expect(neighbour(grid, from("c"), "right")).toBeUndefined();
  });
});

describe("a board's address", () => {
  const { doc, papers, regions } = inventBoard({ papers: 3, marks: 4 }, 7);
  const view = readBoard(doc);
  const [paper] = papers;
  const [region] = regions;

  test("opens the paper it names", () => {
    expect(readAddress(`?paper=${paper}`, view).reading).toEqual({ paper, region: undefined });
  });

  test("a mark brings its own paper, whatever paper is named beside it", () => {
    const page = region && view.regions.get(region)?.page;
    const own = page && view.pages.get(page)?.paper;
    expect(readAddress(`?paper=${paper}&region=${region}`, view).reading).toEqual({
      paper: own,
      region,
    });
  });

  test("what names nothing on this board is passed over", () => {
    expect(readAddress("?paper=nobody1&region=../../x", view).reading).toBeUndefined();
    expect(readAddress("", view)).toEqual({
      reading: undefined,
      place: undefined,
      practice: false,
    });
    expect(readAddress("?practice=1", view).practice).toBe(true);
  });
});
