/**
 * The server's answer for the board that the address names, asked for before the page's frame stands:
 * whoever opens a board waits for the slower of the two instead of both.
 *
 * Owns one question, for whoever asks first; every later one is asked anew.
 */
import type { BoardId } from "../../shared/base/ids.ts";
import type { BoardAnswer } from "../../shared/protocol/api.ts";
import { type Answer, boardOf } from "./api.ts";

let ahead: { readonly boardId: BoardId; readonly answer: Promise<Answer<BoardAnswer>> } | undefined;

export function askAhead(boardId: BoardId): void {
  ahead = { boardId, answer: boardOf(boardId) };
}

export function boardAsked(boardId: BoardId): Promise<Answer<BoardAnswer>> {
  const asked = ahead;
  ahead = undefined;
  return asked?.boardId === boardId ? asked.answer : boardOf(boardId);
}
