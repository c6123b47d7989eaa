/**
 * Going back to how a board was, without showing what was hidden since: a mask and a cover are for the
 * pupil's sake, and hold whatever else of the board is taken back.
 *
 * Knows no versions and no server: the caller has both documents. test/unit/papers-carried-masks.test.ts.
 */
import type * as Y from "yjs";
import type { BlobHash, PageId } from "../base/ids.ts";
import { recordsOf, structureOrigin } from "../records/records.ts";
import { coverPage, isCovered, maskPage, pagesRoot, tiersUnderCover } from "./papers.ts";

/**
 * Gives the pages of `earlier` the images and the cover they have in `now`. `refused` are images that are
 * handed to nobody: a page that has no others, because `now` knows it no more, is covered.
 */
export function carryMasks(earlier: Y.Doc, now: Y.Doc, refused: ReadonlySet<BlobHash>): void {
  earlier.transact(() => {
    for (const id of recordsOf(earlier, pagesRoot).keys()) {
      const page = id as PageId;
      const tiers = tiersUnderCover(now, page);
      if (tiers.length > 0) {
        maskPage(earlier, page, tiers);
        const covered = isCovered(now, page);
        if (covered !== isCovered(earlier, page)) {
          coverPage(earlier, page, covered, structureOrigin);
        }
      }
      if (tiersUnderCover(earlier, page).some(({ hash }) => refused.has(hash))) {
        coverPage(earlier, page, true, structureOrigin);
      }
    }
  }, structureOrigin);
}
