/**
 * In which order the papers are read: as the piles lie on the table, kept as it was when the reader
 * opened. Sending the open paper to another pile must not change what comes next.
 */
import { useState } from "react";
import type { PaperId } from "../../../shared/base/ids.ts";
import type { BoardView } from "../../../shared/board/reader.ts";
import { useBoard } from "../../sync/use-board.tsx";

/** Unsorted first, then pile by pile from left to right, each from the top. */
export function papersInOrder(view: Pick<BoardView, "piles" | "sorted">): readonly PaperId[] {
  const { sorted, piles } = view;
  return [...sorted.unsorted, ...piles.flatMap((pile) => sorted.piles.get(pile.id) ?? [])];
}

/** The kept order without papers that have gone meanwhile, new ones last. */
export function stillInOrder(
  kept: readonly PaperId[],
  now: readonly PaperId[],
): readonly PaperId[] {
  const here = new Set(now);
  const known = new Set(kept);
  return [...kept.filter((id) => here.has(id)), ...now.filter((id) => !known.has(id))];
}

export interface ReadingOrder {
  /** 1 the first; 0 if the paper is not here. */
  readonly number: number;
  readonly count: number;
  readonly previous: PaperId | undefined;
  readonly next: PaperId | undefined;
}

/** `among`: those to read through, instead of all. */
export function useReadingOrder(paper: PaperId, among?: readonly PaperId[]): ReadingOrder {
  const papers = useBoard((view) => view.papers);
  const sorted = useBoard((view) => view.sorted);
  const piles = useBoard((view) => view.piles);
  const now = among?.filter((id) => papers.has(id)) ?? papersInOrder({ sorted, piles });
  const [kept] = useState(now);
  const order = stillInOrder(kept, now);
  const at = order.indexOf(paper);
  return {
    number: at + 1,
    count: order.length,
    previous: at > 0 ? order[at - 1] : undefined,
    next: at >= 0 ? order[at + 1] : undefined,
  };
}
