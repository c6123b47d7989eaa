/** Revealing what members put down privately: see the README's table of routes. */
import type { FastifyInstance } from "fastify";
import type { BoardId } from "../../shared/base/ids.ts";
import type { RevealAnswer, RevealRequest } from "../../shared/protocol/api.ts";
import { isActId, revealKinds } from "../../shared/sorting/private-entries.ts";
import { allowOnBoard, type RouteContext } from "./context.ts";
import { refuse } from "./refuse.ts";
import { bodyOf } from "./team-routes.ts";

export function addRevealRoutes(http: FastifyInstance, context: RouteContext): void {
  http.post<{ Body: RevealRequest; Params: { boardId: BoardId } }>(
    "/api/boards/:boardId/reveals",
    { schema: { body: bodyOf({ kind: { enum: revealKinds }, act: { type: "string" } }) } },
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
}
