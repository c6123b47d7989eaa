/** Places on a board as addresses: `/board/<id>?paper=…&region=…`, which a colleague can open. */
import { type BoardId, isId, type PaperId, type RegionId } from "../../shared/base/ids.ts";
import type { BoardView } from "../../shared/board/reader.ts";
import { boardPath } from "../team/paths.ts";
import type { Reading } from "./table-state.ts";

export interface BoardAddress {
  readonly reading: Reading | undefined;
  /** Open the intake with the practice set. */
  readonly practice: boolean;
}

/** Total: what names nothing on this board is passed over. */
export function readAddress(search: string, view: BoardView): BoardAddress {
  const query = new URLSearchParams(search);
  const practice = query.get("practice") === "1";
  const region = view.regions.get((query.get("region") ?? "") as RegionId);
  const named = query.get("paper") ?? "";
  const paper = (region && view.pages.get(region.page)?.paper) ?? (named as PaperId);
  if (!isId(paper) || !view.papers.has(paper as PaperId)) return { reading: undefined, practice };
  return { reading: { paper: paper as PaperId, region: region?.id }, practice };
}

/** The link to a paper, or to a mark on it. */
export function linkTo(board: BoardId, { paper, region }: Reading): string {
  const query = new URLSearchParams({ paper, ...(region && { region }) });
  return `${location.origin}${boardPath(board)}?${query}`;
}
