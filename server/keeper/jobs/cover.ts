/**
 * What covers a page of a board, or shows it again: one update (Yjs, v1), undefined where it is so already,
 * and the images of the page. A page that shows the same image, because the paper came in twice, goes with
 * it: an image is either handed out or not. One whose images did not come with the board stays covered, as there
 * is nothing to show. Undefined altogether where the board has no such page.
 */
import type { BlobHash, BoardId, PageId } from "../../../shared/base/ids.ts";
import { coverPage, isLeftOut, pagesRoot, tiersUnderCover } from "../../../shared/papers/papers.ts";
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
  readonly images: readonly { readonly page: PageId; readonly hash: BlobHash }[];
}

export function cover(lanes: LaneReading, question: CoverQuestion): CoverJobAnswer | undefined {
  const { boardId, page, covered } = question;
  const board = documentOf(lanes, laneName({ kind: "board", boardId }));
  if (!board) return undefined;
  try {
    const pages = recordsOf(board, pagesRoot);
    if (!pages.has(page)) return undefined;
    const own = new Set(tiersUnderCover(board, page).map(({ hash }) => hash));
    const images = ([...pages.keys()] as PageId[])
      .map((each) => tiersUnderCover(board, each).map(({ hash }) => ({ page: each, hash })))
      .filter((tiers) => tiers.some(({ hash }) => own.has(hash)))
      .filter(([first]) => covered || !first || !isLeftOut(board, first.page))
      .flat();
    let update: Uint8Array | undefined;
    board.once("update", (made: Uint8Array) => {
      update = made;
    });
    board.transact(() => {
      for (const each of new Set([page, ...images.map((image) => image.page)])) {
        if (covered || !isLeftOut(board, each)) coverPage(board, each, covered, "server");
      }
    }, "server");
    return { update, images };
  } finally {
    board.destroy();
  }
}
