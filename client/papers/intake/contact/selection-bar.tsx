/** What can be done to the selected pages; there only while some are. */
import { X } from "lucide-react";
import { Button, IconButton } from "../../../ui/button.tsx";
import { contactSheet as sheetWords } from "../../../words/en/contact-sheet.ts";
import type { Intake } from "../intake.ts";
import type { IntakePage } from "../intake-state.ts";
import styles from "./contact-sheet.module.css";
import { type SheetAct, sheetActs } from "./sheet-acts.ts";

const says = sheetWords;

export function SelectionBar(props: {
  readonly intake: Intake;
  readonly papers: readonly (readonly IntakePage[])[];
  readonly keys: ReadonlySet<number>;
  readonly onAct: (act: SheetAct) => void;
  readonly onAll: () => void;
  readonly onNone: () => void;
}) {
  const { intake, papers, keys } = props;
  if (keys.size === 0) return null;
  const all = papers.reduce((sum, paper) => sum + paper.length, 0);
  return (
    <div className={styles["bar"]} role="toolbar" aria-label={says.selected(keys.size)}>
      <span className={styles["selected"]}>{says.selected(keys.size)}</span>
      {sheetActs.map((act) => {
        const offered = act.offered(intake, papers, keys) !== undefined;
        // Earlier and later stay in their place; acts that make no sense for these pages are not shown.
        if (!offered && !act.key.startsWith("alt")) return null;
        return (
          <Button
            key={act.key}
            variant="quiet"
            size="small"
            icon={act.icon}
            shortcut={act.key}
            disabled={!offered}
            onClick={() => props.onAct(act)}
          >
            {act.name}
          </Button>
        );
      })}
      {keys.size < all && (
        <Button variant="quiet" size="small" onClick={props.onAll}>
          {says.selectAll}
        </Button>
      )}
      <IconButton label={says.deselect} icon={X} size="small" onClick={props.onNone} />
    </div>
  );
}
