/** Finding by words: what answers a query with slips in it, what is on a board, and where the list goes. */
import { describe, expect, test } from "vitest";
import { allCommands } from "../../client/board/commands/all-commands.ts";
import { situationOf } from "../../client/board/commands/command.ts";
import { answersTo } from "../../client/board/finding/answers.ts";
import { answers, folded, holds } from "../../client/board/finding/match.ts";
import { thingsOn } from "../../client/board/finding/things.ts";
import { createTableState } from "../../client/board/table-state.ts";
import { listAtStart, standAt } from "../../client/list/keys.ts";
import { createTree, wayTo } from "../../client/list/tree.ts";
import type {
  MemberId,
  NextStepId,
  PageId,
  PaperId,
  ResourceId,
  ShapeId,
} from "../../shared/base/ids.ts";
import { addNextStep } from "../../shared/board/next-steps.ts";
import { readBoard } from "../../shared/board/reader.ts";
import { addResource } from "../../shared/board/resources.ts";
import { addShape, type NewShape } from "../../shared/board/shapes.ts";
import { coverPage, transcribePage } from "../../shared/papers/papers.ts";
import { putTag } from "../../shared/papers/tags.ts";
import { inventBoard } from "../fixtures/board.ts";

describe("words that answer", () => {
  test("with a slip of the finger in a word of four letters or more, and none in a shorter one", () => {
    const typed = ["highlihgter", "higlighter", "hihglighter", "highlightr", "HIGHLIGHTER"];
    expect(typed.filter((query) => answers("Highlighter", query) === undefined)).toEqual([]);
    expect(answers("Export PDF", "exprt")).toBeDefined();
    expect(answers("Pen", "pan")).toBeUndefined();
    expect(answers("Eraser", "region")).toBeUndefined();
  });

  test("only where every word of the query is answered, in any order", () => {
    expect(answers("Show everything", "everything show")).toBeDefined();
    expect(answers("Show everything", "show pile")).toBeUndefined();
  });

  test("the whole word before its beginning, that before a piece of it, that before a slip", () => {
    const scores = ["pile", "piles", "compile", "pil"].map((said) => answers(said, "pile") ?? 0);
    expect(scores.slice(0, 3)).toEqual(scores.slice(0, 3).toSorted((a, b) => b - a));
    expect(answers("plie", "pile")).toBeLessThan(answers("compile", "pile") ?? 0);
  });

  test("whatever their case and accents, in scripts of every kind", () => {
    expect(holds("Ein Gemälde", folded("gemalde"))).toBe(true);
    expect(holds("École", folded("ecole"))).toBe(true);
    expect(holds("شَمْس", folded("شمس"))).toBe(true);
    expect(holds("太陽が近い", folded("陽が"))).toBe(true);
    expect(holds("sun", folded("moon"))).toBe(false);
  });
});

describe("what is on a board", () => {
  const { doc, papers, regions } = inventBoard({ papers: 8, marks: 12, notes: 5, needs: 3 });
  const view = readBoard(doc);
  const things = thingsOn(view);

  test("finds a need by what could meet it, and by what is tried", () => {
    const own = inventBoard({ papers: 2, marks: 0, notes: 0, needs: 2 });
    const [need] = own.needs;
    if (!need) throw new Error("the board has a need");
    const by = "maya" as MemberId;
    const put = { id: "resource-000001" as ResourceId, need, kind: "material", by } as const;
    addResource(own.doc, { ...put, words: "a lamp", order: "a0" }, "test");
    const found = thingsOn(readBoard(own.doc)).filter(({ written = "" }) => holds(written, "lamp"));
    expect(found.map(({ id }) => id)).toEqual([need]);
    const step = { id: "next-step-00001" as NextStepId, need, order: "a0", by };
    addNextStep(own.doc, { ...step, lookFor: "Arrows that spread" }, "test");
    const [tried] = thingsOn(readBoard(own.doc)).filter(({ written = "" }) =>
      holds(written, "spread"),
    );
    expect(tried?.id).toBe(need);
  });

  test("is every paper, pile, mark, need and note with words, each once", () => {
    const ids = things.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    const free = [...view.notes.values()].filter(({ region }) => region === undefined);
    const expected = [
      ...papers,
      ...view.piles.map(({ id }) => id),
      ...view.regions.keys(),
      ...view.needs.map(({ id }) => id),
      ...free.map(({ id }) => id),
    ];
    expect(ids.toSorted()).toEqual(expected.toSorted() as string[]);
  });

  test("has each mark behind its paper, and each paper behind its pile", () => {
    const at = (id: string | undefined): number => things.findIndex((thing) => thing.id === id);
    for (const region of view.regions.values()) {
      const paper = view.pages.get(region.page)?.paper;
      expect(at(region.id)).toBeGreaterThan(at(paper));
    }
    const before = [...view.places].filter(([paper, { pile }]) => pile && at(paper) < at(pile));
    expect(before).toEqual([]);
  });

  test("has a frame's name, what lies in it behind it, and no shape that says nothing", () => {
    const { doc: drawn } = inventBoard({ papers: 1, marks: 0, notes: 0, needs: 0 });
    const by = "maya" as MemberId;
    const frame = "frame-1" as ShapeId;
    const add = (id: string, more: Partial<NewShape> & Pick<NewShape, "kind">): void =>
      addShape(drawn, { id: id as ShapeId, by, ...more }, "test");
    add("text-1", { kind: "text", words: "Above all", pos: { x: 0, y: -500 } });
    add(frame, { kind: "frame", name: "Shadows", pos: { x: 0, y: 0 } });
    add("box-1", { kind: "box", words: "At noon", frame, pos: { x: 10, y: 10 } });
    add("box-2", { kind: "box", frame, pos: { x: 20, y: 200 } });
    const shapes = thingsOn(readBoard(drawn)).filter(({ kind }) => kind === "shape");
    expect(shapes.map(({ words }) => words)).toEqual(["Above all", "Shadows", "At noon"]);
  });

  test("has with a paper what was typed out of its pages, but not of one that is covered", () => {
    const { doc: read, papers: own } = inventBoard({ papers: 1, pagesPerPaper: 2, marks: 0 });
    const [paper] = own;
    const [first, second] = (readBoard(read).pagesOf.get(paper as PaperId) ?? []).map(
      ({ id }) => id,
    );
    const written = () => thingsOn(readBoard(read)).find(({ id }) => id === paper)?.written;
    expect(written()).toBe("");
    transcribePage(read, first as PageId, "the sun is closer", "test");
    transcribePage(read, second as PageId, "in sumer", "test");
    expect(written()).toBe("the sun is closer\nin sumer");
    coverPage(read, second as PageId, true, "test");
    expect(written()).toBe("the sun is closer");
  });

  test("has with a paper its tags, where they are found and seen", () => {
    const { doc: tagged, papers: own } = inventBoard({ papers: 2, marks: 0 });
    const paper = readBoard(tagged).papers.get(own[1] as PaperId);
    putTag(tagged, { papers: paper ? [paper] : [] }, "Draws arrows", "test");
    const found = thingsOn(readBoard(tagged)).filter(({ written = "" }) => holds(written, "arrow"));
    expect(found.map(({ id }) => id)).toEqual([own[1]]);
    expect(found[0]?.where).toMatch(/^Paper in .* · Draws arrows$/);
  });

  test("can be stood at in the list, folded as it may be", () => {
    const tree = createTree();
    for (const { id, kind } of things) {
      if (kind === "need") continue;
      const way = wayTo(view, id);
      const rows = tree.rows(view, listAtStart.toggled);
      const state = standAt(listAtStart, rows, way);
      expect(tree.rows(view, state.toggled).map(({ key }) => key)).toContain(state.focus);
      expect(state.focus).toBe(way.at(-1));
    }
    expect(wayTo(view, "gone")).toEqual([]);
    expect(regions.length).toBeGreaterThan(0);
  });

  test("answers the palette beside commands, people and boards", () => {
    const ask = (query: string) =>
      answersTo(query, {
        commands: allCommands,
        now: situationOf(view, createTableState().get(), { mayWrite: true, isMember: true }),
        things,
        people: [{ memberId: "m", name: "Maya Ito" }],
        boards: [{ boardId: "b" as never, title: "Moon phases", createdAt: 0 }],
        follow: (name) => `Follow ${name}`,
      });
    const [paper] = papers;
    const code = view.papers.get(paper as never)?.code ?? "";
    expect(ask(code.toLowerCase())[0]?.id).toBe(`thing.paper.${paper}`);
    expect(ask("exprot")[0]?.id).toBe("board.export");
    expect(ask("maya").map(({ id }) => id)).toContain("person.m");
    expect(ask("moon").map(({ id }) => id)).toContain("board.b");
    // Without words it is a list of what can be done, and of nothing that cannot.
    const offered = ask("").map(({ id }) => id);
    expect(offered).toContain("tool.note");
    expect(offered).not.toContain("editing.remove");
    expect(ask("zzzzzz")).toEqual([]);
  });
});
