/**
 * Choosing the need that something already chosen is evidence for: one of those there are, or a new one
 * said on the spot. For the list and the reader, where the needs themselves are not in view.
 */
import { useRef, useState } from "react";
import type { NeedId, PileId } from "../../shared/base/ids.ts";
import { needText } from "../../shared/board/needs.ts";
import { standingOf } from "../../shared/board/standing.ts";
import { replaceWords } from "../../shared/text/flat-text.ts";
import type { EvidenceTarget } from "../papers/evidence-drag.ts";
import { useBoard, useSession } from "../sync/use-board.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextArea } from "../ui/text-field.tsx";
import { needs as needWords } from "../words/en/needs.ts";
import { citeAll, newNeedFrom } from "./cite.ts";
import styles from "./need-chooser.module.css";

export interface NeedChooserProps {
  /** May be empty for a new need that waits for its evidence. */
  readonly targets: readonly EvidenceTarget[];
  /** Where a new need was seen; by default in the pile of the first paper cited. */
  readonly pile?: PileId | undefined;
  /** Starts in the field for a new need. */
  readonly isNew?: boolean;
  /** With the need, and how much of the evidence was new to it; without, if nothing was chosen. */
  readonly onDone: (need?: NeedId, added?: number) => void;
}

export function NeedChooser({ targets, pile, isNew = false, onDone }: NeedChooserProps) {
  const session = useSession();
  const needs = useBoard((view) => view.needs);
  const [typed, setTyped] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  const offersOld = needs.length > 0 && targets.length > 0;

  function state(): void {
    const [first, ...rest] = targets;
    const need = newNeedFrom(session, first, pile);
    const text = needText(session.doc, need);
    if (text) {
      const said = typed.trim();
      session.act((origin) => replaceWords(text, "", said, said.length, origin));
    }
    citeAll(session, need, rest);
    onDone(need, targets.length);
  }

  return (
    <Dialog
      open
      onClose={() => onDone()}
      title={targets.length > 0 ? needWords.chooseTitle : needWords.add}
      size="small"
      {...(isNew ? { initialFocus: field } : {})}
    >
      {offersOld && (
        <ul className={styles["needs"]}>
          {needs.map((need) => {
            const { hunch, papers } = standingOf(session.reader.view(), need.id);
            return (
              <li key={need.id}>
                <button
                  type="button"
                  className={styles["need"]}
                  onClick={() => onDone(need.id, citeAll(session, need.id, targets))}
                >
                  <span>{need.words || needWords.untitled}</span>
                  <span className={styles["standing"]}>
                    {hunch ? needWords.hunchShort : needWords.restsOn(papers.length)}
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <form
        className={styles["new"]}
        onSubmit={(event) => {
          event.preventDefault();
          state();
        }}
      >
        <TextArea
          ref={field}
          label={offersOld ? needWords.orNew : needWords.wordsOf}
          placeholder={needWords.stemShown}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            state();
          }}
        />
        <Button variant="primary" type="submit">
          {needWords.stateIt}
        </Button>
      </form>
    </Dialog>
  );
}
