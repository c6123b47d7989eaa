import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import type { Row } from "../../client/list/rows.ts";
import { createTreeWithTalk } from "../../client/list/thread-rows.ts";
import type { MemberId, ReplyId, ThreadId } from "../../shared/base/ids.ts";
import { type BoardView, readBoard } from "../../shared/board/reader.ts";
import type { About } from "../../shared/talk/about.ts";
import { noTalk, readTalk } from "../../shared/talk/talk-reader.ts";
import { openThread, settleThread } from "../../shared/talk/threads.ts";
import { paragraphsOf } from "../../shared/text/flat-text.ts";
import { inventBoard } from "../fixtures/board.ts";

const ann = { by: "ann" as MemberId, at: 1_000 };

/** A talk lane with one thread about each of these; thread number `resolved` is resolved. */
function talkAbout(abouts: readonly About[], resolved?: number) {
  const doc = new Y.Doc();
  abouts.forEach((about, i) => {
    const id = `thread-${i}` as ThreadId;
    const first = { id: `reply-${i}` as ReplyId, blocks: paragraphsOf(`words ${i}`), ...ann };
    openThread(doc, { id, about, first }, "ann");
    if (i === resolved) settleThread(doc, id, { isResolved: true, ...ann }, "ann");
  });
  return readTalk(doc);
}

/** Everything on a board that a thread can be about and that has a row. */
function everythingOn(view: BoardView): readonly About[] {
  return [
    ...view.piles.map(({ id }): About => ({ kind: "pile", id })),
    ...[...view.papers.keys()].map((id): About => ({ kind: "paper", id })),
    ...[...view.regions.keys()].map((id): About => ({ kind: "region", id })),
    ...[...view.notes.keys()].map((id): About => ({ kind: "note", id })),
    { kind: "point", at: { x: 10, y: 20 } },
  ];
}

const unfolded = (view: BoardView) => new Set([...view.papers.keys()].map((id) => `paper:${id}`));
const threadsIn = (rows: readonly Row[]) => rows.filter((row) => row.kind === "thread");

describe("threads in the list", () => {
  test("each stands once, under its thing, and every row tells its place truly", () => {
    const view = readBoard(inventBoard().doc);
    const abouts = everythingOn(view);
    const rows = createTreeWithTalk().rows(view, unfolded(view), talkAbout(abouts));
    expect(
      threadsIn(rows)
        .map(({ words }) => words)
        .toSorted(),
    ).toEqual(abouts.map((_, i) => `words ${i}`).toSorted());
    const keys = new Map(rows.map((row) => [row.key, row]));
    expect(keys.size).toBe(rows.length);
    for (const row of rows) {
      const beside = rows.filter(({ parent }) => parent === row.parent);
      expect([row.key, row.setSize]).toEqual([row.key, beside.length]);
      expect(row.position).toBe(beside.indexOf(row) + 1);
      expect(row.level).toBe(row.parent === undefined ? 1 : (keys.get(row.parent)?.level ?? 0) + 1);
      expect(row.expanded ?? false).toBe(rows.some(({ parent }) => parent === row.key));
    }
  });

  test("one that is resolved, or about what is gone, has no row", () => {
    const view = readBoard(inventBoard().doc);
    const [pile] = view.piles;
    if (!pile) throw new Error("the board has piles");
    const gone: About = { kind: "note", id: "note-none" as never };
    const talk = talkAbout([{ kind: "pile", id: pile.id }, gone], 0);
    expect(threadsIn(createTreeWithTalk().rows(view, unfolded(view), talk))).toEqual([]);
  });

  test("a folded paper tells how many there are on it and on its marks", () => {
    const view = readBoard(inventBoard().doc);
    const [region] = view.regions.values();
    const paper = region && view.pages.get(region.page)?.paper;
    if (!region || !paper) throw new Error("the board has a mark");
    const talk = talkAbout([
      { kind: "paper", id: paper },
      { kind: "region", id: region.id },
    ]);
    const rows = createTreeWithTalk().rows(view, new Set(), talk);
    expect(threadsIn(rows)).toEqual([]);
    const told = rows.flatMap((row) => (row.kind === "paper" ? [[row.paper, row.threads]] : []));
    expect(told.filter(([, count]) => count !== undefined)).toEqual([[paper, 2]]);
    expect(rows.find(({ key }) => key === `paper:${paper}`)?.expanded).toBe(false);
  });

  test("rows that nothing was said about stay the same objects", () => {
    const view = readBoard(inventBoard().doc);
    const tree = createTreeWithTalk();
    const before = new Set(tree.rows(view, new Set(), noTalk));
    const [pile] = view.piles;
    if (!pile) throw new Error("the board has piles");
    const after = tree.rows(view, new Set(), talkAbout([{ kind: "pile", id: pile.id }]));
    const changed = after.filter((row) => !before.has(row) && row.kind !== "thread");
    const inPile = view.sorted.piles.get(pile.id) ?? [];
    expect(changed.map(({ key }) => key)).toEqual(
      inPile.length > 0 ? inPile.map((paper) => `paper:${paper}`) : [`pile:${pile.id}`],
    );
  });
});
