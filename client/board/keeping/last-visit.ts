/**
 * When this person last looked at a board in this browser, by the server's clock: what "changed since you
 * were here" is counted from. Kept here and not on the server, which notes no attendance of anybody.
 */
import type { BoardId, MemberId } from "../../../shared/base/ids.ts";

const keyOf = (boardId: BoardId, member: MemberId): string =>
  `noticeboard/seen/${boardId}/${member}`;

/** Milliseconds since 1970; undefined on the first visit, or where the browser keeps nothing. */
export function readLastVisit(boardId: BoardId, member: MemberId): number | undefined {
  try {
    const at = Number(localStorage.getItem(keyOf(boardId, member)));
    return at > 0 ? at : undefined;
  } catch {
    return undefined;
  }
}

export function noteVisit(boardId: BoardId, member: MemberId, at: number): void {
  try {
    localStorage.setItem(keyOf(boardId, member), String(at));
  } catch {
    // A browser that keeps nothing: every visit is the first.
  }
}
