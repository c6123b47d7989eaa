/**
 * Covering the page on which somebody can be recognised, and showing it again: the server does it for
 * everybody, guests ask for it as members do.
 */
import type { BoardId, PageId } from "../../../shared/base/ids.ts";
import type { ErrorCode } from "../../../shared/protocol/errors.ts";
import type { BoardSession } from "../../sync/board-session.ts";
import { toast } from "../../ui/toast.tsx";
import { reading as readingWords } from "../../words/en/reading.ts";
import { words } from "../../words/words.ts";
import { refusalOf } from "../refusal-of.ts";

/** Resolves with why it could not be done, or undefined. */
export async function setCovered(
  board: BoardId,
  page: PageId,
  covered: boolean,
): Promise<ErrorCode | undefined> {
  const covers = `/api/boards/${board}/covers`;
  const asked = covered
    ? fetch(covers, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ page }),
      })
    : fetch(`${covers}/${page}`, { method: "DELETE" });
  const answer = await asked.catch(() => undefined);
  if (answer?.ok) return undefined;
  return answer ? refusalOf(answer, "unreachable") : "unreachable";
}

/** Covers it at once and says how that went. */
export async function coverPage({ boardId }: BoardSession, page: PageId): Promise<void> {
  const failed = await setCovered(boardId, page, true);
  if (failed) {
    toast({ kind: "problem", title: readingWords.coverFailed, detail: words.refusals[failed] });
    return;
  }
  toast({ kind: "good", title: readingWords.covered, detail: readingWords.coveredDetail });
}
