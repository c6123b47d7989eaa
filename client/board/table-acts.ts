/**
 * What keys and buttons do at the table: each an act on the selection or on the view. Knows no keys and
 * no elements; the document changes only through acts.
 */
import type { NoteId, PaperId, PileId, RegionId } from "../../shared/base/ids.ts";
import type { BoardView } from "../../shared/board/reader.ts";
import { remove as removeFromBoard } from "../list/acts.ts";
import type { BoardSession } from "../sync/board-session.ts";
import { toast } from "../ui/toast.tsx";
import { words } from "../words/words.ts";
import { linkTo } from "./address.ts";
import type { BoardHands } from "./board-context.ts";
import { type Direction, neighbour } from "./table/neighbours.ts";
import { papersInOrder, sendAndAdvance } from "./table/sorting.ts";
import { change, type Reading, select } from "./table-state.ts";

export interface TableActs {
  /** Sends the selected papers to a pile, or back to the unsorted; whether there were any. */
  sendTo(pile: PileId | undefined): boolean;
  /** The same by number: 1 the first pile, 0 the unsorted. */
  sendToNumber(digit: number): boolean;
  /** Takes what is selected off the board, with a way back. */
  remove(): void;
  /** Opens a paper, a paper at a mark, or a note's words; by default what is selected alone. */
  open(id?: string): boolean;
  selectAll(): void;
  go(direction: Direction, extend: boolean): void;
  copyLink(paper: PaperId, region?: RegionId): Promise<void>;
  cited(added: number): void;
  /** Puts down whatever is in hand, one thing at a time. */
  escape(): void;
}

export function createTableActs(session: BoardSession, hands: BoardHands): TableActs {
  const { state, table } = hands;
  const view = (): BoardView => session.reader.view();

  function selectedPapers(): readonly PaperId[] {
    const { selection } = state.get();
    return papersInOrder(view()).filter((id) => selection.has(id));
  }

  function sendTo(pile: PileId | undefined): boolean {
    const papers = selectedPapers();
    if (papers.length === 0) return false;
    const next = sendAndAdvance(session, papers, pile);
    const to = view().piles.find(({ id }) => id === pile);
    const name = to ? words.board.pileName(to) : words.board.unsorted;
    change(state, { said: words.board.moved(papers.length, name) });
    select(state, next);
    const [only] = next;
    if (next.length === 1 && only) {
      table.get()?.reveal(only);
      // The next paper of the stack is where the keys are now.
      if (isFocusOnCard()) table.get()?.focus(only);
      else change(state, { current: only });
    }
    return true;
  }

  function remove(): void {
    const { selection } = state.get();
    const board = view();
    const removal = {
      papers: selectedPapers(),
      piles: [],
      notes: [...selection].filter((id): id is NoteId => board.notes.has(id as NoteId)),
      regions: [...selection].filter((id): id is RegionId => board.regions.has(id as RegionId)),
      strokes: [],
    };
    const counts = {
      papers: removal.papers.length,
      notes: removal.notes.length,
      regions: removal.regions.length,
    };
    if (counts.papers + counts.notes + counts.regions === 0) return;
    const restore = removeFromBoard(session, removal);
    toast({
      title: words.board.deleted(words.board.selected(counts)),
      action: { label: words.board.undo, onSelect: restore },
    });
  }

  function open(id?: string): boolean {
    const { selection, current } = state.get();
    const chosen = id ?? (selection.size === 1 ? [...selection][0] : current);
    if (chosen === undefined) return false;
    const board = view();
    if (board.notes.has(chosen as NoteId)) {
      if (!session.mayWrite()) return false;
      change(state, { writing: chosen as NoteId });
      return true;
    }
    const reading = readingOf(board, chosen);
    if (reading) change(state, { reading });
    return reading !== undefined;
  }

  function go(direction: Direction, extend: boolean): void {
    const { current, selection } = state.get();
    const { papers } = table.get()?.layout.get() ?? { papers: new Map<PaperId, never>() };
    const from = papers.get((current ?? "") as PaperId);
    const next = from
      ? neighbour(
          [...papers].map(([id, rect]) => ({ id, rect })),
          from,
          direction,
        )
      : papersInOrder(view())[0];
    if (next === undefined) return;
    select(state, extend ? [...selection, next] : [next]);
    table.get()?.reveal(next);
    table.get()?.focus(next);
  }

  async function copyLink(paper: PaperId, region?: RegionId): Promise<void> {
    const copied = await copyWords(linkTo(session.boardId, { paper, region }));
    toast(
      copied
        ? { title: words.board.copied, kind: "good" }
        : { title: words.board.copyFailed, kind: "problem" },
    );
  }

  return {
    sendTo,
    sendToNumber(digit) {
      const { piles } = view();
      if (digit === 0) return sendTo(undefined);
      const pile = piles[digit - 1];
      return pile !== undefined && sendTo(pile.id);
    },
    remove,
    open,
    selectAll: () => select(state, papersInOrder(view())),
    go,
    copyLink,
    cited(added) {
      toast({ title: added > 0 ? words.board.cited(added) : words.board.citedAlready });
    },
    escape() {
      if (table.get()?.cancel()) return;
      const { composing, tool } = state.get();
      if (composing) change(state, { composing: undefined });
      else if (tool !== "select") change(state, { tool: "select" });
      else select(state, []);
    },
  };
}

/** What the reading view shows for a paper or a mark; undefined for anything else. */
export function readingOf(board: BoardView, id: string): Reading | undefined {
  if (board.papers.has(id as PaperId)) return { paper: id as PaperId, region: undefined };
  const region = board.regions.get(id as RegionId);
  const paper = region && board.pages.get(region.page)?.paper;
  return paper && { paper, region: region.id };
}

const isFocusOnCard = (): boolean =>
  document.activeElement === document.body ||
  document.activeElement?.closest("[data-item]") != null;

/** On plain http, as on a school's own network, the clipboard is only reached the old way. */
async function copyWords(value: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(value);
    return true;
  } catch {
    const field = document.createElement("textarea");
    field.value = value;
    document.body.append(field);
    field.select();
    const copied = document.execCommand("copy");
    field.remove();
    return copied;
  }
}
