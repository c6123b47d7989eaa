/** The pictures of a board's pages, kept while the page is on the board, whether its card is in view or not. */
import type { BoardId, PageId } from "../../../shared/base/ids.ts";
import type { Page } from "../../../shared/papers/papers.ts";
import { createPictures, type Picture } from "../../canvas/pictures.ts";
import { blobUrl } from "../../papers/reading/tiers.ts";

export interface PagePictures {
  of(page: Page): Picture;
  /** Lets go of the pictures of pages that are not on the board any more. */
  keepOnly(pages: ReadonlyMap<PageId, unknown>): void;
  destroy(): void;
}

export function createPagePictures(board: BoardId): PagePictures {
  const pictures = createPictures();
  const byPage = new Map<PageId, Picture>();
  return {
    of(page) {
      const known = byPage.get(page.id);
      if (known) return known;
      const picture = pictures.create(
        page.tiers.map(({ w, h, hash }) => ({ w, h, url: blobUrl(board, hash) })),
      );
      byPage.set(page.id, picture);
      return picture;
    },
    keepOnly(pages) {
      for (const [page, picture] of byPage) {
        if (pages.has(page)) continue;
        picture.destroy();
        byPage.delete(page);
      }
    },
    destroy: pictures.destroy,
  };
}
