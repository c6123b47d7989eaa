/**
 * Lays a round's papers where their reveal says: in the pile that all put them in, or to be talked about
 * in front of the unsorted, in the order of the talk queue. Papers that nobody read stay where they are.
 *
 * The server does this in the same transaction as the reveal itself, so that everybody sees both or
 * neither; never later ones, when the team may have moved them since.
 */
import type * as Y from "yjs";
import type { PaperId, PileId, RoundId } from "../base/ids.ts";
import { papersRoot, readPaper } from "../papers/papers.ts";
import { isRecord, type Record, recordsOf } from "../records/records.ts";
import { isPileThere, orderBetween } from "./piles.ts";
import { placePaper, readPlace, sendToPile, sortPapers } from "./places.ts";
import { readRevealed } from "./private-entries.ts";
import { laidIn, readingsOf, toTalkAbout } from "./readings.ts";
import { actOf, readRound, roundsRoot } from "./rounds.ts";

export function layReadings(board: Y.Doc, id: RoundId, origin: unknown): void {
  const record = recordsOf(board, roundsRoot).get(id);
  const round = isRecord(record) ? readRound(id, record) : undefined;
  if (!round) return;
  const papers = new Map<PaperId, { readonly code: string; readonly record: Record }>();
  for (const [paper, of] of recordsOf(board, papersRoot)) {
    const known = isRecord(of) ? readPaper(paper as PaperId, of) : undefined;
    if (known) papers.set(known.id, { code: known.code, record: of });
  }
  const readings = readingsOf(
    round,
    readRevealed(board, actOf(id)),
    (paper) => papers.get(paper)?.code,
  );
  const places = new Map([...papers].map(([paper, of]) => [paper, readPlace(of.record)]));
  const heaps = new Map<PileId, PaperId[]>();
  const lying: PaperId[] = [];
  for (const one of readings.papers) {
    if (one.standing === "unread") continue;
    const pile = laidIn(one, readings);
    if (pile === undefined) continue;
    // In a pile that is gone it reads as unsorted.
    if (!isPileThere(board, pile)) lying.push(one.paper);
    else if (places.get(one.paper)?.pile !== pile) {
      heaps.set(pile, [...(heaps.get(pile) ?? []), one.paper]);
    }
  }
  const front = toTalkAbout(readings).map(({ paper }) => paper);
  const sorted = sortPapers(places, round.piles);
  const moved = new Set([...front, ...[...heaps.values()].flat()]);
  board.transact(() => {
    for (const [pile, coming] of heaps) {
      const last = sorted.piles.get(pile)?.at(-1);
      sendToPile(board, coming, pile, last && places.get(last)?.order, origin);
    }
    const coming = lying.filter((paper) => places.get(paper)?.pile !== undefined);
    const last = sorted.unsorted.at(-1);
    sendToPile(board, coming, undefined, last && places.get(last)?.order, origin);
    const first = sorted.unsorted.find((paper) => !moved.has(paper));
    let below = first && places.get(first)?.order;
    for (const paper of front.toReversed()) {
      below = orderBetween(undefined, below);
      placePaper(board, paper, { pile: undefined, order: below }, origin);
    }
  }, origin);
}
