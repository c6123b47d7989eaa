/**
 * What is kept bright at the table, in words over it, and the way back. Works out which papers those are,
 * and again whenever their numbers change. For this person alone, never synced.
 */
import { MousePointerClick, SunDim, X } from "lucide-react";
import { useEffect, useMemo } from "react";
import type { PaperId } from "../../shared/base/ids.ts";
import { isWithin, type PaperFilter } from "../../shared/numbers/groups.ts";
import { useBoard } from "../sync/use-board.tsx";
import { Button, IconButton } from "../ui/button.tsx";
import { numbers as say } from "../words/en/numbers.ts";
import { nameOfSpan, titleOf } from "./group-words.ts";
import styles from "./numbers-filter.module.css";
import type { NumbersHands } from "./numbers-hands.ts";

export interface NumbersFilterProps {
  readonly filter: PaperFilter;
  readonly hands: NumbersHands;
  /** Undefined = no paper is dimmed. */
  readonly onBright: (papers: ReadonlySet<PaperId> | undefined) => void;
}

export function NumbersFilter({ filter, hands, onBright }: NumbersFilterProps) {
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
  useEffect(() => onBright(bright), [onBright, bright]);
  useEffect(() => () => onBright(undefined), [onBright]);
  if (!column || !bright) return null;
  const names = filter.spans.map(nameOfSpan);
  return (
    <section className={styles["chip"]} aria-label={say.filter}>
      <SunDim size={18} aria-hidden />
      <span className={styles["said"]} title={say.onlyForYou}>
        {say.bright(titleOf(column), names, bright.size, papers.size)}
      </span>
      <Button
        size="small"
        variant="quiet"
        icon={MousePointerClick}
        disabled={bright.size === 0}
        onClick={() => hands.show([...bright])}
      >
        {say.selectBright}
      </Button>
      <IconButton
        size="small"
        icon={X}
        label={say.filterOff}
        tooltipSide="bottom"
        onClick={() => hands.keepBright(undefined)}
      />
    </section>
  );
}
