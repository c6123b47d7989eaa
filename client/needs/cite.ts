/**
 * Citing: how regions and papers become evidence of a need, from wherever they are picked or dropped.
 *
 * Owns nothing but these acts; the panel, the reader, the list and the table all come through here, so
 * that one drop is one undo step everywhere and nothing is cited twice.
 */
import type {
  EvidenceId,
  NeedId,
  NoteId,
  PaperId,
  PileId,
  RegionId,
} from "../../shared/base/ids.ts";
import { addEvidence, addNeed, type ClaimId } from "../../shared/board/needs.ts";
import type { BoardView } from "../../shared/board/reader.ts";
import { orderBetween } from "../../shared/sorting/piles.ts";
import type { EvidenceTarget } from "../papers/evidence-drag.ts";
import { toast } from "../ui/toast.tsx";
import { words } from "../words/words.ts";
import type { Acting } from "./acting.ts";

/** `already`: it was cited before, nothing changed. `gone`: the need or what was cited is not here (any more). */
export type Cited = "added" | "already" | "gone";

/** Adds one piece of evidence to a need or a note, as one act; says so kindly where it could not. */
export function citeEvidence(session: Acting, need: ClaimId, target: EvidenceTarget): Cited {
  const added = citeAll(session, need, [target]);
  if (added > 0) return "added";
  const view = session.reader.view();
  if (!isCited(view, need, target)) {
    toast({ title: words.board.nothingThere });
    return "gone";
  }
  const cited = resolve(view, target);
  const code = cited && view.papers.get(cited.paper)?.code;
  if (code !== undefined) toast({ title: words.board.placeCited(code) });
  return "already";
}

/** Adds several pieces of evidence as one act; returns how many were not there already. */
export function citeAll(
  session: Acting,
  need: ClaimId,
  targets: readonly EvidenceTarget[],
): number {
  const view = session.reader.view();
  const ofNote = view.notes.has(need as NoteId);
  if (!ofNote && !view.needs.some(({ id }) => id === need)) return 0;
  const fresh = targets.flatMap((target) =>
    isCited(view, need, target) ? [] : (resolve(view, target) ?? []),
  );
  if (fresh.length === 0) return 0;
  let order = view.evidenceOf.get(need)?.at(-1)?.order;
  session.act((origin) => {
    for (const cited of fresh) {
      order = orderBetween(order, undefined);
      const id = session.newId<EvidenceId>();
      const evidence = { id, need, ...cited, order, ...(ofNote && { ofNote }) };
      addEvidence(session.doc, evidence, origin);
    }
  });
  return fresh.length;
}

/**
 * A new need without words yet, last among the needs, seen in `pile` (undefined = the whole board) and,
 * where a target is given, standing on it. One act; the caller puts the caret into it.
 */
export function newNeedFrom(session: Acting, target?: EvidenceTarget, pile?: PileId): NeedId {
  const view = session.reader.view();
  const cited = target && resolve(view, target);
  const seenIn = pile ?? (cited && view.places.get(cited.paper)?.pile);
  const id = session.newId<NeedId>();
  session.act((origin) => {
    const order = orderBetween(view.needs.at(-1)?.order, undefined);
    const known = view.piles.some((heap) => heap.id === seenIn) ? seenIn : undefined;
    addNeed(session.doc, { id, pile: known, order, by: session.me.memberId }, origin);
    if (!cited) return;
    const evidence = { id: session.newId<EvidenceId>(), need: id, ...cited };
    addEvidence(session.doc, { ...evidence, order: orderBetween(undefined, undefined) }, origin);
  });
  return id;
}

/** Whether the need or the note stands on exactly this already. */
export function isCited(view: BoardView, need: ClaimId, target: EvidenceTarget): boolean {
  const evidence = view.evidenceOf.get(need) ?? [];
  return evidence.some((item) =>
    "region" in target
      ? item.region === target.region
      : item.region === undefined && item.paper === target.paper,
  );
}

function resolve(
  view: BoardView,
  target: EvidenceTarget,
): { readonly paper: PaperId; readonly region: RegionId | undefined } | undefined {
  if ("paper" in target) {
    return view.papers.has(target.paper) ? { paper: target.paper, region: undefined } : undefined;
  }
  const region = view.regions.get(target.region);
  const paper = region && view.pages.get(region.page)?.paper;
  return paper && { paper, region: target.region };
}
