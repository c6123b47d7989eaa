/** Page images of a board, in and out: see the README's table of routes. */
import type { FastifyInstance } from "fastify";
import { type BlobHash, type BoardId, isBlobHash } from "../../shared/base/ids.ts";
import type { StoreBlobAnswer } from "../../shared/protocol/api.ts";
import { blobBatch, lengthPrefix } from "../../shared/protocol/blob-batch.ts";
import { limits } from "../../shared/protocol/limits.ts";
import { can } from "../../shared/team/can.ts";
import { inspectImage } from "../blobs/inspect.ts";
import { readRange } from "../blobs/ranges.ts";
import { allowOnBoard, type RouteContext } from "./context.ts";
import { refuse } from "./refuse.ts";

export interface BlobRouteOptions {
  /** Uploads a minute from one address. */
  readonly uploadsPerMinute: number;
}

/** A name that is the hash of the bytes never means other bytes. */
const forEver = "private, max-age=31536000, immutable";
const sandbox = "default-src 'none'; sandbox";

export function addBlobRoutes(
  http: FastifyInstance,
  context: RouteContext,
  { uploadsPerMinute }: BlobRouteOptions,
): void {
  const { blobs } = context;

  // The type the body claims to have is not asked: its bytes say what it is.
  http.removeAllContentTypeParsers();
  http.addContentTypeParser(
    "*",
    { parseAs: "buffer", bodyLimit: limits.imageBytes },
    (_request, body, done) => done(null, body),
  );

  http.post<{ Params: { boardId: BoardId } }>(
    "/api/boards/:boardId/blobs",
    {
      bodyLimit: limits.imageBytes,
      config: { rateLimit: { max: uploadsPerMinute, timeWindow: 60_000 } },
      // Before the body is read: a stranger's megabytes are not.
      onRequest: async (request, reply) => {
        const allowed = allowOnBoard(context, request, "storeImage", request.params.boardId);
        if (!allowed.ok) return refuse(reply, allowed.code);
        if (!(await blobs.hasRoom())) return refuse(reply, "storage_unavailable");
      },
    },
    async (request, reply) => {
      const board = request.params.boardId;
      const bytes = request.body;
      if (!Buffer.isBuffer(bytes)) return refuse(reply, "not_an_image");
      const inspected = inspectImage(bytes);
      if (!inspected.ok) return refuse(reply, inspected.code);
      const { kind, width, height } = inspected;
      const hash = await blobs.store(board, bytes, { kind, width, height });
      return reply.code(201).send({ hash, width, height } satisfies StoreBlobAnswer);
    },
  );

  http.get<{ Params: { boardId: BoardId }; Querystring: { of?: string } }>(
    "/api/boards/:boardId/blobs",
    async (request, reply) => {
      const { boardId } = request.params;
      const allowed = allowOnBoard(context, request, "readImage", boardId);
      if (!allowed.ok) return refuse(reply, allowed.code);
      const { of = "" } = request.query;
      const hashes = typeof of === "string" ? of.split(".") : [];
      if (hashes.length > blobBatch.most || !hashes.every(isBlobHash)) {
        return refuse(reply, "bad_request");
      }
      // One that is covered is left out, like one that is not there.
      const found = hashes.map((hash) =>
        blobs.isCovered(boardId, hash) ? undefined : blobs.find(boardId, hash),
      );
      const parts = await Promise.all(
        hashes.map(async (hash, i) => {
          const isSmall = (found[i]?.bytes ?? Number.POSITIVE_INFINITY) <= blobBatch.bytesEach;
          return isSmall ? await blobs.readWhole(hash) : Buffer.alloc(0);
        }),
      );
      void reply.headers({
        // One that is not there may yet come.
        "Cache-Control": found.every(Boolean) ? forEver : "no-store",
        "Content-Security-Policy": sandbox,
      });
      const bytes = Buffer.concat(parts.flatMap((part) => [lengthPrefix(part.byteLength), part]));
      return reply.type("application/octet-stream").send(bytes);
    },
  );

  http.get<{ Params: { boardId: BoardId; hash: BlobHash }; Querystring: { to?: string } }>(
    "/api/boards/:boardId/blobs/:hash",
    async (request, reply) => {
      const { boardId, hash } = request.params;
      const allowed = allowOnBoard(context, request, "readImage", boardId);
      if (!allowed.ok) return refuse(reply, allowed.code);
      const blob = isBlobHash(hash) ? blobs.find(boardId, hash) : undefined;
      if (!blob) return refuse(reply, "not_found");
      const isCovered = blobs.isCovered(boardId, hash);
      const subject = { teamId: allowed.board.team, boardId };
      const toMask = request.query.to === "mask" && can(allowed.actor, "uncoverPage", subject);
      if (isCovered && !toMask) return refuse(reply, "page_covered");

      const etag = `"${hash}"`;
      void reply.headers({
        ETag: etag,
        "Cache-Control": isCovered ? "no-store" : forEver,
        "Content-Security-Policy": sandbox,
        "Accept-Ranges": "bytes",
      });
      if (matches(request.headers["if-none-match"], etag)) return reply.code(304).send();
      void reply.type(blob.kind);
      const ifRange = request.headers["if-range"];
      const range =
        ifRange === undefined || ifRange === etag
          ? readRange(request.headers.range, blob.bytes)
          : ({ is: "whole" } as const);
      switch (range.is) {
        case "unsatisfiable":
          return reply.code(416).header("Content-Range", `bytes */${blob.bytes}`).send();
        case "part": {
          const { first, last } = range;
          void reply.code(206).headers({
            "Content-Range": `bytes ${first}-${last}/${blob.bytes}`,
            "Content-Length": last - first + 1,
          });
          return reply.send(blobs.read(hash, range));
        }
        case "whole":
          void reply.header("Content-Length", blob.bytes);
          return reply.send(blobs.read(hash, { first: 0, last: blob.bytes - 1 }));
      }
    },
  );
}

function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  const tags = (ifNoneMatch ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return tags.includes(etag) || tags.includes("*");
}
