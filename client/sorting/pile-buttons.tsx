/** The piles of a round as large buttons: mark, name, what belongs there, and the key. */
import type { Ref } from "react";
import type { PileId } from "../../shared/base/ids.ts";
import type { Pile } from "../../shared/sorting/piles.ts";
import { PileMark } from "../needs/pile-mark.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { alone as say } from "../words/en/alone.ts";
import { words } from "../words/words.ts";
import styles from "./pile-buttons.module.css";

export interface PileButtonsProps {
  readonly piles: readonly Pile[];
  /** Where the paper in hand lies already. */
  readonly lies: PileId | undefined;
  /** Where it would land if it were let go of now. */
  readonly aim: PileId | undefined;
  readonly onPlace: (pile: PileId) => void;
  readonly buttonOf: (pile: PileId) => Ref<HTMLButtonElement>;
}

export function PileButtons({ piles, lies, aim, onPlace, buttonOf }: PileButtonsProps) {
  return (
    <div className={styles["piles"]}>
      {piles.map((pile, i) => {
        const key = i < 9 ? String(i + 1) : undefined;
        return (
          <button
            key={pile.id}
            ref={buttonOf(pile.id)}
            type="button"
            className={styles["pile"]}
            data-colour={pile.colour}
            data-aim={aim === pile.id || undefined}
            aria-pressed={lies === pile.id}
            aria-keyshortcuts={key}
            onClick={() => onPlace(pile.id)}
          >
            <PileMark pile={pile} />
            <span className={styles["words"]}>
              <span className={styles["name"]}>{words.board.pileName(pile)}</span>
              {pile.criterion && <span className={styles["criterion"]}>{pile.criterion}</span>}
            </span>
            {lies === pile.id && <VisuallyHidden>{say.liesHere}</VisuallyHidden>}
            {key && (
              <kbd className={styles["key"]} aria-hidden>
                {key}
              </kbd>
            )}
          </button>
        );
      })}
    </div>
  );
}
