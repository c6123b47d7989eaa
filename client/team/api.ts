/**
 * The HTTP routes of shared/protocol/api.ts, as the page asks them. A refusal is a value with a code,
 * never a throw: `unreachable` where no server answered. Words for codes are in `words.refusals`.
 */
import type { BoardId, GuestId, MemberId, TeamId } from "../../shared/base/ids.ts";
import type {
  BoardAnswer,
  BoardsAnswer,
  ChangesAnswer,
  CreateBoardAnswer,
  CreateBoardRequest,
  GuestsAnswer,
  InvitationAnswer,
  JoinAnswer,
  JoinRequest,
  KeepVersionRequest,
  LookAtVisitAnswer,
  MakeGuestLinkAnswer,
  MakeGuestLinkRequest,
  MeAnswer,
  ProgressAnswer,
  ProgressRequest,
  RenewInvitationAnswer,
  RestoreAnswer,
  RestoreRequest,
  RevealAnswer,
  RevealRequest,
  StartAnswer,
  StartRequest,
  TeamAnswer,
  VersionSummary,
  VersionsAnswer,
  VisitAnswer,
  VisitRequest,
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

export const lookAtVisit = (token: string): Promise<Answer<LookAtVisitAnswer>> =>
  post("/api/visits/look", { token });

export const visit = (body: VisitRequest): Promise<Answer<VisitAnswer>> =>
  post("/api/visits", body);

/** A new invitation link; the old one opens nothing any more. */
export const renewInvitation = (teamId: TeamId): Promise<Answer<RenewInvitationAnswer>> =>
  post(`/api/teams/${teamId}/invitation`, {});

/** Removes a colleague; oneself is leaving. */
export const removeMember = (teamId: TeamId, member: MemberId): Promise<Answer<undefined>> =>
  remove(`/api/teams/${teamId}/members/${member}`);

/** Ends this browser's session. */
export const signOut = (): Promise<Answer<undefined>> => post("/api/sign-out", {});

export const guestsOf = (boardId: BoardId): Promise<Answer<GuestsAnswer>> =>
  get(`/api/boards/${boardId}/guests`);

export const makeGuestLink = (
  boardId: BoardId,
  body: MakeGuestLinkRequest,
): Promise<Answer<MakeGuestLinkAnswer>> => post(`/api/boards/${boardId}/guests`, body);

export const revokeGuestLink = (boardId: BoardId, linkId: string): Promise<Answer<undefined>> =>
  remove(`/api/boards/${boardId}/guests/${linkId}`);

/** Sends one guest away, whatever link they came by. */
export const endVisit = (boardId: BoardId, guest: GuestId): Promise<Answer<undefined>> =>
  remove(`/api/boards/${boardId}/visits/${guest}`);

export const versionsOf = (boardId: BoardId): Promise<Answer<VersionsAnswer>> =>
  get(`/api/boards/${boardId}/versions`);

export const keepVersion = (
  boardId: BoardId,
  body: KeepVersionRequest,
): Promise<Answer<VersionSummary>> => post(`/api/boards/${boardId}/versions`, body);

export const restoreVersion = (
  boardId: BoardId,
  versionId: string,
  body: RestoreRequest,
): Promise<Answer<RestoreAnswer>> =>
  post(`/api/boards/${boardId}/versions/${versionId}/restore`, body);

/** `since` in milliseconds since 1970, by the server's clock. */
export const changesOf = (boardId: BoardId, since: number): Promise<Answer<ChangesAnswer>> =>
  get(`/api/boards/${boardId}/changes?since=${Math.round(since)}`);

/** Shows everybody what each has put down privately in one act, all at once. */
export const revealAct = (boardId: BoardId, act: RevealRequest): Promise<Answer<RevealAnswer>> =>
  post(`/api/boards/${boardId}/reveals`, act);

/** Lets the server count anew how many have finished an act, and say it on the board. */
export const tellProgress = (
  boardId: BoardId,
  act: ProgressRequest,
): Promise<Answer<ProgressAnswer>> => post(`/api/boards/${boardId}/progress`, act);

function get<T>(path: string): Promise<Answer<T>> {
  return ask(() => fetch(path));
}

function remove(path: string): Promise<Answer<undefined>> {
  return ask(() => fetch(path, { method: "DELETE" }));
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
