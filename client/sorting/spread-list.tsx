/** How a paper was read: how many placed it in which pile, with one's own reading marked. Names only where a round shows them. */
import type { MemberId, PileId } from "../../shared/base/ids.ts";
import type { Pile } from "../../shared/sorting/piles.ts";
import type { Who } from "../../shared/sorting/private-entries.ts";
import type { PaperReadings } from "../../shared/sorting/readings.ts";
import { PileMark } from "../needs/pile-mark.tsx";
import { nameOf } from "../sync/name-of.ts";
import { useSession } from "../sync/use-board.tsx";
import { alone as say } from "../words/en/alone.ts";
import { words } from "../words/words.ts";
import styles from "./spread-list.module.css";

export interface SpreadListProps {
  readonly readings: PaperReadings;
  /** What this person goes by in the round. */
  readonly own: Who;
  readonly isNamed: boolean;
  readonly pileOf: (id: PileId) => Pile | undefined;
  readonly label?: string;
}

export function SpreadList({ readings, own, isNamed, pileOf, label }: SpreadListProps) {
  const session = useSession();
  const mine = readings.readings.find(({ who }) => who === own)?.pile;
  return (
    <ul className={styles["spread"]} aria-label={label}>
      {readings.spread.map(({ pile: id, count }) => {
        const pile = pileOf(id);
        const people = readings.readings.filter((one) => one.pile === id);
        return (
          <li key={id} className={styles["reading"]} data-mine={mine === id || undefined}>
            <PileMark pile={pile} size="small" />
            <span>
              <b>{count}</b> {pile ? words.board.pileName(pile).toLowerCase() : ""}
              {isNamed && (
                <span className={styles["names"]}>
                  {people
                    .map(({ who }) => nameOf(session, who as MemberId) ?? say.someone)
                    .join(", ")}
                </span>
              )}
            </span>
            {mine === id && <span className={styles["mine"]}>{say.minePlaced}</span>}
          </li>
        );
      })}
    </ul>
  );
}
