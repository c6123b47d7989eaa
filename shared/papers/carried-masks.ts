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
 * Gives the pages of `earlier` the images and the cover they have in the first of `later` that knows them:
 * the board as it is now, then what was kept of it, newest first. A board that went back before a page came in
 * knows nothing of it, and of what was masked on it; what was kept then does. No more of `later` is asked
 * for than is needed. `refused` are images that are handed to nobody: a page that has no others is covered.
 */
export function carryMasks(
  earlier: Y.Doc,
  later: Iterable<Y.Doc>,
  refused: ReadonlySet<BlobHash>,
): void {
  earlier.transact(() => {
    const pages = [...recordsOf(earlier, pagesRoot).keys()] as PageId[];
    let open: readonly PageId[] = pages;
    for (const doc of later) {
      open = open.filter((page) => !carryPage(earlier, doc, page));
      if (open.length === 0) break;
    }
    for (const page of pages)
      if (tiersUnderCover(earlier, page).some(({ hash }) => refused.has(hash)))
        coverPage(earlier, page, true, structureOrigin);
  }, structureOrigin);
}

/** False where `now` does not know the page. */
function carryPage(earlier: Y.Doc, now: Y.Doc, page: PageId): boolean {
  const tiers = tiersUnderCover(now, page);
  if (tiers.length === 0) return false;
  maskPage(earlier, page, tiers);
  const covered = isCovered(now, page);
  if (covered !== isCovered(earlier, page)) coverPage(earlier, page, covered, structureOrigin);
  return true;
}
