/** A paper that was read differently: how, in words and marks, with one's own reading marked. */
import { BookOpen, CircleHelp } from "lucide-react";
import type { PileId } from "../../shared/base/ids.ts";
import type { Pile } from "../../shared/sorting/piles.ts";
import type { Who } from "../../shared/sorting/private-entries.ts";
import type { PaperReadings } from "../../shared/sorting/readings.ts";
import { Button } from "../ui/button.tsx";
import { alone as say } from "../words/en/alone.ts";
import styles from "./disputed-paper.module.css";
import { PaperPicture } from "./paper-picture.tsx";
import { SpreadList } from "./spread-list.tsx";

export interface DisputedPaperProps {
  readonly readings: PaperReadings;
  /** What this person goes by in the round. */
  readonly own: Who;
  readonly isNamed: boolean;
  readonly pileOf: (id: PileId) => Pile | undefined;
  readonly onRead: () => void;
}

export function DisputedPaper({ readings, own, isNamed, pileOf, onRead }: DisputedPaperProps) {
  const { paper, code, unsure } = readings;
  return (
    <li className={styles["paper"]}>
      <PaperPicture paper={paper} width={104} glides />
      <div className={styles["words"]}>
        <h3 className={styles["code"]}>{say.paper(code)}</h3>
        {readings.standing === "once" && <p className={styles["note"]}>{say.readOnce}</p>}
        <SpreadList readings={readings} own={own} isNamed={isNamed} pileOf={pileOf} />
        {unsure > 0 && (
          <p className={styles["note"]}>
            <CircleHelp size={16} strokeWidth={1.9} aria-hidden />
            {say.unsureCount(unsure)}
          </p>
        )}
        <Button size="small" icon={BookOpen} onClick={onRead}>
          {say.read(code)}
        </Button>
      </div>
    </li>
  );
}
