/** One paper of a comparison: its name and place above it, a page of it with its marks, the chosen mark's words. */

import { BookOpen, X } from "lucide-react";
import { type ReactNode, type Ref, type RefObject, useMemo, useRef } from "react";
import type { PaperId } from "../../../shared/base/ids.ts";
import type { Note } from "../../../shared/board/notes.ts";
import type { Page } from "../../../shared/papers/papers.ts";
import type { Pile } from "../../../shared/sorting/piles.ts";
import { useBoard } from "../../sync/use-board.tsx";
import { IconButton } from "../../ui/button.tsx";
import { useStore } from "../../ui/store.ts";
import { comparing } from "../../words/en/comparing.ts";
import { list as listWords } from "../../words/en/list.ts";
import { reading as readingWords } from "../../words/en/reading.ts";
import { words } from "../../words/words.ts";
import { PageStage, type StageHandle } from "../reading/page-stage.tsx";
import { ReadingContext, type ReadingState } from "../reading/reading-state.ts";
import { stanceIcons } from "../reading/stance-choice.tsx";
import styles from "./compare-pane.module.css";

export interface ComparePaneProps {
  readonly paper: PaperId;
  readonly view: ReadingState;
  /** Counts from 0. */
  readonly page: number;
  readonly isActive: boolean;
  readonly pileMark: (pile: Pile | undefined) => ReactNode;
  readonly stage: Ref<StageHandle>;
  /** Its stage's element, where somebody wants to give it the focus. */
  readonly element: RefObject<HTMLDivElement | null> | undefined;
  readonly onActive: () => void;
  readonly onRead: () => void;
  /** Undefined where no fewer papers can be compared. */
  readonly onTakeOut: (() => void) | undefined;
}

export function ComparePane(props: ComparePaneProps) {
  const { paper, view, page, isActive, pileMark, stage, onActive, onRead, onTakeOut } = props;
  const ownElement = useRef<HTMLDivElement>(null);
  const element = props.element ?? ownElement;
  const code = useBoard((board) => board.papers.get(paper)?.code ?? "");
  const all = useBoard((board) => board.pagesOf.get(paper)) ?? noPages;
  const piles = useBoard((board) => board.piles);
  const place = useBoard((board) => board.places.get(paper));
  const pile = piles.find(({ id }) => id === place?.pile);
  const shown = useMemo(() => all.slice(page, page + 1), [all, page]);
  return (
    <section
      className={styles["pane"]}
      aria-label={readingWords.paper(code)}
      data-active={isActive || undefined}
      onFocusCapture={onActive}
      onPointerDownCapture={onActive}
    >
      <header className={styles["head"]}>
        <h2 className={styles["code"]}>{code}</h2>
        <span className={styles["pile"]}>
          {pileMark(pile)}
          <span className={styles["name"]}>
            {pile ? words.board.pileName(pile) : words.board.unsorted}
          </span>
        </span>
        <div className={styles["acts"]}>
          <IconButton
            label={comparing.read(code)}
            icon={BookOpen}
            size="small"
            tooltipSide="bottom"
            onClick={onRead}
          />
          {onTakeOut && (
            <IconButton
              label={comparing.takeOut(code)}
              icon={X}
              size="small"
              tooltipSide="bottom"
              onClick={onTakeOut}
            />
          )}
        </div>
      </header>
      <div className={styles["stage"]}>
        {shown.length > 0 ? (
          <ReadingContext value={view}>
            <PageStage
              ref={stage}
              element={element}
              pages={shown}
              label={comparing.pageOf(code, page + 1, all.length)}
              goal={undefined}
            />
          </ReadingContext>
        ) : (
          <p className={styles["none"]}>{comparing.noPage(code, page + 1)}</p>
        )}
      </div>
      <ChosenMark view={view} />
    </section>
  );
}

/** What was written on the mark that is chosen; the canvas shows only where it is. */
function ChosenMark({ view }: { readonly view: ReadingState }) {
  const chosen = useStore(view.selected);
  const notes = useBoard((board) => (chosen && board.notesOn.get(chosen)) ?? noNotes);
  return (
    <output className={styles["said"]}>
      {notes.map(({ id, stance, words: written }) => {
        const Icon = stanceIcons[stance];
        return (
          <span key={id} className={styles["note"]}>
            <Icon size={16} strokeWidth={2} aria-hidden />
            <b>{readingWords.stanceOf[stance]}</b> {written || listWords.noWords}
          </span>
        );
      })}
    </output>
  );
}

const noPages: readonly Page[] = [];
const noNotes: readonly Note[] = [];
