/**
 * One open board in this browser: its document, kept in step with the server over the stock
 * y-websocket provider, cached in IndexedDB, with undo, presence and an honest mark of what is saved.
 *
 * Owns the connection and its end. Knows no views; every edit goes through the edit functions of
 * `shared/`, inside `act` or under the `typing` origin.
 */
import { IndexeddbPersistence } from "y-indexeddb";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import type { BoardId } from "../../shared/base/ids.ts";
import { metaRoot } from "../../shared/board/meta.ts";
import { evidenceRoot, needsRoot } from "../../shared/board/needs.ts";
import { notesRoot } from "../../shared/board/notes.ts";
import { type BoardReader, createBoardReader } from "../../shared/board/reader.ts";
import { strokesRoot } from "../../shared/board/strokes.ts";
import { pagesRoot, papersRoot } from "../../shared/papers/papers.ts";
import { regionsRoot } from "../../shared/papers/regions.ts";
import type { MemberSummary } from "../../shared/protocol/api.ts";
import { type ErrorCode, errors } from "../../shared/protocol/errors.ts";
import { acksParam, frameKind, readRefused, readSaved } from "../../shared/protocol/frames.ts";
import { laneName } from "../../shared/protocol/lanes.ts";
import { structureOrigin } from "../../shared/records/records.ts";
import { pilesRoot } from "../../shared/sorting/piles.ts";
import { countingSocket } from "./counting-socket.ts";
import { createHistory, type History } from "./history.ts";
import { newId } from "./ids.ts";
import { createPresence, type Presence } from "./presence.ts";
import {
  atStart,
  nextSavedState,
  type SavedEvent,
  type SavedMark,
  savedMark,
} from "./saved-state.ts";

export interface Status {
  state(): SavedMark;
  /** Why the server refused this page, if it did. */
  reason(): ErrorCode | undefined;
  /** Whether this browser holds edits that are not on the server's disk. */
  unsaved(): boolean;
  subscribe(listener: () => void): () => void;
}

export interface BoardSession {
  readonly boardId: BoardId;
  readonly me: MemberSummary;
  readonly members: readonly MemberSummary[];
  readonly doc: Y.Doc;
  readonly reader: BoardReader;
  /** One act of this person: one undo step. `edit` calls edit functions of `shared/` with `origin`. */
  act(edit: (origin: unknown) => void): void;
  /** The origin for words being typed: undone by pauses. */
  readonly typing: unknown;
  readonly history: History;
  readonly presence: Presence;
  readonly status: Status;
  /** Resolves once the board has been read, from the server or from this browser's cache. */
  readonly loaded: Promise<void>;
  newId<T extends string>(): T;
  close(): Promise<void>;
}

export interface BoardSessionOptions {
  readonly boardId: BoardId;
  readonly me: MemberSummary;
  readonly members: readonly MemberSummary[];
  /** Such as `wss://noticeboard.example/sync`. */
  readonly socketUrl: string;
}

const roots = [
  metaRoot,
  papersRoot,
  pagesRoot,
  pilesRoot,
  regionsRoot,
  notesRoot,
  strokesRoot,
  needsRoot,
  evidenceRoot,
];

export function createBoardSession(options: BoardSessionOptions): BoardSession {
  const { boardId, me, members, socketUrl } = options;
  const lane = laneName({ kind: "board", boardId });
  const doc = new Y.Doc();
  const acting = Symbol("acting");
  const typing = Symbol("typing");
  const reader = createBoardReader(doc);
  const history = createHistory(doc, roots, [acting, typing]);
  const status = createStatus();

  const isOwn = (origin: unknown): boolean =>
    origin === acting || origin === typing || origin === structureOrigin || isUndo(origin);
  // Before the provider listens: an edit is seen before the frame that carries it.
  doc.on("update", (_update: Uint8Array, origin: unknown) => {
    if (isOwn(origin)) status.saw({ is: "edited" });
  });

  const cache = openCache(lane, doc);
  const provider = new WebsocketProvider(socketUrl, lane, doc, {
    params: { [acksParam]: "1" },
    WebSocketPolyfill: countingSocket(WebSocket, (handover) =>
      status.saw({ is: "sent", handover }),
    ),
    // Two sessions of one browser may have different rights: they meet on the server only.
    disableBc: true,
  });
  provider.messageHandlers[frameKind.saved] = (_encoder, decoder) =>
    status.saw({ is: "acked", frames: readSaved(decoder) });
  provider.messageHandlers[frameKind.refused] = (_encoder, decoder) =>
    status.saw({ is: "refused", code: readRefused(decoder) });
  provider.on("status", ({ status: socket }) => {
    if (socket === "connected") status.saw({ is: "opened" });
    if (socket === "disconnected") status.saw({ is: "closed" });
  });
  provider.on("closed", ({ code }) => status.saw({ is: "refused", code: codeOfClose(code) }));
  const presence = createPresence(provider.awareness, me);

  const warn = (event: BeforeUnloadEvent): void => {
    if (status.unsaved()) event.preventDefault();
  };
  addEventListener("beforeunload", warn);

  return {
    boardId,
    me,
    members,
    doc,
    reader,
    act(edit) {
      history.step(() => edit(acting));
    },
    typing,
    history,
    presence,
    status,
    loaded: Promise.race([cache.hasBoard, synced(provider)]),
    newId,
    async close() {
      removeEventListener("beforeunload", warn);
      presence.destroy();
      provider.destroy();
      history.destroy();
      reader.destroy();
      await cache.close();
      doc.destroy();
    },
  };
}

const isUndo = (origin: unknown): boolean => origin instanceof Y.UndoManager;

function synced(provider: WebsocketProvider): Promise<void> {
  return new Promise((resolve) => {
    const onSync = (state: boolean): void => {
      if (!state) return;
      provider.off("sync", onSync);
      resolve();
    };
    provider.on("sync", onSync);
  });
}

/** The refusal behind a socket's close code; `internal` for a code the table does not have. */
function codeOfClose(close: number): ErrorCode {
  const codes = Object.keys(errors) as ErrorCode[];
  return (
    codes.find((code) => "close" in errors[code] && errors[code].close === close) ?? "internal"
  );
}

/**
 * The board's copy in this browser, so that it opens and is edited without a connection. A browser
 * that refuses storage (private windows) goes on without one.
 */
function openCache(lane: string, doc: Y.Doc): { hasBoard: Promise<void>; close(): Promise<void> } {
  const never = new Promise<void>(() => {});
  if (typeof indexedDB === "undefined") return { hasBoard: never, close: () => Promise.resolve() };
  const cache = new IndexeddbPersistence(`noticeboard/${lane}`, doc);
  // An empty cache has nothing to show; the server's answer is waited for then.
  const hasBoard = cache.whenSynced.then(() => (doc.getMap(metaRoot).size > 0 ? undefined : never));
  return { hasBoard, close: () => cache.destroy().catch(() => {}) };
}

function createStatus(): Status & { saw(event: SavedEvent): void } {
  const listeners = new Set<() => void>();
  let state = atStart;
  return {
    state: () => savedMark(state),
    reason: () => state.refused,
    unsaved: () => state.unsaved,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    saw(event) {
      const before = state;
      state = nextSavedState(state, event);
      const changed =
        savedMark(before) !== savedMark(state) ||
        before.refused !== state.refused ||
        before.unsaved !== state.unsaved;
      if (changed) for (const listener of listeners) listener();
    },
  };
}
