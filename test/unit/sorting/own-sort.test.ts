/** One person's own sort: one paper after the other, the way back, and where it goes on after a reload. */
import { expect, test } from "vitest";
import * as Y from "yjs";
import { createOwnSort, type OwnSort } from "../../../client/sorting/own-sort.ts";
import type { MemberId, PaperId, PileId } from "../../../shared/base/ids.ts";
import { readPrivately } from "../../../shared/sorting/private-entries.ts";
import { actOf, type Round } from "../../../shared/sorting/rounds.ts";
import { aliasFrom, maySee, readPart } from "../../../shared/sorting/taking-part.ts";
import { roundOf } from "../../fixtures/round.ts";

const [notYet, almost] = ["not-yet", "almost"] as PileId[] as [PileId, PileId];
const alias = aliasFrom("0123456789abcdef");

function sorting(
  doc: Y.Doc,
  { round = roundOf({ papers: 4 }), isLate = false, gone = [] as readonly PaperId[] } = {},
): { readonly sort: OwnSort; readonly round: Round } {
  const sort = createOwnSort({
    lane: {
      doc,
      me: { memberId: "maya-maya" as MemberId, name: "Maya" },
      act: (edit) => edit("maya"),
    },
    round,
    isLate,
    isOnBoard: (paper) => !gone.includes(paper),
    newAlias: () => alias,
  });
  sort.follow();
  return { sort, round };
}

test("each placement takes the next paper in hand; those left for later come round again; the last one finishes", () => {
  const doc = new Y.Doc();
  const { sort, round } = sorting(doc);
  const { order } = sort.state.get();
  expect(readPart(doc, actOf(round.id))).toEqual({ alias, finished: false, late: false });
  expect(sort.state.get().at).toBe(order[0]);
  sort.skip();
  expect(sort.state.get().at).toBe(order[1]);
  sort.toggleUnsure();
  for (let i = 0; i < 3; i++) sort.place(almost);
  expect(sort.state.get()).toMatchObject({ at: order[0], left: 1, unsure: false });
  sort.place(notYet);
  expect(sort.state.get()).toMatchObject({ at: undefined, left: 0 });
  expect(sort.state.get().placements.get(order[1] as PaperId)).toEqual({
    pile: almost,
    unsure: true,
  });
  expect(readPart(doc, actOf(round.id))?.finished).toBe(true);
});

test("taking back stands at the paper again and lets nothing of it stay, step by step", () => {
  const doc = new Y.Doc();
  const { sort, round } = sorting(doc);
  const { order } = sort.state.get();
  expect(sort.undo()).toBe(false);
  for (let i = 0; i < 4; i++) sort.place(almost);
  sort.go(order[0] as PaperId);
  sort.place(notYet);
  sort.undo();
  expect(sort.state.get()).toMatchObject({ at: order[0], left: 0 });
  expect(sort.state.get().placements.get(order[0] as PaperId)?.pile).toBe(almost);
  for (let i = 0; i < 4; i++) expect(sort.undo()).toBe(true);
  expect(sort.state.get()).toMatchObject({ at: order[0], left: 4, canUndo: false });
  expect(readPrivately(doc, actOf(round.id))).toEqual([]);
  expect(readPart(doc, actOf(round.id))?.finished).toBe(false);
});

test("after a reload it goes on where it was, and a paper taken off the board is passed over", () => {
  const doc = new Y.Doc();
  const { order } = sorting(doc).sort.state.get();
  const { sort } = sorting(doc);
  sort.place(almost);
  const gone = [order[1] as PaperId];
  const again = sorting(doc, { gone }).sort.state.get();
  expect(again.at).toBe(order[2]);
  expect(again.left).toBe(2);
  // Where the others are: a list may place any of them, in any order.
  const list = sorting(doc, { gone }).sort;
  list.placeOf(order[3] as PaperId, notYet);
  expect(list.state.get()).toMatchObject({ at: order[2], left: 1 });
  list.done();
  expect(list.state.get().at).toBeUndefined();
});

test("whoever comes after the reveal sees the others’ only once they are done; names are given where they were asked for", () => {
  const doc = new Y.Doc();
  const named = roundOf({ papers: 2, named: true });
  const act = actOf(named.id);
  expect(maySee(doc, act)).toBe(false);
  const { sort } = sorting(doc, { round: named, isLate: true });
  expect(readPart(doc, act)).toEqual({ alias: undefined, finished: false, late: true });
  sort.place(almost);
  expect(maySee(doc, act)).toBe(false);
  sort.place(almost);
  expect(maySee(doc, act)).toBe(true);
});
