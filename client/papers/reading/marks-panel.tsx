/** "What we see": the marks of the paper being read, in reading order, beside the page they stand on. */

import { MessageCircleQuestionMark, SquareDashedMousePointer } from "lucide-react";
import {
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
} from "react";
import type { NoteId, PaperId, RegionId } from "../../../shared/base/ids.ts";
import { type Mark, marksOfPaper } from "../../../shared/board/marks.ts";
import type { Page } from "../../../shared/papers/papers.ts";
import { useBoard, useMayWrite } from "../../sync/use-board.tsx";
import { Button } from "../../ui/button.tsx";
import { useStore } from "../../ui/store.ts";
import { reading as readingWords } from "../../words/en/reading.ts";
import { PaperTags } from "../tags/paper-tags.tsx";
import { TaskNote } from "../tasks/task-note.tsx";
import { MarkCard } from "./mark-card.tsx";
import styles from "./marks-panel.module.css";
import type { StageHandle } from "./page-stage.tsx";
import { PageWords } from "./page-words.tsx";
import { PaperQuestions } from "./paper-questions.tsx";
import { useReading } from "./reading-state.ts";
import { useFocusKept } from "./use-focus-kept.ts";

export interface MarksPanelProps {
  readonly paper: PaperId;
  readonly pages: readonly Page[];
  readonly facts: ReactNode;
  /** Shows a mark on its page, and lets it be reshaped there. */
  readonly stage: RefObject<StageHandle | null>;
  /** Somebody wants to mark a region; `byKeyboard` without a pointer at hand. */
  readonly onMark: (byKeyboard: boolean) => void;
  readonly onKeep: () => void;
}

export function MarksPanel({ paper, facts, pages, stage, onMark, onKeep }: MarksPanelProps) {
  const reading = useReading();
  const marks = useMarks(paper);
  const mayWrite = useMayWrite();
  const selected = useStore(reading.selected);
  const hovered = useStore(reading.hovered);
  const [writing, setWriting] = useState<NoteId | undefined>(undefined);
  const list = useRef<HTMLOListElement>(null);
  const panel = useRef<HTMLElement>(null);

  useFocusKept(panel, marks.length);

  // Chosen on the page: its card comes into view here.
  useEffect(() => {
    if (selected === undefined) return;
    list.current?.querySelector(`[data-mark="${selected}"]`)?.scrollIntoView({ block: "nearest" });
  }, [selected]);

  const choose = useCallback(
    (region: RegionId): void => {
      if (reading.selected.get() === region) return;
      reading.selected.set(region);
      stage.current?.reveal(region);
    },
    [reading, stage],
  );
  const reshape = useCallback(
    (region: RegionId): void => {
      reading.selected.set(region);
      stage.current?.take(region);
    },
    [reading, stage],
  );

  const redraw = useCallback(
    (region: RegionId): void => {
      reading.selected.set(region);
      stage.current?.redraw(region);
    },
    [reading, stage],
  );

  // Over a card or in it: its region comes forward on the page, wherever in the card that is.
  const onOver = useEffectEvent((event: Event): void => {
    reading.hovered.set(regionOf(event.target));
  });
  const onFocus = useEffectEvent((event: Event): void => {
    const region = regionOf(event.target);
    if (region !== undefined) choose(region);
  });
  const hasMarks = marks.length > 0;
  useEffect(() => {
    const { current } = list;
    if (!current || !hasMarks) return;
    const stop = new AbortController();
    const { signal } = stop;
    current.addEventListener("pointerover", onOver, { signal });
    current.addEventListener("pointerleave", onOver, { signal });
    current.addEventListener("focusin", onFocus, { signal });
    return () => stop.abort();
  }, [hasMarks]);

  return (
    <aside ref={panel} className={styles["panel"]} aria-label={readingWords.panel} tabIndex={-1}>
      <header className={styles["header"]}>
        <h2 className={styles["title"]}>{readingWords.panel}</h2>
        {mayWrite && marks.length > 0 && (
          <Button
            size="small"
            icon={SquareDashedMousePointer}
            onClick={(event) => onMark(event.detail === 0)}
          >
            {readingWords.markRegion}
          </Button>
        )}
      </header>
      <div className={styles["content"]}>
        <TaskNote />
        {facts}
        <div className={styles["ofPaper"]}>
          <PaperTags paper={paper} onKeep={onKeep} />
          <PaperQuestions paper={paper} onChoose={choose} />
        </div>
        {marks.length === 0 ? (
          <Empty onMark={mayWrite ? onMark : undefined} />
        ) : (
          <ol ref={list} className={styles["marks"]} aria-label={readingWords.marks(marks.length)}>
            {marks.map((mark, i) => (
              <Group key={mark.region.id} mark={mark} before={marks[i - 1]} pages={pages.length}>
                <MarkCard
                  mark={mark}
                  isChosen={selected === mark.region.id}
                  isForward={hovered === mark.region.id}
                  writing={mark.notes.some(({ id }) => id === writing) ? writing : undefined}
                  onWrite={setWriting}
                  onChoose={choose}
                  onReshape={reshape}
                  onRedraw={redraw}
                />
              </Group>
            ))}
          </ol>
        )}
        <PageWords pages={pages} />
      </div>
    </aside>
  );
}

function useMarks(paper: PaperId): readonly Mark[] {
  const pagesOf = useBoard((board) => board.pagesOf);
  const regions = useBoard((board) => board.regions);
  const notesOn = useBoard((board) => board.notesOn);
  return useMemo(
    () => marksOfPaper({ pagesOf, regions, notesOn }, paper),
    [pagesOf, regions, notesOn, paper],
  );
}

function regionOf(target: EventTarget | null): RegionId | undefined {
  const card = target instanceof Element ? target.closest<HTMLElement>("[data-mark]") : null;
  return card?.dataset["mark"] as RegionId | undefined;
}

/** A word on the page before its first mark, where there are several pages. */
function Group(props: {
  readonly mark: Mark;
  readonly before: Mark | undefined;
  readonly pages: number;
  readonly children: ReactNode;
}) {
  const { mark, before, pages, children } = props;
  const first = pages > 1 && before?.page.id !== mark.page.id;
  return (
    <>
      {first && (
        <li className={styles["page"]} role="presentation">
          <h3 className={styles["pageTitle"]}>{readingWords.onPage(mark.pageNumber)}</h3>
        </li>
      )}
      {children}
    </>
  );
}

function Empty(props: { readonly onMark: MarksPanelProps["onMark"] | undefined }) {
  const { onMark } = props;
  return (
    <div className={styles["empty"]}>
      <MessageCircleQuestionMark size={36} strokeWidth={1.5} aria-hidden />
      <h3 className={styles["emptyTitle"]}>
        {onMark ? readingWords.emptyTitle : readingWords.nothingMarked}
      </h3>
      {onMark && (
        <>
          <p className={styles["forMouse"]}>{readingWords.emptyDetail}</p>
          <p className={styles["forTouch"]}>{readingWords.emptyTouch}</p>
          <Button icon={SquareDashedMousePointer} onClick={(event) => onMark(event.detail === 0)}>
            {readingWords.markRegion}
          </Button>
        </>
      )}
    </div>
  );
}
