/**
 * The frame of a board: the bar above, the table or the list, the needs beside, and whatever is opened
 * over them. Parts that are not looked at first come as chunks of their own.
 */
import { MessageSquareHeart } from "lucide-react";
import { lazy, type ReactNode, Suspense, useMemo, useState } from "react";
import type { BoardAnswer } from "../../shared/protocol/api.ts";
import { useBoard, useSession } from "../sync/use-board.tsx";
import { Button } from "../ui/button.tsx";
import { usePageTitle } from "../ui/page-heading.tsx";
import { createStore, useStore } from "../ui/store.ts";
import { words } from "../words/words.ts";
import { readAddress } from "./address.ts";
import { HelpSheet } from "./bars/help-sheet.tsx";
import { TopBar } from "./bars/top-bar.tsx";
import { type BoardHands, HandsContext, useHands } from "./board-context.ts";
import styles from "./board-frame.module.css";
import type { Table } from "./table/table.ts";
import { createTableActs, type TableActs } from "./table-acts.ts";
import { change, createTableState } from "./table-state.ts";
import { TableView } from "./table-view.tsx";
import { useBoardKeys } from "./use-board-keys.ts";

const NeedsPanel = lazy(() =>
  import("../needs/needs-panel.tsx").then((chunk) => ({ default: chunk.NeedsPanel })),
);

export function BoardFrame({ board }: { readonly board: BoardAnswer }) {
  const session = useSession();
  const hands = useMemo((): BoardHands => {
    const { reading, practice } = readAddress(location.search, session.reader.view());
    return {
      state: createTableState({ reading, dialog: practice ? "practice" : undefined }),
      table: createStore<Table | undefined>(undefined),
    };
  }, [session]);
  const acts = useMemo(() => createTableActs(session, hands), [session, hands]);
  return (
    <HandsContext value={hands}>
      <Frame board={board} acts={acts} />
    </HandsContext>
  );
}

function Frame({ board, acts }: { readonly board: BoardAnswer; readonly acts: TableActs }) {
  const { state } = useHands();
  const title = useBoard((view) => view.meta.title);
  const look = useStore(state, (value) => value.look);
  const panel = useStore(state, (value) => value.panel);
  const [files, setFiles] = useState<readonly File[]>([]);
  usePageTitle(title || words.board.untitled);
  useBoardKeys(acts);
  void files;

  return (
    <div className={styles["frame"]}>
      <TopBar board={board} />
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
        {panel === undefined && (
          <div className={styles["needs"]}>
            <Button icon={MessageSquareHeart} onClick={() => change(state, { panel: "needs" })}>
              {words.board.needs}
            </Button>
          </div>
        )}
        {panel === "needs" && (
          <Chunk>
            <NeedsPanel
              onClose={() => change(state, { panel: undefined })}
              onShow={(target) => acts.open("region" in target ? target.region : target.paper)}
            />
          </Chunk>
        )}
      </main>
      <Opened />
    </div>
  );
}

/** Dialogs and views over the table. */
function Opened() {
  const { state } = useHands();
  const dialog = useStore(state, (value) => value.dialog);
  const close = (): void => change(state, { dialog: undefined });
  return <>{dialog === "help" && <HelpSheet onClose={close} />}</>;
}

/** A part that is fetched when it is first needed; nothing moves until it is there. */
function Chunk({ children }: { readonly children: ReactNode }) {
  return <Suspense fallback={null}>{children}</Suspense>;
}
