/**
 * What anybody may do with a round, whoever began it: start one, take part, reveal it, lay it down. The
 * reveal itself is the server's; here it is asked for, once everything of one's own has reached it.
 */
import type { MemberId, PaperId, PileId, RoundId } from "../../shared/base/ids.ts";
import type { BoardView } from "../../shared/board/reader.ts";
import type { PileOrder } from "../../shared/sorting/agreement.ts";
import { allocate } from "../../shared/sorting/allocation.ts";
import type { Pile } from "../../shared/sorting/piles.ts";
import {
  actOf,
  type NewRound,
  type Round,
  type Sharing,
  startRound,
} from "../../shared/sorting/rounds.ts";
import { lookFirst } from "../../shared/sorting/taking-part.ts";
import type { BoardSession } from "../sync/board-session.ts";
import { learnServerTime, serverNow } from "../sync/server-clock.ts";
import { revealAct, tellProgress } from "../team/api.ts";

export interface RoundChoices {
  readonly papers: readonly PaperId[];
  readonly piles: readonly PileId[];
  readonly order: PileOrder;
  /** 0 = no clock. */
  readonly minutes: number;
  readonly predicts: boolean;
  readonly named: boolean;
  readonly sharing: Sharing | undefined;
}

/** The three ordered piles a board comes with, or all there are where those were taken away. */
export function usualPiles(piles: readonly Pile[]): readonly Pile[] {
  const stock = piles.filter((pile) => pile.stock !== undefined);
  return stock.length > 1 ? stock : piles;
}

/** What one press starts: all unsorted papers, the usual piles, no clock, no names. */
export function usualChoices(view: BoardView): RoundChoices {
  const piles = usualPiles(view.piles);
  return {
    papers: view.sorted.unsorted,
    piles: piles.map(({ id }) => id),
    order: piles.every(({ stock }) => stock !== undefined) ? "ordered" : "thematic",
    minutes: 0,
    predicts: false,
    named: false,
    sharing: undefined,
  };
}

/** Undefined where there is nothing to sort, or one is on already. */
export async function start(
  session: BoardSession,
  choices: RoundChoices,
): Promise<RoundId | undefined> {
  const { papers, piles, order, minutes, predicts, named, sharing } = choices;
  const { rounds } = await session.alone.open();
  if (papers.length === 0 || piles.length < 2 || !session.mayWrite()) return undefined;
  const id = session.newId<RoundId>();
  // For its clock. Nobody waits for a server that is not there.
  await Promise.race([count(session, id), later(clockPatienceMs)]);
  if (rounds.on()) return undefined;
  // Whatever this browser's clock says, it begins after the last one was revealed.
  const at = Math.max(serverNow(), (rounds.last()?.reveal?.at ?? 0) + 1);
  const round: NewRound = {
    id,
    papers,
    piles,
    order,
    named,
    predicts,
    sharing,
    seed: crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
    by: session.me.memberId,
    at,
    endsAt: minutes > 0 ? at + minutes * 60_000 : undefined,
  };
  session.act((origin) => startRound(session.doc, round, origin));
  return id;
}

const clockPatienceMs = 800;
const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What sharing out comes to, before it is done: how many each would read, and what is lacking. */
export function sharedOut(papers: readonly PaperId[], members: readonly MemberId[], each: number) {
  const { papersOf, short } = allocate({ papers, members, each, seed: 1 });
  const loads = [...papersOf.values()].map(({ length }) => length);
  return { least: Math.min(...loads), most: Math.max(...loads), short: short.length };
}

/** Lets the server say how many have finished; whether it could be asked. */
export async function count(session: BoardSession, round: RoundId): Promise<boolean> {
  const askedAt = Date.now();
  const answer = await tellProgress(session.boardId, actOf(round));
  if (answer.ok) learnServerTime(answer.value.now, askedAt);
  return answer.ok;
}

/** Shows what everybody has put down so far; whether the server did it. */
export async function reveal(session: BoardSession, { id }: Round): Promise<boolean> {
  if (!(await isOwnSaved(session))) return false;
  const answer = await revealAct(session.boardId, actOf(id));
  return answer.ok;
}

const savePatienceMs = 5_000;

/** Once the server has all that was put down here; false where it does not get it. */
function isOwnSaved({ alone: { status } }: BoardSession): Promise<boolean> {
  if (!status.unsaved()) return Promise.resolve(true);
  return new Promise((resolve) => {
    const end = (isSaved: boolean): void => {
      stop();
      clearTimeout(timer);
      resolve(isSaved);
    };
    const stop = status.subscribe(() => {
      if (!status.unsaved()) end(true);
    });
    const timer = setTimeout(() => end(false), savePatienceMs);
  });
}

/** Looks at what the team did, without sorting first. */
export function justLook(session: BoardSession, { id }: Round): void {
  const own = session.alone.get()?.own();
  own?.act((origin) => lookFirst(own.doc, actOf(id), origin));
}
