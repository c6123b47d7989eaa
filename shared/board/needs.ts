/**
 * Needs and their evidence: what the pupils are showing us they need, and the regions and papers it
 * stands on; and those that an interpretation on the table stands on.
 *
 * Owns the roots `needs` and `evidence`. Evidence names its need, or its note, and its target in registers of
 * its own, so two people citing at once both count; the same target cited twice reads as one.
 */
import * as Y from "yjs";
import type {
  EvidenceId,
  MemberId,
  NeedId,
  NoteId,
  PaperId,
  PileId,
  RegionId,
} from "../base/ids.ts";
import {
  createRecord,
  isAlive,
  type Record,
  readString,
  recordsOf,
  setAlive,
  setRegister,
} from "../records/records.ts";
import { type Block, readBlocks } from "../text/blocks.ts";
import { createFlatText } from "../text/flat-text.ts";
import { wordsOf } from "../text/words-of.ts";

export const needsRoot = "needs";
export const evidenceRoot = "evidence";

/** A need stands on evidence from this many papers, or it is a hunch. */
export const papersForNeed = 2;

export interface Need {
  readonly id: NeedId;
  /** The letters of `blocks`. */
  readonly words: string;
  readonly blocks: readonly Block[];
  /** The pile it was seen in; undefined = the whole board. */
  readonly pile: PileId | undefined;
  readonly order: string;
  readonly by: MemberId;
}

/** What evidence is for: a need, or a note on the table that reads something out of papers. */
export type ClaimId = NeedId | NoteId;

export interface Evidence {
  readonly id: EvidenceId;
  /** The need; or the note, where it says so. */
  readonly need: ClaimId;
  readonly ofNote?: true;
  /** The paper cited; with `region` the paper its page belongs to. */
  readonly paper: PaperId;
  readonly region: RegionId | undefined;
  readonly order: string;
}

export interface NewNeed {
  readonly id: NeedId;
  readonly words?: string;
  readonly pile: PileId | undefined;
  readonly order: string;
  readonly by: MemberId;
}

export function addNeed(doc: Y.Doc, need: NewNeed, origin: unknown): void {
  const { id, words, pile, order, by } = need;
  createRecord(doc, needsRoot, id, { text: createFlatText(words), pile, order, by }, origin);
}

/** The need's own text, to be edited; undefined where there is none (any more). */
export function needText(doc: Y.Doc, id: NeedId): Y.Text | undefined {
  const text = recordsOf(doc, needsRoot).get(id)?.get("text");
  return text instanceof Y.Text ? text : undefined;
}

export function setNeedPile(
  doc: Y.Doc,
  id: NeedId,
  pile: PileId | undefined,
  origin: unknown,
): void {
  setRegister(doc, needsRoot, id, "pile", pile ?? null, origin);
}

export function moveNeed(doc: Y.Doc, id: NeedId, order: string, origin: unknown): void {
  setRegister(doc, needsRoot, id, "order", order, origin);
}

export function deleteNeed(doc: Y.Doc, id: NeedId, origin: unknown): void {
  setAlive(doc, needsRoot, [id], false, origin);
}

export function addEvidence(doc: Y.Doc, evidence: Evidence, origin: unknown): void {
  const { id, need, ofNote, ...target } = evidence;
  const registers = ofNote ? { note: need, ...target } : { need, ...target };
  createRecord(doc, evidenceRoot, id, registers, origin);
}

/** Takes evidence away, and with it whatever cites the same for the same need: two people may have at once. */
export function deleteEvidence(doc: Y.Doc, ids: Iterable<EvidenceId>, origin: unknown): void {
  const all = recordsOf(doc, evidenceRoot);
  const doomed = new Set<string>(ids);
  const targets = new Set([...doomed].map((id) => citationOf(all.get(id))));
  all.forEach((record, id) => {
    const citation = citationOf(record);
    if (citation !== undefined && targets.has(citation)) doomed.add(id);
  });
  setAlive(doc, evidenceRoot, doomed, false, origin);
}

/** The need and what is cited for it; undefined where that makes no sense. */
function citationOf(record: unknown): string | undefined {
  if (!(record instanceof Y.Map)) return undefined;
  const [paper, region] = ["paper", "region"].map((key): unknown => record.get(key));
  const target = typeof region === "string" ? `region ${region}` : `paper ${String(paper)}`;
  const claim = record.get("note") ?? record.get("need");
  return typeof claim === "string" ? `${claim} ${target}` : undefined;
}

export function readNeed(id: NeedId, record: Record): Need | undefined {
  if (!isAlive(record)) return undefined;
  const pile = record.get("pile");
  const blocks = readBlocks(record.get("text"));
  return {
    id,
    words: wordsOf(blocks),
    blocks,
    pile: typeof pile === "string" ? (pile as PileId) : undefined,
    order: readString(record.get("order")),
    by: readString(record.get("by")) as MemberId,
  };
}

export function readEvidence(id: EvidenceId, record: Record): Evidence | undefined {
  const note = record.get("note");
  const claim = note ?? record.get("need");
  const paper = record.get("paper");
  const region = record.get("region");
  if (!isAlive(record) || typeof claim !== "string" || typeof paper !== "string") return undefined;
  return {
    id,
    need: claim as ClaimId,
    ...(note !== undefined && note !== null && { ofNote: true }),
    paper: paper as PaperId,
    region: typeof region === "string" ? (region as RegionId) : undefined,
    order: readString(record.get("order")),
  };
}
