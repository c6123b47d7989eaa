/** Where a reveal lays the papers of a round: agreed ones in their piles, what is to be talked about in front. */
import { expect, test } from "vitest";
import type { Alias, PaperId, PileId } from "../../../shared/base/ids.ts";
import { readBoard } from "../../../shared/board/reader.ts";
import { layReadings } from "../../../shared/sorting/lay-readings.ts";
import { type PrivateEntry, reveal, type Who } from "../../../shared/sorting/private-entries.ts";
import { placementEntry } from "../../../shared/sorting/readings.ts";
import { actOf, startRound } from "../../../shared/sorting/rounds.ts";
import { takeUpAgain } from "../../../shared/sorting/settling.ts";
import { inventBoard } from "../../fixtures/board.ts";
import { roundOf } from "../../fixtures/round.ts";

test("what was read differently lies in front of the unsorted, the widest apart first, then what one alone read", () => {
  const { doc, papers, piles } = inventBoard({
    papers: 7,
    marks: 0,
    notes: 0,
    strokes: 0,
    needs: 0,
  });
  for (const paper of papers) takeUpAgain(doc, paper, readLast(), "start");
  function readLast(): string | undefined {
    const view = readBoard(doc);
    const last = view.sorted.unsorted.at(-1);
    return last && view.places.get(last)?.order;
  }
  const round = roundOf({ papers: papers.slice(0, 6), piles });
  startRound(doc, round, "start");
  // Agreed, one step apart, agreed, two steps apart, read once, nobody's; the seventh is not of the round.
  const rows = ["00", "01", "22", "02", "1_", "__"];
  const entries = new Map<Who, PrivateEntry[]>();
  rows.forEach((row, i) => {
    Array.from(row).forEach((read, who) => {
      const pile = piles[Number(read)];
      const own = entries.get(`anon-${who}` as Alias) ?? [];
      entries.set(`anon-${who}` as Alias, own);
      if (pile) own.push(placementEntry(papers[i] as PaperId, { pile, unsure: false }));
    });
  });
  reveal(doc, actOf(round.id), entries, { at: 2, by: round.by });
  layReadings(doc, round.id, "server");
  const { sorted } = readBoard(doc);
  const at = (...places: number[]): PaperId[] => places.map((i) => papers[i] as PaperId);
  expect(sorted.unsorted).toEqual(at(3, 1, 4, 5, 6));
  expect(sorted.piles.get(piles[0] as PileId)).toEqual(at(0));
  expect(sorted.piles.get(piles[2] as PileId)).toEqual(at(2));
});
