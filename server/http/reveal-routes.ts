/** Revealing what members put down privately, and how many are done with it: see the README's table of routes. */
import type { FastifyInstance } from "fastify";
import type { BoardId } from "../../shared/base/ids.ts";
import type {
  ProgressAnswer,
  ProgressRequest,
  RevealAnswer,
  RevealRequest,
} from "../../shared/protocol/api.ts";
import { isActId, revealKinds } from "../../shared/sorting/private-entries.ts";
import { allowOnBoard, type RouteContext } from "./context.ts";
import { refuse } from "./refuse.ts";
import { bodyOf } from "./team-routes.ts";

export function addRevealRoutes(http: FastifyInstance, context: RouteContext): void {
  const body = bodyOf({ kind: { enum: revealKinds }, act: { type: "string" } });

  http.post<{ Body: RevealRequest; Params: { boardId: BoardId } }>(
    "/api/boards/:boardId/reveals",
    { schema: { body } },
    async (request, reply) => {
      const allowed = allowOnBoard(context, request, "reveal", request.params.boardId);
      if (!allowed.ok) return refuse(reply, allowed.code);
      const { actor, board } = allowed;
      if (actor.role !== "member") return refuse(reply, "not_a_member");
      const { kind, act } = request.body;
      if (!isActId(act)) return refuse(reply, "bad_request");
      const { at, by } = await context.reveals.reveal(board, { kind, act }, actor.memberId);
      return { at, by } satisfies RevealAnswer;
    },
  );

  http.post<{ Body: ProgressRequest; Params: { boardId: BoardId } }>(
    "/api/boards/:boardId/progress",
    { schema: { body } },
    async (request, reply) => {
      const allowed = allowOnBoard(context, request, "reveal", request.params.boardId);
      if (!allowed.ok) return refuse(reply, allowed.code);
      const { kind, act } = request.body;
      if (!isActId(act)) return refuse(reply, "bad_request");
      return (await context.reveals.count(allowed.board, { kind, act })) satisfies ProgressAnswer;
    },
  );
}
