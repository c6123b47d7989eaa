/** The pictures of a board's pages, kept while the page is on the board, whether its card is in view or not. */
import type { BoardId, PageId, PaperId } from "../../../shared/base/ids.ts";
import type { Page } from "../../../shared/papers/papers.ts";
import { sameValue } from "../../../shared/records/records.ts";
import type { Picture, Pictures } from "../../canvas/pictures.ts";
import { blobUrl } from "../../papers/reading/tiers.ts";

export interface PagePictures {
  /** Undefined for a page that is covered. */
  of(page: Page): Picture | undefined;
  /** Lets go of the pictures of pages that are not on the board any more. */
  keepOnly(pages: ReadonlyMap<PageId, Page>): void;
}

/** `onSmall`: a paper's page can be seen from afar now. */
export function createPagePictures(
  board: BoardId,
  pictures: Pictures,
  onSmall: (paper: PaperId) => void,
): PagePictures {
  /** With the page's tiers: one that was masked late has others. */
  const byPage = new Map<PageId, { readonly tiers: Page["tiers"]; readonly picture: Picture }>();
  let last: ReadonlyMap<PageId, Page> | undefined;
  return {
    of(page) {
      const known = byPage.get(page.id);
      if (known && sameValue(known.tiers, page.tiers)) return known.picture;
      known?.picture.destroy();
      byPage.delete(page.id);
      if (page.tiers.length === 0) return undefined;
      const picture = pictures.create(
        page.tiers.map(({ w, h, hash }) => ({ w, h, url: blobUrl(board, hash) })),
        () => onSmall(page.paper),
      );
      byPage.set(page.id, { tiers: page.tiers, picture });
      return picture;
    },
    keepOnly(pages) {
      if (pages === last) return;
      last = pages;
      for (const [page, { picture }] of byPage) {
        if (pages.has(page)) continue;
        picture.destroy();
        byPage.delete(page);
      }
    },
  };
}
