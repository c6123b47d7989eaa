/**
 * One open board in this browser: its document, kept in step with the server over the stock
 * y-websocket provider, cached in IndexedDB, with undo, presence and an honest mark of what is saved.
 *
 * Owns the connection and its end. Knows no views; every edit goes through the edit functions of
 * `shared/`, inside `act` or under the `typing` origin.
 */
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
import {
  acksParam,
  epochParam,
  frameKind,
  readRefused,
  readSaved,
} from "../../shared/protocol/frames.ts";
import { laneName } from "../../shared/protocol/lanes.ts";
import { pilesRoot } from "../../shared/sorting/piles.ts";
import type { GuestRole } from "../../shared/team/can.ts";
import { openBoardCache } from "./board-cache.ts";
import { countingSocket } from "./counting-socket.ts";
import { createHistory, type History } from "./history.ts";
import { newId } from "./ids.ts";
import { cacheName, findLeftovers, type Leftover, setCacheAside } from "./leftovers.ts";
import { createPresence, type Presence } from "./presence.ts";
import { createStatus, type Status } from "./status.ts";

export interface BoardSession {
  readonly boardId: BoardId;
  readonly me: MemberSummary;
  readonly members: readonly MemberSummary[];
  /** What a guest is here as; undefined for a member. */
  readonly role: GuestRole | undefined;
  readonly doc: Y.Doc;
  readonly reader: BoardReader;
  /**
   * Whether anything may be changed: not by somebody the server lets read only, and not once the server
   * takes nothing more from this page. It is the server that holds everybody to it.
   */
  mayWrite(): boolean;
  /**
   * One act of this person: one undo step. `edit` calls edit functions of `shared/` with `origin`. Not
   * called at all where nothing may be changed.
   */
  act(edit: (origin: unknown) => void): void;
  /** The origin for words being typed: undone by pauses. */
  readonly typing: unknown;
  readonly history: History;
  readonly presence: Presence;
  readonly status: Status;
  /** Resolves once the board has been read, from the server or from this browser's cache. */
  readonly loaded: Promise<void>;
  /** Resolves once all that the server had at the opening is here. */
  readonly inStep: Promise<void>;
  /** This person's edits that are not on the server's disk: Yjs updates, v1. */
  unsaved(): readonly Uint8Array[];
  /** Resolves, once the server's state is here, to unsent work that earlier caches hold. */
  readonly leftovers: Promise<readonly Leftover[]>;
  newId<T extends string>(): T;
  close(): Promise<void>;
}

export interface BoardSessionOptions {
  readonly boardId: BoardId;
  readonly me: MemberSummary;
  readonly members: readonly MemberSummary[];
  /** Raised by the server whenever the board is put back or something in it is erased. */
  readonly epoch: number;
  readonly canWrite: boolean;
  /** What a guest is here as; everybody present sees it. */
  readonly role: GuestRole | undefined;
  /** Whether the board is kept in this browser: not where it is only lent until a date. */
  readonly isKept: boolean;
  /** Such as `wss://noticeboard.example/sync`. */
  readonly socketUrl: string;
}

/** The server will not take these however often they are sent: they must not be loaded again. */
const spoilt: ReadonlySet<ErrorCode> = new Set([
  "malformed",
  "too_large",
  "forged",
  "not_contiguous",
  "too_deep",
  "forbidden_content",
  "too_many_clients",
]);

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
  const { boardId, me, members, epoch, canWrite, role, isKept, socketUrl } = options;
  const lane = laneName({ kind: "board", boardId });
  const doc = new Y.Doc();
  const acting = Symbol("acting");
  const typing = Symbol("typing");
  const reader = createBoardReader(doc);
  const history = createHistory(doc, roots, [acting, typing]);
  const status = createStatus();
  const inUse = isKept ? cacheName(boardId, me.memberId, epoch) : undefined;

  // Before the provider and the cache listen: an edit is seen before the frame that carries it.
  doc.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin === provider || cache.isOrigin(origin)) return;
    status.saw({ is: "edited" });
    cache.edited(update);
  });
  const cache = openBoardCache(inUse, doc);
  const provider = new WebsocketProvider(socketUrl, lane, doc, {
    params: { [acksParam]: "1", [epochParam]: String(epoch) },
    WebSocketPolyfill: countingSocket(WebSocket, (handover) =>
      status.saw({ is: "sent", handover }),
    ),
    // Two sessions of one browser may have different rights: they meet on the server only.
    disableBc: true,
    connect: false,
  });
  provider.messageHandlers[frameKind.saved] = (_encoder, decoder) => {
    status.saw({ is: "acked", frames: readSaved(decoder) });
    if (!status.unsaved()) cache.saved();
  };
  const refuse = (code: ErrorCode): void => {
    status.saw({ is: "refused", code });
  };
  provider.messageHandlers[frameKind.refused] = (_encoder, decoder) => refuse(readRefused(decoder));
  provider.on("status", ({ status: socket }) => {
    if (socket === "connected") status.saw({ is: "opened" });
  });
  provider.on("connection-close", () => status.saw({ is: "closed" }));
  provider.on("closed", ({ code }) => {
    refuse(codeOfClose(code));
    if (isKept && spoilt.has(codeOfClose(code))) setCacheAside(boardId, me.memberId);
  });
  const presence = createPresence(provider.awareness, me, role);

  let isClosed = false;
  const kept = cache.read.then(({ hasBoard, hasUnsaved }) => {
    if (hasUnsaved) status.saw({ is: "found" });
    // Only now: what the cache holds need not be sent, and is handed over in one piece.
    if (!isClosed) provider.connect();
    return hasBoard;
  });

  const warn = (event: BeforeUnloadEvent): void => {
    if (status.unsaved()) event.preventDefault();
  };
  addEventListener("beforeunload", warn);

  const mayWrite = (): boolean => canWrite && !status.isOver();
  const hasSynced = synced(provider);
  return {
    boardId,
    me,
    members,
    role,
    doc,
    reader,
    mayWrite,
    act(edit) {
      if (mayWrite()) history.step(() => edit(acting));
    },
    typing,
    history,
    presence,
    status,
    loaded: Promise.race([kept.then((hasBoard) => (hasBoard ? undefined : hasSynced)), hasSynced]),
    inStep: hasSynced,
    unsaved: cache.unsaved,
    leftovers: hasSynced.then(() =>
      isKept && !isClosed
        ? findLeftovers({ boardId, member: me.memberId, inUse, onServer: doc }).catch(() => [])
        : [],
    ),
    newId,
    async close() {
      isClosed = true;
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
