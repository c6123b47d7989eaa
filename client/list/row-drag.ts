/** Papers carried from row to pile by the pointer; beside this every drag also carries evidence. */
import { isId, type PaperId } from "../../shared/base/ids.ts";

const mediaType = "application/x-noticeboard-papers";

export function carryPapers(transfer: DataTransfer, papers: readonly PaperId[]): void {
  transfer.setData(mediaType, papers.join(" "));
}

export function carriesPapers(transfer: DataTransfer): boolean {
  return transfer.types.includes(mediaType);
}

/** The papers let go of; empty for any other payload. */
export function carriedPapers(transfer: DataTransfer): readonly PaperId[] {
  return transfer
    .getData(mediaType)
    .split(" ")
    .filter(isId)
    .map((id) => id as PaperId);
}
