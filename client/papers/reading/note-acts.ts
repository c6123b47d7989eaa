/**
 * What the reader and the list alike do with notes on papers: writing one, closing a question and opening it
 * again. Each is one act of this person, so one step of undo.
 */
import type { NoteId, PageId, PaperId, RegionId } from "../../../shared/base/ids.ts";
import { addNote, type Note } from "../../../shared/board/notes.ts";
import { closeQuestion } from "../../../shared/board/questions.ts";
import type { BoardView } from "../../../shared/board/reader.ts";
import { pageRect } from "../../../shared/geometry/rect.ts";
import { addRegion, type Region } from "../../../shared/papers/regions.ts";
import type { BoardSession } from "../../sync/board-session.ts";

/** Where a new note is to stand: on a region, or on the whole first page of a paper. */
export type NoteTarget = { readonly region: RegionId } | { readonly paper: PaperId };

/**
 * A new note on a region, or on the whole first page of a paper, to be refined in the reader. Undefined
 * if there is no such place (any more).
 */
export function newNoteOn(
  session: Pick<BoardSession, "doc" | "reader" | "act" | "newId" | "me">,
  target: NoteTarget,
  stance: Note["stance"],
  words = "",
): NoteId | undefined {
  const view = session.reader.view();
  const page = "paper" in target ? view.pagesOf.get(target.paper)?.[0]?.id : undefined;
  const known = "region" in target ? view.regions.get(target.region) : page && whole(view, page);
  if (!known && !page) return undefined;
  const id = session.newId<NoteId>();
  const by = session.me.memberId;
  session.act((origin) => {
    const region = known?.id ?? session.newId<RegionId>();
    if (!known && page) {
      addRegion(session.doc, { id: region, page, rect: pageRect(0, 0, 1, 1), by }, origin);
    }
    addNote(session.doc, { id, stance, words, region, by }, origin);
  });
  return id;
}

/** The region that covers a whole page, if somebody made one: notes on the page share it. */
function whole(view: BoardView, page: PageId): Region | undefined {
  const full = ({ rect }: Region): boolean =>
    rect.x === 0 && rect.y === 0 && rect.w === 1 && rect.h === 1;
  return [...view.regions.values()].find((region) => region.page === page && full(region));
}

export function setClosed(
  session: Pick<BoardSession, "doc" | "act">,
  note: NoteId,
  closed: boolean,
): void {
  session.act((origin) => closeQuestion(session.doc, note, closed, origin));
}
