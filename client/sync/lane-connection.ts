/**
 * One open lane in this browser: its document, kept in step with the server over the stock y-websocket
 * provider, cached in IndexedDB, with undo, presence and an honest mark of what is saved.
 *
 * Owns the connection and its end. Knows no views and not what is in the document; every edit goes through
 * the edit functions of `shared/`, inside `act` or under the `typing` origin.
 */
import { WebsocketProvider } from "y-websocket";
import type * as Y from "yjs";
import type { MemberSummary } from "../../shared/protocol/api.ts";
import { type ErrorCode, errors } from "../../shared/protocol/errors.ts";
import {
  acksParam,
  epochParam,
  frameKind,
  readRefused,
  readSaved,
} from "../../shared/protocol/frames.ts";
import { type Lane, laneName } from "../../shared/protocol/lanes.ts";
import type { GuestRole } from "../../shared/team/can.ts";
import { countingSocket } from "./counting-socket.ts";
import { createHistory, type History } from "./history.ts";
import { openLaneCache } from "./lane-cache.ts";
import { cacheName, findLeftovers, type Leftover, setCacheAside } from "./leftovers.ts";
import { createPresence, type Presence } from "./presence.ts";
import { sayOwnOnly } from "./say-own-only.ts";
import { createStatus, type Status } from "./status.ts";

export interface LaneSession {
  readonly me: MemberSummary;
  readonly members: readonly MemberSummary[];
  /** What a guest is here as; undefined for a member. */
  readonly role: GuestRole | undefined;
  readonly doc: Y.Doc;
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
  /** Resolves once the lane has been read, from the server or from this browser's cache. */
  readonly loaded: Promise<void>;
  /** Resolves once all that the server had at the opening is here. */
  readonly inStep: Promise<void>;
  /** This person's edits that are not on the server's disk: Yjs updates, v1. */
  unsaved(): readonly Uint8Array[];
  /** Resolves, once the server's state is here, to unsent work that earlier caches hold. */
  readonly leftovers: Promise<readonly Leftover[]>;
  close(): Promise<void>;
}

/** Who comes to a lane, and how it is reached. */
export interface LaneVisitor {
  readonly me: MemberSummary;
  readonly members: readonly MemberSummary[];
  /** Raised by the server whenever the lane is put back or something in it is erased. */
  readonly epoch: number;
  readonly canWrite: boolean;
  /** What a guest is here as; everybody present sees it. */
  readonly role: GuestRole | undefined;
  /** Whether the lane is kept in this browser: not where it is only lent until a date. */
  readonly isKept: boolean;
  /** Such as `wss://noticeboard.example/sync`. */
  readonly socketUrl: string;
}

export interface LaneOptions extends LaneVisitor {
  readonly lane: Lane;
  /** Destroyed when the session is closed. */
  readonly doc: Y.Doc;
  /** What undo goes over. */
  readonly roots: readonly (string | Y.Text)[];
}

/** Where this page's server takes sockets. */
export const socketUrlHere = (): string =>
  `${location.protocol === "https:" ? "wss:" : "ws:"}//${location.host}/sync`;

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

export function openLane(options: LaneOptions): LaneSession {
  const { lane, doc, me, members, epoch, canWrite, role, isKept, socketUrl } = options;
  const acting = Symbol("acting");
  const typing = Symbol("typing");
  const history = createHistory(doc, options.roots, [acting, typing]);
  const status = createStatus();
  const inUse = isKept ? cacheName(lane, me.memberId, epoch) : undefined;

  // Before the provider and the cache listen: an edit is seen before the frame that carries it.
  doc.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin === provider || cache.isOrigin(origin)) return;
    status.saw({ is: "edited" });
    cache.edited(update);
  });
  const cache = openLaneCache(inUse, doc);
  const provider = new WebsocketProvider(socketUrl, laneName(lane), doc, {
    params: { [acksParam]: "1", [epochParam]: String(epoch) },
    WebSocketPolyfill: countingSocket(WebSocket, (handover) =>
      status.saw({ is: "sent", handover }),
    ),
    // Two sessions of one browser may have different rights: they meet on the server only.
    disableBc: true,
    connect: false,
  });
  sayOwnOnly(provider);
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
    if (isKept && spoilt.has(codeOfClose(code))) setCacheAside(lane, me.memberId);
  });
  const presence = createPresence(provider.awareness, me, role);

  let isClosed = false;
  const kept = cache.read.then(({ hasContent, hasUnsaved }) => {
    if (hasUnsaved) status.saw({ is: "found" });
    return hasContent;
  });
  // Only then: what the cache holds need not be sent, and is handed over in one piece.
  void cache.waited.then(() => {
    if (!isClosed) provider.connect();
  });

  const warn = (event: BeforeUnloadEvent): void => {
    if (status.unsaved()) event.preventDefault();
  };
  addEventListener("beforeunload", warn);

  const mayWrite = (): boolean => canWrite && !status.isOver();
  const hasSynced = synced(provider);
  return {
    me,
    members,
    role,
    doc,
    mayWrite,
    act(edit) {
      if (mayWrite()) history.step(() => edit(acting));
    },
    typing,
    history,
    presence,
    status,
    loaded: Promise.race([
      kept.then((hasContent) => (hasContent ? undefined : hasSynced)),
      hasSynced,
    ]),
    inStep: hasSynced,
    unsaved: cache.unsaved,
    leftovers: hasSynced.then(() =>
      isKept && !isClosed
        ? findLeftovers({ lane, member: me.memberId, inUse, onServer: doc }).catch(() => [])
        : [],
    ),
    async close() {
      isClosed = true;
      removeEventListener("beforeunload", warn);
      presence.destroy();
      provider.destroy();
      history.destroy();
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
