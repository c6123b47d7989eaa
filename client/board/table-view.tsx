/**
 * The table in React's frame: stands up the canvas in its element, lays the heaps under the cards and the
 * floating bars over them, and takes files dropped anywhere on it.
 */
import { type DragEvent, Suspense, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import type { Point } from "../../shared/geometry/rect.ts";
import { droppedFiles } from "../papers/intake/dropped-files.ts";
import { useMayWrite, useSession } from "../sync/use-board.tsx";
import { isTyping } from "../ui/hotkeys.ts";
import { useStore } from "../ui/store.ts";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { words } from "../words/words.ts";
import { useClipboard } from "./arranging/use-clipboard.ts";
import { ContextMenu } from "./bars/context-menu.tsx";
import { Question } from "./bars/question.tsx";
import { SelectionBar } from "./bars/selection-bar.tsx";
import { ToolBar } from "./bars/tool-bar.tsx";
import { BackToContent, ZoomBar } from "./bars/zoom-bar.tsx";
import { useHands } from "./board-context.ts";
import { openMenu } from "./commands/open-menu.ts";
import { useCommandPort } from "./commands/use-commands.ts";
import { Composer } from "./composer.tsx";
import { EmptyTable } from "./empty-table.tsx";
import { Heaps } from "./heaps/heaps.tsx";
import { NoteWriter } from "./note-writer.tsx";
import { AloneOffer, TalkPins } from "./parts.ts";
import { createTable, type Table } from "./table/table.ts";
import type { TableActs } from "./table-acts.ts";
import styles from "./table-view.module.css";

/** What the floating bars cover, in pixels. */
const insets = { top: 70, right: 24, bottom: 76, left: 84 } as const;

/** Where somebody talks about a place, over the cards. */
function Pins({ table }: { readonly table: Table }) {
  return createPortal(
    <Suspense>
      <TalkPins />
    </Suspense>,
    table.overlay,
  );
}

export interface TableViewProps {
  readonly acts: TableActs;
  /** Whether the table was drawn once: what lies over it comes then. */
  readonly isDrawn: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

export function TableView({ acts, isDrawn, onFiles }: TableViewProps) {
  const session = useSession();
  const hands = useHands();
  const host = useRef<HTMLDivElement>(null);
  const table = useStore(hands.table);
  const said = useStore(hands.state, (value) => value.said);
  const [isOver, setOver] = useState(false);
  const mayWrite = useMayWrite();
  useClipboard(onFiles);
  const port = useCommandPort();

  useLayoutEffect(() => {
    if (!host.current) return;
    const made = createTable({
      host: host.current,
      session,
      state: hands.state,
      threads: hands.talk.counts,
      insets: () => insets,
      open: ({ id }) => void acts.open(id),
      cited: acts.cited,
      menu: (at) => openMenu(port, at),
    });
    hands.table.set(made);
    return () => {
      hands.table.set(undefined);
      made.destroy();
    };
  }, [session, hands, acts, port]);

  const carriesFiles = (event: DragEvent): boolean =>
    mayWrite && event.dataTransfer.types.includes("Files");

  return (
    // Files are dropped from elsewhere; the button "Bring in papers" does the same.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className={styles["table"]}
      aria-label={words.board.table}
      onContextMenu={(event) => {
        if (isTyping(event.target)) return;
        event.preventDefault();
        // A finger kept still is the table's own to tell from one that drags.
        if ((event.nativeEvent as PointerEvent).pointerType === "touch") return;
        const at = { x: event.clientX, y: event.clientY };
        const pile = menuOfPile(at, host.current);
        if (pile) pile.click();
        else if (host.current?.contains(event.target as Node)) openMenu(port, at);
      }}
      onDragOver={(event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        setOver(false);
        void droppedFiles(event.dataTransfer).then((files) => {
          if (files.length > 0) onFiles(files);
        });
      }}
    >
      <VisuallyHidden>
        <p>{mayWrite ? words.board.tableHelp : words.board.tableHelpLooking}</p>
        <output>{said}</output>
      </VisuallyHidden>
      <div ref={host} className={styles["host"]} />
      {table && (
        <>
          <Heaps table={table} acts={acts} />
          <NoteWriter table={table} />
          {isDrawn && <Pins table={table} />}
          <Question />
          <EmptyTable />
          <ToolBar />
          <div className={styles["bottom"]}>
            {isDrawn && (
              <Suspense>
                <AloneOffer />
              </Suspense>
            )}
            <SelectionBar acts={acts} />
            <ZoomBar table={table} />
          </div>
          <BackToContent table={table} />
          <Composer table={table} />
          <ContextMenu />
        </>
      )}
      {isOver && <div className={styles["drop"]}>{words.board.dropHere}</div>}
    </section>
  );
}

/** The button of the pile whose bare ground lies at a point: what its menu holds, a right click opens. */
function menuOfPile(at: Point, host: HTMLElement | null): HTMLButtonElement | undefined {
  const [top] = document.elementsFromPoint(at.x, at.y);
  if (!host || top?.closest("[data-item]")) return undefined;
  return [...host.querySelectorAll<HTMLButtonElement>("section button[aria-haspopup=menu]")].find(
    (button) => {
      const ground = button.closest("section")?.getBoundingClientRect();
      return (
        ground &&
        ground.left <= at.x &&
        at.x <= ground.right &&
        ground.top <= at.y &&
        at.y <= ground.bottom
      );
    },
  );
}
