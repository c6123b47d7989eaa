/**
 * HTTP of the server: what holds for every request, and the routes together.
 *
 * Every write is checked for where it came from, every address is limited, every answer carries the
 * page's headers. The routes are in files of their own; the README lists them.
 */
import rateLimit from "@fastify/rate-limit";
import Fastify, { type FastifyInstance } from "fastify";
import type { IsOwnOrigin } from "../auth/origin.ts";
import type { Health } from "../ops/health.ts";
import type { Log } from "../ops/log.ts";
import { addBlobRoutes } from "./blob-routes.ts";
import { addBoardRoutes } from "./board-routes.ts";
import { connectionOf, type RouteContext } from "./context.ts";
import { addCoverRoutes } from "./cover-routes.ts";
import { addGuestRoutes } from "./guest-routes.ts";
import { addHealthRoutes } from "./health-routes.ts";
import { addHistoryRoutes } from "./history-routes.ts";
import { pageHeaders } from "./page-headers.ts";
import { addPhoneRoutes } from "./phone-routes.ts";
import { mapErrors, refuse } from "./refuse.ts";
import { addRevealRoutes } from "./reveal-routes.ts";
import { addStaticFiles, isPageAddress } from "./static-files.ts";
import { addTeamRoutes } from "./team-routes.ts";

export interface HttpLimits {
  /** Requests a minute from one address: a school of 30 browsers behind one. */
  readonly requestsPerMinute: number;
  readonly uploadsPerMinute: number;
}

export interface HttpOptions {
  readonly context: RouteContext;
  readonly isOwnOrigin: IsOwnOrigin;
  readonly health: Health;
  readonly log: Log;
  readonly limits: HttpLimits;
  /** The built page; undefined in development, where Vite serves it. */
  readonly pageFolder: string | undefined;
}

/** JSON bodies are names and titles. */
const jsonBytes = 64 * 1024;
const writing = new Set(["POST", "PUT", "PATCH", "DELETE"]);

export async function createHttp(options: HttpOptions): Promise<FastifyInstance> {
  const { context, isOwnOrigin, health, log, limits, pageFolder } = options;
  const http = Fastify({
    bodyLimit: jsonBytes,
    // Our own hook says so, in the form of the table.
    return503OnClosing: false,
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false } },
    routerOptions: { ignoreTrailingSlash: true },
  });
  mapErrors(http, log);

  http.addHook("onRequest", async (request, reply) => {
    void reply.headers(pageHeaders);
    if (request.url.startsWith("/api/")) void reply.header("Cache-Control", "no-store");
    if (health.isClosing() && request.url.startsWith("/api/")) {
      return refuse(reply.header("Connection", "close"), "shutting_down");
    }
    if (writing.has(request.method) && !isOwnOrigin(request.raw)) {
      return refuse(reply, "wrong_origin");
    }
  });
  await http.register(rateLimit, {
    max: limits.requestsPerMinute,
    timeWindow: 60_000,
    keyGenerator: (request) => connectionOf(context, request).address,
    addHeaders: {
      "x-ratelimit-limit": false,
      "x-ratelimit-remaining": false,
      "x-ratelimit-reset": false,
    },
    addHeadersOnExceeding: {
      "x-ratelimit-limit": false,
      "x-ratelimit-remaining": false,
      "x-ratelimit-reset": false,
    },
  });

  addHealthRoutes(http, health);
  addTeamRoutes(http, context);
  addBoardRoutes(http, context);
  addGuestRoutes(http, context);
  addRevealRoutes(http, context);
  addCoverRoutes(http, context);
  addHistoryRoutes(http, context);
  addPhoneRoutes(http, context);
  await http.register(async (scope) => addBlobRoutes(scope, context, limits));

  if (pageFolder !== undefined) await addStaticFiles(http, pageFolder);
  http.setNotFoundHandler((request, reply) => {
    const path = request.url.split("?")[0] ?? "";
    if (pageFolder !== undefined && isPageAddress(request.method, path)) {
      return reply.sendFile("index.html");
    }
    return refuse(reply, "not_found");
  });
  await http.ready();
  return http;
}
