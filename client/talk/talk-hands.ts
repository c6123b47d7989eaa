/**
 * What every part of the page reaches for that shows or begins talk: the lane's session, what is on it,
 * and the panel beside the table.
 *
 * Small, because it comes with the board: what reads the lane and what shows it are chunks of their own.
 */
import { createContext, use } from "react";
import type * as Y from "yjs";
import { invariant } from "../../shared/base/assert.ts";
import type { ThreadId } from "../../shared/base/ids.ts";
import type { About } from "../../shared/talk/about.ts";
import type { TalkView } from "../../shared/talk/talk-reader.ts";
import type { LaneSession } from "../sync/lane-connection.ts";
import { createStore, type Store, useStore } from "../ui/store.ts";
import type { Draft } from "./drafts.ts";

/** What the panel shows: every thread, one of them, or what is said about one thing. */
export type TalkPlace =
  | { readonly is: "all" }
  | { readonly is: "thread"; readonly id: ThreadId }
  | { readonly is: "about"; readonly about: About };

/** How many threads about a thing are open, by its id. */
export type TalkCounts = ReadonlyMap<string, number>;

export interface TalkHands {
  readonly session: LaneSession;
  /** Undefined until the lane's reader has come. */
  readonly view: Store<TalkView | undefined>;
  readonly counts: Store<TalkCounts>;
  readonly place: Store<TalkPlace>;
  /** What is being written and was not sent, by what it answers. */
  readonly drafts: Map<string, Draft>;
  /** Shows this in the panel, which opens. */
  open(place: TalkPlace): void;
  /** What updates hold that a talk lane has, in words; undefined until the lane's reader has come. */
  told: ((lane: Y.Doc, updates: readonly Uint8Array[]) => readonly string[]) | undefined;
}

export function createTalkHands(session: LaneSession, showPanel: () => void): TalkHands {
  const place = createStore<TalkPlace>({ is: "all" });
  return {
    session,
    view: createStore<TalkView | undefined>(undefined),
    counts: createStore<TalkCounts>(new Map()),
    place,
    drafts: new Map(),
    open(next) {
      place.set(next);
      showPanel();
    },
    told: undefined,
  };
}

/** Follows the lane until the returned function is called: the reader is fetched for it. */
export function followTalk(hands: TalkHands): () => void {
  let isOver = false;
  let stop: (() => void) | undefined;
  function fetch(): void {
    import("./talk-chunk.ts").then(
      (chunk) => {
        if (!isOver) stop = chunk.follow(hands);
      },
      () => {
        if (isOver) return;
        // Where it does not come now, it may once something about the connection has changed.
        stop = hands.session.status.subscribe(() => {
          stop?.();
          stop = undefined;
          fetch();
        });
      },
    );
  }
  fetch();
  return () => {
    isOver = true;
    stop?.();
  };
}

export const TalkContext = createContext<TalkHands | undefined>(undefined);

export function useTalk(): TalkHands {
  const hands = use(TalkContext);
  invariant(hands, "talk stands inside a board's frame");
  return hands;
}

/** How many open threads there are about any of these things. */
export function useOpenThreads(...ids: readonly string[]): number {
  return useStore(useTalk().counts, (counts) => openAbout(counts, ids));
}

export function openAbout(counts: TalkCounts, ids: Iterable<string>): number {
  let sum = 0;
  for (const id of ids) sum += counts.get(id) ?? 0;
  return sum;
}

/** All open threads, about whatever. */
export const everything = "";
