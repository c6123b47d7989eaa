/**
 * The frame of a board: the bar above, the table or the list, the needs beside, and whatever is opened
 * over them. Parts that are not looked at first come as chunks of their own.
 */
import { MessageSquareHeart } from "lucide-react";
import { Suspense, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { BoardAnswer } from "../../shared/protocol/api.ts";
import { citeEvidence, newNeedFrom } from "../needs/cite.ts";
import type { Citing } from "../papers/reading/mark-evidence.tsx";
import { useBoard, useSession } from "../sync/use-board.tsx";
import { boardPath } from "../team/paths.ts";
import { Button } from "../ui/button.tsx";
import { usePageTitle } from "../ui/page-heading.tsx";
import { createStore, useStore } from "../ui/store.ts";
import { words } from "../words/words.ts";
import { linkTo, readAddress } from "./address.ts";
import { HelpSheet } from "./bars/help-sheet.tsx";
import { RefusedNote } from "./bars/refused-note.tsx";
import { SavedMark } from "./bars/saved-mark.tsx";
import { TopBar } from "./bars/top-bar.tsx";
import { VisitNote } from "./bars/visit-note.tsx";
import { type BoardHands, HandsContext, useHands } from "./board-context.ts";
import styles from "./board-frame.module.css";
import { LeftoverNote } from "./keeping/leftover-note.tsx";
import { ChangedDialog, fetchPastParts, VersionsDialog } from "./keeping/past-parts.ts";
import { unsavedFile } from "./keeping/unsaved-file.ts";
import { useLastVisit } from "./keeping/use-changes.ts";
import { BringInPapers, ExportDialog, fetchParts, ListView, NeedsPanel, Reader } from "./parts.ts";
import type { Table } from "./table/table.ts";
import { createTableActs, type TableActs } from "./table-acts.ts";
import { change, createTableState, select } from "./table-state.ts";
import { TableView } from "./table-view.tsx";
import { useBoardKeys } from "./use-board-keys.ts";

export function BoardFrame({ board }: { readonly board: BoardAnswer }) {
  const session = useSession();
  const hands = useMemo((): BoardHands => {
    const { reading, practice } = readAddress(location.search, session.reader.view());
    return {
      state: createTableState({ reading, dialog: practice ? "practice" : undefined }),
      table: createStore<Table | undefined>(undefined),
    };
  }, [session]);
  useLatePlace(hands);
  const acts = useMemo(() => createTableActs(session, hands), [session, hands]);
  return (
    <HandsContext value={hands}>
      <Frame board={board} acts={acts} />
    </HandsContext>
  );
}

function Frame({ board, acts }: { readonly board: BoardAnswer; readonly acts: TableActs }) {
  const session = useSession();
  const { state } = useHands();
  const title = useBoard((view) => view.meta.title);
  const look = useStore(state, (value) => value.look);
  const panel = useStore(state, (value) => value.panel);
  const [files, setFiles] = useState<readonly File[]>([]);
  const needsButton = useRef<HTMLButtonElement>(null);
  const openNeeds = (): void => change(state, { panel: "needs" });
  usePageTitle(title || words.board.untitled);
  useBoardKeys(acts);
  useAddress();
  useEffect(fetchParts, []);
  useEffect(fetchPastParts, []);
  useLastVisit(
    board.role === "member",
    useCallback(() => change(state, { dialog: "changed" }), [state]),
  );
  useRoomForBars();

  return (
    <div className={styles["frame"]}>
      <TopBar board={board} />
      {board.visit && <VisitNote visit={board.visit} />}
      <RefusedNote fileOf={unsavedFile} />
      <LeftoverNote found={session.leftovers} fileOf={unsavedFile} />
      <main className={styles["main"]}>
        <div
          className={styles["place"]}
          data-hidden={look !== "table" || undefined}
          inert={look !== "table"}
        >
          <TableView
            acts={acts}
            onFiles={(dropped) => {
              setFiles(dropped);
              change(state, { dialog: "bringIn" });
            }}
          />
        </div>
        {look === "list" && (
          <div className={styles["place"]}>
            <Suspense>
              <ListView
                onOpen={(paper, region) => change(state, { reading: { paper, region } })}
                showsNeeds={panel === "needs"}
                onNeeds={() => change(state, { panel: panel === "needs" ? undefined : "needs" })}
              />
            </Suspense>
          </div>
        )}
        {panel === undefined && look === "table" && (
          <div className={styles["needs"]}>
            <Button ref={needsButton} icon={MessageSquareHeart} onClick={openNeeds}>
              {words.board.needs}
            </Button>
          </div>
        )}
        {panel === "needs" && (
          <Suspense>
            <NeedsPanel
              onClose={() => {
                // The button that opened it is there again only once the panel is gone.
                flushSync(() => change(state, { panel: undefined }));
                needsButton.current?.focus();
              }}
              onShow={(target) => acts.open("region" in target ? target.region : target.paper)}
            />
          </Suspense>
        )}
      </main>
      <Dialogs files={files} onDone={() => setFiles([])} />
      <Suspense>
        <Reading />
      </Suspense>
    </div>
  );
}

function Dialogs(props: { readonly files: readonly File[]; readonly onDone: () => void }) {
  const { state, table } = useHands();
  const dialog = useStore(state, (value) => value.dialog);
  const close = (): void => {
    change(state, { dialog: undefined });
    props.onDone();
  };
  switch (dialog) {
    case undefined:
      return null;
    case "help":
      return <HelpSheet onClose={close} />;
    case "bringIn":
    case "practice":
      return (
        <Suspense>
          <BringInPapers
            open
            files={props.files.length > 0 ? props.files : undefined}
            practice={dialog === "practice"}
            onClose={() => {
              close();
              table.get()?.showAll("gliding");
            }}
          />
        </Suspense>
      );
    case "export":
      return (
        <Suspense>
          <ExportDialog open onClose={close} />
        </Suspense>
      );
    case "versions":
      return (
        <Suspense>
          <VersionsDialog onClose={close} />
        </Suspense>
      );
    case "changed":
      return (
        <Suspense>
          <ChangedDialog onClose={close} />
        </Suspense>
      );
  }
}

/** The reading view; when it closes, the paper last read is the one in hand. */
function Reading() {
  const session = useSession();
  const { state, table } = useHands();
  const reading = useStore(state, (value) => value.reading);
  const citing = useMemo(
    (): Citing => ({
      cite: (need, target) => citeEvidence(session, need, target),
      newNeed: (target) => newNeedFrom(session, target),
    }),
    [session],
  );
  if (!reading) return null;
  return (
    <Reader
      paper={reading.paper}
      region={reading.region}
      citing={citing}
      saved={<SavedMark />}
      onGo={(paper) => change(state, { reading: { paper, region: undefined } })}
      onClose={() => {
        change(state, { reading: undefined });
        select(state, [reading.paper]);
        table.get()?.reveal(reading.paper);
        table.get()?.focus(reading.paper);
      }}
    />
  );
}

/** What the address names may have come to the board since this browser's copy of it was made. */
function useLatePlace({ state }: BoardHands): void {
  const session = useSession();
  const [search] = useState(location.search);
  useEffect(() => {
    if (state.get().reading) return;
    void session.inStep.then(() => {
      const { reading } = readAddress(search, session.reader.view());
      if (reading && !state.get().reading) change(state, { reading });
    });
  }, [session, state, search]);
}

/** Messages stand above the bars at the lower edge. */
function useRoomForBars(): void {
  useEffect(() => {
    const { style } = document.documentElement;
    style.setProperty("--bars-below", "3.5rem");
    return () => void style.removeProperty("--bars-below");
  }, []);
}

/** Keeps the address to what is open, so that it can be copied and a reload stays. */
function useAddress(): void {
  const { boardId } = useSession();
  const { state } = useHands();
  const reading = useStore(state, (value) => value.reading);
  useEffect(() => {
    history.replaceState(
      history.state,
      "",
      reading ? linkTo(boardId, reading) : boardPath(boardId),
    );
  }, [boardId, reading]);
}
