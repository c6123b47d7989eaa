/** The tags of this board, on papers and on regions of them. */
import { useMemo } from "react";
import type { PaperId } from "../../../shared/base/ids.ts";
import { type TagInUse, tagsOf } from "../../../shared/papers/tags.ts";
import { useBoard } from "../../sync/use-board.tsx";

/** `order` is that of each tag's papers. */
export function useTags(order?: readonly PaperId[]): readonly TagInUse[] {
  const papers = useBoard((view) => view.papers);
  const pages = useBoard((view) => view.pages);
  const regions = useBoard((view) => view.regions);
  return useMemo(() => tagsOf({ papers, pages, regions }, order), [papers, pages, regions, order]);
}
