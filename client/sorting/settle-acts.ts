/** What anybody on the team may do with a paper that was read differently: settle it, say why, take it up again. */
import type { PaperId, PileId, RoundId } from "../../shared/base/ids.ts";
import { noteSettled } from "../../shared/sorting/settled.ts";
import { settlePaper, takeUpAgain } from "../../shared/sorting/settling.ts";
import type { BoardSession } from "../sync/board-session.ts";

/** Whether it was done: not while the paper is being sorted alone, and not into a pile that is gone. */
export function settle(
  session: BoardSession,
  round: RoundId,
  paper: PaperId,
  pile: PileId,
  reason: string,
): boolean {
  const { sorted, places, resting } = session.reader.view();
  const there = sorted.piles.get(pile);
  if (!there || resting?.papers.has(paper)) return false;
  const last = there.at(-1);
  const to = {
    pile,
    isThere: places.get(paper)?.pile === pile,
    lastOrder: last && places.get(last)?.order,
  };
  session.act((origin) => settlePaper(session.doc, paper, to, { reason, round }, origin));
  return true;
}

/** Says why it lies where it lies, or says it otherwise. */
export function sayWhy(
  session: BoardSession,
  round: RoundId,
  paper: PaperId,
  reason: string,
): void {
  const pile = session.reader.view().places.get(paper)?.pile;
  if (pile === undefined) return;
  session.act((origin) => noteSettled(session.doc, paper, pile, { reason, round }, origin));
}

export function talkAgain(session: BoardSession, paper: PaperId): void {
  const { sorted, places } = session.reader.view();
  const last = sorted.unsorted.at(-1);
  session.act((origin) => takeUpAgain(session.doc, paper, last && places.get(last)?.order, origin));
}
