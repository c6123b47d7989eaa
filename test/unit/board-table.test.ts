import { describe, expect, test } from "vitest";
import { readAddress } from "../../client/board/address.ts";
import { neighbour } from "../../client/board/table/neighbours.ts";
import { createTableItems } from "../../client/board/table/table-items.ts";
import { moveNote } from "../../shared/board/notes.ts";
import { createBoardReader, readBoard } from "../../shared/board/reader.ts";
import { inventBoard } from "../fixtures/board.ts";

const nothing = { selection: new Set<string>(), current: undefined, writing: undefined };

describe("the board as things on the table", () => {
  test("each paper and each note on the table is one thing, notes above papers", () => {
    const { doc } = inventBoard({ papers: 6, notes: 4 }, 2);
    const view = readBoard(doc);
    const items = createTableItems().items(view, nothing, new Map());
    expect(items.filter(({ kind }) => kind === "paper")).toHaveLength(6);
    expect(items.filter(({ kind }) => kind === "note")).toHaveLength(4);
    const layers = items.map(({ layer }) => layer);
    expect(layers).toEqual(layers.toSorted((a, b) => a - b));
  });

  test("moving one note leaves every other thing's content as it was", () => {
    const { doc, notes } = inventBoard({ papers: 6, notes: 4 }, 2);
    const reader = createBoardReader(doc);
    const maker = createTableItems();
    const contents = () =>
      new Map(
        maker
          .items(reader.view(), nothing, new Map())
          .map(({ id, content }) => [id as string, content]),
      );
    const before = contents();
    const free = [...reader.view().notes.values()].find(({ region }) => region === undefined);
    if (!free) throw new Error(`one of ${notes.length} notes lies free`);
    moveNote(doc, free.id, { x: 1, y: 2 }, "test");
    const changed = [...contents()].flatMap(([id, content]) =>
      content === before.get(id) ? [] : [id],
    );
    expect(changed).toEqual([free.id]);
  });

  test("selecting a paper changes that paper's card alone", () => {
    const { doc, papers } = inventBoard({ papers: 6, notes: 4 }, 2);
    const view = readBoard(doc);
    const maker = createTableItems();
    const before = maker.items(view, nothing, new Map());
    const [paper] = papers;
    const after = maker.items(view, { ...nothing, selection: new Set([paper ?? ""]) }, new Map());
    const changed = after.filter(({ content }, i) => content !== before[i]?.content);
    expect(changed.map(({ id }) => id)).toEqual([paper]);
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
    expect(readAddress("", view)).toEqual({ reading: undefined, practice: false });
    expect(readAddress("?practice=1", view).practice).toBe(true);
  });
});
