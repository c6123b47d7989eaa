/** What colleagues changed since this person's last visit, asked once as the board opens. */
import { useEffect } from "react";
import type { ErrorCode } from "../../../shared/protocol/errors.ts";
import type { BoardSession } from "../../sync/board-session.ts";
import { useSession } from "../../sync/use-board.tsx";
import { changesOf } from "../../team/api.ts";
import { createStore, type Store } from "../../ui/store.ts";
import { toast } from "../../ui/toast.tsx";
import { words } from "../../words/words.ts";
import { noteVisit, readLastVisit } from "./last-visit.ts";
import { type SummedChange, summedChanges } from "./summed-changes.ts";

export type Changes =
  | { readonly is: "asking" | "first" }
  | { readonly is: "failed"; readonly code: ErrorCode }
  | { readonly is: "told"; readonly since: number; readonly changes: readonly SummedChange[] };

const asked = new WeakMap<BoardSession, Store<Changes>>();

/** One answer for each opening of the board, whoever looks at it. */
export function changesFor(session: BoardSession): Store<Changes> {
  const store = asked.get(session) ?? createStore<Changes>({ is: "asking" });
  asked.set(session, store);
  return store;
}

/** Where it `isAsked`: asks, says so when there is something, and notes when this person was last here. */
export function useLastVisit(isAsked: boolean, onShow: () => void): void {
  const session = useSession();
  useEffect(() => {
    if (!isAsked) return;
    const { boardId, me } = session;
    const since = readLastVisit(boardId, me.memberId);
    const store = changesFor(session);
    /** How far the server's clock is ahead of this one, as soon as it is known. */
    let aheadMs: number | undefined;

    void changesOf(boardId, since ?? Date.now()).then((answer) => {
      if (!answer.ok) return store.set({ is: "failed", code: answer.code });
      aheadMs = answer.value.until - Date.now();
      if (since === undefined) return store.set({ is: "first" });
      const theirs = answer.value.changes.filter(({ by }) => by !== me.memberId);
      const changes = summedChanges(theirs);
      store.set({ is: "told", since, changes });
      if (changes.length > 0) {
        toast({
          title: words.keeping.changedNow,
          action: { label: words.keeping.show, onSelect: onShow },
        });
      }
    });

    const leave = (): void => {
      if (aheadMs !== undefined) noteVisit(boardId, me.memberId, Date.now() + aheadMs);
    };
    addEventListener("pagehide", leave);
    return () => {
      removeEventListener("pagehide", leave);
      leave();
    };
  }, [session, isAsked, onShow]);
}
