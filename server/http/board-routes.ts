/** Boards of a team: see the README's table of routes. */
import type { FastifyInstance } from "fastify";
import type { BoardId, PileId, TeamId } from "../../shared/base/ids.ts";
import { newBoard } from "../../shared/board/new-board.ts";
import type {
  BoardAnswer,
  BoardsAnswer,
  CreateBoardAnswer,
  CreateBoardRequest,
} from "../../shared/protocol/api.ts";
import { laneName } from "../../shared/protocol/lanes.ts";
import { limits } from "../../shared/protocol/limits.ts";
import { newId } from "../ops/ids.ts";
import { cleanName } from "../teams/names.ts";
import { allow, knownTeam, type RouteContext } from "./context.ts";
import { refuse } from "./refuse.ts";
import { bodyOf } from "./team-routes.ts";

export function addBoardRoutes(http: FastifyInstance, context: RouteContext): void {
  const { boards, teams } = context;

  http.post<{ Body: CreateBoardRequest; Params: { teamId: TeamId } }>(
    "/api/teams/:teamId/boards",
    { schema: { body: bodyOf({ title: { type: "string", maxLength: 2_000 } }) } },
    async (request, reply) => {
      const team = request.params.teamId;
      const allowed = allow(context, request, "createBoard", knownTeam(context, team));
      if (!allowed.ok) return refuse(reply, allowed.code);
      // An empty title is an untitled board, which the page names in its own language.
      const typed = request.body.title.trim();
      const title = typed && cleanName(typed, limits.titleLength);
      if (title === undefined) return refuse(reply, "bad_request");
      const boardId = await boards.create({
        team,
        title,
        author: allowed.me.member,
        firstUpdate: newBoard(title, () => newId<PileId>()),
        docOf: (id) => laneName({ kind: "board", boardId: id }),
      });
      return reply.code(201).send({ boardId } satisfies CreateBoardAnswer);
    },
  );

  http.get<{ Params: { teamId: TeamId } }>("/api/teams/:teamId/boards", async (request, reply) => {
    const { teamId } = request.params;
    const allowed = allow(context, request, "readTeam", knownTeam(context, teamId));
    if (!allowed.ok) return refuse(reply, allowed.code);
    return { boards: boards.list(teamId) } satisfies BoardsAnswer;
  });

  http.get<{ Params: { boardId: BoardId } }>("/api/boards/:boardId", async (request, reply) => {
    const board = boards.find(request.params.boardId);
    const allowed = allow(context, request, "openBoard", board?.team);
    if (!allowed.ok) return refuse(reply, allowed.code);
    if (!board) return refuse(reply, "not_found");
    const members = teams.members(board.team);
    const me = members.find(({ memberId }) => memberId === allowed.me.member);
    if (!me) return refuse(reply, "not_a_member");
    return {
      boardId: board.id,
      teamId: board.team,
      teamName: teams.nameOf(board.team),
      title: board.titleMirror,
      me,
      members,
    } satisfies BoardAnswer;
  });
}
