/** Where things live in the page's addresses. */
import type { BoardId, TeamId } from "../../shared/base/ids.ts";

/** The start screen, also for somebody who is in a team already. */
export const startPath = "/start";
export const teamPath = (teamId: TeamId): string => `/team/${teamId}`;
export const notebookPath = (teamId: TeamId): string => `${teamPath(teamId)}/notebook`;
export const threadsPath = (teamId: TeamId): string => `${teamPath(teamId)}/threads`;
export const boardPath = (boardId: BoardId): string => `/board/${boardId}`;

/** Opens a board with the practice set's intake. */
export const practicePath = (boardId: BoardId): string => `${boardPath(boardId)}?practice=1`;

/** The link that brings a guest to one board, its token in the fragment as well. */
export function visitLink(token: string): string {
  return `${location.origin}/visit#${token}`;
}

/** The link that carries an invitation: its token in the fragment, which no server log ever sees. */
export function invitationLink(invite: string): string {
  return `${location.origin}/join#${invite}`;
}
