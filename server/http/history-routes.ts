/** A board's past: what changed, versions kept under a name, and going back. See the README's table of routes. */
import type { FastifyInstance } from "fastify";
import type { BoardId, MemberId } from "../../shared/base/ids.ts";
import { metaRoot } from "../../shared/board/meta.ts";
import { type RecordKind, recordRoots } from "../../shared/board/touched.ts";
import type {
  BoardChange,
  ChangedKind,
  ChangesAnswer,
  KeepVersionRequest,
  RestoreAnswer,
  RestoreRequest,
  VersionSummary,
  VersionsAnswer,
} from "../../shared/protocol/api.ts";
import { limits } from "../../shared/protocol/limits.ts";
import type { History } from "../history/history.ts";
import { cleanName } from "../teams/names.ts";
import { allowOnBoard, type RouteContext } from "./context.ts";
import { refuse } from "./refuse.ts";
import { bodyOf } from "./team-routes.ts";

type VersionRecord = ReturnType<History["list"]>[number];
type BoardParams = { readonly boardId: BoardId };
type VersionParams = BoardParams & { readonly versionId: string };

const kinds = new Map<string, ChangedKind>([
  [metaRoot, "board"],
  ...Object.entries(recordRoots).map(([kind, root]) => [root, kind as RecordKind] as const),
]);

function summaryOf({ id, name, at, author, authorName }: VersionRecord): VersionSummary {
  const by = authorName === null ? null : { memberId: author as MemberId, name: authorName };
  return { versionId: id, name, at, by };
}

export function addHistoryRoutes(http: FastifyInstance, context: RouteContext): void {
  const { history } = context;

  http.get<{ Params: BoardParams; Querystring: { since: string } }>(
    "/api/boards/:boardId/changes",
    {
      schema: {
        querystring: {
          type: "object",
          properties: { since: { type: "string", pattern: "^\\d{1,15}$" } },
          required: ["since"],
        },
      },
    },
    async (request, reply) => {
      const allowed = allowOnBoard(context, request, "readChanges", request.params.boardId);
      if (!allowed.ok) return refuse(reply, allowed.code);
      const { board } = allowed;
      const { found, until } = await history.changes(board.id, Number(request.query.since));
      const changes = found.flatMap(({ at, author, root, record, how }): BoardChange[] => {
        const kind = kinds.get(root);
        if (!kind) return [];
        return [{ at, by: author, kind, id: kind === "board" ? board.id : record, how }];
      });
      return { changes, until } satisfies ChangesAnswer;
    },
  );

  http.get<{ Params: BoardParams }>("/api/boards/:boardId/versions", async (request, reply) => {
    const allowed = allowOnBoard(context, request, "readVersions", request.params.boardId);
    if (!allowed.ok) return refuse(reply, allowed.code);
    const { board } = allowed;
    const versions = history.list(board.id).map(summaryOf);
    return { versions } satisfies VersionsAnswer;
  });

  http.post<{ Params: BoardParams; Body: KeepVersionRequest }>(
    "/api/boards/:boardId/versions",
    { schema: { body: bodyOf({ name: { type: "string", maxLength: 2_000 } }) } },
    async (request, reply) => {
      const allowed = allowOnBoard(context, request, "keepVersion", request.params.boardId);
      if (!allowed.ok) return refuse(reply, allowed.code);
      const name = cleanName(request.body.name, limits.nameLength);
      if (!name) return refuse(reply, "bad_request");
      const { board, me } = allowed;
      const kept = await history.keep(board.id, name, me.id);
      if (!kept) return refuse(reply, "not_found");
      return reply.code(201).send(summaryOf({ ...kept, authorName: me.name }));
    },
  );

  http.post<{ Params: VersionParams; Body: RestoreRequest }>(
    "/api/boards/:boardId/versions/:versionId/restore",
    { schema: { body: bodyOf({ as: { type: "string", enum: ["copy", "here"] } }) } },
    async (request, reply) => {
      const allowed = allowOnBoard(context, request, "restoreVersion", request.params.boardId);
      if (!allowed.ok) return refuse(reply, allowed.code);
      const { board, me } = allowed;
      const { versionId } = request.params;
      if (request.body.as === "copy") {
        const boardId = await history.copy(board, versionId);
        if (!boardId) return refuse(reply, "not_found");
        return reply.code(201).send({ boardId } satisfies RestoreAnswer);
      }
      const isBack = await history.putBack(board.id, versionId, me.id);
      if (!isBack) return refuse(reply, "not_found");
      return { boardId: board.id } satisfies RestoreAnswer;
    },
  );
}
