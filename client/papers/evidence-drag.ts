/**
 * What a dragged mark or paper carries, so that it can be let go on a need: the browser's own drag and
 * drop, with a payload only our pages read. Knows ids, never pixels or words: what leaves the window by
 * accident says nothing about a pupil.
 */
import { isId, type PaperId, type RegionId } from "../../shared/base/ids.ts";

/** What can stand as evidence: a region of a page, or a whole paper. */
export type EvidenceTarget = { readonly region: RegionId } | { readonly paper: PaperId };

const mediaType = "application/x-noticeboard-evidence";

/** Called in `dragstart` of anything that may become evidence. */
export function carryEvidence(transfer: DataTransfer, target: EvidenceTarget): void {
  transfer.effectAllowed = "copyLink";
  transfer.setData(mediaType, JSON.stringify(target));
}

/** Whether a drag over us carries evidence; browsers hide the payload itself until the drop. */
export function carriesEvidence(transfer: DataTransfer): boolean {
  return transfer.types.includes(mediaType);
}

/** The evidence let go of, or undefined for any other payload. */
export function carriedEvidence(transfer: DataTransfer): EvidenceTarget | undefined {
  return readTarget(transfer.getData(mediaType));
}

/** Total: whatever another page wrote there, a target or nothing comes out. */
export function readTarget(payload: string): EvidenceTarget | undefined {
  try {
    const value: unknown = JSON.parse(payload);
    if (typeof value !== "object" || value === null) return undefined;
    if ("region" in value && isId(value.region)) return { region: value.region as RegionId };
    if ("paper" in value && isId(value.paper)) return { paper: value.paper as PaperId };
  } catch {
    // No JSON of ours: somebody dragged something else.
  }
  return undefined;
}
