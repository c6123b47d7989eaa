/** Hiding a page on which somebody can be recognised, and showing it again: see the README's table of routes. */
import type { FastifyInstance } from "fastify";
import { type BoardId, isId, type PageId } from "../../shared/base/ids.ts";
import { allowOnBoard, type RouteContext } from "./context.ts";
import { refuse } from "./refuse.ts";
import { bodyOf } from "./team-routes.ts";

export function addCoverRoutes(http: FastifyInstance, context: RouteContext): void {
  http.post<{ Body: { page: string }; Params: { boardId: BoardId } }>(
    "/api/boards/:boardId/covers",
    { schema: { body: bodyOf({ page: { type: "string" } }) } },
    async (request, reply) => {
      const { boardId } = request.params;
      const allowed = allowOnBoard(context, request, "coverPage", boardId);
      if (!allowed.ok) return refuse(reply, allowed.code);
      const { page } = request.body;
      const isThere = isId(page) && (await context.covers.cover(boardId, page as string as PageId));
      return isThere ? reply.code(204).send() : refuse(reply, "not_found");
    },
  );

  http.delete<{ Params: { boardId: BoardId; page: string } }>(
    "/api/boards/:boardId/covers/:page",
    async (request, reply) => {
      const { boardId, page } = request.params;
      const allowed = allowOnBoard(context, request, "uncoverPage", boardId);
      if (!allowed.ok) return refuse(reply, allowed.code);
      const isThere =
        isId(page) && (await context.covers.uncover(boardId, page as string as PageId));
      return isThere ? reply.code(204).send() : refuse(reply, "not_found");
    },
  );
}
