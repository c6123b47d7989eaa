/** Stored pages as new papers of a board: random codes, in the stack's order behind the last unsorted paper. */
import type { PageId, PaperId } from "../../../shared/base/ids.ts";
import type { BoardView } from "../../../shared/board/reader.ts";
import type { NewPaper, Tier } from "../../../shared/papers/papers.ts";
import { orderBetween } from "../../../shared/sorting/piles.ts";
import { makeCodes } from "./codes.ts";

export interface NewPaperPorts {
  readonly newId: <T extends string>() => T;
  /** Numbers in [0, 1). */
  readonly random: () => number;
}

/** `papers` holds the tiers of each page of each paper. */
export function newPapers(
  view: Pick<BoardView, "papers" | "places" | "sorted">,
  papers: readonly (readonly (readonly Tier[])[])[],
  { newId, random }: NewPaperPorts,
): readonly NewPaper[] {
  const taken = new Set([...view.papers.values()].map(({ code }) => code));
  const codes = makeCodes(papers.length, taken, random);
  const last = view.sorted.unsorted.at(-1);
  let order = last && view.places.get(last)?.order;
  return papers.map((pages, i) => {
    order = orderBetween(order, undefined);
    return {
      id: newId<PaperId>(),
      code: codes[i] ?? "?",
      order,
      pages: pages.map((tiers) => ({ id: newId<PageId>(), tiers })),
    };
  });
}
