/** Which stored size of a page's image to show, and where the browser gets it. */
import type { BlobHash, BoardId } from "../../../shared/base/ids.ts";
import type { Page, Tier } from "../../../shared/papers/papers.ts";

/** A little softness is not seen; the next larger tier costs four times the memory. */
const enough = 0.85;

/**
 * The smallest tier that is sharp at `width` CSS pixels on a screen of `pixelRatio`, else the largest.
 * Undefined for a page without tiers, which is one that is covered.
 */
export function tierFor(
  page: Pick<Page, "tiers">,
  width: number,
  pixelRatio: number,
): Tier | undefined {
  const wanted = width * pixelRatio * enough;
  return page.tiers.find((tier) => tier.w >= wanted) ?? page.tiers.at(-1);
}

/** Where a member fetches an image to mask it, also that of a page that is covered. */
export const toMaskUrl = (board: BoardId, hash: BlobHash): string =>
  `${blobUrl(board, hash)}?to=mask`;

/** Where a stored image is fetched; only members of the board's team get it. */
export function blobUrl(board: BoardId, hash: BlobHash): string {
  return `/api/boards/${board}/blobs/${hash}`;
}
