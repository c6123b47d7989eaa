/** What is kept bright at the table by a tag, for this person alone: follows the papers as they are tagged. */
import { useMemo } from "react";
import { type TagFilter as Filter, hasTag, tagsOf } from "../../../shared/papers/tags.ts";
import { BrightChip, type BrightChipProps } from "../../numbers/bright-chip.tsx";
import { useBoard } from "../../sync/use-board.tsx";
import { tags as say } from "../../words/en/tags.ts";

export interface TagFilterProps extends Pick<BrightChipProps, "hands" | "onBright"> {
  readonly filter: Filter;
}

export function TagFilter({ filter: { tag }, ...rest }: TagFilterProps) {
  const papers = useBoard((view) => view.papers);
  const bright = useMemo(
    () => new Set([...papers.values()].filter((paper) => hasTag(paper, tag)).map(({ id }) => id)),
    [papers, tag],
  );
  const words = useMemo(
    () => tagsOf(papers.values()).find(({ key }) => key === tag)?.words,
    [papers, tag],
  );
  // A tag that no paper has any more dims nothing.
  if (words === undefined) return null;
  const said = say.brightNow(words, bright.size, papers.size);
  return <BrightChip {...rest} said={said} bright={bright} />;
}
