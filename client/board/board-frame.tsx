/**
 * The frame of a board: the bar above, the table or the list, the needs beside, and whatever is opened
 * over them. Parts that are not looked at first come as chunks of their own.
 */
import { MessageSquareHeart } from "lucide-react";
import {
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { flushSync } from "react-dom";
import type { BoardAnswer } from "../../shared/protocol/api.ts";
import type { About } from "../../shared/talk/about.ts";
import { citeEvidence, newNeedFrom } from "../needs/cite.ts";
import { PileMark } from "../needs/pile-mark.tsx";
import type { Citing } from "../papers/reading/mark-evidence.tsx";
import { useBoard, useSession, useStatus } from "../sync/use-board.tsx";
import { createTalkHands, followTalk, TalkContext } from "../talk/talk-hands.ts";
import { boardPath } from "../team/paths.ts";
import { Button } from "../ui/button.tsx";
import { DialogOnItsWay } from "../ui/dialog.tsx";
import { usePageTitle } from "../ui/page-heading.tsx";
import { createStore, useStore } from "../ui/store.ts";
import { useBarsBelow } from "../ui/use-bars-below.ts";
import { words } from "../words/words.ts";
import { linkTo, readAddress, type TablePlace } from "./address.ts";
import { SavedMark } from "./bars/saved-mark.tsx";
import { TopBar } from "./bars/top-bar.tsx";
import { VisitNote } from "./bars/visit-note.tsx";
import { type BoardHands, HandsContext, useHands } from "./board-context.ts";
import { BoardDialogs } from "./board-dialogs.tsx";
import styles from "./board-frame.module.css";
import { CommandsContext, createCommandPort } from "./commands/use-commands.ts";
import { goTo } from "./finding/go-to.ts";
import { BoardLeftovers, BoardRefused, TalkLeftovers, WaitingNote } from "./keeping/past-parts.ts";
import { useLastVisit } from "./keeping/use-changes.ts";
import { createNumbersHands } from "./numbers-hands.ts";
import {
  AloneParts,
  BetweenPart,
  BrightFilter,
  Compare,
  FindBar,
  fetchParts,
  ListView,
  MovementPart,
  NeedsPanel,
  NumbersPanel,
  OutlinePanel,
  PaperBetween,
  PaperNumbers,
  QuestionsPanel,
  Reader,
  TalkPanel,
  TogetherNotes,
} from "./parts.ts";
import type { Table } from "./table/table.ts";
import { createTableActs, type TableActs } from "./table-acts.ts";
import { change, createTableState, select, type TableState } from "./table-state.ts";
import { TableView } from "./table-view.tsx";
import { useBoardKeys } from "./use-board-keys.ts";
import { useTableDrawn } from "./use-table-drawn.ts";

export function BoardFrame({ board }: { readonly board: BoardAnswer }) {
  const session = useSession();
  const hands = useMemo((): BoardHands => {
    const { reading, practice } = readAddress(location.search, session.reader.view());
    const state = createTableState({ reading, dialog: practice ? "practice" : undefined });
    return {
      state,
      talk: createTalkHands(session.talk, () => change(state, { panel: "talk" })),
      table: createStore<Table | undefined>(undefined),
    };
  }, [session]);
  useLatePlace(hands);
  const acts = useMemo(() => createTableActs(session, hands), [session, hands]);
  const port = useMemo(
    () => createCommandPort(board, session, hands, acts),
    [board, session, hands, acts],
  );
  return (
    <HandsContext value={hands}>
      <TalkContext value={hands.talk}>
        <CommandsContext value={port}>
          <Frame board={board} acts={acts} />
        </CommandsContext>
      </TalkContext>
    </HandsContext>
  );
}

function Frame({ board, acts }: { readonly board: BoardAnswer; readonly acts: TableActs }) {
  const session = useSession();
  const hands = useHands();
  const { state } = hands;
  const title = useBoard((view) => view.meta.title);
  const look = useStore(state, (value) => value.look);
  const panel = useStore(state, (value) => value.panel);
  const goal = useStore(state, (value) => value.goal);
  const filter = useStore(state, (value) => value.filter);
  const numbers = useMemo(() => createNumbersHands(hands, acts), [hands, acts]);
  const keepBright = useCallback(
    (bright: TableState["bright"]) => change(state, { bright }),
    [state],
  );
  const isFinding = useStore(state, (value) => value.finding !== undefined);
  const [files, setFiles] = useState<readonly File[]>([]);
  const needsButton = useRef<HTMLButtonElement>(null);
  const openNeeds = (): void => change(state, { panel: "needs" });
  usePageTitle(title || words.board.untitled);
  useBoardKeys();
  useAddress();
  const isDrawn = useTableDrawn(hands);
  useEffect(() => (isDrawn ? followTalk(hands.talk) : undefined), [hands, isDrawn]);
  useEffect(() => (isDrawn ? fetchParts() : undefined), [isDrawn]);
  useLastVisit(
    board.role === "member",
    useCallback(() => change(state, { dialog: "changed" }), [state]),
  );
  useBarsBelow("table");

  return (
    <div className={styles["frame"]}>
      <TopBar board={board} />
      {board.visit && <VisitNote visit={board.visit} />}
      <Refused />
      <Alone acts={acts} />
      {isDrawn && (
        <Suspense>
          <BoardLeftovers found={session.leftovers} />
          <TalkLeftovers found={session.talk.leftovers} />
          <WaitingNote />
        </Suspense>
      )}
      <main className={styles["main"]}>
        <div
          className={styles["place"]}
          data-hidden={look !== "table" || undefined}
          inert={look !== "table"}
        >
          <TableView
            acts={acts}
            isDrawn={isDrawn}
            onFiles={(dropped) => {
              setFiles(dropped);
              change(state, { dialog: isOneImage(dropped) ? "image" : "bringIn" });
            }}
          />
          <Suspense>
            {filter && <BrightFilter filter={filter} hands={numbers} onBright={keepBright} />}
          </Suspense>
        </div>
        {look === "list" && (
          <div className={styles["place"]}>
            <Suspense>
              <ListView
                onCompare={(papers) => void acts.compare(papers)}
                onTag={(papers) => {
                  select(state, papers);
                  change(state, { dialog: "tag" });
                }}
                onKeep={(paper) => {
                  select(state, [paper]);
                  change(state, { dialog: "anchor" });
                }}
                onOpen={(paper, region) => change(state, { reading: { paper, region } })}
                onNeed={(id) => goTo(hands, { kind: "need", id }, true)}
                goal={goal}
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
        <Suspense>
          {panel === "needs" && (
            <NeedsPanel
              onClose={() => {
                // The button that opened it is there again only once the panel is gone.
                flushSync(() => change(state, { panel: undefined }));
                needsButton.current?.focus();
              }}
              goal={goal}
              onShow={(target) => acts.open("region" in target ? target.region : target.paper)}
            />
          )}
          {panel === "talk" && (
            <TalkPanel
              onClose={() => change(state, { panel: undefined })}
              onShow={(about) => showThing(hands, about)}
              onPlace={look === "table" ? () => acts.talkAboutPlace("middle") : undefined}
            />
          )}
          {panel === "between" && <BetweenPart />}
          {panel === "movement" && <MovementPart />}
          {panel === "numbers" && (
            <NumbersPanel
              hands={numbers}
              filter={filter}
              onClose={() => change(state, { panel: undefined })}
            />
          )}
          {panel === "questions" && (
            <QuestionsPanel hands={numbers} onClose={() => change(state, { panel: undefined })} />
          )}
          {panel === "outline" && (
            <OutlinePanel onClose={() => change(state, { panel: undefined })} />
          )}
        </Suspense>
        {/* Apart from the panels: one that is still coming must not take these away. */}
        <Suspense>
          {isFinding && <FindBar />}
          {isDrawn && <TogetherNotes />}
        </Suspense>
      </main>
      <Suspense fallback={<DialogOnItsWay />}>
        <BoardDialogs
          board={board}
          files={files}
          onDone={() => setFiles([])}
          onShow={numbers.show}
        />
      </Suspense>
      <Suspense>
        <Reading />
        <Comparing acts={acts} />
      </Suspense>
    </div>
  );
}

/** One picture may be a paper or be meant for the table: its dialog asks. A stack is papers. */
const isOneImage = ([file, ...more]: readonly File[]): boolean =>
  more.length === 0 && /^image\/(png|jpeg|webp)$/.test(file?.type ?? "");

/** Stands at the thing, or the place, that a thread is about. */
function showThing(hands: BoardHands, about: About): void {
  const { state, table } = hands;
  switch (about.kind) {
    case "point":
      change(state, { look: "table" });
      return table.get()?.revealPoint(about.at);
    case "shape":
      change(state, { look: "table" });
      select(state, [about.id]);
      return table.get()?.goTo(about.id);
    case "region":
      return goTo(hands, { kind: "mark", id: about.id }, true);
    case "need":
    case "note":
    case "paper":
    case "pile":
      return goTo(hands, about, true);
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
      among={reading.among}
      facts={
        <Suspense>
          <PaperNumbers paper={reading.paper} />
          {session.alone.get() && <PaperBetween paper={reading.paper} />}
        </Suspense>
      }
      citing={citing}
      onKeep={() => change(state, { dialog: "anchor" })}
      saved={<SavedMark />}
      onGo={(paper) => change(state, { reading: { ...reading, paper, region: undefined } })}
      onClose={() => {
        change(state, { reading: undefined });
        select(state, [reading.paper]);
        table.get()?.reveal(reading.paper);
        table.get()?.focus(reading.paper);
      }}
    />
  );
}

/** Papers side by side; one that is read alone from there leaves the comparison. */
function Comparing({ acts }: { readonly acts: TableActs }) {
  const { state } = useHands();
  const papers = useStore(state, ({ comparing }) => comparing);
  const close = useCallback(() => change(state, { comparing: undefined }), [state]);
  if (!papers) return null;
  return (
    <Compare
      papers={papers}
      pileMark={(pile) => <PileMark pile={pile} size="small" />}
      saved={<SavedMark />}
      onChange={(next) => change(state, { comparing: next })}
      onRead={(paper) => {
        close();
        acts.open(paper);
      }}
      onClose={close}
    />
  );
}

function Refused() {
  if (useStatus() !== "refused") return null;
  return (
    <Suspense>
      <BoardRefused />
    </Suspense>
  );
}

/** Sorting alone; nothing of it is fetched where there is no round and nobody begins one. */
function Alone({ acts }: { readonly acts: TableActs }) {
  const { alone } = useSession();
  const hasCome = useSyncExternalStore(alone.subscribe, () => alone.get() !== undefined);
  if (!hasCome) return null;
  return (
    <Suspense>
      <AloneParts onRead={acts.open} />
    </Suspense>
  );
}

/** What the address names may have come to the board since this browser's copy of it was made. */
function useLatePlace({ state, table }: BoardHands): void {
  const session = useSession();
  const [search] = useState(location.search);
  useEffect(() => {
    const stand = (): boolean => {
      const { reading, place } = readAddress(search, session.reader.view());
      if (reading && !state.get().reading) change(state, { reading });
      if (place) standAt(place, { state, table });
      return reading !== undefined || place !== undefined;
    };
    if (stand()) return;
    void session.inStep.then(stand);
  }, [session, state, table, search]);
}

/** Comes to stand where a link leads. */
function standAt(place: TablePlace, hands: Pick<BoardHands, "state" | "table">): void {
  const { state, table } = hands;
  if ("view" in place) return table.get()?.showView(place.view);
  select(state, [place.thing]);
  table.get()?.goTo(place.thing);
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
