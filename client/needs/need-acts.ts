/** What the panel does to needs and their evidence, each one act of this person. */
import type { EvidenceId, NeedId, PileId } from "../../shared/base/ids.ts";
import {
  deleteEvidence,
  deleteNeed,
  type Evidence,
  evidenceRoot,
  moveNeed,
  type Need,
  needsRoot,
} from "../../shared/board/needs.ts";
import type { BoardView } from "../../shared/board/reader.ts";
import { setAlive } from "../../shared/records/records.ts";
import type { Pile } from "../../shared/sorting/piles.ts";
import type { Acting } from "./acting.ts";
import { stepAlong } from "./step-along.ts";

/** Needs seen in one pile; `pile` undefined for those of the whole board. */
export interface NeedGroup {
  readonly pile: Pile | undefined;
  readonly needs: readonly Need[];
}

/** Needs by the pile they were seen in, piles from left to right, then the whole board. */
export function groupNeeds({ needs, piles }: Pick<BoardView, "needs" | "piles">): NeedGroup[] {
  const known = new Set<PileId>(piles.map(({ id }) => id));
  const seenIn = ({ pile }: Need): PileId | undefined =>
    pile !== undefined && known.has(pile) ? pile : undefined;
  return [...piles, undefined].map((pile) => ({
    pile,
    needs: needs.filter((need) => seenIn(need) === pile?.id),
  }));
}

/** Moves a need one step within its group; returns its new place (1 = first), or undefined at an end. */
export function stepNeed(session: Acting, need: NeedId, by: -1 | 1): number | undefined {
  const groups = groupNeeds(session.reader.view());
  const group = groups.find(({ needs }) => needs.some(({ id }) => id === need))?.needs ?? [];
  return stepAlong(session, group, need, by, (id, order, origin) =>
    moveNeed(session.doc, id, order, origin),
  );
}

/** Deletes a need; the returned function brings it back with its words and evidence. */
export function removeNeed(session: Acting, need: NeedId): () => void {
  session.act((origin) => deleteNeed(session.doc, need, origin));
  return () => session.act((origin) => setAlive(session.doc, needsRoot, [need], true, origin));
}

/**
 * Takes a piece of evidence away, and with it any other of the same target: two people who cited it at
 * once left two, of which only the first is seen. The returned function brings it back.
 */
export function removeEvidence(session: Acting, evidence: Evidence): () => void {
  const { need, region, paper } = evidence;
  const removed: EvidenceId[] = [];
  const next = (): Evidence | undefined =>
    (session.reader.view().evidenceOf.get(need) ?? []).find(
      (one) => one.region === region && (region !== undefined || one.paper === paper),
    );
  session.act((origin) => {
    for (let found = next(); found; found = next()) {
      removed.push(found.id);
      deleteEvidence(session.doc, [found.id], origin);
    }
  });
  return () =>
    session.act((origin) => setAlive(session.doc, evidenceRoot, removed.slice(0, 1), true, origin));
}
