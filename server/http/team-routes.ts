/** Starting a team, joining and leaving one, and who one is: see the README's table of routes. */
import type { FastifyInstance } from "fastify";
import type { MemberId, TeamId } from "../../shared/base/ids.ts";
import type {
  InvitationAnswer,
  JoinAnswer,
  JoinRequest,
  MeAnswer,
  RenewInvitationAnswer,
  SessionsAnswer,
  StartAnswer,
  StartRequest,
  TeamAnswer,
} from "../../shared/protocol/api.ts";
import { laneName } from "../../shared/protocol/lanes.ts";
import { limits } from "../../shared/protocol/limits.ts";
import { cleanName } from "../teams/names.ts";
import {
  allow,
  connectionOf,
  knownTeam,
  type RouteContext,
  renewSession,
  sessionForWriting,
  sessionOf,
} from "./context.ts";
import { refuse } from "./refuse.ts";

const text = { type: "string", maxLength: 2_000 } as const;

export function addTeamRoutes(http: FastifyInstance, context: RouteContext): void {
  const { boards, sessions, teams } = context;

  http.post<{ Body: StartRequest }>(
    "/api/start",
    { schema: { body: bodyOf({ teamName: text, name: text }) } },
    async (request, reply) => {
      const teamName = cleanName(request.body.teamName, limits.nameLength);
      const name = cleanName(request.body.name, limits.nameLength);
      if (!teamName || !name) return refuse(reply, "bad_request");
      const { session, setCookie } = sessionForWriting(context, request);
      const answer: StartAnswer = await teams.start(teamName, name, session.hash);
      if (setCookie) void reply.header("Set-Cookie", setCookie);
      return reply.code(201).send(answer);
    },
  );

  http.post<{ Body: JoinRequest }>(
    "/api/join",
    { schema: { body: bodyOf({ token: text, name: text }) } },
    async (request, reply) => {
      const name = cleanName(request.body.name, limits.nameLength);
      if (!name) return refuse(reply, "bad_request");
      const { session, setCookie } = sessionForWriting(context, request);
      const answer: JoinAnswer | undefined = await teams.join(
        request.body.token,
        name,
        session.hash,
        (teamId) => session.memberships.find(({ team }) => team === teamId),
      );
      if (!answer) return refuse(reply, "invitation_invalid");
      if (setCookie) void reply.header("Set-Cookie", setCookie);
      return reply.code(201).send(answer);
    },
  );

  // A POST, so that the token stands in no address and no proxy's log.
  http.post<{ Body: Pick<JoinRequest, "token"> }>(
    "/api/invitations/look",
    { schema: { body: bodyOf({ token: text }) } },
    async (request, reply) => {
      const team = teams.look(request.body.token);
      if (!team) return refuse(reply, "invitation_invalid");
      return { teamName: team.name } satisfies InvitationAnswer;
    },
  );

  http.get("/api/me", async (request, reply): Promise<MeAnswer> => {
    await renewSession(context, request, reply);
    const memberships = sessionOf(context, request)?.memberships ?? [];
    const mine = memberships.map(async ({ team, teamName, member, name }) => ({
      teamId: team,
      teamName,
      memberId: member,
      name,
      invite: await teams.inviteOf(team),
    }));
    return { teams: await Promise.all(mine) };
  });

  http.get<{ Params: { teamId: TeamId } }>("/api/teams/:teamId", async (request, reply) => {
    const teamId = request.params.teamId;
    const allowed = allow(context, request, "readTeam", knownTeam(context, teamId));
    if (!allowed.ok) return refuse(reply, allowed.code);
    const members = teams.members(teamId);
    const { id, name } = allowed.me;
    return {
      teamId,
      teamName: teams.nameOf(teamId),
      invite: await teams.inviteOf(teamId),
      me: { memberId: id as MemberId, name },
      members,
      epoch: boards.epochOf(laneName({ kind: "team", teamId })),
    } satisfies TeamAnswer;
  });

  http.post<{ Params: { teamId: TeamId } }>(
    "/api/teams/:teamId/invitation",
    async (request, reply) => {
      const { teamId } = request.params;
      const allowed = allow(context, request, "invite", knownTeam(context, teamId));
      if (!allowed.ok) return refuse(reply, allowed.code);
      const invite = await teams.renewInvitation(teamId);
      return reply.code(201).send({ invite } satisfies RenewInvitationAnswer);
    },
  );

  http.delete<{ Params: { teamId: TeamId; memberId: MemberId } }>(
    "/api/teams/:teamId/members/:memberId",
    async (request, reply) => {
      const { teamId, memberId } = request.params;
      const allowed = allow(context, request, "removeMember", knownTeam(context, teamId));
      if (!allowed.ok) return refuse(reply, allowed.code);
      const refused = await teams.remove(teamId, memberId, allowed.me.id);
      if (refused) return refuse(reply, refused);
      await context.recheckSockets();
      return reply.code(204).send();
    },
  );

  http.get("/api/sessions", async (request, reply) => {
    const session = sessionOf(context, request);
    if (!session) return refuse(reply, "not_signed_in");
    const list = sessions.besides(session).map(({ hash, createdAt, isThis }) => ({
      sessionId: sessionIdOf(hash),
      since: createdAt,
      isThis,
    }));
    return { sessions: list } satisfies SessionsAnswer;
  });

  http.delete<{ Params: { sessionId: string } }>(
    "/api/sessions/:sessionId",
    async (request, reply) => {
      const session = sessionOf(context, request);
      if (!session) return refuse(reply, "not_signed_in");
      const { sessionId } = request.params;
      const ending = sessions.besides(session).find(({ hash }) => sessionIdOf(hash) === sessionId);
      if (!ending) return refuse(reply, "not_found");
      await sessions.end(ending);
      await context.recheckSockets();
      return reply.code(204).send();
    },
  );

  http.post("/api/sign-out", async (request, reply) => {
    const session = sessionOf(context, request);
    if (session) {
      await sessions.end(session);
      await context.recheckSockets();
    }
    void reply.header("Set-Cookie", sessions.farewell(connectionOf(context, request)));
    return reply.code(204).send();
  });
}

/** A session's name to those it belongs to: enough to tell it from others, and nothing to sign in with. */
const sessionIdOf = (hash: string): string => hash.slice(0, 16);

/** A JSON schema: an object with all of these, whatever else it has. */
export function bodyOf(properties: { readonly [name: string]: object }): object {
  return { type: "object", properties, required: Object.keys(properties) };
}
