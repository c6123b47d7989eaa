/**
 * What each command of the list means for the rows it is about: the act on the board, where the focus
 * goes, and what is said aloud. Keys and buttons both come through here, so they can do the same.
 */

import type { NeedId, NoteId, PaperId, PileId, RegionId, ThreadId } from "../../shared/base/ids.ts";
import { type Stance, setStance } from "../../shared/board/notes.ts";
import type { BoardView } from "../../shared/board/reader.ts";
import { type Arrangement, foldPile, type Pile } from "../../shared/sorting/piles.ts";
import type { About } from "../../shared/talk/about.ts";
import type { Acting } from "../needs/acting.ts";
import { groupNeeds, stepNeed } from "../needs/need-acts.ts";
import type { EvidenceTarget } from "../papers/evidence-drag.ts";
import { newNoteOn, setClosed } from "../papers/reading/note-acts.ts";
import { toast } from "../ui/toast.tsx";
import { list, list as listWords } from "../words/en/list.ts";
import { needs } from "../words/en/needs.ts";
import { questions } from "../words/en/questions.ts";
import { reading as readingWords } from "../words/en/reading.ts";
import { words } from "../words/words.ts";
import {
  layPile,
  movable,
  newPile,
  newTableNote,
  papersIn,
  type Removal,
  remove,
  sendPapers,
  stepPapers,
  stepPile,
  turnPapers,
} from "./acts.ts";
import { afterLeaving, type Command, chooseNone, targetsOf } from "./keys.ts";
import type { ListModel } from "./list-model.ts";
import { linksIn } from "./row-links.ts";
import { aboutOf, asksQuestion, nameOf } from "./row-names.ts";
import {
  isExpanded,
  type NeedRow,
  noteKey,
  paperKey,
  pileKey,
  type Row,
  type RowKey,
  sessionKey,
  tableKey,
} from "./rows.ts";

/** What the list asks of the view around it. */
export interface ListPort {
  readonly open: (paper: PaperId, region?: RegionId) => void;
  /** Puts papers side by side. */
  readonly compare: (papers: readonly PaperId[]) => void;
  /** Shows the tags of papers, to be put and taken off. */
  readonly tag: (papers: readonly PaperId[]) => void;
  /** Keeps a paper as a picture of understanding. */
  readonly keep: (paper: PaperId) => void;
  /** Opens what a link in somebody's words leads to. */
  readonly follow: (url: string) => void;
  /** Asks what a note on the table stands on. */
  readonly attach: (note: NoteId) => void;
  readonly talk: (about: About) => void;
  readonly openThread: (thread: ThreadId) => void;
  /** Shows a need with all that belongs to it. */
  readonly openNeed: (need: NeedId) => void;
  readonly resolve: (thread: ThreadId) => void;
  /** Asks which need these are evidence for; `isNew` starts with a new one. */
  readonly cite: (
    targets: readonly EvidenceTarget[],
    pile: PileId | undefined,
    isNew: boolean,
  ) => void;
}

export interface ListCommands {
  run(command: Command, port: ListPort): void;
  /** Papers to a pile (undefined = the unsorted), from a drop or a button. */
  send(papers: readonly PaperId[], pile: PileId | undefined): void;
  restance(note: NoteId, stance: Stance): void;
  addPile(): void;
  addTableNote(): void;
  /** The field of a row is done with. A new note that got no words goes again. */
  finish(row: Row): void;
  stepPile(pile: PileId, by: -1 | 1): void;
  /** How a pile's papers lie on the table, for everybody. */
  arrangePile(pile: Pile, how: Arrangement): void;
  /** Folds a pile away on the table, or opens it up. */
  foldPile(pile: Pile): void;
}

export function createListCommands(session: Acting, model: ListModel): ListCommands {
  const targets = (): readonly Row[] => targetsOf(model.get().state, model.get().rows);
  const view = (): BoardView => session.reader.view();
  /** The note made last, as long as its first words are being written. */
  let fresh: NoteId | undefined;

  function run(command: Command, port: ListPort): void {
    const rows = targets();
    switch (command.does) {
      case "open":
        return open(rows[0], port);
      case "follow":
        return follow(command.url ?? linksIn(rows[0])[0]?.url, port);
      case "send":
        return sendByDigit(command.digit);
      case "step":
        return step(rows, command.by);
      case "turn":
        return turn(rows, command.by);
      case "rename":
        return rename(rows[0]);
      case "delete":
        return removeRows(rows);
      case "talk":
        return talkAbout(rows[0], port);
      case "resolve":
        return resolve(rows[0], port);
      case "notice":
      case "wonder":
      case "interpretation":
        return write(rows[0], command.does);
      case "compare":
        return compare(rows, port);
      case "tag":
        return tag(rows, port);
      case "keep":
        return keep(rows, port);
      case "close":
        return close(rows[0]);
      case "cite":
      case "need":
        return cite(rows, command.does === "need", port);
    }
  }

  function open(row: Row | undefined, port: ListPort): void {
    if (row?.kind === "thread") port.openThread(row.thread);
    else if (row?.kind === "mark" || row?.kind === "evidence") port.open(row.paper, row.region);
    else if (row?.kind === "need") port.openNeed(row.need);
    else if ((row?.kind === "note" || row?.kind === "shape") && session.mayWrite()) {
      model.edit(row.key);
    } else if ((row?.kind === "paper" || row?.kind === "ink") && row.paper) port.open(row.paper);
  }

  function compare(rows: readonly Row[], port: ListPort): void {
    const [row] = rows;
    const papers =
      rows.length === 1 && row?.kind === "pile" ? papersIn(view(), row.pile?.id) : papersOf(rows);
    if (papers.length < 2) return model.say(words.compare.needsTwo);
    port.compare(papers);
  }

  function tag(rows: readonly Row[], port: ListPort): void {
    const papers = papersOf(rows);
    if (papers.length === 0) return model.say(list.noPapers);
    port.tag(papers);
  }

  function keep(rows: readonly Row[], port: ListPort): void {
    const [paper, ...more] = papersOf(rows);
    if (paper === undefined || more.length > 0) return model.say(list.onePaper);
    port.keep(paper);
  }

  function close(row: Row | undefined): void {
    if (!row || !asksQuestion(row)) return model.say(questions.notOne);
    setClosed(session, row.note, !row.closed);
    model.say(row.closed ? questions.reopenedNow : questions.closedNow);
  }

  function follow(url: string | undefined, port: ListPort): void {
    if (url === undefined) model.say(list.noLink);
    else port.follow(url);
  }

  function sendByDigit(digit: number): void {
    const pile = digit === 0 ? undefined : view().piles[digit - 1];
    if (digit > 0 && !pile) return model.say(list.noPile(digit));
    send(papersOf(targets()), pile?.id);
  }

  function send(papers: readonly PaperId[], pile: PileId | undefined): void {
    if (papers.length === 0) return model.say(list.noPapers);
    const { rows, state } = model.get();
    const name = nameOfPile(view(), pile);
    const { resting } = view();
    if (resting && papers.some((paper) => resting.papers.has(paper))) {
      model.say(words.sorting.resting(resting.why));
      if (movable(view(), papers).length === 0) return;
    }
    const coming = sendPapers(session, papers, pile);
    if (coming.length === 0) return model.say(list.thereAlready(codes(view(), papers), name));
    const from = state.focus ?? rows[0]?.key;
    const focus = from && afterLeaving(rows, from, new Set(coming.map(paperKey)));
    model.change((next) => ({ ...chooseNone(next), focus }));
    model.say(list.moved(codes(view(), coming), name, papersIn(view(), pile).length));
  }

  function step(rows: readonly Row[], by: -1 | 1): void {
    const [row] = rows;
    if (row?.kind === "pile" && row.pile) return movePile(row.pile.id, by);
    if (row?.kind === "need") return moveNeed(row, by);
    const papers = papersOf(rows.filter(({ kind }) => kind === "paper"));
    if (papers.length === 0) return model.say(list.noPapers);
    if (!stepPapers(session, papers, by)) return model.say(list.atEnd);
    const [only] = papers;
    if (papers.length > 1 || !only) return model.say(list.steppedMany(papers.length, by));
    const heap = papersIn(view(), livePile(view(), only));
    const [code] = codes(view(), [only]);
    model.say(list.stepped(code ?? "", heap.indexOf(only) + 1, heap.length));
  }

  function moveNeed({ need }: NeedRow, by: -1 | 1): void {
    const place = stepNeed(session, need, by);
    if (!place) return model.say(list.atEnd);
    const group = groupNeeds(view()).find(({ needs: held }) => held.some(({ id }) => id === need));
    model.say(needs.movedTo(place, group?.needs.length ?? place));
  }

  function turn(rows: readonly Row[], by: 90 | -90): void {
    const papers = papersOf(rows.filter(({ kind }) => kind === "paper"));
    const turned = turnPapers(session, papers, by);
    model.say(turned > 0 ? words.arranging.pagesTurned(turned, by > 0) : list.noPapers);
  }

  function movePile(pile: PileId, by: -1 | 1): void {
    if (!stepPile(session, pile, by)) return model.say(list.atEnd);
    const { piles } = view();
    const at = piles.findIndex(({ id }) => id === pile);
    model.say(list.pileMoved(nameOfPile(view(), pile), at + 1, piles.length));
  }

  function rename(row: Row | undefined): void {
    const editable =
      row?.kind === "session" ||
      row?.kind === "note" ||
      row?.kind === "shape" ||
      row?.kind === "need" ||
      (row?.kind === "pile" && row.pile !== undefined) ||
      (row?.kind === "mark" && row.note !== undefined);
    if (row?.kind === "mark" && !row.note) return write(row, "notice");
    if (row && editable) model.edit(row.key);
  }

  function write(row: Row | undefined, stance: Stance): void {
    const target =
      row?.kind === "mark"
        ? { region: row.region }
        : (row?.kind === "paper" || row?.kind === "ink") && row.paper
          ? { paper: row.paper }
          : undefined;
    if (!target || !row || !("paper" in row) || !row.paper) return model.say(list.noPapers);
    const note = newNoteOn(session, target, stance);
    if (!note) return;
    unfold(paperKey(row.paper));
    model.change(chooseNone);
    model.edit(noteKey(note));
    fresh = note;
    const [code] = codes(view(), [row.paper]);
    model.say(list.noteOnAdded(stance, code ?? ""));
  }

  function talkAbout(row: Row | undefined, port: ListPort): void {
    if (row?.kind === "thread") return port.openThread(row.thread);
    const about = row && aboutOf(row);
    if (about) port.talk(about);
  }

  function resolve(row: Row | undefined, port: ListPort): void {
    if (row?.kind !== "thread") return;
    const focus = afterLeaving(model.get().rows, row.key, new Set([row.key]));
    port.resolve(row.thread);
    model.change((state) => ({ ...state, focus }));
    model.say(listWords.threadResolved);
  }

  function cite(rows: readonly Row[], isNew: boolean, port: ListPort): void {
    const evidence = rows.flatMap((row): EvidenceTarget[] => {
      if (row.kind === "mark") return [{ region: row.region }];
      if (row.kind === "evidence") {
        return [row.region ? { region: row.region } : { paper: row.paper }];
      }
      return row.kind === "paper" ? [{ paper: row.paper }] : [];
    });
    const [row] = rows;
    if (row?.kind === "note" && rows.length === 1 && !isNew) return port.attach(row.note);
    const pile = row?.kind === "pile" ? row.pile?.id : undefined;
    if (evidence.length === 0 && !isNew) return model.say(list.nothingToCite);
    port.cite(evidence, pile, isNew);
  }

  function removeRows(rows: readonly Row[]): void {
    const removal = removalOf(rows);
    const gone = new Set(rows.map(({ key }) => key));
    const what = whatGoes(view(), rows, removal);
    if (!what) return;
    const { rows: all, state } = model.get();
    const from = state.focus ?? all[0]?.key;
    const focus = from && afterLeaving(all, from, gone);
    const restore = remove(session, removal);
    model.change((next) => ({ ...chooseNone(next), focus }));
    model.say(what);
    toast({
      title: what,
      action: {
        label: list.undo,
        onSelect: () => {
          restore();
          const [back] = gone;
          model.change((next) => ({ ...next, focus: back }));
          model.say(list.back);
        },
      },
    });
  }

  function unfold(key: RowKey): void {
    model.change((state) => {
      if (isExpanded(key, state.toggled)) return state;
      const toggled = new Set(state.toggled);
      if (!toggled.delete(key)) toggled.add(key);
      return { ...state, toggled };
    });
  }

  return {
    run,
    send,
    stepPile: movePile,
    arrangePile(pile, how) {
      layPile(session, pile, how);
      model.say(words.board.arrangedAs(words.board.pileName(pile), how));
    },
    foldPile(pile) {
      session.act((origin) => foldPile(session.doc, pile.id, !pile.folded, origin));
      model.say(words.board.foldedNow(words.board.pileName(pile), !pile.folded));
    },
    restance(note, stance) {
      session.act((origin) => setStance(session.doc, note, stance, origin));
      model.say(list.nowA(readingWords.stanceOf[stance]));
    },
    addPile() {
      unfold(sessionKey);
      const pile = newPile(session);
      model.change(chooseNone);
      model.edit(pileKey(pile));
      model.say(list.pileAdded);
    },
    addTableNote() {
      unfold(sessionKey);
      const note = newTableNote(session);
      unfold(tableKey);
      model.change(chooseNone);
      model.edit(noteKey(note));
      fresh = note;
      model.say(list.noteAdded);
    },
    finish(row) {
      model.edit(undefined);
      const isEmpty = (row.kind === "mark" || row.kind === "note") && row.words.trim() === "";
      if (isEmpty && row.note === fresh) {
        const { rows } = model.get();
        const focus = afterLeaving(rows, row.key, new Set([row.key]));
        remove(session, removalOf([row]));
        model.change((state) => ({ ...state, focus }));
        model.say(list.nothingWritten);
      }
      fresh = undefined;
    },
  };
}

/** The papers that rows stand for: themselves, or the paper a mark is on. */
function papersOf(rows: readonly Row[]): readonly PaperId[] {
  const papers = rows.flatMap((row) =>
    row.kind === "paper" || row.kind === "mark" || row.kind === "evidence" ? [row.paper] : [],
  );
  return [...new Set(papers)];
}

function removalOf(rows: readonly Row[]): Removal {
  return {
    papers: rows.flatMap((row) => (row.kind === "paper" ? [row.paper] : [])),
    piles: rows.flatMap((row) => (row.kind === "pile" && row.pile ? [row.pile.id] : [])),
    regions: rows.flatMap((row) => (row.kind === "mark" && !row.note ? [row.region] : [])),
    notes: rows.flatMap((row) =>
      (row.kind === "mark" || row.kind === "note") && row.note ? [row.note] : [],
    ),
    strokes: rows.flatMap((row) => (row.kind === "ink" ? row.strokes : [])),
    shapes: rows.flatMap((row) => (row.kind === "shape" ? [row.shape] : [])),
    needs: rows.flatMap((row) => (row.kind === "need" ? [row.need] : [])),
    evidence: rows.flatMap((row) => (row.kind === "evidence" ? [row.evidence] : [])),
  };
}

/** What to say was deleted, or undefined where nothing would be. */
function whatGoes(view: BoardView, rows: readonly Row[], removal: Removal): string | undefined {
  const [pile] = removal.piles;
  if (pile) {
    return listWords.pileRemoved(nameOfPile(view, pile), papersIn(view, pile).length);
  }
  if (Object.values(removal).every((ids) => ids.length === 0)) return undefined;
  const [row] = rows;
  if (rows.length === 1 && row) return listWords.removed(nameOf(row));
  const onlyPapers = removal.papers.length === rows.length;
  const count = onlyPapers ? listWords.papers : listWords.several;
  return listWords.removed(count(rows.length));
}

function codes(view: BoardView, papers: readonly PaperId[]): readonly string[] {
  return papers.map((paper) => view.papers.get(paper)?.code ?? "?");
}

function nameOfPile(view: BoardView, id: PileId | undefined): string {
  const pile = view.piles.find((one) => one.id === id);
  return pile ? words.board.pileName(pile) : words.board.unsorted;
}

/** The pile a paper is shown in: one that was taken away counts as none. */
function livePile(view: BoardView, paper: PaperId): PileId | undefined {
  const pile = view.places.get(paper)?.pile;
  return view.piles.some(({ id }) => id === pile) ? pile : undefined;
}
