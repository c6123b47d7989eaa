/** What is kept bright at the table by a tag, for this person alone: follows the papers as they are tagged. */
import { useMemo } from "react";
import type { TagFilter as Filter } from "../../../shared/papers/tags.ts";
import { BrightChip, type BrightChipProps } from "../../numbers/bright-chip.tsx";
import { useTags } from "../../papers/tags/use-tags.ts";
import { useBoard } from "../../sync/use-board.tsx";
import { tags as say } from "../../words/en/tags.ts";

export interface TagFilterProps extends Pick<BrightChipProps, "hands" | "onBright"> {
  readonly filter: Filter;
}

export function TagFilter({ filter: { tag }, ...rest }: TagFilterProps) {
  const papers = useBoard((view) => view.papers);
  const found = useTags().find(({ key }) => key === tag);
  const bright = useMemo(() => new Set(found?.papers), [found]);
  // A tag that nothing has any more dims nothing.
  if (!found) return null;
  const said = say.brightNow(found.words, bright.size, papers.size);
  return <BrightChip {...rest} said={said} bright={bright} />;
}
