/** What one does with tags: each an act of one's own, so one step of undo. */
import type { PaperId, RegionId } from "../../../shared/base/ids.ts";
import type { BoardView } from "../../../shared/board/reader.ts";
import * as tags from "../../../shared/papers/tags.ts";
import type { BoardSession } from "../../sync/board-session.ts";

type Tagging = Pick<BoardSession, "doc" | "reader" | "act">;

/** Papers, and regions of their pages. */
export interface Chosen {
  readonly papers?: readonly PaperId[];
  readonly regions?: readonly RegionId[];
}

export function putTag(session: Tagging, on: Chosen, words: string): void {
  const these = living(session.reader.view(), on);
  session.act((origin) => tags.putTag(session.doc, these, words, origin));
}

export function takeTagOff(session: Tagging, on: Chosen, words: string): void {
  const these = living(session.reader.view(), on);
  session.act((origin) => tags.takeTagOff(session.doc, these, words, origin));
}

export function changeTag(session: Tagging, from: string, to: string): void {
  // Also where it is not to be seen now: else it would be called two things afterwards.
  const { papers, regions } = session.reader.whole();
  const all = { papers: papers.values(), regions: regions.values() };
  session.act((origin) => tags.renameTag(session.doc, all, { from, to }, origin));
}

function living(view: BoardView, { papers = [], regions = [] }: Chosen): tags.Tagged {
  return {
    papers: papers.flatMap((id) => view.papers.get(id) ?? []),
    regions: regions.flatMap((id) => view.regions.get(id) ?? []),
  };
}
