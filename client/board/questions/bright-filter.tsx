/** What is kept bright at the table, in words over it: by numbers beside the papers, or by a tag on them. */
import type { PaperFilter } from "../../../shared/numbers/groups.ts";
import type { TagFilter as TagOf } from "../../../shared/papers/tags.ts";
import type { BrightChipProps } from "../../numbers/bright-chip.tsx";
import { NumbersFilter } from "../../numbers/numbers-filter.tsx";
import { TagFilter } from "./tag-filter.tsx";

export interface BrightFilterProps extends Pick<BrightChipProps, "hands" | "onBright"> {
  readonly filter: PaperFilter | TagOf;
}

export function BrightFilter({ filter, ...rest }: BrightFilterProps) {
  return "tag" in filter ? (
    <TagFilter {...rest} filter={filter} />
  ) : (
    <NumbersFilter {...rest} filter={filter} />
  );
}
