/**
 * Reading one paper, large: its pages with all marks, and beside them what the team sees.
 *
 * Owns the view's own state, its keys and the way from one paper to the next; which paper is open is
 * the caller's to keep. How marks become evidence comes in as `citing`, since needs build on this.
 */

import { type ReactNode, useEffect, useRef, useState } from "react";
import type { PageId, PaperId, PileId, RegionId } from "../../../shared/base/ids.ts";
import { type Page, turnPages } from "../../../shared/papers/papers.ts";
import { sendToPile } from "../../../shared/sorting/places.ts";
import { useBoard, useMayWrite, useSession } from "../../sync/use-board.tsx";
import { FullView } from "../../ui/full-view.tsx";
import { toast } from "../../ui/toast.tsx";
import { reading as readingWords } from "../../words/en/reading.ts";
import { words } from "../../words/words.ts";
import { coverPage } from "./cover-acts.ts";
import { CoverNotes } from "./cover-notes.tsx";
import { type Citing, CitingContext } from "./mark-evidence.tsx";
import { MarksPanel } from "./marks-panel.tsx";
import { PageStage, type StageHandle } from "./page-stage.tsx";
import styles from "./reader.module.css";
import { ReaderBar } from "./reader-bar.tsx";
import { useReadingOrder } from "./reading-order.ts";
import { createReadingState, ReadingContext, type ReadingState } from "./reading-state.ts";
import { ToolRail } from "./tool-rail.tsx";
import { useReaderKeys } from "./use-reader-keys.ts";
import { ZoomBar } from "./zoom-bar.tsx";

export interface ReaderProps {
  readonly paper: PaperId;
  /** Where to stand at first. */
  readonly page?: PageId | undefined;
  readonly region?: RegionId | undefined;
  readonly onClose: () => void;
  readonly onGo: (paper: PaperId) => void;
  /** Without it marks cannot be made evidence from here. */
  readonly citing?: Citing | undefined;
  /** Those to read through, instead of all. */
  readonly among?: readonly PaperId[] | undefined;
  /** Keeps the paper as a picture of understanding. */
  readonly onKeep: () => void;
  /** What else is known of the paper, shown over its marks. */
  readonly facts?: ReactNode;
  /** The caller's mark of what is saved, shown in the bar. */
  readonly saved?: ReactNode;
}

export function Reader(props: ReaderProps) {
  const [state] = useState(createReadingState);
  const isHere = useBoard((view) => view.papers.has(props.paper));
  const { onClose } = props;
  useEffect(() => {
    if (isHere) return;
    toast({ title: readingWords.paperGone });
    onClose();
  }, [isHere, onClose]);
  if (!isHere) return null;
  return (
    <ReadingContext value={state}>
      <CitingContext value={props.citing}>
        <OpenPaper {...props} state={state} />
      </CitingContext>
    </ReadingContext>
  );
}

function OpenPaper(props: ReaderProps & { readonly state: ReadingState }) {
  const { paper, page, region, onClose, onGo, state } = props;
  const session = useSession();
  const view = useRef<HTMLDivElement>(null);
  const stage = useRef<StageHandle>(null);
  const stageElement = useRef<HTMLDivElement>(null);
  const code = useBoard((board) => board.papers.get(paper)?.code ?? "");
  const pages = useBoard((board) => board.pagesOf.get(paper)) ?? noPages;
  const order = useReadingOrder(paper, props.among);
  const mayWrite = useMayWrite();
  usePresenceHere(paper);

  // Another paper, or another place on it: nothing half done, and what was asked for chosen.
  useEffect(() => {
    state.composing.set(undefined);
    state.hovered.set(undefined);
    state.tagging.set(undefined);
    state.selected.set(region);
  }, [state, paper, region]);
  useEffect(() => () => state.camera.stop(), [state]);

  function send(pile: PileId | undefined): void {
    const board = session.reader.view();
    const { resting } = board;
    if (resting?.papers.has(paper)) {
      toast({ title: words.sorting.resting(resting.why) });
      return;
    }
    const last = (pile ? board.sorted.piles.get(pile) : board.sorted.unsorted)?.at(-1);
    if (board.places.get(paper)?.pile === pile) return;
    const lastOrder = last && board.places.get(last)?.order;
    session.act((origin) => sendToPile(session.doc, [paper], pile, lastOrder, origin));
  }

  function mark(byKeyboard: boolean): void {
    state.tool.set("region");
    if (byKeyboard) stage.current?.aim();
  }

  function turn(by: 90 | -90): void {
    const shown = stage.current?.shown();
    if (shown) session.act((origin) => turnPages(session.doc, [shown], by, origin));
  }

  function cover(): void {
    const shown = stage.current?.shown();
    if (shown && !pages.find(({ id }) => id === shown)?.covered) void coverPage(session, shown);
  }

  /** Escape takes back one thing at a time, and closes the view when there is nothing left. */
  function stepBack(): void {
    if (state.composing.get()) return state.composing.set(undefined);
    if (stage.current?.cancel()) return;
    if (state.selected.get()) return state.selected.set(undefined);
    onClose();
  }

  useReaderKeys(view, {
    paper,
    order,
    onGo,
    onSend: send,
    onMark: mark,
    onTurn: turn,
    onCover: cover,
    onKeep: props.onKeep,
  });

  return (
    <FullView
      open
      ref={view}
      label={readingWords.reader(code)}
      className={styles["reader"]}
      onClose={stepBack}
      initialFocus={stageElement}
    >
      <ReaderBar
        paper={paper}
        order={order}
        saved={props.saved}
        onClose={onClose}
        onGo={onGo}
        onSend={send}
      />
      <main className={styles["stage"]}>
        <PageStage
          key={paper}
          ref={stage}
          element={stageElement}
          pages={pages}
          goal={region ?? page}
        />
        <ToolRail onAim={() => stage.current?.aim()} />
        <ZoomBar onTurn={mayWrite ? turn : undefined} onCover={cover} />
        <CoverNotes pages={pages} />
      </main>
      <MarksPanel
        key={paper}
        facts={props.facts}
        paper={paper}
        pages={pages}
        stage={stage}
        onMark={mark}
        onKeep={props.onKeep}
      />
    </FullView>
  );
}

const noPages: readonly Page[] = [];

/** Colleagues see who reads which paper. */
function usePresenceHere(paper: PaperId): void {
  const { presence } = useSession();
  useEffect(() => {
    presence.set({ reading: paper });
    return () => presence.set({ reading: undefined });
  }, [presence, paper]);
}
