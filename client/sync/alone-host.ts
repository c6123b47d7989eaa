/**
 * Where sorting alone comes in: loaded when the board has a round, or one is to be begun, and no sooner.
 * What it is made of is sorting-alone.ts; this is all that a board without rounds carries of it.
 */
import type * as Y from "yjs";
import type { LaneSession } from "./lane-connection.ts";
import type { SortingAlone } from "./sorting-alone.ts";
import type { Status } from "./status.ts";

export interface AloneHost {
  /** Undefined until a round, or somebody who begins one, asked for it. */
  get(): SortingAlone | undefined;
  open(): Promise<SortingAlone>;
  /** Calls back when it came, and whenever something of it changed. */
  subscribe(listener: () => void): () => void;
  /** How saving goes in this member's own lane. */
  readonly status: Status;
  /** Resolves, after the board was read, once what is to be veiled of it is known. */
  settled(board: Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** The root of shared/sorting/rounds.ts. */
const roundsRoot = "rounds";

/** `openOwn`: opens the member's own lane; undefined for somebody who has none. */
export function createAloneHost(doc: Y.Doc, openOwn: (() => LaneSession) | undefined): AloneHost {
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const rounds = doc.getMap(roundsRoot);
  let alone: SortingAlone | undefined;
  let opening: Promise<SortingAlone> | undefined;
  let isClosed = false;

  function open(): Promise<SortingAlone> {
    opening ??= import("./sorting-alone.ts").then(({ createSortingAlone }) => {
      alone = createSortingAlone({ doc, openOwn });
      if (isClosed) void alone.close();
      alone.subscribe(tell);
      tell();
      return alone;
    });
    // One that could not be fetched is asked for again.
    opening.catch(() => {
      opening = undefined;
    });
    return opening;
  }
  const openIfAsked = (): void => {
    if (rounds.size > 0 && !opening) void open().catch(() => {});
  };
  rounds.observe(openIfAsked);

  return {
    get: () => alone,
    open,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    status: {
      state: () => alone?.own()?.status.state() ?? "saved",
      reason: () => alone?.own()?.status.reason(),
      isOver: () => alone?.own()?.status.isOver() ?? false,
      unsaved: () => alone?.own()?.status.unsaved() ?? false,
      subscribe(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
    settled: (board) =>
      board.then(() => {
        openIfAsked();
        return opening?.then((opened) => opened.settled()).catch(() => {});
      }),
    async close() {
      isClosed = true;
      rounds.unobserve(openIfAsked);
      listeners.clear();
      await alone?.close();
    },
  };
}
