/**
 * Where the team left a paper it had read differently, and why.
 *
 * Owns the register `settled` of a paper ([pile, reason, round]). Where the paper lies is its place alone:
 * what was said for one pile holds only while the paper lies there, so that two people who settle one paper
 * at once leave it in one pile, with the reason given for that pile or with none.
 * test/property/settling.test.ts.
 */
import type * as Y from "yjs";
import type { PaperId, PileId, RoundId } from "../base/ids.ts";
import { papersRoot } from "../papers/papers.ts";
import { type Record, readString, setRegister } from "../records/records.ts";

export interface Settled {
  /** "" where none was given: nobody has to. */
  readonly reason: string;
  /** The round whose readings were talked about. */
  readonly round: RoundId;
}

export const longestReason = 400;

export function noteSettled(
  doc: Y.Doc,
  paper: PaperId,
  pile: PileId,
  { reason, round }: Settled,
  origin: unknown,
): void {
  const said = reason.trim().slice(0, longestReason);
  setRegister(doc, papersRoot, paper, "settled", [pile, said, round], origin);
}

/** Takes back that it was settled. */
export function forgetSettled(doc: Y.Doc, paper: PaperId, origin: unknown): void {
  setRegister(doc, papersRoot, paper, "settled", null, origin);
}

/** What was said when the paper was put in `pile`, where it lies; undefined where nothing was. */
export function readSettled(record: Record, pile: PileId | undefined): Settled | undefined {
  const value = record.get("settled");
  if (pile === undefined || !Array.isArray(value)) return undefined;
  const [settledIn, reason, round] = value as unknown[];
  if (settledIn !== pile || typeof round !== "string") return undefined;
  return { reason: readString(reason).slice(0, longestReason), round: round as RoundId };
}
