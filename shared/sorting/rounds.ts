/**
 * A round of sorting alone: which papers, into which piles, and how; a record that anybody on the team
 * may start, end or change, and that holds nobody's placements.
 *
 * Owns the root `rounds`. A round's id is also the id of its act (private-entries.ts): what each member
 * puts down for it lies in their own lane until the server reveals it. Whether it was revealed is the
 * server's to say. test/property/rounds.test.ts holds the reader to hostile records.
 */
import type * as Y from "yjs";
import type { MemberId, PaperId, PileId, RoundId } from "../base/ids.ts";
import { createRecord, isAlive, type Record, readOneOf, setRegister } from "../records/records.ts";
import type { PileOrder } from "./agreement.ts";
import type { Act } from "./private-entries.ts";

export const roundsRoot = "rounds";

/** Shared out instead of everybody reading everything. */
export interface Sharing {
  readonly members: readonly MemberId[];
  /** How many read each paper. */
  readonly each: number;
}

export interface Round {
  readonly id: RoundId;
  /** Each once. */
  readonly papers: readonly PaperId[];
  /** Two or more, each once; their place here is the index a placement counts by. */
  readonly piles: readonly PileId[];
  readonly order: PileOrder;
  /** Whether the reveal says who placed what. */
  readonly named: boolean;
  /** Whether each is asked for a guess before the reveal. */
  readonly predicts: boolean;
  /** Undefined: everybody reads every paper. */
  readonly sharing: Sharing | undefined;
  /** What each member's own order is drawn from. */
  readonly seed: number;
  readonly by: MemberId;
  /** Milliseconds since 1970, by the server's clock. */
  readonly at: number;
  /** When the time taken for it is over, by the server's clock; undefined = no time was set. */
  readonly endsAt: number | undefined;
  /** Given up without a reveal. */
  readonly ended: boolean;
}

export type NewRound = Omit<Round, "ended">;

/** No more papers than one person's placements of one act may be. */
const mostPapers = 1_500;
const mostPiles = 24;
const mostMembers = 200;

export const actOf = (round: RoundId): Act => ({ kind: "sort", act: round });

export function startRound(doc: Y.Doc, round: NewRound, origin: unknown): void {
  const { id, papers, piles, sharing, endsAt, ...registers } = round;
  createRecord(
    doc,
    roundsRoot,
    id,
    {
      ...registers,
      papers: [...papers],
      piles: [...piles],
      ...(sharing && { sharing: [sharing.each, ...sharing.members] }),
      ...(endsAt !== undefined && { endsAt }),
    },
    origin,
  );
}

/** Gives a round up; what was put down for it stays each member's own. */
export function endRound(doc: Y.Doc, round: RoundId, origin: unknown): void {
  setRegister(doc, roundsRoot, round, "ended", true, origin);
}

/** Takes more time, less, or none; `undefined` stops the clock. */
export function setRoundEnd(
  doc: Y.Doc,
  round: RoundId,
  endsAt: number | undefined,
  origin: unknown,
): void {
  setRegister(doc, roundsRoot, round, "endsAt", endsAt ?? null, origin);
}

export function readRound(id: RoundId, record: Record): Round | undefined {
  if (!isAlive(record)) return undefined;
  const papers = readIds<PaperId>(record.get("papers"), mostPapers);
  const piles = readIds<PileId>(record.get("piles"), mostPiles);
  if (papers.length === 0 || piles.length < 2) return undefined;
  const by = record.get("by");
  return {
    id,
    papers,
    piles,
    order: readOneOf(record.get("order"), ["ordered", "thematic"]) ?? "thematic",
    named: record.get("named") === true,
    predicts: record.get("predicts") === true,
    sharing: readSharing(record.get("sharing")),
    seed: readTime(record.get("seed")) ?? 0,
    by: (typeof by === "string" ? by : "") as MemberId,
    at: readTime(record.get("at")) ?? 0,
    endsAt: readTime(record.get("endsAt")),
    ended: record.get("ended") === true,
  };
}

/** First started first, as everybody counts them. */
export function byStart(a: Round, b: Round): number {
  return a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

function readSharing(value: unknown): Sharing | undefined {
  if (!Array.isArray(value)) return undefined;
  const each: unknown = value[0];
  const members = readIds<MemberId>(value.slice(1, 1 + mostMembers), mostMembers);
  if (!Number.isSafeInteger(each) || Number(each) < 1 || members.length === 0) return undefined;
  return { each: Number(each), members };
}

function readIds<Id extends string>(value: unknown, most: number): readonly Id[] {
  if (!Array.isArray(value)) return [];
  const ids = value.filter((id): id is Id => typeof id === "string" && /^[\w-]{1,64}$/.test(id));
  return [...new Set(ids)].slice(0, most);
}

function readTime(value: unknown): number | undefined {
  return Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : undefined;
}
