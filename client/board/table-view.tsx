/**
 * The table in React's frame: stands up the canvas in its element, lays the heaps under the cards and the
 * floating bars over them, and takes files dropped anywhere on it.
 */
import { type DragEvent, useLayoutEffect, useRef, useState } from "react";
import { useMayWrite, useSession } from "../sync/use-board.tsx";
import { useStore } from "../ui/store.ts";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { words } from "../words/words.ts";
import { Question } from "./bars/question.tsx";
import { SelectionBar } from "./bars/selection-bar.tsx";
import { ToolBar } from "./bars/tool-bar.tsx";
import { BackToContent, ZoomBar } from "./bars/zoom-bar.tsx";
import { useHands } from "./board-context.ts";
import { Composer } from "./composer.tsx";
import { EmptyTable } from "./empty-table.tsx";
import { Heaps } from "./heaps/heaps.tsx";
import { NoteWriter } from "./note-writer.tsx";
import { createTable } from "./table/table.ts";
import type { TableActs } from "./table-acts.ts";
import styles from "./table-view.module.css";

/** What the floating bars cover, in pixels. */
const insets = { top: 70, right: 24, bottom: 76, left: 84 } as const;

export interface TableViewProps {
  readonly acts: TableActs;
  readonly onFiles: (files: readonly File[]) => void;
}

export function TableView({ acts, onFiles }: TableViewProps) {
  const session = useSession();
  const hands = useHands();
  const host = useRef<HTMLDivElement>(null);
  const table = useStore(hands.table);
  const said = useStore(hands.state, (value) => value.said);
  const [isOver, setOver] = useState(false);
  const mayWrite = useMayWrite();

  useLayoutEffect(() => {
    if (!host.current) return;
    const made = createTable({
      host: host.current,
      session,
      state: hands.state,
      insets: () => insets,
      open: ({ id }) => void acts.open(id),
      cited: acts.cited,
    });
    hands.table.set(made);
    return () => {
      hands.table.set(undefined);
      made.destroy();
    };
  }, [session, hands, acts]);

  const carriesFiles = (event: DragEvent): boolean =>
    mayWrite && event.dataTransfer.types.includes("Files");

  return (
    // Files are dropped from elsewhere; the button "Bring in papers" does the same.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className={styles["table"]}
      aria-label={words.board.table}
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
        onFiles([...event.dataTransfer.files]);
      }}
    >
      <VisuallyHidden>
        <p>{mayWrite ? words.board.tableHelp : words.board.tableHelpLooking}</p>
        <output>{said}</output>
      </VisuallyHidden>
      <div ref={host} className={styles["host"]} />
      {table && (
        <>
          <Heaps table={table} />
          <NoteWriter table={table} />
          <Question />
          <EmptyTable />
          <ToolBar />
          <div className={styles["bottom"]}>
            <SelectionBar acts={acts} />
            <ZoomBar table={table} />
          </div>
          <BackToContent table={table} />
          <Composer table={table} />
        </>
      )}
      {isOver && <div className={styles["drop"]}>{words.board.dropHere}</div>}
    </section>
  );
}
