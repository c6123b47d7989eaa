/** Which round is on, whoever began what and when, and what the server says of each. */
import { expect, test } from "vitest";
import * as Y from "yjs";
import type { MemberId, RoundId } from "../../../shared/base/ids.ts";
import { reveal } from "../../../shared/sorting/private-entries.ts";
import { actOf, endRound, startRound } from "../../../shared/sorting/rounds.ts";
import { createRoundsReader } from "../../../shared/sorting/rounds-reader.ts";
import { noteProgress } from "../../../shared/sorting/taking-part.ts";
import { roundOf } from "../../fixtures/round.ts";

const begin = (doc: Y.Doc, id: string, at: number): RoundId => {
  startRound(doc, roundOf({ id: id as RoundId, papers: 3, at }), null);
  return id as RoundId;
};
const revealAt = (doc: Y.Doc, id: RoundId, at: number): void => {
  reveal(doc, actOf(id), new Map(), { at, by: "maya-maya" as MemberId });
};

test("of two rounds begun at once the first counts, also once it is revealed; one begun later is on", () => {
  const doc = new Y.Doc();
  const rounds = createRoundsReader(doc);
  const first = begin(doc, "first-round", 10);
  begin(doc, "second-round", 11);
  expect(rounds.on()?.round.id).toBe(first);
  revealAt(doc, first, 20);
  expect(rounds.on()).toBeUndefined();
  expect(rounds.last()?.round.id).toBe(first);
  const later = begin(doc, "later-round", 30);
  expect(rounds.on()?.round.id).toBe(later);
  endRound(doc, later, null);
  expect(rounds.on()).toBeUndefined();
  expect(rounds.last()?.round.id).toBe(first);
});

test("a round is told of when something of it changed, once a transaction, and is the same until then", () => {
  const doc = new Y.Doc();
  const rounds = createRoundsReader(doc);
  const id = begin(doc, "first-round", 10);
  let told = 0;
  rounds.subscribe(() => {
    told++;
  });
  const before = rounds.get(id);
  doc.transact(() => doc.getMap("notes").set("a", 1));
  expect(told).toBe(0);
  expect(rounds.get(id)).toBe(before);
  noteProgress(doc, actOf(id), { began: 3, finished: 2 });
  expect(told).toBe(1);
  expect(rounds.on()?.progress).toEqual({ began: 3, finished: 2 });
  const shown = rounds.revealed(id);
  expect(rounds.revealed(id)).toBe(shown);
  doc.transact(() => {
    doc.getMap("revealed").set(`sort/${id}/maya-maya/paper-0`, ["not-yet", false]);
    revealAt(doc, id, 20);
  });
  expect(told).toBe(2);
  expect(rounds.revealed(id).size).toBe(1);
  rounds.destroy();
});
