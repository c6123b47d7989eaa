/**
 * The HTTP routes of shared/protocol/api.ts, as the page asks them. A refusal is a value with a code,
 * never a throw: `unreachable` where no server answered. Words for codes are in `words.refusals`.
 */
import type { BoardId, TeamId } from "../../shared/base/ids.ts";
import type {
  BoardAnswer,
  BoardsAnswer,
  CreateBoardAnswer,
  CreateBoardRequest,
  InvitationAnswer,
  JoinAnswer,
  JoinRequest,
  MeAnswer,
  StartAnswer,
  StartRequest,
  TeamAnswer,
} from "../../shared/protocol/api.ts";
import { type ErrorCode, isErrorCode } from "../../shared/protocol/errors.ts";

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: ErrorCode };

export const start = (body: StartRequest): Promise<Answer<StartAnswer>> => post("/api/start", body);

export const join = (body: JoinRequest): Promise<Answer<JoinAnswer>> => post("/api/join", body);

export const lookAtInvitation = (token: string): Promise<Answer<InvitationAnswer>> =>
  post("/api/invitations/look", { token });

/** No teams where this browser is in none yet. */
export const me = (): Promise<Answer<MeAnswer>> => get("/api/me");

export const teamOf = (teamId: TeamId): Promise<Answer<TeamAnswer>> => get(`/api/teams/${teamId}`);

export const boardsOf = (teamId: TeamId): Promise<Answer<BoardsAnswer>> =>
  get(`/api/teams/${teamId}/boards`);

export const createBoard = (
  teamId: TeamId,
  body: CreateBoardRequest,
): Promise<Answer<CreateBoardAnswer>> => post(`/api/teams/${teamId}/boards`, body);

/** What the page needs to open a board. */
export const boardOf = (boardId: BoardId): Promise<Answer<BoardAnswer>> =>
  get(`/api/boards/${boardId}`);

function get<T>(path: string): Promise<Answer<T>> {
  return ask(() => fetch(path));
}

function post<T>(path: string, body: object): Promise<Answer<T>> {
  const headers = { "content-type": "application/json" };
  return ask(() => fetch(path, { method: "POST", headers, body: JSON.stringify(body) }));
}

async function ask<T>(send: () => Promise<Response>): Promise<Answer<T>> {
  let response: Response;
  try {
    response = await send();
  } catch {
    return { ok: false, code: "unreachable" };
  }
  // A proxy before a server that is down answers in its own words, which are no JSON of ours.
  const said: unknown = await response.json().catch(() => undefined);
  if (response.ok) return { ok: true, value: said as T };
  const code = typeof said === "object" && said !== null && "code" in said ? said.code : undefined;
  if (isErrorCode(code)) return { ok: false, code };
  return { ok: false, code: response.status >= 502 ? "unreachable" : "internal" };
}
