/** The words of the board: piles, tools, people. */
import type { Pile } from "../../../shared/sorting/piles.ts";

const stockPileNames = { notYet: "Not yet", almostThere: "Almost there", gotIt: "Got it" } as const;

export const board = {
  unsorted: "Unsorted",
  /** What a pile is called: its own name, or the stock name until somebody renames it. */
  pileName: (pile: Pick<Pile, "name" | "stock">): string =>
    pile.name || (pile.stock ? stockPileNames[pile.stock] : "Pile"),
  papers: (count: number): string => (count === 1 ? "1 paper" : `${count} papers`),
} as const;
