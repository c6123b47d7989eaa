/** Starting a team, joining one, and who one is: see the README's table of routes. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { TeamId } from "../../shared/base/ids.ts";
import type {
  InvitationAnswer,
  JoinAnswer,
  JoinRequest,
  MeAnswer,
  StartAnswer,
  StartRequest,
  TeamAnswer,
} from "../../shared/protocol/api.ts";
import { limits } from "../../shared/protocol/limits.ts";
import { cleanName } from "../teams/names.ts";
import { allow, connectionOf, knownTeam, type RouteContext, sessionOf } from "./context.ts";
import { refuse } from "./refuse.ts";

const text = { type: "string", maxLength: 2_000 } as const;

export function addTeamRoutes(http: FastifyInstance, context: RouteContext): void {
  const { sessions, teams } = context;

  http.post<{ Body: StartRequest }>(
    "/api/start",
    { schema: { body: bodyOf({ teamName: text, name: text }) } },
    async (request, reply) => {
      const teamName = cleanName(request.body.teamName, limits.nameLength);
      const name = cleanName(request.body.name, limits.nameLength);
      if (!teamName || !name) return refuse(reply, "bad_request");
      const { session, setCookie } = sessionForWriting(request);
      const answer: StartAnswer = await teams.start(teamName, name, session);
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
      const { session, setCookie, memberships } = sessionForWriting(request);
      const answer: JoinAnswer | undefined = await teams.join(
        request.body.token,
        name,
        session,
        (teamId) => memberships.find(({ team }) => team === teamId),
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

  http.get("/api/me", async (request): Promise<MeAnswer> => {
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
    const me = members.find(({ memberId }) => memberId === allowed.me.member);
    if (!me) return refuse(reply, "not_a_member");
    return {
      teamId,
      teamName: teams.nameOf(teamId),
      invite: await teams.inviteOf(teamId),
      me,
      members,
    } satisfies TeamAnswer;
  });

  /** The request's session, or a new one whose cookie is to be set. */
  function sessionForWriting(request: FastifyRequest) {
    const known = sessionOf(context, request);
    if (known) return { session: known.hash, setCookie: undefined, memberships: known.memberships };
    const { hash, setCookie } = sessions.create(connectionOf(context, request));
    return { session: hash, setCookie, memberships: [] };
  }
}

/** A JSON schema: an object with all of these, whatever else it has. */
export function bodyOf(properties: { readonly [name: string]: object }): object {
  return { type: "object", properties, required: Object.keys(properties) };
}
