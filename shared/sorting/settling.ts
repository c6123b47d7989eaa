/**
 * Settling what was read differently: the team lays a paper in a pile, with a reason if it likes, and may
 * take it up again. Either is one transaction for everybody.
 */
import type * as Y from "yjs";
import type { PaperId, PileId } from "../base/ids.ts";
import { sendToPile } from "./places.ts";
import { forgetSettled, noteSettled, type Settled } from "./settled.ts";

/** Lays a paper behind the last one of `pile`, where it does not lie there already, and says why. */
export function settlePaper(
  doc: Y.Doc,
  paper: PaperId,
  to: { readonly pile: PileId; readonly isThere: boolean; readonly lastOrder: string | undefined },
  settled: Settled,
  origin: unknown,
): void {
  doc.transact(() => {
    if (!to.isThere) sendToPile(doc, [paper], to.pile, to.lastOrder, origin);
    noteSettled(doc, paper, to.pile, settled, origin);
  }, origin);
}

/** Puts a paper back behind the unsorted, to be talked about again. */
export function takeUpAgain(
  doc: Y.Doc,
  paper: PaperId,
  lastOrder: string | undefined,
  origin: unknown,
): void {
  doc.transact(() => {
    sendToPile(doc, [paper], undefined, lastOrder, origin);
    forgetSettled(doc, paper, origin);
  }, origin);
}
