/** For whoever watches the server: is the process up, and can it do its work? */
import type { FastifyInstance } from "fastify";
import type { Health } from "../ops/health.ts";
import { refuse } from "./refuse.ts";

export function addHealthRoutes(http: FastifyInstance, health: Health): void {
  const exempt = { config: { rateLimit: false } };
  http.get("/healthz", exempt, async () => ({ status: "up" }));
  http.get("/readyz", exempt, async (_request, reply) => {
    const trouble = await health.trouble();
    return trouble ? refuse(reply, trouble) : { status: "ready" };
  });
}
