/** What every route is handed, and the one question nearly all of them ask first: who is this, here? */
import type { FastifyRequest } from "fastify";
import type { TeamId } from "../../shared/base/ids.ts";
import type { ErrorCode } from "../../shared/protocol/errors.ts";
import { can, type Verb } from "../../shared/team/can.ts";
import type { Connection, ReadConnection } from "../auth/connection.ts";
import { actorIn, type Session, type Sessions } from "../auth/sessions.ts";
import type { BlobStore } from "../blobs/blob-store.ts";
import type { Boards } from "../teams/boards.ts";
import type { Teams } from "../teams/teams.ts";

export interface RouteContext {
  readonly sessions: Sessions;
  readonly teams: Teams;
  readonly boards: Boards;
  readonly blobs: BlobStore;
  readonly readConnection: ReadConnection;
}

export const connectionOf = (context: RouteContext, request: FastifyRequest): Connection =>
  context.readConnection(request.raw);

export const sessionOf = (context: RouteContext, request: FastifyRequest): Session | undefined =>
  context.sessions.read(request.raw, connectionOf(context, request));

export type Allowed =
  | { readonly ok: true; readonly me: { readonly member: string; readonly name: string } }
  | { readonly ok: false; readonly code: ErrorCode };

/** Whether the request's session may do `verb` in the team (undefined: there is no such thing). */
export function allow(
  context: RouteContext,
  request: FastifyRequest,
  verb: Verb,
  teamId: TeamId | undefined,
): Allowed {
  const session = sessionOf(context, request);
  if (!session) return { ok: false, code: "not_signed_in" };
  if (!teamId) return { ok: false, code: "not_found" };
  const me = session.memberships.find(({ team }) => team === teamId);
  if (!me || !can(actorIn(session, teamId), verb, { teamId })) {
    return { ok: false, code: "not_a_member" };
  }
  return { ok: true, me };
}

/** The id if there is such a team. */
export const knownTeam = ({ teams }: RouteContext, teamId: TeamId): TeamId | undefined =>
  teams.exists(teamId) ? teamId : undefined;
