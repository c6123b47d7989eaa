/**
 * What covers a page of a board, or shows it again: one update (Yjs, v1), undefined where it is so already,
 * and the images of the page. Undefined altogether where the board has no such page.
 */
import type { BlobHash, BoardId, PageId } from "../../../shared/base/ids.ts";
import { coverPage, pagesRoot, tiersUnderCover } from "../../../shared/papers/papers.ts";
import { laneName } from "../../../shared/protocol/lanes.ts";
import { recordsOf } from "../../../shared/records/records.ts";
import type { LaneReading } from "../../storage/lane-reading.ts";
import { documentOf } from "./document-of.ts";

export interface CoverQuestion {
  readonly boardId: BoardId;
  readonly page: PageId;
  readonly covered: boolean;
}

export interface CoverJobAnswer {
  readonly update: Uint8Array | undefined;
  readonly hashes: readonly BlobHash[];
}

export function cover(lanes: LaneReading, question: CoverQuestion): CoverJobAnswer | undefined {
  const { boardId, page, covered } = question;
  const board = documentOf(lanes, laneName({ kind: "board", boardId }));
  if (!board) return undefined;
  try {
    if (!recordsOf(board, pagesRoot).has(page)) return undefined;
    let update: Uint8Array | undefined;
    board.once("update", (made: Uint8Array) => {
      update = made;
    });
    coverPage(board, page, covered, "server");
    return { update, hashes: tiersUnderCover(board, page).map(({ hash }) => hash) };
  } finally {
    board.destroy();
  }
}
