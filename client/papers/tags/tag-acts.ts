/** What one does with tags: each an act of one's own, so one step of undo. */
import type { PaperId } from "../../../shared/base/ids.ts";
import type { BoardView } from "../../../shared/board/reader.ts";
import type { Paper } from "../../../shared/papers/papers.ts";
import { renameTag, tagPapers, untagPapers } from "../../../shared/papers/tags.ts";
import type { BoardSession } from "../../sync/board-session.ts";

type Tagging = Pick<BoardSession, "doc" | "reader" | "act">;

export function putTag(session: Tagging, papers: readonly PaperId[], words: string): void {
  const on = living(session.reader.view(), papers);
  session.act((origin) => tagPapers(session.doc, on, words, origin));
}

export function takeTagOff(session: Tagging, papers: readonly PaperId[], words: string): void {
  const on = living(session.reader.view(), papers);
  session.act((origin) => untagPapers(session.doc, on, words, origin));
}

export function changeTag(session: Tagging, from: string, to: string): void {
  const on = [...session.reader.view().papers.values()];
  session.act((origin) => renameTag(session.doc, on, { from, to }, origin));
}

const living = (view: BoardView, papers: readonly PaperId[]): readonly Paper[] =>
  papers.flatMap((id) => view.papers.get(id) ?? []);
