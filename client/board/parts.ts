/**
 * The parts of a board that are not looked at first, each a chunk of its own. They are fetched once the
 * page has nothing else to do, so that a line that drops later puts nothing out of reach.
 */
import { lazy } from "react";
import { fetchEditor } from "../text/field-writer.ts";

const load = {
  needs: () => import("../needs/needs-panel.tsx").then((chunk) => ({ default: chunk.NeedsPanel })),
  list: () => import("../list/list-view.tsx").then((chunk) => ({ default: chunk.ListView })),
  reader: () => import("../papers/reading/reader.tsx").then((chunk) => ({ default: chunk.Reader })),
  composer: () =>
    import("../papers/reading/region-composer.tsx").then((chunk) => ({
      default: chunk.RegionComposer,
    })),
  review: () =>
    import("../review/export-dialog.tsx").then((chunk) => ({ default: chunk.ExportDialog })),
  intake: () =>
    import("../papers/intake/bring-in-papers.tsx").then((chunk) => ({
      default: chunk.BringInPapers,
    })),
} as const;

export const NeedsPanel = lazy(load.needs);
export const ListView = lazy(load.list);
export const Reader = lazy(load.reader);
export const RegionComposer = lazy(load.composer);
export const ExportDialog = lazy(load.review);
export const BringInPapers = lazy(load.intake);

/** How long the first pictures have the line to themselves. */
const afterMs = 1_500;

/** Fetches every part in quiet time; the returned function gives it up. */
export function fetchParts(): () => void {
  const timer = setTimeout(() => {
    // One that does not come now is asked for again when it is opened. The editor, which is large, comes last.
    void Promise.allSettled(Object.values(load).map((part) => part()))
      .then(fetchEditor)
      .catch(() => {});
  }, afterMs);
  return () => clearTimeout(timer);
}
