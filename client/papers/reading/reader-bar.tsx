/** The bar above the paper being read: which one it is, the way to the others, its pile, who reads along. */

import { ArrowLeft, ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import type { PaperId, PileId } from "../../../shared/base/ids.ts";
import { useBoard, useMayWrite, useOthers } from "../../sync/use-board.tsx";
import { IconButton } from "../../ui/button.tsx";
import { PersonMark } from "../../ui/person-mark.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { reading as readingWords } from "../../words/en/reading.ts";
import { words } from "../../words/words.ts";
import styles from "./reader-bar.module.css";
import type { ReadingOrder } from "./reading-order.ts";

export interface ReaderBarProps {
  readonly paper: PaperId;
  readonly order: ReadingOrder;
  readonly saved: ReactNode;
  readonly onClose: () => void;
  readonly onGo: (paper: PaperId) => void;
  /** Undefined = the unsorted. */
  readonly onSend: (pile: PileId | undefined) => void;
}

const unsorted = "unsorted";

export function ReaderBar({ paper, order, saved, onClose, onGo, onSend }: ReaderBarProps) {
  const code = useBoard((view) => view.papers.get(paper)?.code ?? "");
  const piles = useBoard((view) => view.piles);
  const place = useBoard((view) => view.places.get(paper));
  const pile = piles.some(({ id }) => id === place?.pile) ? place?.pile : undefined;
  const { previous, next } = order;
  const mayWrite = useMayWrite();
  const lies = piles.find(({ id }) => id === pile);
  return (
    <header className={styles["bar"]}>
      <div className={styles["where"]}>
        <IconButton
          label={readingWords.back}
          icon={ArrowLeft}
          shortcut="escape"
          tooltipSide="bottom"
          onClick={onClose}
        />
        <h1 className={styles["title"]}>{readingWords.paper(code)}</h1>
        <IconButton
          label={readingWords.previousPaper}
          icon={ChevronLeft}
          shortcut="arrowleft"
          tooltipSide="bottom"
          disabled={!previous}
          onClick={() => previous && onGo(previous)}
        />
        <span className={styles["place"]}>{readingWords.place(order.number, order.count)}</span>
        <IconButton
          label={readingWords.nextPaper}
          icon={ChevronRight}
          shortcut="arrowright"
          tooltipSide="bottom"
          disabled={!next}
          onClick={() => next && onGo(next)}
        />
      </div>
      {saved}
      {!mayWrite && (
        <p className={styles["lies"]}>
          {readingWords.liesIn(lies ? words.board.pileName(lies) : words.board.unsorted)}
        </p>
      )}
      {mayWrite && (
        <div className={styles["pile"]} title={readingWords.pileKeys(Math.min(9, piles.length))}>
          <Segmented<string>
            label={readingWords.pileChoice}
            hideLabel
            value={pile ?? unsorted}
            onChange={(value) => onSend(value === unsorted ? undefined : (value as PileId))}
            options={[
              { value: unsorted, label: words.board.unsorted },
              ...piles.map((one) => ({ value: one.id, label: words.board.pileName(one) })),
            ]}
          />
        </div>
      )}
      <ReadersAlong paper={paper} />
    </header>
  );
}

/** Others with this paper open, each once. */
function ReadersAlong({ paper }: { readonly paper: PaperId }) {
  const others = useOthers();
  const here = [
    ...new Map(
      others.filter(({ reading }) => reading === paper).map((one) => [one.memberId, one]),
    ).values(),
  ];
  return (
    <output className={styles["along"]}>
      {here.length > 0 && (
        <>
          <span className={styles["people"]}>
            {here.slice(0, 4).map(({ memberId, name, colour }) => (
              <PersonMark key={memberId} name={name} colour={colour} size="small" />
            ))}
          </span>
          <span className={styles["names"]}>
            {readingWords.readingToo(here.map(({ name }) => name))}
          </span>
        </>
      )}
    </output>
  );
}
