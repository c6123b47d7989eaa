/**
 * Three teachers settle the same papers at once, move them, say why and take them up again, over links that
 * delay and drop: every paper lies in exactly one place, the same for all, and no reason stands at a pile it
 * was not given for.
 */
import { expect, test } from "vitest";
import * as Y from "yjs";
import type { PaperId, PileId, RoundId } from "../../shared/base/ids.ts";
import { seededRandom } from "../../shared/base/random.ts";
import { type BoardView, readBoard } from "../../shared/board/reader.ts";
import { deletePile } from "../../shared/sorting/piles.ts";
import { sendToPile } from "../../shared/sorting/places.ts";
import { noteSettled } from "../../shared/sorting/settled.ts";
import { settlePaper, takeUpAgain } from "../../shared/sorting/settling.ts";
import { inventBoard } from "../fixtures/board.ts";
import { createClassroom, type Teacher } from "../fixtures/classroom.ts";
import { documentsAreEqual, everyPaperLiesInOnePlace } from "../fixtures/invariants.ts";

const round = "round-1-round-1-" as RoundId;

function lastOrderIn(view: BoardView, pile: PileId | undefined): string | undefined {
  const heap = pile === undefined ? view.sorted.unsorted : view.sorted.piles.get(pile);
  const last = heap?.at(-1);
  return last && view.places.get(last)?.order;
}

function actAtRandom(teacher: Teacher, random: () => number): void {
  const { doc } = teacher;
  const view = teacher.reader.view();
  const pick = <T>(items: Iterable<T>): T => {
    const all = [...items];
    return all[Math.floor(random() * all.length)] as T;
  };
  const paper: PaperId = pick(view.papers.keys());
  const place = view.places.get(paper);
  const choice = random();
  teacher.act((origin) => {
    if (choice < 0.5 && view.piles.length > 0) {
      const pile = pick(view.piles).id;
      const isThere = place?.pile === pile;
      const to = { pile, isThere, lastOrder: lastOrderIn(view, pile) };
      // The reason names its pile, so that one that stands elsewhere is found out.
      settlePaper(doc, paper, to, { reason: random() < 0.7 ? `of ${pile}` : "", round }, origin);
    } else if (choice < 0.65) takeUpAgain(doc, paper, lastOrderIn(view, undefined), origin);
    else if (choice < 0.8) {
      const pile = random() < 0.3 ? undefined : pick(view.piles)?.id;
      sendToPile(doc, [paper], pile, lastOrderIn(view, pile), origin);
    } else if (choice < 0.98 && place?.pile !== undefined) {
      noteSettled(doc, paper, place.pile, { reason: `of ${place.pile}`, round }, origin);
    } else if (view.piles.length > 2) deletePile(doc, pick(view.piles).id, origin);
  });
}

let settledSeen = 0;

function noReasonStandsElsewhere(view: BoardView): void {
  for (const [paper, { pile, settled }] of view.places) {
    if (settled && settled.reason !== "" && settled.reason !== `of ${pile}`) {
      throw new Error(`${paper} lies in ${pile}, settled for another: ${settled.reason}`);
    }
    if (settled) settledSeen++;
    if (settled && pile === undefined) throw new Error(`${paper} is settled among the unsorted`);
  }
}

test("papers settled at once lie in one place each, with the reason that was given for it", () => {
  for (let seed = 1; seed <= 60; seed++) {
    const random = seededRandom(seed);
    const sizes = { papers: 4, pagesPerPaper: 1, marks: 0, notes: 0, strokes: 0, needs: 0 };
    const start = Y.encodeStateAsUpdate(inventBoard(sizes, seed).doc);
    const room = createClassroom({
      names: ["ann", "ben", "cem"],
      random,
      start,
      inOrder: seed % 2 === 0 ? "sender" : "none",
    });
    for (let seat = 0; seat < 3; seat++) room.connect(seat);
    room.settle();
    for (let step = 0; step < 80; step++) {
      const seat = Math.floor(random() * 3);
      const teacher = room.teachers[seat] as Teacher;
      const choice = random();
      if (choice < 0.4) actAtRandom(teacher, random);
      else if (choice < 0.5) teacher.history[random() < 0.7 ? "undo" : "redo"]();
      else if (choice < 0.96) room.deliverOne();
      else if (room.isOnline(seat)) room.disconnect(seat);
      else room.connect(seat);
      for (const { reader } of room.teachers) {
        everyPaperLiesInOnePlace(reader.view());
        noReasonStandsElsewhere(reader.view());
      }
    }
    room.settle();
    documentsAreEqual(room.teachers);
    room.close();
  }
  expect(settledSeen).toBeGreaterThan(1_000);
});

test("whoever settles a paper a colleague has just settled elsewhere leaves one pile and one reason", () => {
  const { doc, papers, piles } = inventBoard({
    papers: 1,
    marks: 0,
    notes: 0,
    strokes: 0,
    needs: 0,
  });
  const [paper] = papers as [PaperId];
  const [left, right] = piles as [PileId, PileId];
  takeUpAgain(doc, paper, undefined, "start");
  const [ann, ben] = [new Y.Doc(), new Y.Doc()];
  for (const one of [ann, ben]) Y.applyUpdate(one, Y.encodeStateAsUpdate(doc));
  const settle = (on: Y.Doc, pile: PileId): void =>
    settlePaper(
      on,
      paper,
      { pile, isThere: false, lastOrder: undefined },
      { reason: `of ${pile}`, round },
      "me",
    );
  settle(ann, left);
  settle(ben, right);
  Y.applyUpdate(ann, Y.encodeStateAsUpdate(ben));
  Y.applyUpdate(ben, Y.encodeStateAsUpdate(ann));
  const [a, b] = [ann, ben].map((one) => readBoard(one).places.get(paper));
  expect(a).toEqual(b);
  expect([left, right]).toContain(a?.pile);
  expect(a?.settled).toEqual({ reason: `of ${a?.pile}`, round });
});
