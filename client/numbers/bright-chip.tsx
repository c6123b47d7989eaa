/** Says over the table which papers are kept bright, with the ways to them and back. */
import { MousePointerClick, SunDim, X } from "lucide-react";
import { useEffect } from "react";
import type { PaperId } from "../../shared/base/ids.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { numbers as say } from "../words/en/numbers.ts";
import styles from "./bright-chip.module.css";
import type { NumbersHands } from "./numbers-hands.ts";

export interface BrightChipProps {
  readonly said: string;
  readonly bright: ReadonlySet<PaperId>;
  readonly hands: Pick<NumbersHands, "show" | "keepBright">;
  /** Undefined = no paper is dimmed. */
  readonly onBright: (papers: ReadonlySet<PaperId> | undefined) => void;
}

export function BrightChip({ said, bright, hands, onBright }: BrightChipProps) {
  useEffect(() => onBright(bright), [onBright, bright]);
  useEffect(() => () => onBright(undefined), [onBright]);
  return (
    <section className={styles["chip"]} aria-label={say.filter}>
      <SunDim size={18} aria-hidden />
      <span className={styles["said"]} title={say.onlyForYou}>
        {said}
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
