/**
 * What is kept bright at the table by its numbers. Works out which papers those are, and again whenever
 * their numbers change. For this person alone, never synced.
 */
import { useMemo } from "react";
import { isWithin, type PaperFilter } from "../../shared/numbers/groups.ts";
import { useBoard } from "../sync/use-board.tsx";
import { numbers as say } from "../words/en/numbers.ts";
import { BrightChip, type BrightChipProps } from "./bright-chip.tsx";
import { nameOfSpan, titleOf } from "./group-words.ts";

export interface NumbersFilterProps extends Pick<BrightChipProps, "hands" | "onBright"> {
  readonly filter: PaperFilter;
}

export function NumbersFilter({ filter, ...rest }: NumbersFilterProps) {
  const columns = useBoard((view) => view.columns);
  const papers = useBoard((view) => view.papers);
  const column = columns.find(({ id }) => id === filter.column);
  const bright = useMemo(
    () =>
      column &&
      new Set(
        [...papers.keys()].filter((paper) =>
          filter.spans.some((span) => isWithin(column.values.get(paper), span)),
        ),
      ),
    [column, papers, filter],
  );
  if (!column || !bright) return null;
  const names = filter.spans.map(nameOfSpan);
  const said = say.bright(titleOf(column), names, bright.size, papers.size);
  return <BrightChip {...rest} said={said} bright={bright} />;
}
