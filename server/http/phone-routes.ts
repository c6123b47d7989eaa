/**
 * A phone as scanner, from the computer's side and from the phone's own: see the README's table of routes.
 *
 * The phone has no session: it holds one secret, good for one line. The line holds as long as the member
 * who opened it may use it; whether they still may is asked with every request of the phone.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { BoardId } from "../../shared/base/ids.ts";
import type {
  JoinPhoneLineAnswer,
  OpenPhoneLineAnswer,
  PhoneAnswer,
  PhoneLineAnswer,
} from "../../shared/protocol/api.ts";
import type { ErrorCode } from "../../shared/protocol/errors.ts";
import { limits } from "../../shared/protocol/limits.ts";
import { can } from "../../shared/team/can.ts";
import { actorOn } from "../auth/sessions.ts";
import type { PhoneLine } from "../phone/phone-lines.ts";
import { allow, allowOnBoard, type RouteContext } from "./context.ts";
import { refuse } from "./refuse.ts";
import { bodyOf } from "./team-routes.ts";

/** Shorter than proxies in schools let a request stand still. */
const waitMs = 20_000;
const pictureId = /^[A-Za-z0-9_-]{8,40}$/;

interface OnLine {
  Params: { boardId: BoardId; lineId: string };
}
interface OnPicture {
  Params: { boardId: BoardId; lineId: string; id: string };
}
type Found = { readonly ok: true; readonly line: PhoneLine } | Refused;
interface Refused {
  readonly ok: false;
  readonly code: ErrorCode;
}

export function addPhoneRoutes(http: FastifyInstance, context: RouteContext): void {
  const { phoneLines } = context;

  /** The member's own line on this board. Another's is answered as one that is not there. */
  function ownLine(request: FastifyRequest<OnLine>): Found {
    const { boardId, lineId } = request.params;
    const allowed = allowOnBoard(context, request, "openBoard", boardId);
    if (!allowed.ok) return allowed;
    const line = phoneLines.find(lineId);
    if (line?.boardId !== boardId) return { ok: false, code: "not_found" };
    const { board } = allowed;
    const subject = { teamId: board.team, boardId, memberId: line.memberId };
    const mine = allow(context, request, "usePhone", subject);
    if (!mine.ok) return mine;
    phoneLines.heard(lineId);
    return { ok: true, line };
  }

  /** The line of the phone's secret, while the member behind it may use it. */
  function linePhone(request: FastifyRequest): Found {
    const secret = /^Bearer (\S{20,100})$/.exec(request.headers.authorization ?? "")?.[1];
    const line = secret === undefined ? undefined : phoneLines.findByPhone(secret);
    if (!line) return { ok: false, code: "access_ended" };
    const { boardId, memberId } = line;
    const board = context.boards.find(boardId);
    const subject = board && { teamId: board.team, boardId, memberId };
    const session = context.sessions.find({ hash: line.session });
    const isOpen = subject && can(actorOn(session, subject), "usePhone", subject);
    if (!isOpen || !can({ role: "phone", boardId }, "sendPicture", subject)) {
      phoneLines.end(line.lineId);
      return { ok: false, code: "access_ended" };
    }
    return { ok: true, line };
  }

  http.post<{ Params: { boardId: BoardId } }>(
    "/api/boards/:boardId/phones",
    async (request, reply) => {
      const { boardId } = request.params;
      const allowed = allowOnBoard(context, request, "openBoard", boardId);
      if (!allowed.ok) return refuse(reply, allowed.code);
      const { actor, board, session } = allowed;
      const memberId = actor.role === "member" ? actor.memberId : undefined;
      const subject = { teamId: board.team, boardId, ...(memberId && { memberId }) };
      if (!memberId || !can(actor, "usePhone", subject)) return refuse(reply, "not_a_member");
      const opened = phoneLines.open({ boardId, memberId, session: session.hash });
      if (!opened) return refuse(reply, "too_many");
      const { line, token } = opened;
      const { lineId, until } = line;
      return reply.code(201).send({ lineId, token, until } satisfies OpenPhoneLineAnswer);
    },
  );

  http.get<OnLine & { Querystring: { since?: string } }>(
    "/api/boards/:boardId/phones/:lineId",
    async (request, reply) => {
      const found = ownLine(request);
      if (!found.ok) return refuse(reply, found.code);
      const { lineId } = found.line;
      await phoneLines.changedSince(lineId, Number(request.query.since), waitMs);
      const line = phoneLines.find(lineId);
      if (!line) return refuse(reply, "access_ended");
      phoneLines.heard(lineId);
      const { version, isJoined, waiting, until } = line;
      return { version, isJoined, waiting, until } satisfies PhoneLineAnswer;
    },
  );

  http.delete<OnLine>("/api/boards/:boardId/phones/:lineId", async (request, reply) => {
    const found = ownLine(request);
    if (!found.ok) return refuse(reply, found.code);
    phoneLines.end(found.line.lineId);
    return reply.code(204).send();
  });

  http.get<OnPicture>(
    "/api/boards/:boardId/phones/:lineId/pictures/:id",
    async (request, reply) => {
      const found = ownLine(request);
      if (!found.ok) return refuse(reply, found.code);
      const bytes = phoneLines.picture(found.line.lineId, request.params.id);
      if (!bytes) return refuse(reply, "not_found");
      return reply.type("application/octet-stream").send(bytes);
    },
  );

  http.delete<OnPicture & { Querystring: { as?: string } }>(
    "/api/boards/:boardId/phones/:lineId/pictures/:id",
    async (request, reply) => {
      const found = ownLine(request);
      if (!found.ok) return refuse(reply, found.code);
      const as = request.query.as === "unreadable" ? "unreadable" : "received";
      const isSettled = phoneLines.settle(found.line.lineId, request.params.id, as);
      return isSettled ? reply.code(204).send() : refuse(reply, "not_found");
    },
  );

  // A POST, so that the token stands in no address and no proxy's log.
  http.post<{ Body: { token: string } }>(
    "/api/phone",
    { schema: { body: bodyOf({ token: { type: "string", maxLength: 100 } }) } },
    async (request, reply) => {
      const joined = phoneLines.join(request.body.token);
      if (!joined) return refuse(reply, "invitation_invalid");
      const { phone, line } = joined;
      return reply.code(201).send({ phone, until: line.until } satisfies JoinPhoneLineAnswer);
    },
  );

  http.get<{ Querystring: { since?: string } }>("/api/phone", async (request, reply) => {
    const found = linePhone(request);
    if (!found.ok) return refuse(reply, found.code);
    const { lineId } = found.line;
    await phoneLines.changedSince(lineId, Number(request.query.since), waitMs);
    const line = phoneLines.find(lineId);
    if (!line) return refuse(reply, "access_ended");
    const { version, until, waiting, received, unreadable } = line;
    return { version, until, waiting, received, unreadable } satisfies PhoneAnswer;
  });

  void http.register(async (scope) => addPictureRoute(scope, context, linePhone));
}

/** Takes bytes that nobody here can open, which no other route does. */
function addPictureRoute(
  http: FastifyInstance,
  context: RouteContext,
  linePhone: (request: FastifyRequest) => Found,
): void {
  const { phoneLines } = context;
  http.removeAllContentTypeParsers();
  http.addContentTypeParser(
    "application/octet-stream",
    { parseAs: "buffer", bodyLimit: limits.phonePictureBytes },
    (_request, body, done) => done(null, body),
  );
  http.put<{ Params: { id: string } }>(
    "/api/phone/pictures/:id",
    {
      bodyLimit: limits.phonePictureBytes,
      // Before the body is read: what has no room is not taken into memory.
      onRequest: async (request, reply) => {
        const found = linePhone(request);
        if (!found.ok) return refuse(reply, found.code);
        const bytes = Number(request.headers["content-length"]);
        if (!pictureId.test(request.params.id) || !(bytes > 0)) return refuse(reply, "bad_request");
        if (bytes > limits.phonePictureBytes) return refuse(reply, "too_large");
        const room = phoneLines.reserve(found.line.lineId, bytes);
        if (!room.ok) return refuse(reply, room.code);
        reply.raw.once("close", room.free);
      },
    },
    (request, reply) => putPicture(context, request, reply, linePhone(request)),
  );
}

function putPicture(
  { phoneLines }: RouteContext,
  request: FastifyRequest<{ Params: { id: string } }>,
  reply: FastifyReply,
  found: Found,
): FastifyReply {
  const bytes = request.body;
  if (!Buffer.isBuffer(bytes)) return refuse(reply, "bad_request");
  const isIn = found.ok && phoneLines.put(found.line.lineId, request.params.id, bytes);
  return isIn ? reply.code(202).send() : refuse(reply, "access_ended");
}
