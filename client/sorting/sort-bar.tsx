/** The bar over a sort: back, how many are left, the team's clock, list or one at a time, how it is saved. */
import { ArrowLeft, Check, List } from "lucide-react";
import type { RoundNow } from "../../shared/sorting/rounds-reader.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { alone as say } from "../words/en/alone.ts";
import { RoundClock } from "./round-clock.tsx";
import { RoundMenu } from "./round-menu.tsx";
import styles from "./sort-bar.module.css";
import { useFinished } from "./use-rounds.ts";

export interface SortBarProps {
  readonly now: RoundNow;
  readonly left: number;
  readonly isLate: boolean;
  readonly isList: boolean;
  readonly onList: (isList: boolean) => void;
  /** Undefined where all is placed. */
  readonly onDone: (() => void) | undefined;
  readonly onReveal: () => void;
  readonly onClose: () => void;
}

export function SortBar(props: SortBarProps) {
  const { now, left, isLate, isList, onList, onDone, onReveal, onClose } = props;
  const { endsAt } = now.round;
  const { done, of } = useFinished(now);
  return (
    <header className={styles["bar"]}>
      <IconButton
        label={say.back}
        icon={ArrowLeft}
        shortcut="escape"
        tooltipSide="bottom"
        onClick={onClose}
      />
      <h1 className={styles["title"]}>{say.view}</h1>
      {left > 0 && <span className={styles["left"]}>{say.left(left)}</span>}
      {endsAt !== undefined && !isLate && <RoundClock endsAt={endsAt} />}
      <span className={styles["rest"]} />
      {!isLate && of > 1 && (
        <output className={styles["finished"]}>{say.finished(done, of)}</output>
      )}
      {onDone && (
        <Button size="small" icon={Check} shortcut="d" title={say.doneHelp} onClick={onDone}>
          {say.done}
        </Button>
      )}
      <Button
        size="small"
        icon={List}
        shortcut="l"
        aria-pressed={isList}
        onClick={() => onList(!isList)}
      >
        {say.asList}
      </Button>
      {!isLate && <RoundMenu now={now} onReveal={onReveal} />}
    </header>
  );
}
