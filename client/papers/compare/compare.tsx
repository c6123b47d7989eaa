/**
 * Two to four papers side by side, large, moved as one or each by itself; marked as in the reading view,
 * by the same code.
 *
 * Owns the view's state and layout; which papers are compared is the caller's to keep.
 */
import { type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from "react";
import type { PaperId } from "../../../shared/base/ids.ts";
import { turnPages } from "../../../shared/papers/papers.ts";
import type { Pile } from "../../../shared/sorting/piles.ts";
import { useBoard, useMayWrite, useSession } from "../../sync/use-board.tsx";
import { FullView } from "../../ui/full-view.tsx";
import { useStore } from "../../ui/store.ts";
import { toast } from "../../ui/toast.tsx";
import { comparing } from "../../words/en/comparing.ts";
import type { StageHandle } from "../reading/page-stage.tsx";
import { ReadingContext } from "../reading/reading-state.ts";
import { ToolRail } from "../reading/tool-rail.tsx";
import { useBox } from "../reading/use-box.ts";
import styles from "./compare.module.css";
import { CompareBar } from "./compare-bar.tsx";
import { columnsFor } from "./compare-grid.ts";
import { ComparePane } from "./compare-pane.tsx";
import { type CompareState, createCompareState } from "./compare-state.ts";
import { useCompareKeys } from "./use-compare-keys.ts";

export interface CompareProps {
  /** Two to four. */
  readonly papers: readonly PaperId[];
  readonly pileMark: (pile: Pile | undefined) => ReactNode;
  readonly onChange: (papers: readonly PaperId[]) => void;
  readonly onRead: (paper: PaperId) => void;
  readonly onClose: () => void;
  /** The caller's mark of what is saved, shown in the bar. */
  readonly saved?: ReactNode;
}

export function Compare(props: CompareProps) {
  const known = useBoard((view) => view.papers);
  const papers = useMemo(
    () => props.papers.filter((paper) => known.has(paper)),
    [props.papers, known],
  );
  const { onClose } = props;
  const [first] = papers;
  const isEnough = papers.length > 1;
  useEffect(() => {
    if (isEnough) return;
    toast({ title: comparing.tooFew });
    onClose();
  }, [isEnough, onClose]);
  return first && isEnough ? <Compared {...props} papers={papers} first={first} /> : null;
}

function Compared(props: CompareProps & { readonly first: PaperId }) {
  const { papers, first, pileMark, onChange, onRead, onClose, saved } = props;
  const session = useSession();
  const { presence } = session;
  const [all] = useState(papers);
  const [state] = useState(() => createCompareState(all, first));
  useEffect(() => () => state.stop(), [state]);
  const view = useRef<HTMLDivElement>(null);
  const firstStage = useRef<HTMLDivElement>(null);
  const [stages] = useState(() => new Map<PaperId, StageHandle>());
  const pagesOf = useBoard((board) => board.pagesOf);
  const page = useStore(state.page);
  const chosen = useStore(state.active);
  const active = papers.includes(chosen) ? chosen : first;
  const reading = state.views.get(active);
  const mayWrite = useMayWrite();

  useEffect(() => {
    presence.set({ reading: active });
    return () => presence.set({ reading: undefined });
  }, [presence, active]);

  const most = Math.max(1, ...papers.map((paper) => pagesOf.get(paper)?.length ?? 0));
  const flip = (by: -1 | 1): void =>
    state.page.set((last) => Math.min(most - 1, Math.max(0, last + by)));
  const aim = (): void => stages.get(active)?.aim();
  function turn(by: 90 | -90): void {
    const shown = pagesOf.get(active)?.[page];
    if (shown) session.act((origin) => turnPages(session.doc, [shown.id], by, origin));
  }
  useCompareKeys(view, state, { onFlip: flip, onAim: aim, onTurn: turn });

  /** Escape takes back one thing at a time, and closes the view when there is nothing left. */
  function stepBack(): void {
    for (const paper of papers) {
      const one = state.views.get(paper);
      if (one?.composing.get()) return one.composing.set(undefined);
      if (stages.get(paper)?.cancel()) return;
    }
    const marked = papers.find((paper) => state.views.get(paper)?.selected.get());
    if (marked) return state.views.get(marked)?.selected.set(undefined);
    onClose();
  }

  if (!reading) return null;
  return (
    <FullView
      open
      ref={view}
      label={comparing.title(papers.length)}
      className={styles["compare"]}
      onClose={stepBack}
      initialFocus={firstStage}
    >
      <CompareBar
        state={state}
        camera={reading.camera}
        count={papers.length}
        pages={most}
        saved={saved}
        onFlip={flip}
        onTurn={mayWrite ? turn : undefined}
        onClose={onClose}
      />
      <main className={styles["main"]} data-rail={mayWrite || undefined}>
        <Panes
          {...{ papers, state, page, active, pileMark, onChange, onRead }}
          stages={stages}
          first={firstStage}
        />
        <ReadingContext value={reading}>
          <ToolRail onAim={aim} />
        </ReadingContext>
      </main>
    </FullView>
  );
}

interface PanesProps extends Pick<CompareProps, "papers" | "pileMark" | "onChange" | "onRead"> {
  readonly state: CompareState;
  readonly page: number;
  readonly active: PaperId;
  readonly stages: Map<PaperId, StageHandle>;
  /** The first paper's element, to be given the focus. */
  readonly first: RefObject<HTMLDivElement | null>;
}

function Panes(props: PanesProps) {
  const { papers, state, page, active, pileMark, stages, first, onChange, onRead } = props;
  const element = useRef<HTMLDivElement>(null);
  const pagesOf = useBoard((board) => board.pagesOf);
  const room = useBox(element);
  const shapes = papers.map((paper) => {
    const size = pagesOf.get(paper)?.[page]?.size;
    return size ? size.h / size.w : 0;
  });
  const columns = columnsFor(papers.length, room, Math.max(0.25, ...shapes));
  return (
    <div
      ref={element}
      className={styles["panes"]}
      style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
    >
      {papers.map((paper, i) => {
        const own = state.views.get(paper);
        return (
          own && (
            <ComparePane
              key={paper}
              paper={paper}
              view={own}
              page={page}
              isActive={paper === active}
              pileMark={pileMark}
              stage={(handle) => {
                if (handle) stages.set(paper, handle);
                else stages.delete(paper);
              }}
              element={i === 0 ? first : undefined}
              onActive={() => state.active.set(paper)}
              onRead={() => onRead(paper)}
              onTakeOut={
                papers.length > 2
                  ? () => onChange(papers.filter((other) => other !== paper))
                  : undefined
              }
            />
          )
        );
      })}
    </div>
  );
}
