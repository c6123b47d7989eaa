/**
 * Which pile each paper lies in.
 *
 * Owns the register `place` of a paper ([pile or null, order]) and nothing else. A paper's place is
 * ONE register on the paper, not an entry in a list held by its pile: when two teachers move the same
 * paper at once one move wins, and the paper can never end up in two piles or in none.
 * test/property/places.test.ts holds this to that promise.
 */
import type * as Y from "yjs";
import type { PaperId, PileId } from "../base/ids.ts";
import { papersRoot } from "../papers/papers.ts";
import { type Record, readString, setRegister } from "../records/records.ts";
import { byOrder, orderBetween } from "./piles.ts";
import { readSettled, type Settled } from "./settled.ts";

/** `pile` undefined = unsorted. `order` sorts inside a pile, first on top; equal orders fall back to the paper's id. */
export interface Place {
  readonly pile: PileId | undefined;
  readonly order: string;
  /** Given where the team talked about the paper and left it in this pile. */
  readonly settled?: Settled;
}

/** Every paper exactly once: top first in its pile, or in `unsorted`. */
export interface Sorted {
  readonly piles: ReadonlyMap<PileId, readonly PaperId[]>;
  readonly unsorted: readonly PaperId[];
}

export function readPlace(record: Record): Place {
  const value = record.get("place");
  const [known, order] = Array.isArray(value) ? (value as unknown[]) : [];
  const pile = typeof known === "string" ? (known as PileId) : undefined;
  const settled = readSettled(record, pile);
  return { pile, order: readString(order), ...(settled && { settled }) };
}

/** Puts `paper` at `place`, from wherever it was. `origin` tags the change for undo. */
export function placePaper(doc: Y.Doc, paper: PaperId, place: Place, origin: unknown): void {
  setRegister(doc, papersRoot, paper, "place", [place.pile ?? null, place.order], origin);
}

/** Puts papers behind the last one of a pile (undefined = the unsorted), keeping their order. */
export function sendToPile(
  doc: Y.Doc,
  papers: readonly PaperId[],
  pile: PileId | undefined,
  lastOrder: string | undefined,
  origin: unknown,
): void {
  let order = lastOrder;
  doc.transact(() => {
    for (const paper of papers) {
      order = orderBetween(order, undefined);
      placePaper(doc, paper, { pile, order }, origin);
    }
  }, origin);
}

/**
 * Sorts papers by place. A place that makes no sense (its pile was deleted meanwhile, an older client
 * wrote it) counts as unsorted: no paper is lost.
 */
export function sortPapers(places: ReadonlyMap<PaperId, Place>, piles: Iterable<PileId>): Sorted {
  const byPile = new Map<PileId, PaperId[]>();
  for (const pile of piles) byPile.set(pile, []);
  const unsorted: PaperId[] = [];
  const inOrder = [...places].map(([id, place]) => ({ id, ...place })).toSorted(byOrder);
  for (const { id, pile } of inOrder) {
    const heap = pile === undefined ? unsorted : (byPile.get(pile) ?? unsorted);
    heap.push(id);
  }
  return { piles: byPile, unsorted };
}
