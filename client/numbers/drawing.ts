/** From what a board is drawn: its papers as groups, by a column, by pile, by both, or all in one. Pure. */
import type { PaperId, PileId } from "../../shared/base/ids.ts";
import type { BoardView } from "../../shared/board/reader.ts";
import type { Column } from "../../shared/numbers/columns.ts";
import { groupsOf } from "../../shared/numbers/groups.ts";
import type { DrawGroup } from "../../shared/sorting/fair-draw.ts";
import { papersInOrder } from "../papers/reading/reading-order.ts";
import { numbers as say } from "../words/en/numbers.ts";
import { words } from "../words/words.ts";
import { nameOfSpan } from "./group-words.ts";

export interface NamedGroup extends DrawGroup {
  readonly name: string;
}

export interface ToDrawFrom {
  readonly groups: readonly NamedGroup[];
  /** Without a value in the column, so in no group. */
  readonly left: readonly PaperId[];
}

type Board = Pick<BoardView, "piles" | "sorted">;

/** `column`: undefined = by pile alone, or all together where `withinPiles` is not wanted either. */
export function toDrawFrom(
  board: Board,
  column: Column | undefined,
  withinPiles: boolean,
): ToDrawFrom {
  const papers = papersInOrder(board);
  const byColumn = column ? groupsOf(column, papers) : [];
  const spans: readonly NamedGroup[] = column
    ? byColumn
        .filter(({ span, papers: own }) => span.is !== "none" && own.length > 0)
        .map(({ key, span, papers: own }) => ({ key, name: nameOfSpan(span), papers: own }))
    : [{ key: "all", name: say.everyone, papers }];
  const left = byColumn.find(({ span }) => span.is === "none")?.papers ?? [];
  if (!withinPiles) return { groups: spans.filter((group) => group.papers.length > 0), left };
  const groups = spans.flatMap((group) =>
    heapsOf(board).flatMap(({ id, name, papers: heap }): readonly NamedGroup[] => {
      const own = group.papers.filter((paper) => heap.has(paper));
      if (own.length === 0) return [];
      const said = column ? say.inPile(group.name, name) : name;
      return [{ key: `${group.key} in ${id ?? "unsorted"}`, name: said, papers: own }];
    }),
  );
  return { groups, left };
}

function heapsOf({ piles, sorted }: Board): readonly {
  readonly id: PileId | undefined;
  readonly name: string;
  readonly papers: ReadonlySet<PaperId>;
}[] {
  const unsorted = { id: undefined, name: words.board.unsorted, papers: new Set(sorted.unsorted) };
  const named = piles.map((pile) => ({
    id: pile.id,
    name: words.board.pileName(pile),
    papers: new Set(sorted.piles.get(pile.id)),
  }));
  return [unsorted, ...named];
}
