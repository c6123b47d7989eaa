/**
 * Places on a board as addresses that a colleague can open: `/board/<id>?paper=…&region=…` is a paper
 * being read, `?at=x,y,w,h` a part of the table in board units, `?thing=…` something that lies on it.
 */
import {
  type BoardId,
  isId,
  type NoteId,
  type PaperId,
  type PileId,
  type RegionId,
  type ShapeId,
} from "../../shared/base/ids.ts";
import type { BoardView } from "../../shared/board/reader.ts";
import type { Rect } from "../../shared/geometry/rect.ts";
import { readPoint, readSize } from "../../shared/records/records.ts";
import { boardPath } from "../team/paths.ts";
import type { Reading } from "./table-state.ts";

/** Where on the table to stand. */
export type TablePlace = { readonly view: Rect } | { readonly thing: string };

export interface BoardAddress {
  readonly reading: Reading | undefined;
  readonly place: TablePlace | undefined;
  /** Open the intake with the practice set. */
  readonly practice: boolean;
}

/** Total: what names nothing on this board is passed over. */
export function readAddress(search: string, view: BoardView): BoardAddress {
  const query = new URLSearchParams(search);
  const practice = query.get("practice") === "1";
  const place = readPlace(query, view);
  const region = view.regions.get((query.get("region") ?? "") as RegionId);
  const named = query.get("paper") ?? "";
  const paper = (region && view.pages.get(region.page)?.paper) ?? (named as PaperId);
  if (!isId(paper) || !view.papers.has(paper as PaperId)) {
    return { reading: undefined, place, practice };
  }
  return { reading: { paper: paper as PaperId, region: region?.id }, place, practice };
}

function readPlace(query: URLSearchParams, board: BoardView): TablePlace | undefined {
  const numbers = (query.get("at") ?? "").split(",").map((part) => Number(part || Number.NaN));
  const at = readPoint(numbers.slice(0, 2));
  const size = readSize(numbers.slice(2));
  if (at && size) return { view: { ...at, ...size } };
  const thing = query.get("thing") ?? "";
  return isOnTable(board, thing) ? { thing } : undefined;
}

const isOnTable = (board: BoardView, id: string): boolean =>
  board.papers.has(id as PaperId) ||
  board.notes.has(id as NoteId) ||
  board.regions.has(id as RegionId) ||
  board.shapes.has(id as ShapeId) ||
  board.piles.some((pile) => pile.id === (id as PileId));

/** The link to a paper, or to a mark on it. */
export function linkTo(board: BoardId, { paper, region }: Reading): string {
  const query = new URLSearchParams({ paper, ...(region && { region }) });
  return `${location.origin}${boardPath(board)}?${query}`;
}

/** The link to a part of the table, or to something on it. */
export function linkToPlace(board: BoardId, place: TablePlace): string {
  const query =
    "view" in place
      ? `at=${[place.view.x, place.view.y, place.view.w, place.view.h].map(Math.round).join(",")}`
      : new URLSearchParams({ thing: place.thing }).toString();
  return `${location.origin}${boardPath(board)}?${query}`;
}
