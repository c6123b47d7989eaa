/** What every route is handed, and the one question nearly all of them ask first: who is this, here? */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { BoardId, TeamId } from "../../shared/base/ids.ts";
import type { ErrorCode } from "../../shared/protocol/errors.ts";
import { type Actor, can, type Subject, type Verb } from "../../shared/team/can.ts";
import type { Connection, ReadConnection } from "../auth/connection.ts";
import { actorOn, type Session, type Sessions } from "../auth/sessions.ts";
import type { VisitMarks } from "../auth/visit-marks.ts";
import type { BlobStore } from "../blobs/blob-store.ts";
import type { Covers } from "../covers/covers.ts";
import type { History } from "../history/history.ts";
import type { PhoneLines } from "../phone/phone-lines.ts";
import type { Reveals } from "../reveals/reveals.ts";
import type { Board, Boards } from "../teams/boards.ts";
import type { Guests } from "../teams/guests.ts";
import type { Teams } from "../teams/teams.ts";

export interface RouteContext {
  readonly sessions: Sessions;
  readonly teams: Teams;
  readonly boards: Boards;
  readonly guests: Guests;
  readonly marks: VisitMarks;
  readonly reveals: Reveals;
  readonly covers: Covers;
  readonly history: History;
  readonly blobs: BlobStore;
  readonly phoneLines: PhoneLines;
  readonly readConnection: ReadConnection;
  /** Rights were taken back: resolves once sockets that may not be where they are any more take nothing. */
  readonly recheckSockets: () => Promise<void>;
}

export const connectionOf = (context: RouteContext, request: FastifyRequest): Connection =>
  context.readConnection(request.raw);

export const sessionOf = (context: RouteContext, request: FastifyRequest): Session | undefined =>
  context.sessions.read(request.raw, connectionOf(context, request));

export interface Me {
  /** A member's or guest's id. */
  readonly id: string;
  readonly name: string;
}

export type Allowed =
  | { readonly ok: true; readonly session: Session; readonly actor: Actor; readonly me: Me }
  | { readonly ok: false; readonly code: ErrorCode };

/**
 * Whether the request's session may do `verb` on the subject. Undefined, for what does not exist, is
 * answered as what belongs to others: nobody learns which boards and teams there are.
 */
export function allow(
  context: RouteContext,
  request: FastifyRequest,
  verb: Verb,
  subject: Subject | undefined,
): Allowed {
  const session = sessionOf(context, request);
  if (!session) return { ok: false, code: "not_signed_in" };
  const actor: Actor = subject ? actorOn(session, subject) : { role: "stranger" };
  const me = meIn(session, actor);
  if (!subject || !me || !can(actor, verb, subject)) return { ok: false, code: "not_a_member" };
  context.marks.mark(actor);
  return { ok: true, session, actor, me };
}

export type AllowedOnBoard =
  | ({ readonly board: Board } & Extract<Allowed, { readonly ok: true }>)
  | Extract<Allowed, { readonly ok: false }>;

/** The same for a board, which comes with the answer. */
export function allowOnBoard(
  context: RouteContext,
  request: FastifyRequest,
  verb: Verb,
  boardId: BoardId,
): AllowedOnBoard {
  const board = context.boards.find(boardId);
  const allowed = allow(context, request, verb, board && { teamId: board.team, boardId });
  if (!allowed.ok) return allowed;
  return board ? { ...allowed, board } : { ok: false, code: "not_a_member" };
}

/** The team as what an act is on, if there is such a team. */
export const knownTeam = ({ teams }: RouteContext, teamId: TeamId): Subject | undefined =>
  teams.exists(teamId) ? { teamId } : undefined;

/** Lets a session that is used last longer. */
export async function renewSession(
  context: RouteContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const cookie = await context.sessions.renew(request.raw, connectionOf(context, request));
  if (cookie !== undefined) void reply.header("Set-Cookie", cookie);
}

/** The request's session, or a new one whose cookie is to be set. */
export function sessionForWriting(context: RouteContext, request: FastifyRequest) {
  const known = sessionOf(context, request);
  if (known) return { session: known, setCookie: undefined };
  const { hash, setCookie } = context.sessions.create(connectionOf(context, request));
  return { session: { hash, memberships: [], visitors: [] } satisfies Session, setCookie };
}

function meIn(session: Session, actor: Actor): Me | undefined {
  if (actor.role === "member") {
    const mine = session.memberships.find(({ member }) => member === actor.memberId);
    return mine && { id: mine.member, name: mine.name };
  }
  const mine = "guestId" in actor && session.visitors.find(({ guest }) => guest === actor.guestId);
  return mine ? { id: mine.guest, name: mine.name } : undefined;
}
