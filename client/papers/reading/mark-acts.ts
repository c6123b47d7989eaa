/** What one may do with a mark and the notes on it: each an act of one's own, deleting one that can be taken back. */

import type { NeedId, NoteId, RegionId } from "../../../shared/base/ids.ts";
import type { Mark } from "../../../shared/board/marks.ts";
import {
  addNote,
  deleteNotes,
  type Note,
  notesRoot,
  setStance,
} from "../../../shared/board/notes.ts";
import type { BoardView } from "../../../shared/board/reader.ts";
import { deleteRegions, regionsRoot } from "../../../shared/papers/regions.ts";
import { setAlive } from "../../../shared/records/records.ts";
import type { BoardSession } from "../../sync/board-session.ts";
import { toast } from "../../ui/toast.tsx";
import { reading as readingWords } from "../../words/en/reading.ts";

export function changeStance(session: BoardSession, note: NoteId, stance: Note["stance"]): void {
  session.act((origin) => setStance(session.doc, note, stance, origin));
}

/** A notice that says why: what follows a "because" is read into the paper. It stays as it is unless somebody says so. */
export function saysWhy({ stance, words }: Pick<Note, "stance" | "words">): boolean {
  const said = words.toLowerCase().split(/[^\p{Letter}]+/u);
  return stance === "notice" && readingWords.because.some((word) => said.includes(word));
}

/** Another note, without words yet, on the same region. */
export function addNoteOn(
  session: BoardSession,
  region: RegionId,
  stance: Exclude<Note["stance"], "plain">,
): NoteId {
  const id = session.newId<NoteId>();
  const by = session.me.memberId;
  session.act((origin) => addNote(session.doc, { id, stance, region, by }, origin));
  return id;
}

/** Takes the mark off its paper, with its notes; the message offers to bring it back. */
export function deleteMark(session: BoardSession, mark: Mark): void {
  const { id } = mark.region;
  const cited = needsCiting(session.reader.view(), id).length;
  session.act((origin) => deleteRegions(session.doc, [id], origin));
  toast({
    title: readingWords.markDeleted,
    detail: cited > 0 ? readingWords.evidenceGoes(cited) : undefined,
    action: { label: readingWords.undo, onSelect: () => bringBack(session, regionsRoot, id) },
  });
}

/** Deletes one note; the last one takes its mark with it, as nothing would be said there any more. */
export function deleteNoteOf(session: BoardSession, mark: Mark, note: Note): void {
  if (mark.notes.length <= 1) return deleteMark(session, mark);
  session.act((origin) => deleteNotes(session.doc, [note.id], origin));
  toast({
    title: readingWords.noteDeleted,
    action: { label: readingWords.undo, onSelect: () => bringBack(session, notesRoot, note.id) },
  });
}

/** Exactly what was deleted comes back, whatever was done since. */
function bringBack(session: BoardSession, root: string, id: string): void {
  session.act((origin) => setAlive(session.doc, root, [id], true, origin));
}

/** The needs that stand on a region. */
export function needsCiting(view: BoardView, region: RegionId): readonly NeedId[] {
  return view.needs
    .filter(({ id }) => view.evidenceOf.get(id)?.some((item) => item.region === region))
    .map(({ id }) => id);
}
