/** The practice set: an ordinary board of one's own whose intake begins with our invented papers. */
import type { TeamId } from "../../shared/base/ids.ts";
import { arriving } from "../words/en/arriving.ts";
import { type Answer, createBoard } from "./api.ts";
import { practicePath } from "./paths.ts";

/** Makes a board for the practice set; the answer is the path that opens it with the set. */
export async function makePracticeBoard(teamId: TeamId): Promise<Answer<string>> {
  const made = await createBoard(teamId, { title: arriving.home.practiceTitle });
  return made.ok ? { ok: true, value: practicePath(made.value.boardId) } : made;
}
