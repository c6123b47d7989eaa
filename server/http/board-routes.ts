/** Boards of a team: see the README's table of routes. */
import type { FastifyInstance } from "fastify";
import type { BoardId, MemberId, PileId, TeamId } from "../../shared/base/ids.ts";
import { newBoard } from "../../shared/board/new-board.ts";
import type {
  BoardAnswer,
  BoardsAnswer,
  CreateBoardAnswer,
  CreateBoardRequest,
} from "../../shared/protocol/api.ts";
import { type Lane, laneName } from "../../shared/protocol/lanes.ts";
import { limits } from "../../shared/protocol/limits.ts";
import { type Actor, can } from "../../shared/team/can.ts";
import { newId } from "../ops/ids.ts";
import { cleanName } from "../teams/names.ts";
import { allow, allowOnBoard, knownTeam, type RouteContext, renewSession } from "./context.ts";
import { refuse } from "./refuse.ts";
import { bodyOf } from "./team-routes.ts";

export function addBoardRoutes(http: FastifyInstance, context: RouteContext): void {
  const { boards, guests, teams } = context;

  /** Of the lanes that somebody who may open the board may open; those still in the first are left out. */
  function epochsFor(boardId: BoardId, actor: Actor): { [lane: string]: number } {
    const lanes: Lane[] = [
      { kind: "board", boardId },
      { kind: "talk", boardId },
    ];
    if (actor.role === "member") {
      lanes.push({ kind: "private", boardId, memberId: actor.memberId });
      for (const { guestId } of guests.visits(boardId))
        lanes.push({ kind: "guest", boardId, guestId });
    }
    if ("guestId" in actor) lanes.push({ kind: "guest", boardId, guestId: actor.guestId });
    const epochs: { [lane: string]: number } = {};
    for (const lane of lanes) {
      const epoch = boards.epochOf(laneName(lane));
      if (epoch > 0) epochs[laneName(lane)] = epoch;
    }
    return epochs;
  }

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
        author: allowed.me.id,
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
    const allowed = allowOnBoard(context, request, "openBoard", request.params.boardId);
    if (!allowed.ok) return refuse(reply, allowed.code);
    await renewSession(context, request, reply);
    const { board, actor, me, session } = allowed;
    const isMember = actor.role === "member";
    const visit = session.visitors.find(({ board: visited }) => visited === board.id);
    const subject = { teamId: board.team, boardId: board.id };
    return {
      boardId: board.id,
      teamId: board.team,
      teamName: teams.nameOf(board.team),
      title: board.titleMirror,
      me: { memberId: me.id as MemberId, name: me.name },
      members: isMember ? guests.namesFor(board) : guests.authorsOn(board.id),
      role: isMember || !visit ? "member" : visit.role,
      canWrite: can(actor, "writeBoardLane", subject),
      epoch: boards.epochOf(laneName({ kind: "board", boardId: board.id })),
      epochs: epochsFor(board.id, actor),
      ...(isMember || !visit ? {} : { visit: { role: visit.role, until: visit.until } }),
    } satisfies BoardAnswer;
  });
}
