/** Guests of a board, from the team's side and from their own: see the README's table of routes. */
import type { FastifyInstance } from "fastify";
import type { BoardId, GuestId } from "../../shared/base/ids.ts";
import {
  type GuestsAnswer,
  guestRoles,
  type LookAtVisitAnswer,
  type MakeGuestLinkAnswer,
  type MakeGuestLinkRequest,
  type VisitAnswer,
  type VisitRequest,
} from "../../shared/protocol/api.ts";
import { limits } from "../../shared/protocol/limits.ts";
import { cleanName } from "../teams/names.ts";
import { allowOnBoard, type RouteContext, sessionForWriting } from "./context.ts";
import { refuse } from "./refuse.ts";
import { bodyOf } from "./team-routes.ts";

const text = { type: "string", maxLength: 2_000 } as const;
/** A school year and a little. */
const mostDays = 400;

export function addGuestRoutes(http: FastifyInstance, context: RouteContext): void {
  const { guests, teams } = context;

  http.post<{ Body: MakeGuestLinkRequest; Params: { boardId: BoardId } }>(
    "/api/boards/:boardId/guests",
    {
      schema: {
        body: bodyOf({
          role: { enum: guestRoles },
          days: { type: "integer", minimum: 1, maximum: mostDays },
        }),
      },
    },
    async (request, reply) => {
      const { boardId } = request.params;
      const allowed = allowOnBoard(context, request, "letGuestsIn", boardId);
      if (!allowed.ok) return refuse(reply, allowed.code);
      const link = await guests.makeLink(boardId, request.body.role, request.body.days);
      if (!link) return refuse(reply, "too_many");
      return reply.code(201).send(link satisfies MakeGuestLinkAnswer);
    },
  );

  http.get<{ Params: { boardId: BoardId } }>(
    "/api/boards/:boardId/guests",
    async (request, reply) => {
      const { boardId } = request.params;
      const allowed = allowOnBoard(context, request, "seeGuests", boardId);
      if (!allowed.ok) return refuse(reply, allowed.code);
      return {
        links: guests.links(boardId),
        visits: guests.visits(boardId),
      } satisfies GuestsAnswer;
    },
  );

  http.delete<{ Params: { boardId: BoardId; linkId: string } }>(
    "/api/boards/:boardId/guests/:linkId",
    async (request, reply) => {
      const { boardId, linkId } = request.params;
      const allowed = allowOnBoard(context, request, "letGuestsIn", boardId);
      if (!allowed.ok) return refuse(reply, allowed.code);
      if (!(await guests.revokeLink(boardId, linkId))) return refuse(reply, "not_found");
      await context.recheckSockets();
      return reply.code(204).send();
    },
  );

  http.delete<{ Params: { boardId: BoardId; guestId: GuestId } }>(
    "/api/boards/:boardId/visits/:guestId",
    async (request, reply) => {
      const { boardId, guestId } = request.params;
      const allowed = allowOnBoard(context, request, "letGuestsIn", boardId);
      if (!allowed.ok) return refuse(reply, allowed.code);
      if (!(await guests.end(boardId, guestId))) return refuse(reply, "not_found");
      await context.recheckSockets();
      return reply.code(204).send();
    },
  );

  // POSTs, so that the token stands in no address and no proxy's log.
  http.post<{ Body: Pick<VisitRequest, "token"> }>(
    "/api/visits/look",
    { schema: { body: bodyOf({ token: text }) } },
    async (request, reply) => {
      const link = guests.look(request.body.token);
      if (!link) return refuse(reply, "invitation_invalid");
      return {
        role: link.role,
        until: link.until,
        teamName: teams.nameOf(link.on.team),
        boardTitle: link.on.titleMirror,
      } satisfies LookAtVisitAnswer;
    },
  );

  http.post<{ Body: VisitRequest }>(
    "/api/visits",
    { schema: { body: bodyOf({ token: text, name: text }) } },
    async (request, reply) => {
      const name = cleanName(request.body.name, limits.nameLength);
      if (!name) return refuse(reply, "bad_request");
      const link = guests.look(request.body.token);
      if (!link) return refuse(reply, "invitation_invalid");
      const { session, setCookie } = sessionForWriting(context, request);
      const { board } = link;
      // Somebody of the team is no guest there.
      if (!session.memberships.some(({ team }) => team === link.on.team)) {
        const already = session.visitors.find((visitor) => visitor.board === board);
        const isIn = await guests.comeIn(link, name, session.hash, already);
        if (!isIn) return refuse(reply, "too_many");
        // Under another name or link, whoever visited from here before does no more.
        await context.recheckSockets();
      }
      if (setCookie) void reply.header("Set-Cookie", setCookie);
      return reply.code(201).send({ boardId: board } satisfies VisitAnswer);
    },
  );
}
