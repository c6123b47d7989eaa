/**
 * Other boards of the team, open for as long as somebody looks at something of them from elsewhere: read and
 * never written. What is not to be seen there now, pages that are covered and places while papers are sorted
 * alone, is not to be seen from here either.
 */
import { useEffect, useRef, useState } from "react";
import type { BoardId } from "../../shared/base/ids.ts";
import { errors } from "../../shared/protocol/errors.ts";
import type { BoardSession } from "../sync/board-session.ts";
import { sessionOf } from "../sync/session-of.ts";
import { boardOf } from "./api.ts";

export type OtherBoard =
  | { readonly is: "waiting" }
  /** `gone`: it will not be there later either. */
  | { readonly is: "away" | "gone" }
  | { readonly is: "here"; readonly title: string; readonly session: BoardSession };

const waiting: OtherBoard = { is: "waiting" };

/** Each of `ids`, as far as it is open. */
export function useOtherBoards(ids: readonly BoardId[]): (id: BoardId) => OtherBoard {
  const [found, setFound] = useState<ReadonlyMap<BoardId, OtherBoard>>(new Map());
  const opened = useRef(new Map<BoardId, () => void>());
  const wanted = [...new Set(ids)].toSorted().join(" ");

  useEffect(() => {
    const all = new Set(wanted.split(" ").filter((id) => id !== "") as BoardId[]);
    const tell = (id: BoardId) => (board: OtherBoard) =>
      setFound((last) => new Map(last).set(id, board));
    const forget = (id: BoardId): void =>
      setFound((last) => new Map([...last].filter(([other]) => other !== id)));
    for (const [id, close] of opened.current) {
      if (all.has(id)) continue;
      close();
      opened.current.delete(id);
      forget(id);
    }
    for (const id of all) {
      if (!opened.current.has(id)) opened.current.set(id, openOther(id, tell(id)));
    }
  }, [wanted]);
  useEffect(() => {
    const all = opened.current;
    return () => {
      for (const close of all.values()) close();
      all.clear();
    };
  }, []);

  return (id) => found.get(id) ?? waiting;
}

/** The returned function closes it. */
function openOther(id: BoardId, tell: (board: OtherBoard) => void): () => void {
  let isOver = false;
  let session: BoardSession | undefined;
  async function open(): Promise<void> {
    const answer = await boardOf(id);
    if (isOver) return;
    if (!answer.ok) return tell({ is: errors[answer.code].retryable ? "away" : "gone" });
    const here = sessionOf(answer.value, true);
    session = here;
    here.status.subscribe(() => {
      if (!isOver && here.status.isOver()) tell({ is: "away" });
    });
    await here.loaded;
    if (!isOver) tell({ is: "here", title: answer.value.title, session: here });
  }
  tell(waiting);
  void open().catch(() => tell({ is: "away" }));
  return () => {
    isOver = true;
    void session?.close();
  };
}
