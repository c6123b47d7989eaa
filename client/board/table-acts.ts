/**
 * What keys and buttons do at the table: each an act on the selection or on the view. Knows no keys and
 * no elements; the document changes only through acts.
 */
import type {
  NoteId,
  PaperId,
  PileId,
  RegionId,
  ShapeId,
  StrokeId,
} from "../../shared/base/ids.ts";
import type { BoardView } from "../../shared/board/reader.ts";
import { type ThingId, thingsOf } from "../../shared/board/things.ts";
import type { Point } from "../../shared/geometry/rect.ts";
import {
  type Arrangement,
  arrangements,
  canLayOut,
  foldPile,
  type Pile,
} from "../../shared/sorting/piles.ts";
import type { About } from "../../shared/talk/about.ts";
import { layPile, movable, remove as removeFromBoard } from "../list/acts.ts";
import type { BoardSession } from "../sync/board-session.ts";
import { toast } from "../ui/toast.tsx";
import { words } from "../words/words.ts";
import type { BoardHands } from "./board-context.ts";
import type { Direction } from "./table/neighbours.ts";
import { nextPaper, papersInOrder, sayResting, sendAndAdvance } from "./table/sorting.ts";
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
  /** Begins to write on the note or shape that is selected alone, or a frame's name; whether there is one. */
  write(): boolean;
  selectAll(): void;
  go(direction: Direction, extend: boolean): void;
  /** How the papers of a pile lie, for everybody; by default the next way, of the pile in hand. */
  arrange(pile?: PileId, how?: Arrangement): boolean;
  /** Tidies a pile away to a narrow column, or opens it again, for everybody. */
  fold(pile?: PileId): boolean;
  /** Spreads a fan or stack for this person alone, or puts it together again. */
  layOut(pile?: PileId): boolean;
  /** Puts papers side by side, the first four of them; by default those that are selected. */
  compare(papers?: readonly PaperId[]): boolean;
  cited(added: number): void;
  talkAbout(about: About): void;
  /** Begins to talk about a place on the table; by default where the pointer is. */
  talkAboutPlace(place?: Point | "middle"): void;
  /** Puts down whatever is in hand, one thing at a time. */
  escape(): void;
}

export function createTableActs(session: BoardSession, hands: BoardHands): TableActs {
  const { state, table, talk } = hands;
  const view = (): BoardView => session.reader.view();

  function selectedPapers(): readonly PaperId[] {
    const { selection } = state.get();
    return papersInOrder(view()).filter((id) => selection.has(id));
  }

  function sendTo(pile: PileId | undefined): boolean {
    const chosen = selectedPapers();
    if (chosen.length === 0) return false;
    const papers = movable(view(), chosen);
    if (papers.length < chosen.length) sayResting(view());
    if (papers.length === 0) return true;
    const next = sendAndAdvance(session, papers, pile);
    const to = view().piles.find(({ id }) => id === pile);
    const name = to ? words.board.pileName(to) : words.board.unsorted;
    change(state, { said: words.board.moved(papers.length, name) });
    select(state, next);
    const [only] = next;
    if (next.length === 1 && only) {
      table.get()?.reveal(only);
      // The next paper of the stack is where the keys are now.
      if (table.get()?.hasKeys()) table.get()?.focus(only);
      else change(state, { current: only });
    }
    return true;
  }

  function remove(): void {
    const { selection } = state.get();
    const board = view();
    const things = thingsOf(board);
    const ids = [...selection].filter((id) => !things.get(id as ThingId)?.locked);
    if (ids.length < selection.size) toast({ title: words.arranging.locked });
    const removal = {
      papers: selectedPapers(),
      piles: [],
      notes: ids.filter((id): id is NoteId => board.notes.has(id as NoteId)),
      regions: ids.filter((id): id is RegionId => board.regions.has(id as RegionId)),
      strokes: ids.filter((id): id is StrokeId => board.strokes.has(id as StrokeId)),
      shapes: ids.filter((id): id is ShapeId => board.shapes.has(id as ShapeId)),
    };
    const counts = {
      papers: removal.papers.length,
      notes: removal.notes.length,
      regions: removal.regions.length,
      shapes: removal.shapes.length,
      strokes: removal.strokes.length,
    };
    if (Object.values(counts).every((count) => count === 0)) return;
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
    if (board.notes.has(chosen as NoteId) || board.shapes.has(chosen as ShapeId)) {
      if (!session.mayWrite()) return false;
      change(state, { writing: chosen as NoteId | ShapeId });
      return true;
    }
    const reading = readingOf(board, chosen);
    if (reading) change(state, { reading });
    return reading !== undefined;
  }

  function write(): boolean {
    const [only] = state.get().selection;
    const board = view();
    const isWritten = board.notes.has(only as NoteId) || board.shapes.has(only as ShapeId);
    return isWritten && state.get().selection.size === 1 && open(only);
  }

  function go(direction: Direction, extend: boolean): void {
    const { current, selection, laidOut } = state.get();
    const layout = table.get()?.layout.get();
    const next = layout && nextPaper(view(), layout, current, direction);
    if (next === undefined) return;
    const into = pileOf(next);
    const isCovered = into?.arrangement === "stack" && canLayOut(into);
    // What the keys go into can be seen; a stack that they leave is put together again.
    if (isCovered) change(state, { laidOut: into.id });
    else if (into?.id !== laidOut) change(state, { laidOut: undefined });
    select(state, extend ? [...selection, next] : [next]);
    table.get()?.reveal(next);
    table.get()?.focus(next);
  }

  /** The pile that a paper lies in; by default the paper in hand. */
  function pileOf(paper: string | undefined = state.get().current): Pile | undefined {
    const board = view();
    const pile = board.places.get(paper as PaperId)?.pile;
    return board.piles.find(({ id }) => id === pile);
  }
  const pileAt = (id: PileId | undefined): Pile | undefined =>
    id === undefined ? pileOf() : view().piles.find((pile) => pile.id === id);
  const say = (said: string): void => change(state, { said });

  function arrange(id?: PileId, how?: Arrangement): boolean {
    const pile = pileAt(id);
    if (!pile || !session.mayWrite()) return false;
    const at = arrangements.indexOf(pile.arrangement);
    const next = how ?? arrangements[(at + 1) % arrangements.length] ?? "grid";
    layPile(session, pile, next);
    say(words.board.arrangedAs(words.board.pileName(pile), next));
    return true;
  }

  function fold(id?: PileId): boolean {
    const pile = pileAt(id);
    if (!pile || !session.mayWrite()) return false;
    session.act((origin) => foldPile(session.doc, pile.id, !pile.folded, origin));
    say(words.board.foldedNow(words.board.pileName(pile), !pile.folded));
    return true;
  }

  function layOut(id?: PileId): boolean {
    const pile = pileAt(id);
    if (!pile || !canLayOut(pile)) return false;
    const isOut = state.get().laidOut === pile.id;
    change(state, { laidOut: isOut ? undefined : pile.id });
    say(words.board.laidOutNow(words.board.pileName(pile), !isOut));
    return true;
  }

  const talkAbout = (about: About): void => talk.open({ is: "about", about });

  function compare(papers: readonly PaperId[] = selectedPapers()): boolean {
    const here = papers.filter((paper) => view().papers.has(paper));
    if (here.length < 2) return false;
    if (here.length > 4) toast({ title: words.compare.onlyFour(here.length) });
    change(state, { comparing: here.slice(0, 4) });
    return true;
  }

  return {
    arrange,
    compare,
    fold,
    layOut,
    sendTo,
    sendToNumber(digit) {
      const { piles } = view();
      if (digit === 0) return sendTo(undefined);
      const pile = piles[digit - 1];
      return pile !== undefined && sendTo(pile.id);
    },
    remove,
    open,
    write,
    selectAll: () => select(state, papersInOrder(view())),
    go,
    cited(added) {
      toast({ title: added > 0 ? words.board.cited(added) : words.board.citedAlready });
    },
    talkAbout,
    talkAboutPlace(place) {
      const on = table.get();
      const at = place === "middle" ? on?.middle() : (place ?? on?.pointOfView());
      if (at) talkAbout({ kind: "point", at: { x: Math.round(at.x), y: Math.round(at.y) } });
    },
    escape() {
      if (table.get()?.cancel()) return;
      const { composing, following, tool, selection } = state.get();
      if (following) change(state, { following: undefined });
      else if (composing) change(state, { composing: undefined });
      else if (tool !== "select") change(state, { tool: "select" });
      else if (selection.size > 0) select(state, []);
      else change(state, { laidOut: undefined });
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
